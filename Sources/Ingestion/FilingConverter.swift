internal import Normalizing
internal import Provenance
internal import Publishing

/// Converts filings in memory: the bytes of one document in, one canonical JSON file a filing out.
///
/// ```swift
/// var converter = try FilingConverter()
/// for output in try converter.convert(bytes, path: "2021/131-政协.txt") {
///   print(output.file, output.bytes.count)
/// }
/// ```
///
/// The outputs are those that `jixiao convert` writes, byte for byte: they depend on the bytes, the path and the year
/// given, and on nothing that was converted before. A converter keeps its buffers, so make one a thread and use it
/// again.
public struct FilingConverter: ~Copyable {
  private var converter: Converter

  /// `year` is the filings' year, over what they say; nil to read it from them. `decisions` holds the lines of a
  /// `decisions.jsonl`, which the outputs name as `decisionsName`.
  ///
  /// Throws if ICU's data cannot be used, and a ``ConversionFailure`` if the decisions or, with `spelling`, the language
  /// data cannot.
  public init(
    year: Int? = nil, decisions: [UInt8]? = nil, decisionsName: String = "decisions.jsonl", spelling: Bool = true
  ) throws {
    var options = ConversionOptions(year: year, refusesSpelling: !spelling)
    if spelling {
      do throws(Failure) { options.speller = try Speller() } catch { throw ConversionFailure(error) }
    }
    if let decisions {
      do throws(DecisionsProblems) {
        options.decisions = try DecisionsFile(decisions, name: decisionsName)
      } catch {
        throw ConversionFailure(error)
      }
    }
    converter = Converter(try Pipeline(options), options.producer)
  }

  /// Converts the bytes of one document, in any encoding that is recognised. `path`, relative to wherever the inputs
  /// are kept, stands in the output.
  ///
  /// Throws a ``ConversionFailure``, for which the next document need not suffer. O(bytes).
  public mutating func convert(_ bytes: [UInt8], path: String) throws(ConversionFailure) -> [ConvertedFiling] {
    do {
      return try converter.filings(of: bytes, path: path)
    } catch {
      throw ConversionFailure(error)
    }
  }
}

/// One department's filing for one year, converted.
public struct ConvertedFiling: Hashable, Sendable {
  /// Region, department and year, as in `130304-131-2021`.
  public var id: String
  /// The name of its file, relative to the output folder: `2021/130304-131.json`.
  public var file: String
  /// Canonical JSON, indented, in UTF-8: the bytes of the file.
  public var bytes: [UInt8]
  /// The same value as RFC 8785 writes it: one line without white space, for databases and streams.
  public var canonicalBytes: [UInt8]
  /// The SHA-256 of `bytes`, in 64 hexadecimal digits.
  public var sha256: String
  /// The SHA-256 of `canonicalBytes`, in 64 hexadecimal digits.
  public var canonicalSHA256: String
}

/// Why a document gave no output: a stable id, and a text for people that says what was found and what to do.
public struct ConversionFailure: Error, Hashable, Sendable {
  /// The stable name of the reason, such as `not-a-filing`.
  public var id: String
  /// The message in Chinese.
  public var chinese: String
  /// The message in English.
  public var english: String

  init(id: String, chinese: String, english: String) {
    self.id = id
    self.chinese = chinese
    self.english = english
  }

  init(_ failure: DecisionsProblems) {
    let first = failure.problems.first
    self.init(
      id: "decisions", chinese: "决定文件第 \(first?.line ?? 0) 行：\(first?.message.zh ?? "")",
      english: "Line \(first?.line ?? 0) of the decisions: \(first?.message.en ?? "")")
  }

  init(_ failure: Failure) {
    id = failure.id
    chinese = failure.message.zh
    english = failure.message.en
  }
}
