import Documents
import Provenance
import XML

/// Fields: of each only the result is text.
extension Story {
  mutating func readField(_ attributes: XMLAttributes) {
    switch attributes[.fldCharType] {
    case "begin": fields.append(Field())
    case "separate":
      changeField {
        $0.isInstruction = false
        $0.pending = []
      }
    case "end": _ = fields.popLast()
    default: break
    }
  }

  mutating func changeField(_ body: (inout Field) -> Void) {
    guard let last = fields.indices.last else { return }
    body(&fields[last])
  }

  mutating func appendBox() {
    guard let last = fields.indices.last, let box = fields[last].box else { return }
    fields[last].box = nil
    let sign = Array((box ? "\u{2611}" : "\u{2610}").utf8)
    appendText(sign.span)
  }

  /// No instruction goes on in the next paragraph: one that does lacks its end, and what stands behind it is text.
  mutating func settleFields() {
    for index in fields.indices where fields[index].isInstruction {
      fields[index].isInstruction = false
      let pending = fields[index].pending
      fields[index].pending = []
      if paragraph.isOpen { appendText(pending.span) }
    }
  }

  mutating func endRuby() {
    let annotation = ruby.text
    ruby = Ruby()
    if !annotation.isEmpty { append(literal: " (" + String(decoding: annotation, as: UTF8.self) + ")") }
  }
}
