package import ICU

/// A stretch of a reworded text: kept, taken away, or put in.
package struct WordEdit: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case kept = "="
    case removed = "-"
    case inserted = "+"
  }

  package var kind: Kind
  package var text: String
}

/// Tells which words of a text changed, by ICU's word boundaries. For one thread at a time.
package final class WordComparer {
  /// Beyond so many words a text is shown as replaced whole: what is left of it would be a coincidence.
  private static let mostWords = 4_000

  private let boundaries: Boundaries

  package init() throws(ICUError) {
    boundaries = try Boundaries(.word)
  }

  /// The fewest words removed and inserted that make `new` of `old`. O((words) × (changed words)).
  package func edits(_ old: String, _ new: String) -> [WordEdit] {
    let (before, after) = (words(old), words(new))
    guard before.count + after.count <= Self.mostWords else {
      return [WordEdit(kind: .removed, text: old), WordEdit(kind: .inserted, text: new)].filter { !$0.text.isEmpty }
    }
    let difference = after.difference(from: before)
    var isRemoved = [Bool](repeating: false, count: before.count)
    var isInserted = [Bool](repeating: false, count: after.count)
    for change in difference {
      switch change {
      case .remove(let offset, _, _): isRemoved[offset] = true
      case .insert(let offset, _, _): isInserted[offset] = true
      }
    }
    var edits: [WordEdit] = []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if left < before.count, isRemoved[left] {
        Self.add(.removed, before[left], to: &edits)
        left += 1
      } else if right < after.count, isInserted[right] {
        Self.add(.inserted, after[right], to: &edits)
        right += 1
      } else if left < before.count, right < after.count {
        Self.add(.kept, before[left], to: &edits)
        left += 1
        right += 1
      } else {
        break
      }
    }
    return edits
  }

  private static func add(_ kind: WordEdit.Kind, _ text: String, to edits: inout [WordEdit]) {
    if let last = edits.indices.last, edits[last].kind == kind {
      edits[last].text += text
    } else {
      edits.append(WordEdit(kind: kind, text: text))
    }
  }

  private func words(_ text: String) -> [String] {
    // Without ICU's boundaries every character is a word.
    guard let offsets = try? boundaries.offsets(in: text), offsets.count > 1 else {
      return text.unicodeScalars.map { String($0) }
    }
    let bytes = Array(text.utf8)
    return zip(offsets, offsets.dropFirst()).map { String(decoding: bytes[$0..<$1], as: UTF8.self) }
  }
}
