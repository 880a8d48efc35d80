package import JSON
package import Provenance

/// The schemas of what the program writes, as `jixiao schema NAME` prints them.
package enum SchemaName: String, CaseIterable, Sendable {
  case decision, filing, finding, manifest, suggestion

  package var summary: Message {
    switch self {
    case .decision: Message(zh: "一条决定（decisions.jsonl 的一行）", en: "One decision, a line of decisions.jsonl")
    case .filing: Message(zh: "一个部门一个年度的绩效目标文本", en: "One department's filing for one year")
    case .finding: Message(zh: "一条检查结果（JSON Lines 的一行）", en: "One finding, a line of JSON Lines")
    case .manifest: Message(zh: "一批转换的清单", en: "The manifest of a batch")
    case .suggestion: Message(zh: "一处待决定的更正（JSON Lines 的一行）", en: "One repair to decide on, a line of JSON Lines")
    }
  }

  /// The schema's bytes, keys sorted.
  package func bytes(_ layout: JSONWriter.Layout = .indented) -> [UInt8] {
    var writer = JSONWriter(layout)
    schema.json.write(to: &writer)
    writer.finish()
    return writer.bytes
  }

  private var schema: Schema {
    switch self {
    case .decision: .decision
    case .filing: .filing
    case .finding: .finding
    case .manifest: .manifest
    case .suggestion: .suggestion
    }
  }
}
