// Over 300 lines: the page with its style and script, which belong together.

internal import Comparing
internal import Digest
internal import JSON
internal import Provenance

/// The changes as one page: summary, filters by kind, department and text, and every change with old and new side by
/// side. It needs no network and no script to be read; the script only filters.
///
/// Everything that comes from a filing is written as text. The policy in the page allows nothing but its own style and
/// script, by their hashes.
package enum ChangesPage {
  package static func bytes(_ years: [ComparedYears], _ language: Language) -> [UInt8] {
    var page = PageWriter(language == .en ? .en : .zh)
    page.write(years)
    return Array(page.html.utf8)
  }
}

private struct PageWriter {
  private(set) var html = ""
  private let language: Language

  init(_ language: Language) {
    self.language = language
  }

  mutating func write(_ years: [ComparedYears]) {
    let title = choose("绩效文本的年度变化", "What changed between years")
    html += "<!doctype html>\n<html lang=\"\(choose("zh-CN", "en"))\">\n<head>\n<meta charset=\"utf-8\">\n"
    html += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    html += "style-src 'sha256-\(Self.hash(Self.style))'; script-src 'sha256-\(Self.hash(Self.script))'; "
    html += "base-uri 'none'; form-action 'none'\">\n"
    html +=
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>\(escaped(title))</title>\n"
    html += "<style>\(Self.style)</style>\n</head>\n<body>\n<header>\n<h1>\(escaped(title))</h1>\n"
    for year in years { writeSummary(year) }
    html += "</header>\n"
    writeFilters(years)
    html += "<main id=\"changes\">\n"
    for year in years { write(year) }
    html += "<p id=\"none\" hidden>\(choose("没有符合条件的变化。", "No change fits the filters."))</p>\n</main>\n"
    html += "<script>\(Self.script)</script>\n</body>\n</html>\n"
  }

  private mutating func writeSummary(_ years: ComparedYears) {
    let comparison = years.comparison
    let projects = [comparison.old, comparison.new].map { $0.reduce(0) { $0 + $1.projects.count } }
    let waiting = comparison.matches.pairs.count { $0.isAmbiguous }
    let changes = comparison.changes.count
    let summary = choose(
      "部门 \(comparison.old.count) → \(comparison.new.count) · 项目 \(projects[0]) → \(projects[1]) · 变化 \(changes) 处"
        + (waiting > 0 ? " · \(waiting) 个项目的对应关系待确认" : ""),
      "departments \(comparison.old.count) → \(comparison.new.count) · projects \(projects[0]) → \(projects[1]) · "
        + "\(changes) changes" + (waiting > 0 ? " · \(waiting) matches to be confirmed" : ""))
    html += "<p><strong>\(escaped(span(years)))</strong> \(escaped(summary))</p>\n"
  }

  private func span(_ years: ComparedYears) -> String {
    func list(_ filings: [Snapshot]) -> String {
      Set(filings.compactMap(\.year)).sorted().map(String.init).joined(separator: "、")
    }
    return "\(list(years.comparison.old)) → \(list(years.comparison.new))"
  }

  // MARK: Filters

  private mutating func writeFilters(_ years: [ComparedYears]) {
    var counts: [Change.Kind: Int] = [:]
    var departments: [String] = []
    for year in years {
      for change in year.comparison.changes {
        counts[change.kind, default: 0] += 1
        let name = department(change, year)
        if !departments.contains(name) { departments.append(name) }
      }
    }
    html += "<form id=\"filters\" role=\"search\" aria-label=\"\(choose("筛选", "Filters"))\">\n"
    html += "<label>\(choose("查找", "Find")) <input type=\"search\" id=\"text\" autocomplete=\"off\"></label>\n"
    html += "<label>\(choose("部门", "Department")) <select id=\"department\"><option value=\"\">"
    html += "\(choose("全部", "All"))</option>"
    for (index, name) in departments.enumerated() { html += "<option value=\"\(index)\">\(escaped(name))</option>" }
    html += "</select></label>\n<fieldset><legend>\(choose("变化类型", "Kinds of change"))</legend>\n"
    for kind in Change.Kind.allCases {
      guard let count = counts[kind] else { continue }
      html += "<label><input type=\"checkbox\" name=\"kind\" value=\"\(kind.rawValue)\" checked> "
      html += "\(escaped(language.choose(ChangeWording.title(kind)))) <span class=\"count\">\(count)</span></label>\n"
    }
    html += "<button type=\"button\" id=\"all\">\(choose("全选", "All"))</button>"
    html += "<button type=\"button\" id=\"clear\">\(choose("全不选", "None"))</button></fieldset>\n"
    html +=
      "<output id=\"shown\" aria-live=\"polite\" data-words=\"\(choose("显示 # 处变化", "# changes shown"))\"></output>\n"
    html += "</form>\n"
    self.departments = departments
  }

  private var departments: [String] = []

  // MARK: Changes

