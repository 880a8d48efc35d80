"""Matches of projects between years, reviewed as repairs are."""

from support import Browser, CORPUS, data, embed, folder, run, test

MATCHES = [
    dict(oldYear=2020, oldCode="A001", oldName="政协会议", newYear=2021, newCode="B001", newName="政协会议", relation="相同", score=0.99, margin=0.6, evidence=[["名称相同", "same name"]], ambiguous=False),
    dict(oldYear=2020, oldCode="A002", oldName='综合"事务", 管理', newYear=2021, newCode="B002", newName="综合事务管理", relation="更名", score=0.8, margin=0.1, evidence=[["名称相近", "like names"]], ambiguous=True),
    dict(oldYear=2020, oldCode="A003", oldName="<b>培训</b>", newYear=2021, newCode="B003", newName="调研", relation="合并", score=0.4, margin=0.02, evidence=[], ambiguous=True),
]
EXPECTED = (
    "\ufeff年度甲,编码甲,名称甲,年度乙,编码乙,名称乙,关系,确认人,说明\r\n"
    "2020,A001,政协会议,2021,B001,政协会议,相同,张三,\r\n"
    '2020,A002,"综合""事务"", 管理",2021,B002,综合事务管理,划转,张三,\r\n'
    "2020,A003,<b>培训</b>,2021,B003,调研,无关,张三,\r\n"
)


@test
def matches_are_reviewed_and_leave_as_a_crosswalk():
    with folder() as home:
        run("review", CORPUS, "-o", home / "review.html")
        value = data(home / "review.html")
        value["matches"] = MATCHES
        embed(home / "review.html", value)
        browser = Browser(home)
        try:
            browser.open(home / "review.html")
            browser.click("#tab-matches")
            assert browser.shown() == 3 and browser.log() == []
            browser.picture("crosswalk")
            browser.click('input[data-facet="ambiguity"][data-value="ambiguous"]')
            assert browser.shown() == 2 and "tab=matches" in browser.js("return location.hash")
            browser.click("#unfilter")
            browser.click("#row-0")
            browser.keys("a")
            browser.name()
            browser.keys("e")
            browser.js("document.getElementById('edit-field').value = '划转'")
            browser.click("#edit-save")
            browser.keys("r")
            assert browser.text("#progress") == "已定 3 / 3"
            exported = browser.download("crosswalk.csv")
            assert exported.decode() == EXPECTED, exported.decode()
            browser.js("localStorage.clear()")
            browser.open(home / "review.html", "#tab=matches")
            assert browser.text("#progress") == "已定 0 / 3"
            for text, reason in {
                EXPECTED.replace("划转", "拐走"): "第 3 行",
                EXPECTED.replace("关系", "关"): "表头应为",
                EXPECTED + EXPECTED.splitlines()[1].replace("相同", "更名") + "\r\n": "与第 2 行矛盾",
                EXPECTED.replace(",张三,\r\n2020,A002", "\r\n2020,A002"): "应有 9 列",
                EXPECTED.replace("A00", "Z00"): "不属于本批",
                EXPECTED + '"': "引号没有配对",
            }.items():
                (home / "bad.csv").write_bytes(text.encode())
                browser.load(home / "bad.csv")
                assert reason in browser.text("#problems"), browser.text("#problems")
                browser.click("[data-close]")
            (home / "crosswalk.csv").write_bytes(exported)
            browser.load(home / "crosswalk.csv")
            browser.click("[data-close]")
            assert browser.text("#progress") == "已定 3 / 3"
            assert browser.download("crosswalk.csv") == exported
        finally:
            browser.close()
