internal import CICU

/// The versions that normalisation depends on; they are recorded in every output.
package enum ICUVersion {
  /// Such as "72.1".
  package static var icu: String { unsafe String(cString: cicu_version()) }
  /// Such as "15.0".
  package static var unicode: String { unsafe String(cString: cicu_unicode_version()) }
}
