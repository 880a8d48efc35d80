/// The forms that the program knows.
package enum Forms {
  /// All families as one: what a label means is the same in each, and where it isn't, the first family counts.
  package static func all() throws(FormError) -> Form { try Form(json: FormData.all.map(\.json)) }
}
