/// Which input was the first to produce which output file, and who came after it.
///
/// Files are known by a 64-bit hash, 12 bytes for each: whoever shares a hash is looked at again by name
/// when the claims are settled, so that a collision costs time and no mistake.
struct Claims: Sendable {
  typealias Key = UInt64

  private var keys: [Key] = Array(repeating: 0, count: 1024)
  private var owners: [UInt32] = Array(repeating: 0, count: 1024)
  private var count = 0
  private var contested: [(key: Key, input: UInt32)] = []

  /// Claims `file` for an input; true if no other has it, so that this one may write it.
  mutating func claim(_ file: String, by input: Int) -> Bool {
    let key = Self.key(file)
    let slot = slot(of: key)
    let input = UInt32(truncatingIfNeeded: input)
    if keys[slot] == 0 {
      keys[slot] = key
      owners[slot] = input
      count += 1
      if count * 4 > keys.count * 3 { grow() }
      return true
    }
    if owners[slot] == input { return true }
    contested.append((key, owners[slot]))
    contested.append((key, input))
    return false
  }

  /// Has `file` settled although one input alone may claim it: its output doesn't stand.
  mutating func contest(_ file: String, by input: Int) {
    contested.append((Self.key(file), UInt32(truncatingIfNeeded: input)))
  }

  func isClaimed(_ file: String) -> Bool { keys[slot(of: Self.key(file))] != 0 }

  func isOwned(_ file: String, by input: Int) -> Bool {
    let slot = slot(of: Self.key(file))
    return keys[slot] != 0 && owners[slot] == UInt32(truncatingIfNeeded: input)
  }

  /// The inputs that claim the same, in their order, for each contested key.
  func contests() -> [(key: Key, inputs: [Int])] {
    let sorted = contested.sorted { ($0.key, $0.input) < ($1.key, $1.input) }
    var result: [(key: Key, inputs: [Int])] = []
    for (key, input) in sorted {
      if let last = result.last, last.key == key {
        if last.inputs.last != Int(input) { result[result.count - 1].inputs.append(Int(input)) }
      } else {
        result.append((key, [Int(input)]))
      }
    }
    return result
  }

  /// FNV-1a, 64 bits; never 0, which marks an empty slot.
  static func key(_ file: String) -> Key {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in file.utf8 { key = (key ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return max(1, key)
  }

  /// The slot that holds `key`, or the empty one where it belongs; at most three quarters of them are full.
  private func slot(of key: Key) -> Int {
    let mask = keys.count - 1
    // The high bits are mixed better than the low ones.
    var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = (keys, owners)
    keys = Array(repeating: 0, count: old.0.count * 2)
    owners = Array(repeating: 0, count: old.0.count * 2)
    for index in old.0.indices where old.0[index] != 0 {
      let slot = slot(of: old.0[index])
      keys[slot] = old.0[index]
      owners[slot] = old.1[index]
    }
  }
}
