extension Regions {
  /// Calls `body` with every name that a division bears or bore, such as 北戴河区; some more than once. O(table).
  package static func forEachName(_ body: (Substring) -> Void) {
    let table = byCode
    for line in table.split(separator: "\n") {
      body(line.dropFirst(6).prefix { !$0.isASCII })
    }
  }
}
