internal import Ingestion
internal import Provenance
internal import Publishing
internal import Reviewing

/// Reads what people are to look at. A file that cannot be read is named on standard error, and costs only itself.
enum ReviewInputs {
  /// `paths` is nil for standard input.
  static func read(
    _ paths: [[UInt8]]?, _ pipeline: Pipeline, _ limits: LimitOptions, _ language: Language
  ) -> (batch: ReviewBatch, isFailed: Bool) {
    var batch = ReviewBatch()
    var isFailed = false
    guard let paths else {
      let content = StandardInput.read(limit: limits.maxBytes)
      isFailed = !add(InputFiles.Input(path: "stdin", display: "-", content: content), to: &batch, pipeline, language)
      return (batch, isFailed)
    }
    for input in InputFiles(paths, maxBytes: limits.maxBytes, archives: limits.archives)
    where !add(input, to: &batch, pipeline, language) {
      isFailed = true
    }
    return (batch, isFailed)
  }

  private static func add(
    _ input: InputFiles.Input, to batch: inout ReviewBatch, _ pipeline: Pipeline, _ language: Language
  ) -> Bool {
    do throws(Failure) {
      let result = try pipeline.filings(try input.content.get(), path: input.path)
      do {
        try batch.add(result.filings, of: result.document, path: input.path)
      } catch {
        throw Failure.undigested
      }
      return true
    } catch {
      Terminal.complain(input.display, error, language)
      try? batch.add(unreadable: input.path, id: error.id, error.message)
      return false
    }
  }
}
