// What objects consist of, in one token where it can be.

extension JSONWriter {
  /// A key that is a JSON pointer: a path, and the last key below it. Nothing in them needs an escape.
  package mutating func key(pointer path: Span<UInt8>, _ last: StaticString) {
    last.withUTF8Buffer { last in
      let last = unsafe last.span
      assert(
        nesting.admits(key: (path.array + [0x2F] + last.array).span), "not in an object, or not above the last key")
      assert(path.needsNoEscape && last.needsNoEscape, "a key with escapes must be given as computed")
      let space = isIndented ? 1 : 0
      token(path.count &+ last.count &+ 48) { pen in
        pen.put(0x22)
        pen.putPlain(path)
        pen.put(0x2F)
        pen.putPlain(last)
        pen.put(word: 0x3A22, used: 2)
        pen.putSpace(0x20, used: space)
      }
      isAfterKey = true
    }
  }

  /// As above, with an element's index as the last key.
  package mutating func key(pointer path: Span<UInt8>, _ index: Int) {
    assert(
      nesting.admits(key: (path.array + Array("/\(index)".utf8)).span), "not in an object, or not above the last key")
    assert(path.needsNoEscape, "a key with escapes must be given as computed")
    let space = isIndented ? 1 : 0
    token(path.count &+ 72) { pen in
      pen.put(0x22)
      pen.putPlain(path)
      pen.put(0x2F)
      pen.putDigits(UInt64(index.magnitude))
      pen.put(word: 0x3A22, used: 2)
      pen.putSpace(0x20, used: space)
    }
    isAfterKey = true
  }

  /// A member of an object: a key that the program knows, and a string.
  package mutating func member(_ name: StaticString, _ text: String) {
    let text = text.utf8.span
    guard text.count <= Self.piece else {
      key(name)
      return string(utf8: text)
    }
    name.withUTF8Buffer { name in
      let name = unsafe name.span
      assert(nesting.admits(key: name) && nesting.admitsValue(), "not in an object, or not above the key before it")
      assert(name.needsNoEscape, "a key with escapes must be given as computed")
      let space = isIndented ? 1 : 0
      token(name.count &+ 6 &* text.count &+ 56) { pen in
        pen.put(0x22)
        pen.putPlain(name)
        pen.put(word: 0x3A22, used: 2)
        pen.putSpace(0x20, used: space)
        pen.put(0x22)
        pen.putEscaped(text)
        pen.put(0x22)
      }
    }
  }
}
