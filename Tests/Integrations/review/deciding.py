"""Finding items, deciding about them, and what becomes of the decisions."""

import json

from support import CORPUS, Keys, folder, page, run, test


def facet(browser, name, value):
    browser.click(f'input[data-facet="{name}"][data-value="{value}"]')


def count(browser, name, value):
    return int(browser.text(f'[data-count="{name}:{value}"]'))


@test
def the_page_opens_without_complaints():
    with page() as browser:
        assert browser.shown() == 60, browser.shown()
        assert browser.log() == [], browser.log()
        assert browser.js("return document.activeElement.id") == "queue"
        assert browser.text("#progress") == "已定 0 / 60"


@test
def counts_of_a_facet_respect_the_other_facets():
    with page() as browser:
        assert (count(browser, "kind", "suggestion"), count(browser, "kind", "correction")) == (2, 44)
        facet(browser, "kind", "correction")
        assert browser.shown() == 44
        # Its own counts stay; those of the others are of repairs only.
        assert count(browser, "kind", "finding") == 14 and count(browser, "severity", "warning") == 0
        assert count(browser, "rule", "doubled-threshold") == 36
        facet(browser, "rule", "doubled-threshold")
        assert browser.shown() == 36 and count(browser, "kind", "correction") == 36
        assert "kind=correction" in browser.js("return location.hash")
        # The address brings it back.
        address = browser.js("return location.hash")
        browser.open(browser.home / "review.html", address)
        assert browser.shown() == 36
        browser.click("#unfilter")
        assert browser.shown() == 60
        # Two values of one facet are either; of two facets, both.
        facet(browser, "kind", "suggestion")
        facet(browser, "kind", "finding")
        assert browser.shown() == 16


@test
def a_search_looks_at_everything():
    with page() as browser:
        browser.keys("/")
        browser.keys("班里质量")
        browser.wait(lambda: browser.shown() == 1)
        assert "班里" in browser.text("#queue")
        browser.find("#search").clear()
        browser.find("#search").send_keys("没有这样的文字")
        browser.wait(lambda: browser.shown() == 0)
        assert browser.text("#empty") == "没有符合条件的内容。"


@test
def keys_decide_and_undo():
    with page(hash="#kind=suggestion") as browser:
        assert browser.shown() == 2
        browser.keys("a")
        browser.name()
        assert browser.text("#progress") == "已定 1 / 60"
        assert count(browser, "state", "accept") == 1
        # On to the next.
        assert browser.js("return document.querySelector('.row.current').id") == "row-1"
        browser.keys("r")
        assert browser.text("#progress") == "已定 2 / 60"
        browser.keys("z")
        assert browser.text("#progress") == "已定 1 / 60"
        browser.keys("z")
        assert browser.text("#progress") == "已定 0 / 60"
        browser.keys("y")
        assert browser.text("#progress") == "已定 1 / 60" and count(browser, "state", "accept") == 1
        browser.keys("k", "x")
        assert browser.text("#progress") == "已定 0 / 60"
        browser.wait(lambda: "已定 0 / 60" in browser.find("#live").get_attribute("textContent"))


@test
def keys_rest_while_an_input_method_composes():
    with page(hash="#kind=suggestion") as browser:
        for event in ("{key: 'a', isComposing: true}", "{key: 'a', keyCode: 229}", "{key: 'Process'}", "{key: 'a', ctrlKey: true}"):
            browser.js("document.getElementById('queue').dispatchEvent(new KeyboardEvent('keydown', Object.assign({bubbles: true}, " + event + ")))")
        assert not browser.all("dialog[open]") and browser.text("#progress") == "已定 0 / 60"
        browser.keys("e")
        field = browser.find("#edit-field")
        field.clear()
        browser.driver.execute_cdp_cmd("Input.imeSetComposition", {"text": "ban'li", "selectionStart": 6, "selectionEnd": 6})
        browser.js("document.getElementById('edit-field').dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true}))")
        assert browser.all("#edit-field") and browser.text("#progress") == "已定 0 / 60"
        browser.driver.execute_cdp_cmd("Input.insertText", {"text": "和"})
        assert field.get_attribute("value") == "和"
        field.send_keys(Keys.ENTER)
        browser.name()
        assert browser.text("#progress") == "已定 1 / 60"
        assert json.loads(browser.download("decisions.jsonl"))["after"] == "和"


@test
def keys_can_be_changed_and_stay_so():
    with page(hash="#kind=suggestion") as browser:
        browser.keys("?")
        browser.click('[data-key="accept"]')
        browser.keys("r")
        assert "拒绝" in browser.text("#key-problem")
        browser.click('[data-key="accept"]')
        browser.keys("q")
        browser.click("[data-close]")
        browser.open(browser.home / "review.html", "#kind=suggestion")
        browser.keys("a")
        assert not browser.all("dialog[open]")
        browser.keys("q")
        browser.name()
        assert browser.text("#progress") == "已定 1 / 60"


