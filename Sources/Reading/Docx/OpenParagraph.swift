import Documents
import Provenance

/// A paragraph that is being read. Its text is kept apart until it ends, because bookmarks are laid out before it.
///
/// One value serves all paragraphs, so that their memory is asked for once.
struct OpenParagraph {
  /// False between paragraphs, where all is empty.
  private(set) var isOpen = false
  /// Its number in the part.
  private(set) var number: Int32 = 0
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

  mutating func open(number: Int32) {
    close()
    self.number = number
    isOpen = true
  }

  /// Empties it.
  mutating func close() {
    isOpen = false
    text.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    if !bookmarks.isEmpty { bookmarks = [] }
    if !hidden.isEmpty { hidden = [] }
    if !anchors.isEmpty { anchors = [] }
    if !inserted.isEmpty { inserted = [] }
    style = nil
    list = nil
    isMarkDeleted = false
  }
}

/// The place where the mark of a note or comment stands.
struct NoteAnchor {
  var kind: Document.Aside.Kind
  var id: String
  var place: SourceRange
}
