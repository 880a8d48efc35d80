/// The forms that the program knows.
package enum Forms {
  /// All of them, read from the data that the program carries. A file that cannot be read is left out; a test reads
  /// each.
  package static func all() -> [Form] {
    FormData.all.compactMap { try? Form(json: $0.json) }
  }

  /// 河北省部门预算绩效文本.
  package static func hebei() throws(FormError) -> Form { try Form(json: FormData.hebei) }
}
