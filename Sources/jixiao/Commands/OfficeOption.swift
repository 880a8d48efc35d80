internal import ArgumentParser
internal import Ingestion

struct OfficeOption: ParsableArguments {
  @Option(help: "LibreOffice 转换一个旧版文件的时限（秒）。 · Seconds that LibreOffice may take for an old file.")
  var officeSeconds = Office.seconds

  func validate() throws {
    if !(1...86_400).contains(officeSeconds) {
      throw ValidationError("--office-seconds 应在 1 到 86400 之间。 · --office-seconds must be from 1 to 86400.")
    }
  }

  var office: Office { Office(seconds: officeSeconds) }
}