  private mutating func write(_ years: ComparedYears) {
    var heading = ""
    var project: String?
    for change in years.comparison.changes {
      let name = department(change, years)
      let section = "\(span(years)) · \(name)"
      if section != heading {
        if project != nil { html += "</section>\n" }
        if !heading.isEmpty { html += "</section>\n" }
        heading = section
        project = nil
        html += "<section class=\"department\"><h2>\(escaped(section))</h2>\n"
      }
      let new = projectName(change, years)
      if new != project {
        if project != nil { html += "</section>\n" }
        project = new
        html += "<section class=\"project\"><h3>\(escaped(new))</h3>\n"
      }
      write(change, years, departments.firstIndex(of: name) ?? 0)
    }
    if project != nil { html += "</section>\n" }
    if !heading.isEmpty { html += "</section>\n" }
  }

  private func department(_ change: Change, _ years: ComparedYears) -> String {
    let department = years.department(change)
    return [department.code, department.name].compactMap(\.self).joined(separator: " ")
  }

  private func projectName(_ change: Change, _ years: ComparedYears) -> String {
    let (old, new) = (years.oldProject(change)?.name, years.newProject(change)?.name)
    switch (old, new) {
    case (let old?, let new?): return old == new ? new : "\(old) → \(new)"
    case (let name?, nil), (nil, let name?): return name
    case (nil, nil): return choose("部门整体", "The department as a whole")
    }
  }

  private mutating func write(_ change: Change, _ years: ComparedYears, _ department: Int) {
    html += "<article data-kind=\"\(change.kind.rawValue)\" data-department=\"\(department)\">\n<h4>"
    html += "<span class=\"kind\">\(escaped(language.choose(ChangeWording.title(change.kind))))</span>"
    let indicator = years.indicator(change)
    if let name = indicator.new?.name ?? indicator.old?.name { html += " \(escaped(name))" }
    if let amount = change.amount {
      let percent = change.percent.map { ", \($0 > 0 ? "+" : "")\(ChangeWording.yuan($0))%" } ?? ""
      html += " <span class=\"amount\">\(amount > 0 ? "+" : "")\(ChangeWording.yuan(amount)) "
      html += "\(choose("元", "yuan"))\(percent)</span>"
    }
    if change.isAmbiguous { html += " <span class=\"note\">\(choose("项目对应待确认", "project to be confirmed"))</span>" }
    if change.cause != .filing {
      html += " <span class=\"note\">\(escaped(language.choose(ChangeWording.title(change.cause))))</span>"
    }
    html += "</h4>\n<div class=\"sides\">\n"
    write(change.old, change, isOld: true, change.oldFiling.map(years.document(old:)))
    write(change.new, change, isOld: false, change.newFiling.map(years.document(new:)))
    html += "</div>\n</article>\n"
  }

  private mutating func write(_ side: Change.Side?, _ change: Change, isOld: Bool, _ file: String?) {
    html += "<div class=\"\(isOld ? "old" : "new")\">"
    guard let side else {
      html += "<p class=\"empty\">—</p></div>\n"
      return
    }
    html += "<p>"
    if change.words.contains(where: { $0.kind == .kept }) {
      for edit in change.words {
        switch edit.kind {
        case .kept: html += escaped(edit.text)
        case .removed where isOld: html += "<del>\(escaped(edit.text))</del>"
        case .inserted where !isOld: html += "<ins>\(escaped(edit.text))</ins>"
        default: break
        }
      }
    } else {
      let tag = isOld ? "del" : "ins"
      html += "<\(tag)>\(escaped(language.choose(ChangeWording.value(side.value, change))))</\(tag)>"
    }
    html += "</p>"
    if let file {
      var place = file
      if case .number(let number)? = side.places.first?["line"], let line = Int(exactly: number) { place += ":\(line)" }
      html += "<p class=\"place\">\(escaped(place)) <code>\(escaped(side.path))</code></p>"
    }
    html += "</div>\n"
  }

  // MARK: Text

  private func choose(_ zh: String, _ en: String) -> String { language.choose(zh, en) }

