import Testing

@testable import Publishing

@Suite struct LanguageTests {
  @Test func `the language asked for wins, then the locale, then Chinese`() {
    let cases: [([String: String], Language)] = [
      ([:], .zh), (["LANG": "en_US.UTF-8"], .en), (["LANG": "zh_CN.UTF-8"], .zh), (["LANG": "C.UTF-8"], .zh),
      (["LANG": "POSIX"], .zh), (["LANG": "zh-Hans"], .zh), (["LANG": "fr_FR"], .en), (["LANG": "EN"], .en),
      (["LC_ALL": "zh_TW", "LANG": "en_US"], .zh), (["LC_ALL": "", "LC_MESSAGES": "en_GB", "LANG": "zh_CN"], .en),
    ]
    for (environment, language) in cases {
      #expect(Language.preferred(nil, environment: { environment[$0] }) == language, "\(environment)")
    }
    #expect(Language.preferred(.en, environment: { _ in "zh_CN" }) == .en)
  }
}
