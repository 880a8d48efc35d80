"""The page of changes between years, and the way from real matches to a crosswalk that is obeyed."""

from selenium.webdriver.common.keys import Keys

from support import Browser, YEARS, folder, run, test


def with_changes(home):
    run("convert", YEARS, "-o", home / "Output")
    run("diff", home / "Output", "-o", home / "changes.html", status=1)


@test
def changes_are_filtered_by_kind_and_text_and_the_filter_stays_in_the_address():
    with folder() as home:
        with_changes(home)
        browser = Browser(home)
        try:
            browser.open(home / "changes.html")
            every = len(browser.all("article"))
            assert every > 20 and browser.log() == []
            browser.picture("changes")
            visible = "return document.querySelectorAll('article:not([hidden])').length"
            browser.click("#clear")
            assert browser.js(visible) == 0 and browser.find("#none").is_displayed()
            browser.click('input[value="threshold.looser"]')
            assert browser.js(visible) == 2 and browser.text("#shown") == "显示 2 处变化"
            browser.js("document.getElementById('text').focus()")
            browser.keys("提案办理率")
            assert browser.js(visible) == 1
            address = browser.js("return location.hash")
            browser.open(home / "changes.html", address)
            assert browser.js(visible) == 1
            browser.size(400, 900)
            assert browser.js("return document.documentElement.scrollWidth <= innerWidth")
            browser.picture("changes-narrow")
        finally:
            browser.close()


@test
def the_page_of_changes_is_used_by_keyboard_and_runs_nothing_of_a_filing():
    with folder() as home:
        (home / "in").mkdir()
        text = (next((YEARS / "2021").glob("*.txt"))).read_text()
        (home / "in/old.txt").write_text(text)
        hostile = "</p><script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\">"
        later = text.replace("13030421", "13030422").replace("各类会议的支出", "各类会议" + hostile)
        (home / "in/new.txt").write_text(later)
        run("diff", home / "in/old.txt", home / "in/new.txt", "-o", home / "changes.html", status=1)
        browser = Browser(home)
        try:
            browser.open(home / "changes.html")
            assert browser.js("return document.title") == "绩效文本的年度变化"
            assert browser.js("return document.querySelectorAll('main script, main img').length") == 0
            browser.js("document.getElementById('department').focus()")
            browser.keys(Keys.TAB)
            before = browser.js("return document.querySelectorAll('article:not([hidden])').length")
            browser.keys(Keys.SPACE)
            assert browser.js("return document.querySelectorAll('article:not([hidden])').length") < before
        finally:
            browser.close()


@test
def real_matches_are_decided_on_the_page_and_diff_obeys():
    with folder() as home:
        run("review", YEARS, "-o", home / "review.html")
        browser = Browser(home)
        try:
            browser.open(home / "review.html")
            browser.click("#tab-matches")
            rows = browser.shown()
            assert rows == 10, rows
            browser.click("#row-0")
            browser.keys("r")
            browser.name()
            exported = browser.download("crosswalk.csv")
            assert "无关,张三" in exported.decode()
            (home / "crosswalk.csv").write_bytes(exported)
        finally:
            browser.close()
        run("convert", YEARS, "-o", home / "Output")
        before = run("diff", home / "Output", "--format", "jsonl", status=1)
        after = run("diff", home / "Output", "--crosswalk", home / "crosswalk.csv", "--format", "jsonl", status=1)
        assert before.count('"project.ended"') + 1 == after.count('"project.ended"'), after.count('"project.ended"')
