import JSON
import Provenance

/// What is wrong with a line of a stream.
extension Failure {
  static func lineTooLong(_ line: Int) -> Failure {
    Failure(
      "line-too-long",
      Message(
        zh: "第 \(line) 行超过长度上限，已跳过；请改为给出文件路径，或用 --max-bytes 调高上限。",
        en: "line \(line) is longer than the limit and was passed over; give the path of a file instead, or raise "
          + "--max-bytes."))
  }

  static func brokenLine(_ line: Int, _ error: JSONError? = nil) -> Failure {
    var error = error
    error?.line = line
    return Failure(
      "line-broken",
      Message(
        zh: error?.zh ?? "第 \(line) 行不是一个 JSON 对象；每行应为一个对象，或一个绝对路径。",
        en: error?.en ?? "line \(line) is no JSON object; a line holds one object, or an absolute path."))
  }

  static func unknownKey(_ key: String, _ line: Int) -> Failure {
    Failure(
      "line-key",
      Message(
        zh: "第 \(line) 行有不认识的键“\(key)”；可用的键是 id、path、bytes、text。",
        en: "line \(line) has the unknown key \"\(key)\"; there are id, path, bytes and text."))
  }

  static func wrongKey(_ key: String, _ line: Int) -> Failure {
    Failure(
      "line-key",
      Message(
        zh: "第 \(line) 行的“\(key)”应为字符串\(key == "bytes" || key == "text" ? "" : "，不能为空")。",
        en: "\"\(key)\" in line \(line) must be a string\(key == "bytes" || key == "text" ? "" : " that is not empty")."
      ))
  }

  static func missingKey(_ line: Int) -> Failure {
    Failure(
      "line-key",
      Message(
        zh: "第 \(line) 行没有说明要转换什么：请给出 path（文件路径），或 bytes（Base64）或 text（文字）并附 id。",
        en: "line \(line) does not say what to convert: give path (of a file), or bytes (base64) or text with an id."))
  }

  static func twoContents(_ line: Int) -> Failure {
    Failure(
      "line-key",
      Message(
        zh: "第 \(line) 行既有 bytes 又有 text；请只给一个。", en: "line \(line) has both bytes and text; give one."))
  }

  static func brokenBase64(_ line: Int) -> Failure {
    Failure(
      "line-base64",
      Message(
        zh: "第 \(line) 行的 bytes 不是 Base64（RFC 4648 第 4 节：不换行，以 = 补足四位）；请重新编码。",
        en: "bytes in line \(line) is no base64 (RFC 4648, section 4: no line breaks, padded with =); encode it again.")
    )
  }

  static func relativePath(_ path: String, _ line: Int) -> Failure {
    Failure(
      "path-relative",
      Message(
        zh: "第 \(line) 行的“\(path)”不是绝对路径，也不是 JSON 对象；请给出以 / 开头的路径，或用 --root 指定相对路径所在的文件夹。",
        en:
          "\(path) in line \(line) is no absolute path, and no JSON object; begin it with /, or say with --root which "
          + "folder it is relative to."))
  }

  static func outsideRoot(_ path: String, _ line: Int) -> Failure {
    Failure(
      "path-outside-root",
      Message(
        zh: "第 \(line) 行的“\(path)”不在 --root 指定的文件夹之中；请检查路径，或换一个 --root。",
        en: "\(path) in line \(line) does not stand below the folder of --root; check the path, or give another --root."
      ))
  }

  static func unclearPath(_ path: String, _ line: Int) -> Failure {
    Failure(
      "path-unclear",
      Message(
        zh: "第 \(line) 行的路径“\(path)”为空或含有“..”；请写出完整的路径。",
        en: "the path \(path) in line \(line) is empty or has .. in it; write it out."))
  }
}
