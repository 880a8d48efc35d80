import Synchronization

/// What the workers of a run write down together: who claims which output, and where each input's entry
/// stands.
final class Ledger: Sendable {
  struct Book: ~Copyable {
    fileprivate(set) var journal: Journal
    /// The words of locations by input, 0 for one that has no entry.
    fileprivate(set) var locations: [UInt64]
    fileprivate(set) var totals = Totals()
    fileprivate(set) var unchanged = 0
    /// Why the journal cannot be written. Then the run ends.
    fileprivate(set) var problem: FileProblem?
  }

  let claims = Mutex(Claims())
  private let book: Mutex<Book>
  private let journal: EntryFile
  private let manifest: Descriptor?

  init(journal: consuming Journal, manifest: consuming Descriptor?, inputs: Int) {
    self.journal = journal.entries
    self.manifest = manifest
    book = Mutex(Book(journal: journal, locations: Array(repeating: 0, count: inputs)))
  }

  // MARK: Writing

  /// Puts finished entries on record, and notes those whose earlier entry stays. False if that failed.
  func commit(_ entries: inout EntryBuffer, staying: [(input: Int, location: Location)], _ totals: Totals) -> Bool {
    let (bytes, places) = entries.take()
    return book.withLock { book in
      do throws(FileProblem) {
        let start = bytes.isEmpty ? 0 : try book.journal.append(bytes)
        for place in places {
          book.locations[place.input] = Location(journal: start + place.offset, place.status).word
        }
        for (input, location) in staying { book.locations[input] = location.word }
        book.totals.add(totals)
        return true
      } catch {
        book.problem = error
        return false
      }
    }
  }

  func countUnchanged(_ count: Int) {
    book.withLock { $0.unchanged += count }
  }

  /// Puts a settled entry in the place of an earlier one.
  func replace(_ old: Entry, of input: Int, with new: Entry) -> Bool {
    var entries = EntryBuffer()
    entries.append(new, of: input)
    guard commit(&entries, staying: [], Totals()) else { return false }
    book.withLock {
      $0.totals.remove(old)
      $0.totals.add(new)
    }
    return true
  }

  // MARK: Reading

  func location(of input: Int) -> Location? { book.withLock { Location(word: $0.locations[input]) } }
  var problem: FileProblem? { book.withLock { $0.problem } }
  var totals: Totals { book.withLock { $0.totals } }
  var unchanged: Int { book.withLock { $0.unchanged } }

  func bytes(at location: Location) -> [UInt8]? {
    if location.isInJournal { return journal.entry(at: location.offset) }
    switch manifest {
    case .some(let manifest): return EntryFile(file: manifest.number).entry(at: location.offset)
    case nil: return nil
    }
  }

  func entry(at location: Location) -> Entry? {
    bytes(at: location).flatMap(Entry.init(parsing:))
  }

  func entry(of input: Int) -> Entry? {
    location(of: input).flatMap { entry(at: $0) }
  }
}