@test
def decisions_are_exported_and_convert_obeys_them():
    with page(hash="#kind=suggestion") as browser:
        browser.keys("a")
        browser.name()
        browser.keys("e")
        browser.find("#edit-field").clear()
        browser.find("#edit-field").send_keys("！", Keys.ENTER)
        # The repairs of one rule in this department, all at once.
        browser.click("#unfilter")
        facet(browser, "rule", "doubled-threshold")
        browser.click("#queue .row")
        browser.keys("3", "r")
        assert browser.text("#progress") == "已定 38 / 60"
        browser.keys("1", "a")
        exported = browser.download("decisions.jsonl")
        lines = [json.loads(line) for line in exported.decode().splitlines()]
        assert [(line["decision"], line["scope"]) for line in lines] == [("accept", "place"), ("edit", "place"), ("reject", "rule"), ("accept", "place")]
        assert all(line["by"] == "张三" and line["at"].endswith("Z") for line in lines)
        assert all("filed" in line for line in lines if line["scope"] == "place")
        file = browser.home / "decisions.jsonl"
        file.write_bytes(exported)
        output = browser.home / "Output"
        run("convert", CORPUS, "--decisions", file, "-o", output)
        run("verify", output, "--sources", CORPUS)
        filing = json.loads((output / "2021/130304-131.json").read_text())
        assert "资金管理办法、会计基础工作规范" in filing["overall"]["safeguards"][3]["text"]
        assert filing["overall"]["safeguards"][8]["text"].endswith("有效！")
        targets = [row["target"]["text"] for project in filing["projects"] for row in project["indicators"]]
        assert sum("及以上" in text for text in targets) == 35, targets
        plain = browser.home / "Plain"
        run("convert", CORPUS, "-o", plain)
        assert "及以上" not in json.dumps(json.loads((plain / "2021/130304-131.json").read_text())["projects"][0]["indicators"][0]["target"], ensure_ascii=False)


@test
def decisions_survive_a_reload_and_a_regenerated_page():
    with page(hash="#kind=suggestion") as browser:
        browser.keys("a")
        browser.name()
        browser.keys("u")
        before = browser.download("decisions.jsonl")
        browser.open(browser.home / "review.html")
        assert browser.text("#progress") == "已定 1 / 60" and "恢复了上次的 2 条决定" in browser.text("#notice")
        assert browser.download("decisions.jsonl") == before
        assert browser.text("#by") == "审核人：张三"


@test
def decisions_given_to_the_program_are_shown_as_decided():
    with folder() as home:
        suggestions = run("check", CORPUS, "--suggestions", "--format", "jsonl").splitlines()
        (home / "decisions.jsonl").write_text("".join('{"decision":"reject","by":"李四",' + line[1:] + "\n" for line in suggestions))
        with page(CORPUS, "--decisions", home / "decisions.jsonl", hash="#kind=suggestion") as browser:
            assert browser.text("#progress") == "已定 2 / 60"
            assert count(browser, "state", "reject") == 2 and "李四" in browser.text(".verdict")


@test
def stale_decisions_are_listed_and_not_applied():
    with folder() as home:
        line = json.loads(run("check", CORPUS, "--suggestions", "--format", "jsonl").splitlines()[0])
        line["decision"] = "accept"
        changed = dict(line, filed=line["filed"] + "改")
        (home / "stale.jsonl").write_text(json.dumps(changed, ensure_ascii=False) + "\n")
        with page() as browser:
            browser.load(home / "stale.jsonl")
            assert "1 条决定所依据的原文已改" in browser.text("#stale") and line["key"] in browser.text("#stale")
            browser.click("[data-close]")
            assert browser.text("#progress") == "已定 0 / 60"
            browser.click("#export")
            assert browser.find('[data-download="decisions.jsonl"]').get_attribute("disabled")


