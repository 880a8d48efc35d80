internal import ArgumentParser
internal import Ingestion
internal import Reading

/// What an input may ask for; beyond it, it is refused.
struct LimitOptions: ParsableArguments {
  @Option(help: "单个文件的大小上限（字节），压缩包中的按解压后计。 · The largest file that is read, in bytes; of an archive, unpacked.")
  var maxBytes = 64 << 20

  @Option(help: "Word 文件一个部件解压后的上限（字节）。 · The largest part of a Word file when unpacked, in bytes.")
  var maxPartBytes = DocxLimits().partBytes

  @Option(help: "Word 文件文字的上限（字节）。 · The most text of a Word file, in bytes.")
  var maxTextBytes = DocxLimits().textBytes

  @Option(help: "压缩比上限，防备压缩炸弹。 · How many times its size something packed may become.")
  var maxRatio = DocxLimits().ratio

  @Option(help: "一个压缩包中的文件个数上限。 · The most files in one archive.")
  var maxEntries = FolderLimits().entries

  @Option(help: "一个压缩包解压后的总字节数上限。 · The most bytes of one archive, unpacked.")
  var maxTotalBytes = FolderLimits().totalBytes

  func validate() throws {
    let all = [
      ("--max-bytes", maxBytes), ("--max-part-bytes", maxPartBytes), ("--max-text-bytes", maxTextBytes),
      ("--max-ratio", maxRatio), ("--max-entries", maxEntries), ("--max-total-bytes", maxTotalBytes),
    ]
    for (name, value) in all where value < 1 {
      throw ValidationError("\(name) 应为正数。 · \(name) must be positive.")
    }
  }

  var docx: DocxLimits {
    var limits = DocxLimits()
    limits.partBytes = maxPartBytes
    limits.textBytes = maxTextBytes
    limits.ratio = maxRatio
    return limits
  }

  var archives: FolderLimits {
    var limits = FolderLimits()
    limits.entries = maxEntries
    limits.totalBytes = maxTotalBytes
    limits.ratio = maxRatio
    return limits
  }
}
