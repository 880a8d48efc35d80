/// The words of libIME's dictionary, each with one reading, as its file has them.
///
/// After a magic number and a version come the keys, as a trie: two bytes a syllable, `!`, and the word in UTF-8.
struct DictionaryFile {
  /// The words one after another, in UTF-16.
  private(set) var units: [UInt16] = []
  /// Where each word begins, and at last where the last one ends; so with the others.
  private(set) var unitStarts: [UInt32] = [0]
  private(set) var syllables: [Syllable] = []
  private(set) var syllableStarts: [UInt32] = [0]

  var count: Int { unitStarts.count - 1 }

  private static let magic: UInt32 = 0x000F_C613
  private static let version: UInt32 = 1

  init(path: String) throws(LanguageDataError) {
    let bytes = try LanguageData.dictionary.read(path)
    guard bytes.bigEndian(at: 0) == Self.magic, bytes.bigEndian(at: 4) == Self.version else {
      throw LanguageDataError(file: .dictionary, path: path, reason: .unknownFormat)
    }
    guard let trie = DoubleArrayTrie(bytes, at: 8), collect(from: trie), count > 0 else {
      throw LanguageDataError(file: .dictionary, path: path, reason: .damaged)
    }
  }

  private mutating func reserve() {
    let expected = 220_000
    units.reserveCapacity(3 * expected)
    syllables.reserveCapacity(3 * expected)
    unitStarts.reserveCapacity(expected)
    syllableStarts.reserveCapacity(expected)
  }

  /// Takes all keys of the trie; false if it is inconsistent.
  private mutating func collect(from trie: DoubleArrayTrie) -> Bool {
    reserve()
    var key: [UInt8] = []
    var stack: [(node: Int, depth: Int, label: UInt8)] = [(0, 0, 0)]
    // Every node has one parent, so that more steps than nodes are a circle.
    var steps = 0
    while let (node, depth, label) = stack.popLast() {
      steps += 1
      guard steps <= trie.count else { return false }
      if depth > 0 {
        while key.count >= depth { key.removeLast() }
        key.append(label)
      }
      let base = trie.base(of: node)
      if base < 0 {
        guard trie.appendTail(at: -base, to: &key), add(key) else { return false }
        continue
      }
      var label = trie.firstChild(of: node)
      repeat {
        guard let child = trie.node(base ^ Int(label)) else { return false }
        // The root is its own child by the empty key.
        if node > 0 || label > 0 {
          guard trie.check(of: child) == node else { return false }
          if label > 0 {
            stack.append((child, depth + 1, label))
          } else if !add(key) {
            return false
          }
        }
        let next = trie.sibling(of: child)
        // Siblings ascend.
        guard next == 0 || next > label else { return false }
        label = next
      } while label > 0
    }
    return true
  }

  /// Takes a key apart; false if it is none.
  private mutating func add(_ key: [UInt8]) -> Bool {
    guard let mark = key.firstIndex(of: 0x21), mark > 0, mark % 2 == 0, mark + 1 < key.count else { return false }
    for index in stride(from: 0, to: mark, by: 2) {
      guard let syllable = Syllable(initial: key[index], final: key[index + 1]) else { return false }
      syllables.append(syllable)
    }
    guard appendWord(key[(mark + 1)...]) else { return false }
    unitStarts.append(UInt32(units.count))
    syllableStarts.append(UInt32(syllables.count))
    return true
  }

  /// Appends a word, given in UTF-8; false if it is not well-formed.
  private mutating func appendWord(_ word: ArraySlice<UInt8>) -> Bool {
    var index = word.startIndex
    while index < word.endIndex {
      // Nearly all characters have three bytes.
      if word[index] >= 0xE1, word[index] < 0xED, index + 2 < word.endIndex, word[index + 1] & 0xC0 == 0x80,
        word[index + 2] & 0xC0 == 0x80
      {
        let high = UInt16(word[index] & 0x0F) << 12
        units.append(high | UInt16(word[index + 1] & 0x3F) << 6 | UInt16(word[index + 2] & 0x3F))
        index += 3
      } else {
        var rest = word[index...].makeIterator()
        var decoder = UTF8()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return false }
        units.append(contentsOf: scalar.utf16)
        index += UTF8.width(scalar)
      }
    }
    return true
  }
}
