import Documents
import Provenance

/// A paragraph that is being read. Its text is kept apart until it ends, because bookmarks are laid out before it.
struct OpenParagraph {
  /// Its number in the part.
  let number: Int32
  var text: [UInt8] = []
  var bookmarks: [String] = []
  /// Offsets in `text`, shifted when the paragraph is laid out.
  var runs: [Document.Run] = []
  var hidden: [SourceRange] = []
  var anchors: [NoteAnchor] = []
  /// Text boxes and the like, laid out behind it.
  var inserted: [Assembly] = []

  var style: String?
  var list: ListReference?
  /// Its mark was deleted: what follows belongs to it.
  var isMarkDeleted = false

  init(number: Int32) {
    self.number = number
  }
}

/// The place where the mark of a note or comment stands.
struct NoteAnchor {
  var kind: Document.Aside.Kind
  var id: String
  var place: SourceRange
}
