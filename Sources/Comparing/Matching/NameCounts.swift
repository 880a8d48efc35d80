internal import JSON

/// How many projects of both years have each name: what many have is the name of a kind of project.
struct NameCounts {
  /// In two departments that keep it a name stands four times.
  static let most = 4

  private var counts: [UInt64: Int] = [:]

  init(_ names: some Sequence<[UInt32]>) {
    for name in names { counts[Self.fingerprint(name), default: 0] += 1 }
  }

  func isCommon(_ name: [UInt32]) -> Bool { (counts[Self.fingerprint(name)] ?? 0) > Self.most }

  private static func fingerprint(_ name: [UInt32]) -> UInt64 {
    name.reduce(into: UInt64(name.count)) { $0.mix(UInt64($1)) }
  }
}
