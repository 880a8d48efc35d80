package import JSON
package import Provenance

/// The schemas of what the program writes, as `jixiao schema NAME` prints them.
package enum SchemaName: String, CaseIterable, Sendable {
  case change, changes, decision, filing, finding, history, manifest, suggestion
  case workerLine = "worker-line"

  package var summary: Message {
    switch self {
    case .change: Message(zh: "一处年度变化（JSON Lines 的一行）", en: "One change between years, a line of JSON Lines")
    case .changes: Message(zh: "年度之间的全部变化", en: "All that changed between years")
    case .history: Message(zh: "一个部门的历年数据", en: "One department through the years")
    case .decision: Message(zh: "一条决定（decisions.jsonl 的一行）", en: "One decision, a line of decisions.jsonl")
    case .filing: Message(zh: "一个部门一个年度的绩效目标文本", en: "One department's filing for one year")
    case .finding: Message(zh: "一条检查结果（JSON Lines 的一行）", en: "One finding, a line of JSON Lines")
    case .manifest: Message(zh: "一批转换的清单", en: "The manifest of a batch")
    case .suggestion: Message(zh: "一处待决定的更正（JSON Lines 的一行）", en: "One repair to decide on, a line of JSON Lines")
    case .workerLine: Message(zh: "jixiao worker 写出的一行", en: "One line that jixiao worker writes")
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
    case .change: .change
    case .changes: .changes
    case .history: .history
    case .decision: .decision
    case .filing: .filing
    case .finding: .finding
    case .manifest: .manifest
    case .suggestion: .suggestion
    case .workerLine: .workerLine
    }
  }
}
