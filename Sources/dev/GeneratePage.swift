/// Makes `Page.generated.swift` of the page's files: the frame, the style, and the scripts in the order in which they
/// build on each other.
func generatePage(html: String, style: String, scripts: [(name: String, text: String)]) -> String {
  let script =
    "(() => {\n'use strict';\n" + scripts.map { "// \($0.name)\n" + $0.text }.joined(separator: "\n") + "})();\n"
  func literal(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }
      .joined(separator: "\n")
  }
  return """
    // Generated from the *.html, *.css and *.js files in this folder by `dev docs`. Do not edit.

    /// The parts of the review page.
    enum PageData {
      static let html = ##\"""
    \(literal(html))
        \"""##

      static let style = ##\"""
    \(literal(style))
        \"""##

      static let script = ##\"""
    \(literal(script))
        \"""##
    }

    """
}

/// The page's scripts, each after what it needs.
let pageScripts = [
  "words", "text", "store", "batch", "decisions", "loading", "crosswalk", "filter", "facets", "list", "keys", "detail",
  "dialogs", "paper", "main",
]
