internal import Provenance

extension Verdict {
  /// What was decided, how far it reaches, by whom, when and why.
  var said: Message {
    var message = Self.words(decision)
    let reach = Self.words(scope)
    message.zh += "（\(reach.zh)）"
    message.en += " (\(reach.en))"
    if let after {
      message.zh += "，原建议“\(after)”"
      message.en += ", proposed was \"\(after)\""
    }
    for part in [by, at, note] {
      guard let part else { continue }
      message.zh += "，" + part
      message.en += ", " + part
    }
    return message
  }

  private static func words(_ decision: Decision) -> Message {
    switch decision {
    case .accept: Message(zh: "已接受", en: "accepted")
    case .reject: Message(zh: "已拒绝", en: "rejected")
    case .edit: Message(zh: "已改写", en: "edited")
    case .unsure: Message(zh: "未定", en: "unsure")
    }
  }

  private static func words(_ scope: Scope) -> Message {
    switch scope {
    case .place: Message(zh: "仅此处", en: "this place")
    case .text: Message(zh: "同样的修改", en: "the same change anywhere")
    case .rule: Message(zh: "本部门的整条规则", en: "the rule in this department")
    }
  }
}
