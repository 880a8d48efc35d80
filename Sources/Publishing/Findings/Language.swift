package import Provenance

/// The language of what is said to people.
package enum Language: String, Hashable, Sendable, CaseIterable {
  case zh, en
  /// Chinese, then English.
  case both

  /// The language that was asked for, else that of the locale.
  ///
  /// `environment` gives the value of a variable. POSIX: the first of LC_ALL, LC_MESSAGES and LANG that is
  /// not empty decides. It is Chinese unless that names another language: the filings and their readers are
  /// Chinese, and `C`, `POSIX` or nothing is what servers have that nobody set up.
  package static func preferred(_ asked: Language?, environment: (String) -> String?) -> Language {
    if let asked { return asked }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment(name), !value.isEmpty else { continue }
      let language = value.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }.lowercased()
      return ["zh", "c", "posix"].contains(language) ? .zh : .en
    }
    return .zh
  }

  /// One of two texts, or both with `separator` between them.
  package func choose(_ zh: String, _ en: String, separator: String = "/") -> String {
    switch self {
    case .zh: zh
    case .en: en
    case .both: zh + separator + en
    }
  }

  package func choose(_ message: Message, separator: String = " / ") -> String {
    choose(message.zh, message.en, separator: separator)
  }
}
