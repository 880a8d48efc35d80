import JSON

/// Entries on their way to the journal, as bytes.
struct EntryBuffer: ~Copyable {
  struct Place {
    let input: Int
    let status: Entry.Status
    /// From the beginning of the bytes.
    var offset: Int
  }

  /// Stays open inside a manifest's list of inputs, so that entries get a manifest's indentation.
  private var writer = JSONWriter(.indented)
  private var places: [Place] = []
  private var starts: [Int] = []

  var isEmpty: Bool { places.isEmpty }

  mutating func append(_ entry: Entry, of input: Int) {
    if places.isEmpty {
      writer.removeAll(keepingCapacity: true)
      writer.beginObject()
      writer.key("inputs")
      writer.beginArray()
    }
    starts.append(writer.withBytes { $0.count })
    places.append(Place(input: input, status: entry.status, offset: 0))
    entry.write(to: &writer)
  }

  /// The entries, each on lines of its own behind an LF, and where each begins.
  mutating func take() -> (bytes: [UInt8], places: [Place]) {
    let written = writer.bytes
    var bytes: [UInt8] = []
    bytes.reserveCapacity(written.count)
    for index in places.indices {
      var entry = written[starts[index]..<(index + 1 < starts.count ? starts[index + 1] : written.count)]
      if entry.first == UInt8(ascii: ",") { entry = entry.dropFirst() }
      places[index].offset = bytes.count + 1
      bytes += entry
    }
    let places = places
    self.places.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    return (bytes, places)
  }
}
