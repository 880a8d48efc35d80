internal import Provenance
internal import Reading

extension Failure {
  /// Not a failure yet: the file is converted together with others later in the run.
  static let postponed = Failure(
    "office-postponed", Message(zh: "等待与其他文件一起转换。", en: "It waits to be converted together with others."))

  static let officeMissing = Failure(
    "office-missing",
    Message(
      zh: """
        旧版 Word（.doc、.wps）、RTF 和 ODT 文件要由 LibreOffice 先转换为 .docx，而本机没有安装它（PATH 中找不到 soffice）。\
        请安装 Debian 软件包 libreoffice-writer，或在 Word、WPS 中另存为 .docx 后再试。
        """,
      en: """
        Old Word files (.doc, .wps), RTF and ODT are first turned into .docx by LibreOffice, which is not installed (no \
        soffice on the PATH). Install the Debian package libreoffice-writer, or save the file as .docx in Word or WPS.
        """))

  static let officeFailed = Failure(
    "office-failed",
    Message(
      zh: "LibreOffice 未能转换该文件：文件可能已损坏、不完整或有密码保护。请在 Word 或 WPS 中打开检查，另存为 .docx 后再试。",
      en: """
        LibreOffice could not convert the file: it may be damaged, cut off, or protected by a password. Open it in Word \
        or WPS to check, save it as .docx, and try again.
        """))

  static func officeTimedOut(seconds: Int) -> Failure {
    Failure(
      "office-timeout",
      Message(
        zh: "LibreOffice 转换该文件超过 \(seconds) 秒，已终止。请用 --office-seconds 放宽时限，或在 Word、WPS 中另存为 .docx 后再试。",
        en: """
          LibreOffice took more than \(seconds) seconds for the file and was ended. Allow more with --office-seconds, or \
          save the file as .docx in Word or WPS.
          """))
  }

  /// What LibreOffice made can't be read.
  static func officeOutput(_ error: ReadingError) -> Failure {
    Failure(
      "office-output",
      Message(
        zh: "LibreOffice 转换出的文件无法读取（\(error.message.zh)）",
        en: "What LibreOffice made of the file cannot be read. \(error.message.en)"))
  }
}
