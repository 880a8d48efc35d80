/// Tells the items of a list from those of a list inside one of them.
struct ListNesting {
  /// How the items are marked, as the first of them is.
  private(set) var style: ListMark.Style?
  private var inner: ListMark.Style?

  /// Takes the next mark; true if it counts the items of an inner list: in another style, from 1 on.
  mutating func isInside(_ mark: ListMark) -> Bool {
    guard let style else {
      self.style = mark.style
      return false
    }
    if mark.style == style {
      inner = nil
      return false
    }
    if mark.style == inner { return true }
    guard mark.number == 1 || mark.style == .bullet else { return false }
    inner = mark.style
    return true
  }
}
