import Normalizing
import Provenance
import TestSupport
import Testing

@Suite struct LearnedPhrasesTests {
  private let filings = [
    ["完善民主监督机制，提高办理质量。", "社情民意反映率"], ["提案质量和办理质量不断提高"], ["保障会议顺利召开，提高办理质量。"],
  ]

  private func learned(_ filings: [[String]]) throws -> LearnedPhrases {
    var learned = LearnedPhrases()
    for filing in filings { learned.learn(filing, try Spelling.engine.get()) }
    return learned
  }

  @Test func countsDoNotDependOnTheOrder() throws {
    #expect(try learned(filings) == learned(filings.reversed()))
    #expect(try learned(filings).bytes == learned(filings.reversed()).bytes)
  }

  @Test func countsOfPartsAddUp() throws {
    var first = try learned(Array(filings[..<1]))
    first.merge(try learned(Array(filings[1...])))
    #expect(try first == learned(filings))
    #expect(first.filings == 3)
  }

  @Test func writtenAndReadBackNothingIsLost() throws {
    let learned = try learned(filings)
    #expect(try LearnedPhrases(learned.bytes, file: "依据.json") == learned)
  }

  @Test func anErrorNamesTheFileAndWhatIsWrong() {
    let files = [
      "", "[]", "{\"format\":\"other/1\"}", "{\"format\":\"jixiao.evidence/1\"}",
      "{\"filings\":1,\"format\":\"jixiao.evidence/1\",\"phrases\":{\"办理\":-1}}",
      "{\"filings\":1,\"format\":\"jixiao.evidence/1\",\"phrases\":{\"办理\":1.5}}", "{\"filings\":1,\n\"format\":}",
    ]
    for file in files {
      let error = #expect(throws: SpellingFileError.self) { _ = try LearnedPhrases(Array(file.utf8), file: "依据.json") }
      #expect(error?.zh.contains("依据.json") == true && error?.en.contains("依据.json") == true)
    }
  }

  @Test func whatAThousandFilingsWriteSpeaksAgainstTheOne() throws {
    let text = "继续提升班里质量"
    let body = Array(repeating: ["继续提升办理质量"], count: 1_000)
    let engine = try SpellingEngine(learned: learned(body))
    let without = try Spelling.repairs([text])[0].first
    let with = try #require(try Spelling.repairs([text], engine)[0].first)
    #expect(with.probability > (without?.probability ?? 0))
    #expect((with.evidence("learned")?.score ?? 0) > 2)
    #expect(with.isApplied)
  }

  @Test func whatAThousandFilingsWriteIsNoError() throws {
    let text = "认真罗实各项政策"
    let engine = try SpellingEngine(learned: learned(Array(repeating: [text], count: 1_000)))
    #expect(try !Spelling.repairs([text])[0].applied.isEmpty)
    #expect(try Spelling.repairs([text], engine)[0].applied.isEmpty)
  }
}
