package import Provenance

/// Which filing this is: year, region and department, each with where it is said or from what it was inferred.
package struct Identity: Hashable, Sendable {
  package var year: Inferred<Int>?
  package var regionCode: Inferred<String>?
  package var regionName: Inferred<String>?
  package var departmentCode: Inferred<String>?
  package var departmentName: Inferred<String>?

  package init() {}

  /// Region, department and year, as in `130304-131-2021`.
  package var id: String { "\(regionKey)-\(departmentKey)-\(yearKey)" }

  /// The region's code, else the name of the place, else `unknown`.
  package var regionKey: String { regionCode?.value ?? regionName?.value ?? "unknown" }

  /// The department's code, else its name, else `unknown`.
  package var departmentKey: String { departmentCode?.value ?? departmentName?.value ?? "unknown" }

  /// The year, if the user gave it: nothing in the file says or implies it.
  package var givenYear: Int? { year.flatMap { $0.from.isEmpty && $0.places.isEmpty ? $0.value : nil } }

  package var yearKey: String { year.map { String($0.value) } ?? "undated" }
}

/// A value with the places that say it, and, where they only imply it, what it was inferred from.
package struct Inferred<Value: Hashable & Sendable>: Hashable, Sendable {
  package var value: Value
  /// Which fields imply it, as in `projects/*/code`; empty where it is said or given.
  package var from: [String]
  package var places: [Place]

  package init(_ value: Value, from: [String] = [], places: [Place] = []) {
    self.value = value
    self.from = from
    self.places = places
  }
}
