extension Rule {
  /// Every rule, in the order in which they run. The normaliser has a bit for each of 32.
  package static let all: [Rule] = [
    // Characters that hide their neighbours go first, for nearly every other rule looks at neighbours.
    .controlCharacters,
    .invisibleCharacters,

    // Before the rules that ask whether a character is Chinese, a digit, a letter or a percentage.
    .compatibilityIdeographs,
    .radicalCharacters,
    .fullwidthAlphanumerics,
    .percentSign,

    // Lines are joined after control characters became line feeds, and before spaces inside a line are judged.
    .brokenLines,
    .outerSpaces,

    // One sign of two characters, which may be broken over lines; punctuation then sees the one.
    .degreeCelsius,

    // Each of these makes full-width marks, beside which inner spaces are then removed. They look through spaces
    // themselves. Parentheses before punctuation, which asks for Chinese parentheses beside it.
    .chineseParentheses,
    .quotationMarks,
    .chinesePunctuation,
    .innerSpaces,

    // Numbers as they are read. The decimal point before the number that it is in; operators before the doubled
    // threshold, whose grammar knows plain ones only.
    .decimalPoint,
    .brokenNumbers,
    .targetOperators,
    .doubledThreshold,

    // Labels after every rule that cleans their characters.
    .indicatorLabels,

    // Suggestions see the text as it will be published.
    .misplacedPercent,
    .missingFullStop,
    .missingEnumerationComma,
  ]
}