  /// As text, never as markup; what can't be seen or turns the order of characters is shown by name.
  private func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}",
        "\u{2060}"..."\u{206F}",
        "\u{FEFF}":
        result += "&lt;U+\(String(scalar.value, radix: 16, uppercase: true))&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// As a content security policy has it.
  private static func hash(_ text: String) -> String {
    (try? SHA256(of: text))?.base64 ?? ""
  }

  private static let style = """
    :root{color-scheme:light dark;--line:#d0d7de;--dim:#57606a;--old:#ffebe9;--new:#dafbe1;--oldink:#82071e;--newink:#0a5523;--back:#fff;--ink:#1f2328}
    @media (prefers-color-scheme:dark){:root{--line:#3d444d;--dim:#9198a1;--old:#3c1618;--new:#12311f;--oldink:#ffb3ae;--newink:#8fe3a5;--back:#0d1117;--ink:#e6edf3}}
    *{box-sizing:border-box}body{margin:0 auto;max-width:72rem;padding:1rem;font:15px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;background:var(--back);color:var(--ink)}
    h1{font-size:1.4rem;margin:.2rem 0}h2{font-size:1.1rem;border-bottom:2px solid var(--line);padding-bottom:.2rem;margin-top:1.6rem}h3{font-size:1rem;margin:1rem 0 .3rem}h4{font-size:.92rem;font-weight:600;margin:0 0 .3rem}
    header p{margin:.2rem 0;color:var(--dim)}header strong{color:var(--ink)}
    form{position:sticky;top:0;background:var(--back);border-bottom:1px solid var(--line);padding:.6rem 0;display:flex;flex-wrap:wrap;gap:.6rem;align-items:center;z-index:1}
    fieldset{border:1px solid var(--line);border-radius:6px;padding:.2rem .6rem .4rem;display:flex;flex-wrap:wrap;gap:.2rem .9rem;width:100%;max-height:9rem;overflow:auto}legend{color:var(--dim);font-size:.85rem}
    input,select,button{font:inherit;color:inherit;background:var(--back);border:1px solid var(--line);border-radius:6px;padding:.15rem .5rem}:focus-visible{outline:2px solid #0969da;outline-offset:2px}
    .count{color:var(--dim);font-variant-numeric:tabular-nums}output{color:var(--dim)}
    article{border:1px solid var(--line);border-radius:6px;padding:.5rem .7rem;margin:.4rem 0;content-visibility:auto;contain-intrinsic-size:auto 6rem}
    .kind{display:inline-block;border:1px solid var(--line);border-radius:999px;padding:0 .6rem;margin-right:.3rem;font-weight:400}.amount{font-variant-numeric:tabular-nums}.note{color:var(--dim);font-weight:400}
    .sides{display:grid;grid-template-columns:1fr 1fr;gap:.7rem}@media (max-width:640px){.sides{grid-template-columns:1fr}}
    .sides p{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}.place{color:var(--dim);font-size:.8rem}.empty{color:var(--dim)}
    .old,.new{border-left:3px solid var(--line);padding-left:.6rem}.old{border-color:var(--oldink)}.new{border-color:var(--newink)}
    del{background:var(--old);color:var(--oldink);text-decoration:line-through}ins{background:var(--new);color:var(--newink);text-decoration:underline}
    [hidden]{display:none!important}@media print{form{display:none}article{break-inside:avoid;content-visibility:visible}body{max-width:none}}
    """

  private static let script = """
    "use strict";
    (function () {
      var articles = Array.prototype.slice.call(document.querySelectorAll("article"));
      var texts = articles.map(function (article) { return article.textContent.toLowerCase(); });
      var boxes = Array.prototype.slice.call(document.querySelectorAll("input[name=kind]"));
      var text = document.getElementById("text"), department = document.getElementById("department");
      var shown = document.getElementById("shown"), none = document.getElementById("none");
      function apply() {
        var kinds = {}, word = text.value.trim().toLowerCase(), count = 0;
        boxes.forEach(function (box) { kinds[box.value] = box.checked; });
        articles.forEach(function (article, index) {
          var fits = kinds[article.dataset.kind] && (!department.value || article.dataset.department === department.value)
            && (!word || texts[index].indexOf(word) >= 0);
          article.hidden = !fits;
          if (fits) { count += 1; }
        });
        Array.prototype.forEach.call(document.querySelectorAll("section.project, section.department"), function (section) {
          section.hidden = !section.querySelector("article:not([hidden])");
        });
        none.hidden = count > 0;
        shown.textContent = shown.dataset.words.replace("#", count);
        var off = boxes.filter(function (box) { return !box.checked; }).map(function (box) { return box.value; });
        var state = [off.join(","), department.value, text.value].map(encodeURIComponent).join("/");
        try { history.replaceState(null, "", state === "//" ? "#" : "#" + state); } catch (error) { /* a file's address may not change */ }
      }
      var state = location.hash.slice(1).split("/").map(function (part) { try { return decodeURIComponent(part); } catch (error) { return ""; } });
      if (state.length === 3) {
        var off = state[0].split(",");
        boxes.forEach(function (box) { box.checked = off.indexOf(box.value) < 0; });
        department.value = state[1];
        text.value = state[2];
      }
      document.getElementById("all").addEventListener("click", function () { boxes.forEach(function (box) { box.checked = true; }); apply(); });
      document.getElementById("clear").addEventListener("click", function () { boxes.forEach(function (box) { box.checked = false; }); apply(); });
      document.getElementById("filters").addEventListener("submit", function (event) { event.preventDefault(); });
      boxes.concat([department]).forEach(function (element) { element.addEventListener("change", apply); });
      text.addEventListener("input", apply);
      apply();
      document.documentElement.dataset.ready = "true";
    })();
    """
}
