internal import Ingestion
internal import Publishing

/// The one input of a command that takes one.
enum CommandInput {
  /// Reads a file, or standard input for `-`; says why not and ends the command.
  static func read(_ path: String, _ maxBytes: Int, archives: FolderLimits = FolderLimits(), _ language: Language)
    throws -> [UInt8]
  {
    do throws(Failure) {
      if path == "-" { return try StandardInput.read(limit: maxBytes).get() }
      var arguments = RawArguments()
      return try InputFiles.read(arguments.path(path), path, maxBytes, archives: archives).get()
    } catch {
      Terminal.complain(path, error, language)
      throw Exit.trouble
    }
  }
}
