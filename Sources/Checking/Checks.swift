package import ICU
package import Modeling
package import Provenance

extension Check {
  /// Every check, in the order in which their findings stand in an output.
  package static let all: [Check] = [
    // The filing and its projects: codes, names, money.
    .regionAgainstUnit,
    .codeYears,
    .projectCodeForm,
    .projectCodeDuplicate,
    .headingAgainstName,
    .budgetSum,
    .amountInPurpose,
    .amountInTitle,
    .schedule,
    // Indicators, each by itself.
    .unknownLevel,
    .indicatorWithoutName,
    .indicatorWithoutTarget,
    .duplicateIndicator,
    .thresholdContradiction,
    .targetOver100,
    .costDirection,
    .amountWithoutUnit,
    .timeWithoutTime,
    .numberAsRatio,
    .yesNoNumber,
    .nameDescriptionContradict,
    .descriptionRepeatsName,
    // What only shows when places are compared.
    .identicalTargets,
    .pastedIndicators,
    .onePhraseTwoSpellings,
    .dutyWithoutProject,
  ]
}

/// The cross-checks: diagnostics, never repairs.
package enum Checks {
  /// What the checks find in a filing whose texts are normalised and whose identity is known, in the order of the
  /// checks, and for each in document order. O(filing).
  package static func diagnostics(
    of filing: Filing, readings: Readings, checks: [Check] = Check.all
  ) -> [Diagnostic] {
    var result: [Diagnostic] = []
    var spoken: SpokenFiling?
    for check in checks {
      var findings = Findings(id: check.id, severity: check.severity, diagnostics: [])
      switch check.body {
      case .reading(let body): body(filing, &findings)
      case .listening(let body):
        let heard = spoken ?? SpokenFiling(filing, readings)
        spoken = heard
        body(filing, heard, &findings)
      }
      result += findings.diagnostics
    }
    return result
  }
}
