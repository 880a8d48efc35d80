package import ICU
package import Modeling
package import Provenance

/// The cross-checks: diagnostics, never repairs.
package enum Checks {
  /// In the order in which their findings stand in an output: what concerns the whole filing and its projects,
  /// then each indicator, then what only shows when texts are compared.
  package static let all: [Check] = [
    // Codes, names and money.
    .projectCodeDuplicate,
    .headingAgainstName,
    // Indicators, one by one.
    .unknownLevel,
    .indicatorWithoutName,
    .indicatorWithoutTarget,
    .duplicateIndicator,
    .descriptionRepeatsName,
    .nameDescriptionContradict,
    // What stands in several places.
    .identicalTargets,
    .pastedIndicators,
    .onePhraseTwoSpellings,
    .dutyWithoutProject,
  ]

  /// What the checks find in a filing whose texts are normalised and whose identity is known, in the order of the
  /// checks, and for each in document order. O(filing).
  package static func diagnostics(
    of filing: Filing, readings: Readings, checks: [Check] = all
  ) -> [Diagnostic] {
    var result: [Diagnostic] = []
    for check in checks {
      var findings = Findings(id: check.id, severity: check.severity, diagnostics: result)
      result = []
      check.findings(filing, readings, &findings)
      result = findings.diagnostics
    }
    return result
  }
}
