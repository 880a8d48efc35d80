import Glibc
import JSON

/// `manifest.json`: what the output folder holds, from which inputs, and what went wrong. It says the same
/// whether its inputs were converted in one run or in many.
enum Manifest {
  static let file = "manifest.json"
  static let format = "jixiao.manifest/1"

  /// The manifest of an earlier run; nil if there is none (or an empty file).
  static func open(in folder: OutputFolder) throws(BatchError) -> Descriptor? {
    do {
      let descriptor = try folder.open(file, O_RDONLY | O_NONBLOCK)
      let start = Array("{\n  \"format\": \"\(format)\",\n".utf8)
      var found: [UInt8] = []
      _ = try System.read(descriptor.number, from: 0, atMost: start.count, into: &found)
      if found.isEmpty { return nil }
      guard found == start else { throw BatchError.foreignManifest }
      return descriptor
    } catch let error as SystemError {
      if error.code == ENOENT { return nil }
      throw .output(FileProblem(error))
    } catch let error as BatchError {
      throw error
    } catch {
      throw .output(.failed)
    }
  }

  /// Writes the manifest around `entries`, which gives the next entry's bytes until there is none. One that
  /// would not change is not touched. The memory used doesn't depend on the number of entries.
  static func write(
    in folder: OutputFolder, producer: JSONValue, producerKey: String, staleDecisions: [PlaceDecision], totals: Totals,
    entries: () -> [UInt8]?
  ) throws(BatchError) {
    let temporary = folder.temporaryName(beside: file)
    do {
      let isSame: Bool
      do {
        let part = try folder.open(temporary, O_RDWR | O_CREAT | O_EXCL)
        try write(to: part, frame: frame(producer, producerKey, staleDecisions, totals), entries: entries)
        isSame = try hasSameBytes(part, try? folder.open(file, O_RDONLY | O_NONBLOCK))
      }
      if isSame { folder.removeHidden(temporary) } else { try folder.rename(temporary, to: file) }
    } catch {
      folder.removeHidden(temporary)
      throw .output(FileProblem(error))
    }
  }

  /// What stands before and after the entries.
  private static func frame(
    _ producer: JSONValue, _ producerKey: String, _ staleDecisions: [PlaceDecision], _ totals: Totals
  ) -> (head: [UInt8], tail: [UInt8]) {
    var writer = JSONWriter(.indented)
    writer.beginObject()
    writer.key("format")
    writer.string(format)
    writer.key("inputs")
    writer.beginArray()
    let headEnd = writer.withBytes { $0.count }
    writer.endArray()
    writer.key("producer")
    producer.write(to: &writer)
    writer.key("producerKey")
    writer.string(producerKey)
    if !staleDecisions.isEmpty {
      writer.key("staleDecisions")
      writer.beginArray()
      for decision in staleDecisions {
        writer.beginObject()
        writer.key("key")
        writer.string(decision.key)
        writer.key("line")
        writer.integer(decision.line)
        writer.endObject()
      }
      writer.endArray()
    }
    writer.key("totals")
    totals.write(to: &writer)
    writer.endObject()
    writer.finish()
    let bytes = writer.bytes
    return (Array(bytes[..<headEnd]), Array(bytes[headEnd...]))
  }

  private static func write(
    to part: borrowing Descriptor, frame: (head: [UInt8], tail: [UInt8]), entries: () -> [UInt8]?
  ) throws(SystemError) {
    var buffer = frame.head
    var isFirst = true
    while let entry = entries() {
      buffer += isFirst ? [0x0A] : [UInt8(ascii: ","), 0x0A]
      buffer += entry
      isFirst = false
      if buffer.count >= 1 << 18 {
        try System.write(buffer, to: part.number)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    if !isFirst { buffer += [0x0A, 0x20, 0x20] }
    buffer += frame.tail
    try System.write(buffer, to: part.number)
  }

  private static func hasSameBytes(_ part: borrowing Descriptor, _ old: consuming Descriptor?) throws(SystemError)
    -> Bool
  {
    guard let old else { return false }
    var offset = 0
    while true {
      var left: [UInt8] = []
      var right: [UInt8] = []
      _ = try System.read(part.number, from: offset, atMost: 1 << 18, into: &left)
      _ = try System.read(old.number, from: offset, atMost: 1 << 18, into: &right)
      if left != right { return false }
      if left.isEmpty { return true }
      offset += left.count
    }
  }
}
