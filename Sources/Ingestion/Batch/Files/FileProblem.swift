import Glibc
import Provenance

/// Why a file or folder could not be read or written. The raw value is kept with an input, so it is small.
enum FileProblem: UInt8, Error, Hashable, Sendable, CaseIterable {
  case denied
  case notFound
  case isFolder
  case special
  case tooLarge
  case linkLoop
  case folderLoop
  case samePath
  case nameTooLong
  case unsafeName
  case diskFull
  case readOnly
  case tooManyOpen
  case inTheWay
  case changed
  case failed

  init(_ error: SystemError) {
    self =
      switch error.code {
      case EACCES, EPERM: .denied
      case ENOENT: .notFound
      case EISDIR: .isFolder
      case ENXIO, ENODEV: .special
      case ELOOP: .linkLoop
      case ENAMETOOLONG: .nameTooLong
      case EINVAL: .unsafeName
      case ENOSPC, EDQUOT, EFBIG: .diskFull
      case EROFS: .readOnly
      case EMFILE, ENFILE: .tooManyOpen
      case ENOTDIR, EEXIST: .inTheWay
      default: .failed
      }
  }

  var id: String {
    switch self {
    case .denied: "file-denied"
    case .notFound: "file-not-found"
    case .isFolder: "file-is-folder"
    case .special: "file-special"
    case .tooLarge: "file-too-large"
    case .linkLoop: "link-loop"
    case .folderLoop: "folder-loop"
    case .samePath: "same-path"
    case .nameTooLong: "name-too-long"
    case .unsafeName: "name-unsafe"
    case .diskFull: "disk-full"
    case .readOnly: "disk-read-only"
    case .tooManyOpen: "too-many-open-files"
    case .inTheWay: "name-taken"
    case .changed: "file-changed"
    case .failed: "file-failed"
    }
  }

  /// `name` is the file or folder as the user knows it: relative, never a place on this machine.
  func failure(_ name: String) -> Failure {
    Failure(id, Message(zh: "“\(name)”\(zh)", en: "\(name): \(en)"))
  }

  /// About what came on standard input, which has no name.
  var failureOfStandardInput: Failure {
    Failure(id, Message(zh: "标准输入\(zh)", en: "standard input: \(en)"))
  }

  private var zh: String {
    switch self {
    case .denied: "没有访问权限，未能处理；请检查文件或文件夹的权限后重试。"
    case .notFound: "不存在（或是指向不存在文件的链接）；请检查路径是否写对、文件是否已被移走。"
    case .isFolder: "是文件夹，此处应为文件；请检查路径。"
    case .special: "不是普通文件（而是管道、设备或套接字），不予读取；请改用普通文件。"
    case .tooLarge: "超过单个文件的大小上限（不指定时为 64 MiB），未读取；请确认它是绩效文本，必要时用 --max-bytes 调高上限。"
    case .linkLoop: "是循环的符号链接，打不开；请改正或删除该链接。"
    case .folderLoop: "是指回上级文件夹的符号链接，其内容已在别处读取；请删除该链接。"
    case .samePath: "在给出的几个位置中各有一个不同的文件，相对路径相同，无法区分；请改为给出它们共同的上级文件夹。"
    case .nameTooLong: "的名称或路径过长，系统不接受；请缩短后重试。"
    case .unsafeName: "不能用作输出文件的名称（为空、以点开头、含有“..”，或是绝对路径）；请检查编号。"
    case .diskFull: "写不下：磁盘已满或超出配额；请腾出空间后重试，已完成的部分不会重做。"
    case .readOnly: "所在的磁盘是只读的；请换一个输出文件夹。"
    case .tooManyOpen: "打不开：同时打开的文件太多；请用 --jobs 减少并行任务数后重试。"
    case .inTheWay: "所需的位置已有同名的文件（应为文件夹）或文件夹（应为文件）；请移走它，或换一个位置。"
    case .changed: "在转换过程中被改动；请在文件不再变化后重试。"
    case .failed: "读写出错（磁盘或网络故障）；请检查存储设备后重试。"
    }
  }

  private var en: String {
    switch self {
    case .denied: "no permission, so it was not processed; check the permissions of the file or folder and try again."
    case .notFound: "does not exist, or is a link to nothing; check the path, or whether the file was moved."
    case .isFolder: "is a folder where a file was expected; check the path."
    case .special: "not a regular file (a pipe, device or socket), so not read; give a regular file."
    case .tooLarge:
      "larger than the limit for one file (64 MiB unless given), so not read; check that it is a filing, or raise the "
        + "limit with --max-bytes."
    case .linkLoop: "a symbolic link that leads to itself; correct or remove it."
    case .folderLoop: "a link back to a folder above it, which has been read already; remove the link."
    case .samePath:
      "different files in several of the places given have this same relative path; give the folder above them instead."
    case .nameTooLong: "the name or path is longer than the system takes; shorten it and try again."
    case .unsafeName: "no name for an output file (empty, hidden, absolute, or with ..); check the id."
    case .diskFull: "cannot be written, the disk is full or the quota used up; make room and run again to go on."
    case .readOnly: "the disk is read-only; choose another output folder."
    case .tooManyOpen: "cannot be opened, too many files are open; run fewer jobs with --jobs."
    case .inTheWay:
      "a file stands where a folder is needed, or a folder where a file is; move it, or choose another place."
    case .changed: "was changed while it was converted; try again when it no longer changes."
    case .failed: "reading or writing failed (disk or network); check the storage and try again."
    }
  }
}
