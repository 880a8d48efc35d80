/// JSON pointers of a filing's values, as its output writes them.
enum Pointer {
  static func project(_ project: Int) -> String { "/projects/\(project)" }

  static func project(_ project: Int, _ field: String) -> String { "/projects/\(project)/\(field)" }

  static func indicator(_ project: Int, _ indicator: Int) -> String {
    "/projects/\(project)/indicators/\(indicator)"
  }

  static func indicator(_ project: Int, _ indicator: Int, _ field: String) -> String {
    "/projects/\(project)/indicators/\(indicator)/\(field)"
  }

  static func duty(_ duty: Int, _ field: String) -> String { "/overall/goals/\(duty)/\(field)" }
}
