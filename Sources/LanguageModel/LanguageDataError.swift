/// A file of language data that can't be used, and why.
package struct LanguageDataError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case missing
    /// The system's own number of the error, and its text.
    case unreadable(errno: Int32, text: String)
    /// Another kind of file, or a version that this program does not know.
    case unknownFormat
    /// Cut short or inconsistent.
    case damaged
    case outOfMemory
  }

  package let file: LanguageData
  package let path: String
  package let reason: Reason

  package var zh: String {
    let subject = "\(file.zh)（\(path)）"
    return switch reason {
    case .missing: "找不到\(subject)。请安装 Debian 软件包：apt-get install \(file.package)"
    case .unreadable(let number, let text): "无法读取\(subject)：\(text)（错误 \(number)）。请检查该文件的读取权限。"
    case .unknownFormat:
      "\(subject)的格式或版本无法识别；需要 Debian 12 的 \(file.package)。请重新安装：apt-get install --reinstall \(file.package)"
    case .damaged: "\(subject)已损坏或不完整。请重新安装：apt-get install --reinstall \(file.package)"
    case .outOfMemory: "内存不足，无法载入\(subject)。"
    }
  }

  package var en: String {
    let subject = "the \(file.en) (\(path))"
    return switch reason {
    case .missing: "cannot find \(subject); install the Debian package: apt-get install \(file.package)"
    case .unreadable(let number, let text):
      "cannot read \(subject): \(text) (error \(number)); check that the file may be read"
    case .unknownFormat:
      "\(subject) is of an unknown format or version; that of Debian 12's \(file.package) is needed: "
        + "apt-get install --reinstall \(file.package)"
    case .damaged: "\(subject) is damaged or incomplete; install it anew: apt-get install --reinstall \(file.package)"
    case .outOfMemory: "out of memory while loading \(subject)"
    }
  }
}
