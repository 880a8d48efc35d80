import Normalizing
import Provenance

/// The engine as it is shipped, made once for all tests.
enum Spelling {
  static let engine = Result { try SpellingEngine() }

  /// The repairs of texts of one filing.
  static func repairs(_ texts: [String], _ engine: SpellingEngine? = nil) throws -> [[SpellingRepair]] {
    var worker = SpellingWorker(try engine ?? Self.engine.get())
    return worker.repairs(of: texts)
  }

  /// The texts with what is applied, and optionally what is suggested.
  static func spelled(_ texts: [String], suggestions: Bool = false) throws -> [String] {
    zip(texts, try repairs(texts)).map { $0.0.repaired(by: $0.1.filter { suggestions || $0.isApplied }) }
  }
}

extension SpellingRepair {
  var isApplied: Bool { edit.certainty == .likely }

  func evidence(_ kind: String) -> Evidence? { edit.evidence.first { $0.kind == kind } }
}

extension String {
  func repaired(by repairs: [SpellingRepair]) -> String {
    var bytes = Array(utf8)
    for repair in repairs.reversed() { bytes.replaceSubrange(repair.edit.range, with: repair.edit.replacement.utf8) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [SpellingRepair] {
  var applied: [SpellingRepair] { filter(\.isApplied) }
}
