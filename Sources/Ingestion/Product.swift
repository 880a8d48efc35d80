internal import ICU
package import JSON
package import Publishing

/// What this program is, as it signs its outputs.
package enum Product {
  package static let name = "jixiao"
  package static let version = "0.1.0"

  /// What `--version` prints.
  package static var versionText: String {
    "\(name) \(version) (ICU \(ICUVersion.icu), Unicode \(ICUVersion.unicode))"
  }

  /// Everything besides the input that an output depends on.
  package static func producer(options: JSONValue, evidence: [Producer.EvidenceFile] = []) -> Producer {
    Producer(
      name: name, version: version, icu: ICUVersion.icu, unicode: ICUVersion.unicode, options: options,
      evidence: evidence)
  }
}
