import LanguageModel
import Normalizing
import Provenance
import Testing

/// Sentences as departments write them, one error each.
@Suite struct SpellingCaseTests {
  /// Written, and what is made of it.
  static let repaired = [
    ("进一步健全财政监度管理制度。", "进一步健全财政监督管理制度。"),
    ("提高预算执形率，确保资金及时拨付到位。", "提高预算执行率，确保资金及时拨付到位。"),
    ("认真罗实各项惠民政策，切实改善民生。", "认真落实各项惠民政策，切实改善民生。"),
    ("加强基础设师建设，改善群众生产生活条件。", "加强基础设施建设，改善群众生产生活条件。"),
    ("完成年度绿化任务，提升城市生态环竟质量。", "完成年度绿化任务，提升城市生态环境质量。"),
    ("组织开展安全生产专向整治行动。", "组织开展安全生产专项整治行动。"),
    ("严格执行中央八项归定精神，压减一般性支出。", "严格执行中央八项规定精神，压减一般性支出。"),
  ]

  @Test(arguments: repaired) func aWrongHomophoneIsRepaired(written: String, meant: String) throws {
    #expect(try Spelling.spelled([written]) == [meant])
  }

  /// Right as they stand.
  static let kept = [
    "确保机构正常运转，保障职工工资按时足额发放。",
    "全年组织委员视察不少于四次，提交调研报告六篇。",
    "项目实施后受益群众满意度达到百分之九十五以上。",
    "按照进度要求及时支付工程款，资金使用合规。",
    "老旧小区改造工程竣工验收合格率。",
    "农村生活垃圾无害化处理率稳步提高。",
    "举办培训班三期，参训人员考核合格率达标。",
    "维护社会稳定，化解矛盾纠纷，群众安全感提升。",
    "拟订全区国民经济和社会发展中长期规划。",
    "对困难群众实施临时救助，做到应救尽救。",
    "开展巡回法庭审判，方便群众诉讼。",
    "森林草原防灭火工作有序开展，未发生重大火灾。",
  ]

  @Test(arguments: kept) func aRightSentenceIsLeftAlone(text: String) throws {
    #expect(try Spelling.spelled([text]) == [text])
  }

  @Test func whatIsQuotedIsLeftAlone() throws {
    let texts = ["他在讲话中说“要认真罗实各项政策”。", "依照《财政监度管理办法》办理。"]
    #expect(try Spelling.spelled(texts, suggestions: true) == texts)
  }

  @Test func aRepairIsOneForEveryOccurrence() throws {
    let text = "认真罗实各项政策，抓好督促罗实，确保罗实到位。"
    #expect(try Spelling.spelled([text]) == ["认真落实各项政策，抓好督促落实，确保落实到位。"])
  }

  @Test func digitsAndLettersAroundAreKept() throws {
    let text = "2021年预算执形率（%）≥95，COVID-19防控资金12.50万元。"
    #expect(try Spelling.spelled([text]) == ["2021年预算执行率（%）≥95，COVID-19防控资金12.50万元。"])
  }

  @Test func whichSoundsAreNearIsForTheCallerToSay() throws {
    let text = "负责组持召开各类会议。"
    func rules(_ near: NearSounds) throws -> [String] {
      var worker = SpellingWorker(try SpellingEngine(near: near))
      return worker.repairs(of: [text]).flatMap { $0.map(\.rule) }
    }
    #expect(try rules(.all) == ["near-homophone"])
    #expect(try !rules(.none).contains("near-homophone"))
  }
}
