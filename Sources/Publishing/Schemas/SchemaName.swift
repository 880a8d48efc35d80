package import JSON
package import Provenance

/// The schemas of what the program writes, as `jixiao schema NAME` prints them.
package enum SchemaName: String, CaseIterable, Sendable {
  case filing, finding, manifest

  package var summary: Message {
    switch self {
    case .filing: Message(zh: "一个部门一个年度的绩效目标文本", en: "One department's filing for one year")
    case .finding: Message(zh: "一条检查结果（JSON Lines 的一行）", en: "One finding, a line of JSON Lines")
    case .manifest: Message(zh: "一批转换的清单", en: "The manifest of a batch")
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
    case .filing: .filing
    case .finding: .finding
    case .manifest: .manifest
    }
  }
}
