package import JSON
internal import Normalizing
internal import Provenance
internal import Publishing
package import Reading
internal import Synchronization

/// What outputs depend on besides their inputs.
package struct ConversionOptions: Sendable {
  /// The year that the user gave.
  package var year: Int?

  /// What people decided about corrections.
  package var decisions: DecisionsFile?

  /// Nil if the spelling is left alone.
  package var speller: Speller?
  /// Whether the user asked for that.
  package var refusesSpelling = false

  /// What turns old Word files into those that are read; nil if they are refused.
  package var office: Office?

  /// What a Word file may ask for. What passes is read alike under any limits.
  package var limits: DocxLimits

  package init(
    year: Int? = nil, decisions: DecisionsFile? = nil, speller: Speller? = nil, refusesSpelling: Bool = false,
    office: Office? = nil, limits: DocxLimits = DocxLimits()
  ) {
    self.year = year
    self.decisions = decisions
    self.speller = speller
    self.refusesSpelling = refusesSpelling
    self.office = office
    self.limits = limits
  }

  /// As it stands in `producer.options`: only what was given.
  package var value: JSONValue {
    var object = JSONObject()
    if refusesSpelling { object["spelling"] = .bool(false) }
    if let year { object["year"] = .number(Double(year)) }
    return .object(object)
  }

  /// The decisions about single corrections, in the order of their lines.
  var placeDecisions: [PlaceDecision] {
    let places = decisions?.decisions.places ?? [:]
    return places.map { PlaceDecision(key: $0.key, line: $0.value.line) }.sorted { $0.line < $1.line }
  }

  /// Everything besides the input that an output depends on.
  var producer: Producer {
    Product.producer(options: value, evidence: (decisions.map { [$0.evidence] } ?? []) + (speller?.evidence ?? []))
  }
}

extension Pipeline {
  package init(_ options: ConversionOptions) throws {
    try self.init(
      year: options.year, decisions: options.decisions?.decisions ?? Decisions(), speller: options.speller,
      office: options.office, limits: options.limits)
  }
}

extension Batch {
  /// A batch that converts filings.
  package init(
    converting inputs: [[UInt8]], into output: [UInt8], options: ConversionOptions
  ) {
    let pipeline = SharedPipeline(options)
    let producer = options.producer
    self.init(inputs: inputs, output: output, producer: producer.value) {
      // One a worker: the converter keeps buffers.
      guard let pipeline = pipeline.made() else { return { _, _ in Conversion(failure: .noPipeline) } }
      let converter = ConverterBox(pipeline, producer)
      return { bytes, path in converter.convert(bytes, path: path) }
    }
    placeDecisions = options.placeDecisions
    if let office = options.office {
      office.postpone()
      prepare = { files, isInterrupted in await office.prepare(files, until: isInterrupted) }
      converterVersion = { office.versionText }
    }
  }
}

/// Made when the first worker converts something: its tables take ICU a tenth of a second, which a run over unchanged
/// inputs need not wait for.
private final class SharedPipeline: Sendable {
  private let options: ConversionOptions
  private let pipeline = Mutex<Pipeline?>(nil)

  init(_ options: ConversionOptions) {
    self.options = options
  }

  /// Nil if ICU's data cannot be used.
  func made() -> Pipeline? {
    pipeline.withLock { pipeline in
      if pipeline == nil { pipeline = try? Pipeline(options) }
      return pipeline
    }
  }
}

extension Failure {
  static let noPipeline = Failure(
    "icu-data",
    Message(
      zh: "本程序所用的 ICU 数据读不出，未能转换；请重新安装 ICU（libicu72）。",
      en: "ICU's data cannot be used, so nothing was converted; install ICU (libicu72) again."))
}

/// Converts one input in memory.
package func convert(
  _ bytes: [UInt8], path: String, options: ConversionOptions
) throws -> Conversion {
  var converter = Converter(try Pipeline(options), options.producer)
  return converter.convert(bytes, path: path)
}

extension Conversion {
  /// The decisions about single corrections that hold for none in this input.
  package func staleDecisions(_ options: ConversionOptions) -> [PlaceDecision] {
    options.placeDecisions.filter { !decisions.contains($0.key) }
  }

  /// Writes the outputs into a folder, beside whatever stands there; the manifest is not touched.
  package func write(into folder: [UInt8]) throws(Failure) {
    do throws(FileProblem) {
      let folder = try OutputFolder(folder)
      for output in outputs { _ = try folder.write(output.bytes, to: output.file) }
    } catch {
      throw error.failure(PathText.text(of: folder))
    }
  }
}

/// Holds a converter for a closure that is called from one thread.
final class ConverterBox {
  private var converter: Converter

  init(_ pipeline: Pipeline, _ producer: Producer) {
    converter = Converter(pipeline, producer)
  }

  func convert(_ bytes: [UInt8], path: String) -> Conversion {
    converter.convert(bytes, path: path)
  }
}

extension Producer {
  /// The value of `producer` as an object.
  fileprivate var value: JSONObject {
    var object = JSONObject()
    object["evidence"] = .array(
      evidence.map { .object(JSONObject([("name", .string($0.name)), ("sha256", .string($0.sha256))])) })
    object["icu"] = .string(icu)
    object["name"] = .string(name)
    object["options"] = options
    object["unicode"] = .string(unicode)
    object["version"] = .string(version)
    return object
  }
}
