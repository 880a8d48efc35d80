internal import Digest
internal import Documents
package import Provenance
package import Publishing
package import Reading

/// An input as it was read, and what was done to it first.
package struct ReadInput: Sendable {
  package var read: ReadDocument
  /// The program that turned it into a .docx; nil if it was read as it is.
  package var convertedBy: SourceRecord.Converter?
}

/// Reads an input, which `office` may turn into a .docx first.
package func readInput(
  _ bytes: [UInt8], office: Office?, limits: DocxLimits = DocxLimits(), diagnostics: inout [Diagnostic]
) throws(Failure) -> ReadInput {
  do throws(ReadingError) {
    return ReadInput(read: try read(bytes, limits, diagnostics: &diagnostics), convertedBy: nil)
  } catch {
    guard case .unreadable(let format) = error, format.isConvertible, let office else {
      throw Failure(error.id, error.message)
    }
    let converted = try office.converted(bytes, format)
    let document = try readConverted(converted.docx, limits, &diagnostics)
    do throws(DigestError) {
      let sum = try SHA256(of: document.document.source.utf8).hex
      return ReadInput(
        read: document,
        convertedBy: SourceRecord.Converter(name: Office.name, version: converted.version, textSHA256: sum))
    } catch {
      throw .undigested
    }
  }
}

private func readConverted(
  _ docx: [UInt8], _ limits: DocxLimits, _ diagnostics: inout [Diagnostic]
) throws(Failure) -> ReadDocument {
  do throws(ReadingError) {
    return try read(docx, limits, diagnostics: &diagnostics)
  } catch .emptyDocument {
    throw Failure(ReadingError.emptyDocument.id, ReadingError.emptyDocument.message)
  } catch {
    throw .officeOutput(error)
  }
}