@test
def a_file_is_loaded_as_a_whole_or_refused_by_line():
    with folder() as home, page(hash="#kind=suggestion") as browser:
        browser.keys("a")
        browser.name()
        browser.keys("r")
        exported = browser.download("decisions.jsonl")
        browser.js("localStorage.clear()")
        browser.open(browser.home / "review.html")
        assert browser.text("#progress") == "已定 0 / 60"
        good = exported.decode().splitlines()
        cases = {
            "broken": (good[0] + "\n{\"decision\":\n", 2, "不是有效的 JSON"),
            "list": ("[]\n", 1, "应是一个 JSON 对象"),
            "key": (good[0][:-1] + ',"colour":"red"}\n', 1, "不认识的键“colour”"),
            "choice": (good[0].replace('"accept"', '"maybe"') + "\n", 1, "accept, reject, edit, unsure"),
            "missing": ('\n{"decision":"accept","scope":"place","filed":"x"}\n', 2, "缺少“key”"),
            "rule edit": ('{"decision":"edit","scope":"rule","rule":"a","department":"b","after":"c"}\n', 1, "整条规则不能改写"),
            "contradiction": (good[0] + "\n" + good[0].replace('"accept"', '"reject"') + "\n", 2, "与第 1 行矛盾"),
            "text contradiction": ('{"decision":"accept","scope":"text","rule":"a","before":"b","after":"c"}\n{"decision":"edit","scope":"text","rule":"a","before":"b","after":"d"}\n', 2, "与第 1 行矛盾"),
            "number": (good[0][:-1].replace('"by":"张三"', '"by":3') + "}\n", 1, "“by”应是字符串"),
            "foreign": ('{"decision":"accept","scope":"place","key":"0123456789abcdef","filed":"x"}\n', 1, "不属于本批"),
            "empty": ("\n", 1, "没有决定"),
        }
        for name, (text, line, reason) in cases.items():
            (home / "bad.jsonl").write_text(text)
            browser.load(home / "bad.jsonl")
            problems = browser.text("#problems")
            assert f"第 {line} 行" in problems and reason in problems, f"{name}: {problems}"
            browser.click("[data-close]")
            assert browser.text("#progress") == "已定 0 / 60", name
        # With a mark and with the line ends of another system it is the same file.
        (home / "good.jsonl").write_bytes(b"\xef\xbb\xbf" + exported.replace(b"\n", b"\r\n"))
        browser.load(home / "good.jsonl")
        assert browser.text("#loaded") == "载入 2 条决定。"
        browser.click("[data-close]")
        assert browser.text("#progress") == "已定 2 / 60"
        assert browser.download("decisions.jsonl") == exported
        # Loading is one step, and can be taken back.
        browser.click("#undo")
        assert browser.text("#progress") == "已定 0 / 60"


@test
def the_same_change_everywhere_is_decided_at_once():
    with page(hash="#rule=doubled-threshold") as browser:
        browser.keys("2", "r")
        browser.name()
        decided = count(browser, "state", "reject")
        assert decided > 5, decided
        line = json.loads(browser.download("decisions.jsonl"))
        assert line["scope"] == "text" and "filed" not in line and "key" not in line
        browser.keys("z")
        assert count(browser, "state", "reject") == 0


@test
def a_whole_rule_is_not_edited():
    with page(hash="#rule=doubled-threshold") as browser:
        browser.keys("3", "e")
        assert "整条规则不能改写" in browser.text("#notice") and not browser.all("#edit-field")
        # A wide scope is forgotten with the next item.
        browser.keys("j")
        assert browser.find("input[name=scope][value=place]").is_selected()
        # An edit can hold for the same text everywhere.
        browser.keys("2", "e")
        assert browser.find("input[name=scope][value=rule]").get_attribute("disabled")
        browser.find("#edit-field").clear()
        browser.find("#edit-field").send_keys("≥95%", Keys.ENTER)
        browser.name()
        edited = count(browser, "state", "edit")
        (browser.home / "decisions.jsonl").write_bytes(browser.download("decisions.jsonl"))
        run("convert", CORPUS, "--decisions", browser.home / "decisions.jsonl", "-o", browser.home / "Output")
        filing = json.loads((browser.home / "Output/2021/130304-131.json").read_text())
        corrections = [c for c in filing["corrections"] if c["rule"] == "doubled-threshold" and c.get("verdict", {}).get("decision") == "edit"]
        assert len(corrections) == edited > 5, (len(corrections), edited)


@test
def findings_are_remarked_upon_but_not_exported_as_decisions():
    with folder() as home, page(hash="#kind=finding") as browser:
        browser.find("#note").send_keys("已电话核实")
        browser.click("#do-reject")
        browser.name()
        assert count(browser, "state", "reject") == 1
        remark = json.loads(browser.download("remarks.jsonl"))
        assert remark["note"] == "已电话核实" and remark["decision"] == "reject"
        browser.click("#export")
        assert browser.find('[data-download="decisions.jsonl"]').get_attribute("disabled")
        browser.click("[data-close]")
        browser.click("#undo")
        (home / "remarks.jsonl").write_text(json.dumps(remark) + "\n")
        browser.load(home / "remarks.jsonl")
        browser.click("[data-close]")
        assert count(browser, "state", "reject") == 1


@test
def without_storage_the_page_works_and_says_so():
    with page() as browser:
        browser.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"})
        browser.open(browser.home / "review.html", "#kind=suggestion")
        assert "关闭前请导出" in browser.text("#notice")
        browser.keys("a")
        browser.name()
        assert browser.text("#progress") == "已定 1 / 60"
        assert len(browser.download("decisions.jsonl").splitlines()) == 1
