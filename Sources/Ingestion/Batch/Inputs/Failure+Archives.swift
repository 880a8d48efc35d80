import Archives
import Provenance

extension ArchiveError {
  /// Whether the archive may be sound, and asks for more than is allowed.
  var isLimit: Bool {
    switch self {
    case .tooManyEntries, .tooLarge: true
    default: false
    }
  }

  /// About an archive that is read as a folder, or an entry of it; `name` is the path that is shown.
  func failure(_ name: String) -> Failure {
    Failure(id, Message(zh: "“\(name)”\(zh)", en: "\(name): \(en)"))
  }

  private var id: String {
    switch self {
    case .truncated, .damaged, .wrongChecksum, .corrupt: "zip-damaged"
    case .encrypted: "zip-encrypted"
    case .unknownMethod: "zip-method"
    case .tooManyEntries: "zip-entries"
    case .duplicate: "zip-duplicate"
    case .overlapping: "zip-overlap"
    case .unsafeName: "zip-name"
    case .tooLarge: "zip-too-large"
    case .bomb: "zip-bomb"
    case .noMemory: "no-memory"
    }
  }

  private var zh: String {
    switch self {
    case .truncated: "所在的压缩包不完整，很可能没有下载或复制完；请重新获取。"
    case .damaged, .wrongChecksum, .corrupt: "在压缩包中已损坏，无法解压或校验不符；请重新获取压缩包。"
    case .encrypted: "在压缩包中有密码保护；请先用密码解压，再转换其中的文件。"
    case .unknownMethod(_, let method): "使用了本程序不支持的压缩方法（\(method)）；请先解压，再转换其中的文件。"
    case .tooManyEntries(let count): "是有 \(count) 个文件的压缩包，多于允许的数目，未读取；请先解压，或用 --max-entries 调高上限。"
    case .duplicate: "在压缩包中有两个，无法区分；请先解压并核对。"
    case .overlapping: "与压缩包中的另一个文件重叠，为安全起见没有读取；请重新打包。"
    case .unsafeName(let name): "在压缩包中的名称是“\(name)”，指向压缩包之外或不合法，没有读取；请重新打包。"
    case .tooLarge(_, let limit):
      "解压后超过 \(limit >> 20) MiB 的上限，未读取；请确认它是绩效文本，必要时用 --max-bytes（单个文件）或 --max-total-bytes（整个压缩包）调高上限。"
    case .bomb(_, let ratio): "的压缩比超过 \(ratio)，像是压缩炸弹，没有读取；确认无误时，可用 --max-ratio 调高上限。"
    case .noMemory: "解压所需的内存不足。"
    }
  }

  private var en: String {
    switch self {
    case .truncated: "the archive is cut off; download or copy it again."
    case .damaged, .wrongChecksum, .corrupt:
      "damaged in the archive: it does not unpack to what its checksum says; get the archive again."
    case .encrypted: "protected by a password in the archive; unpack it with the password and convert the files."
    case .unknownMethod(_, let method):
      "packed by method \(method), which is not read; unpack the archive and convert the files."
    case .tooManyEntries(let count):
      "an archive of \(count) files, more than allowed, so not read; unpack it, or raise the limit with --max-entries."
    case .duplicate: "in the archive twice, which cannot be told apart; unpack it and look."
    case .overlapping: "overlaps another file of the archive, so for safety not read; pack it again."
    case .unsafeName(let name):
      "called “\(name)” in the archive, which leads out of it or is no name, so not read; pack it again."
    case .tooLarge(_, let limit):
      "more than \(limit >> 20) MiB when unpacked, so not read; check that it is a filing, or raise the limit with "
        + "--max-bytes (one file) or --max-total-bytes (a whole archive)."
    case .bomb(_, let ratio):
      "unpacks to more than \(ratio) times its size, as a bomb does, so not read; if it is sound, raise --max-ratio."
    case .noMemory: "there is not enough memory to unpack it."
    }
  }
}
