internal import Modeling
internal import Provenance

extension Rule {
  static let degreeCelsius = Rule(
    "degree-celsius",
    summary: Message(zh: "数字后的“°C”改为“℃”", en: "Write °C after a number as ℃"),
    rationale: Message(
      zh: "摄氏度有“°C”“ºC”“˚C”等拼凑的写法，统一为“℃”。只改紧跟在数字后面的。",
      en: "Degrees Celsius are pieced together in several ways: °C, ºC, ˚C. All become ℃, where they follow a number."),
    examples: [
      .changes("14-24°C", to: "14-24℃", in: Field(.target)),
      .changes("室温不低于18ºC", to: "室温不低于18℃"),
      .changes("18 \u{2DA}C", to: "18 ℃"),
      .changes("18° C以上", to: "18℃以上"),
      .keeps("18℃"),
      .keeps("北纬39°Chengde"),
      .keeps("转角90°"),
      .keeps("°C"),
    ],
    .scanning(.anyOf("[°º\\u02DA]")) { text, _ in
      let letters = Letters(text)
      var edits: [Edit] = []
      for index in letters.indices where ["°", "º", "\u{2DA}"].contains(letters.scalars[index]) {
        var letter = index + 1
        while let scalar = letters[letter], scalar.isSpace { letter += 1 }
        guard letters[letter] == "C", letters.before(index)?.isDigit == true,
          letters[letter + 1]?.isLatinLetter != true
        else { continue }
        edits.append(letters.edit(index..<letter + 1, to: "℃"))
      }
      return edits
    })
}
