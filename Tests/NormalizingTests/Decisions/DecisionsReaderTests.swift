import Normalizing
import Provenance
import Testing

@Suite struct DecisionsReaderTests {
  private func problems(_ text: String) -> [String] {
    do throws(DecisionsProblems) {
      _ = try Decisions.read(Array(text.utf8))
      return []
    } catch {
      return error.problems.map { "\($0.line): \($0.message.en)" }
    }
  }

  @Test func `a suggestion's line becomes a decision by adding one`() throws {
    let line = """
      {"after":"、","applied":false,"before":"","certainty":"possible","column":27,"decision":"accept","department":"131",\
      "evidence":[],"file":"a.txt","filed":"制度办法","filing":"130304-131-2021","key":"b93c2cd98c11801b","line":35,\
      "path":"/overall/goal","rule":"missing-enumeration-comma","scope":"place"}
      """
    let decisions = try Decisions.read(Array(line.utf8))
    let decision = try #require(decisions.places["b93c2cd98c11801b"])
    #expect(decision.choice == .accept && decision.scope == .place && decision.line == 1)
    #expect(decision.filed == "制度办法" && decision.before == "" && decision.after == "、")
  }

  @Test func `blank lines, carriage returns and a byte order mark are passed over`() throws {
    let text = "\u{FEFF}\r\n  \n{\"decision\":\"reject\",\"scope\":\"place\",\"key\":\"k\",\"filed\":\"\"}\r\n\n"
    #expect(try Decisions.read(Array(text.utf8)).places["k"]?.line == 3)
    #expect(try Decisions.read([]).isEmpty)
  }

  @Test func `who, when and why are kept, and empty ones are none`() throws {
    let text = #"{"decision":"reject","scope":"place","key":"k","filed":"x","by":"张三","at":"","note":null}"#
    let decision = try #require(try Decisions.read(Array(text.utf8)).places["k"])
    #expect(decision.by == "张三" && decision.at == nil && decision.note == nil)
  }

  @Test func `every line that cannot be used is named with what was expected`() {
    #expect(problems("nope").first?.hasPrefix("1: no valid JSON: ") == true)
    #expect(
      problems("{}\n[]") == [
        "1: “decision” should be one of accept, reject, edit, unsure.", "2: Should be a JSON object.",
      ])
    #expect(
      problems(#"{"decision":"maybe","scope":"place"}"#).first?.hasPrefix("1: “decision” should be one of") == true)
    #expect(problems(#"{"decision":"accept"}"#) == ["1: “scope” should be one of place, text, rule."])
    #expect(problems(#"{"decision":"accept","scope":"place","key":1}"#) == ["1: “key” should be a string."])
    #expect(
      problems(#"{"decision":"accept","scope":"place","key":"k","filed":"x","befor":"y"}"#).first?
        .hasPrefix("1: Unknown key “befor”; the keys are key, decision") == true)
    #expect(
      problems(#"{"decision":"edit","scope":"rule","rule":"r","department":"131","after":"x"}"#) == [
        "1: A whole rule cannot be edited, only accepted or rejected."
      ])
  }

  @Test(arguments: [
    ("place", "key"), ("place", "filed"), ("text", "rule"), ("text", "before"), ("text", "after"), ("rule", "rule"),
    ("rule", "department"),
  ])
  func `each scope has what it needs`(scope: String, missing: String) {
    let needed = ["place": ["key", "filed"], "text": ["rule", "before", "after"], "rule": ["rule", "department"]]
    let members = (needed[scope] ?? []).filter { $0 != missing }.map { "\"\($0)\":\"x\"" }
    let line = "{\"decision\":\"accept\",\"scope\":\"\(scope)\",\(members.joined(separator: ","))}"
    #expect(problems(line) == ["1: A decision with the scope \(scope) needs “\(missing)”."])
    #expect(problems(line.dropLast() + ",\"\(missing)\":\"x\"}") == [])
  }

  @Test func `to edit needs the text`() {
    #expect(
      problems(#"{"decision":"edit","scope":"place","key":"k","filed":"x"}"#) == [
        "1: A decision with the scope place needs “after”."
      ])
  }

  @Test func `no bytes crash the reader`() {
    for length in 0..<40 {
      let text = #"{"decision":"reject","scope":"place","key":"k","filed":"字"}"#
      var bytes = Array(text.utf8)
      bytes.removeSubrange(min(length, bytes.count)...)
      _ = problems(String(decoding: bytes, as: UTF8.self))
      do throws(DecisionsProblems) {
        _ = try Decisions.read(bytes + [0xFF, 0x00, UInt8(length)])
      } catch {
        #expect(!error.problems.isEmpty)
      }
    }
  }
}
