"""How the page looks and feels: contrast, languages, widths, many items, paper."""

import base64
import copy
import json
import pathlib
import re
import subprocess

import axe_selenium_python

from support import CORPUS, SCREENSHOTS, Browser, Keys, data, embed, folder, page, run, test

# Every piece of text that can be seen, with its contrast by WCAG 2.2 against the first ground that is not transparent.
CONTRAST = """
const parse = text => (text.match(/[\\d.]+/g) || []).map(Number);
const light = ([r, g, b]) => { const f = v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; return .2126 * f(r) + .7152 * f(g) + .0722 * f(b); };
const poor = [];
for (const element of document.querySelectorAll('body *')) {
  if (['SCRIPT', 'STYLE', 'OPTION'].includes(element.tagName) || element.closest('.sr, .skip, [hidden]') || element.disabled) continue;
  if (!Array.from(element.childNodes).some(node => node.nodeType === 3 && node.textContent.trim())) continue;
  const box = element.getBoundingClientRect();
  if (!box.width || !box.height) continue;
  let ground = element;
  while (ground && (parse(getComputedStyle(ground).backgroundColor)[3] === 0)) ground = ground.parentElement;
  const a = light(parse(getComputedStyle(element).color)), b = light(ground ? parse(getComputedStyle(ground).backgroundColor) : [255, 255, 255]);
  const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
  if (ratio < 4.5) poor.push(element.tagName + '.' + element.className + ' ' + element.textContent.slice(0, 20) + ' ' + ratio.toFixed(2));
}
return poor;
"""

NAMELESS = """
return Array.from(document.querySelectorAll('button, input, select, textarea, [role=listbox], [role=region], progress'))
  .filter(e => e.checkVisibility() && !(e.textContent.trim() || e.getAttribute('aria-label') || e.labels && e.labels.length && e.labels[0].textContent.trim()))
  .map(e => e.outerHTML.slice(0, 120));
"""


def decide_some(browser):
    browser.keys("a")
    browser.name()
    browser.keys("r", "u", "j", "j")


@test
def text_has_enough_contrast_in_light_and_dark():
    with page() as browser:
        decide_some(browser)
        for isDark in (False, True):
            browser.dark(isDark)
            for hash in ("#kind=suggestion", "#kind=correction", "#kind=finding"):
                browser.js("location.hash = arguments[0]", hash)
                browser.wait(lambda: browser.shown() < 60)
                assert browser.js(CONTRAST) == [], browser.js(CONTRAST)
            browser.click("#help")
            assert browser.js(CONTRAST) == [], browser.js(CONTRAST)
            browser.click("[data-close]")
        # The switch goes before what the system prefers.
        browser.dark(True)
        browser.click("#theme")
        assert browser.js("return getComputedStyle(document.body).color") == "rgb(28, 33, 40)"
        browser.click("#theme")
        browser.dark(False)
        assert browser.js(CONTRAST) == []


@test
def everything_has_a_name_and_a_role():
    with page() as browser:
        assert browser.js(NAMELESS) == []
        browser.keys("?")
        assert browser.js(NAMELESS) == []
        browser.click("[data-close]")
        row = browser.find(".row.current")
        assert row.get_attribute("role") == "option" and row.get_attribute("aria-setsize") == "60"
        assert browser.find("#queue").get_attribute("aria-activedescendant") == row.get_attribute("id")
        # By TAB alone one comes from the list to the card and the buttons.
        browser.find("#queue").click()
        reached = []
        for _ in range(14):
            browser.keys(Keys.TAB)
            reached.append(browser.js("return document.activeElement.id || document.activeElement.className"))
        assert "card" in reached and reached.index("card") < reached.index("do-accept") < reached.index("note"), reached


@test
def axe_finds_no_barrier():
    # The rule about autocomplete of this version of axe does not know “off” beside a type.
    script = next(pathlib.Path(axe_selenium_python.__file__).parent.rglob("axe.min.js")).read_text()
    ask = "const done = arguments[0]; axe.run({rules: {'autocomplete-valid': {enabled: false}}}).then(result => done(result.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 120)).join(' '))))"
    with page() as browser:
        for isDark in (False, True):
            browser.dark(isDark)
            for opener in (None, "#help", "#export", "#by"):
                if opener:
                    browser.click(opener)
                browser.js(script)
                found = browser.driver.execute_async_script(ask)
                assert found == [], found
                if opener:
                    browser.click("[data-close]")


@test
def both_languages_are_whole():
    with page() as browser:
        browser.picture("wide-zh")
        browser.click("#language")
        assert browser.js("return document.documentElement.lang") == "en"
        browser.js("location.hash = '#kind=correction'")
        browser.wait(lambda: browser.shown() == 44)
        chrome = browser.js("return Array.from(document.querySelectorAll('.bar, .facets legend, .facets .name, .queue-head, .actions, h3, .tag, .label, .rule-name'), e => e.innerText).join('\\n')")
        left = [line for line in chrome.splitlines() if re.search("[\u4e00-\u9fff]", line) and line != "中文" and "130304" not in line and "张三" not in line]
        # What is Chinese in it are examples out of filings.
        assert all(re.search("[A-Za-z]", line) for line in left), left
        browser.picture("wide-en")
        browser.open(browser.home / "review.html")
        assert browser.js("return document.documentElement.lang") == "en"


@test
def narrow_and_wide():
    with page() as browser:
        decide_some(browser)
        browser.js("location.hash = '#kind=correction'")
        browser.wait(lambda: browser.shown() == 44)
        for name, width, height in (("narrow", 390, 844), ("middle", 1000, 720), ("wide", 1440, 900), ("huge", 2200, 1200)):
            browser.size(width, height)
            browser.wait(lambda: browser.js("return innerWidth") == width)
            assert browser.js("return document.documentElement.scrollWidth") <= width, name
            assert browser.find("#do-accept").is_displayed() and browser.find("#queue").size["height"] > 120
            browser.picture(name)
        browser.dark()
        browser.size(1440, 900)
        browser.picture("dark")
        browser.size(390, 844)
        browser.wait(lambda: browser.js("return innerWidth") == 390)
        browser.click("#show-facets")
        assert browser.find("#search").is_displayed()
        browser.picture("narrow-facets")
        browser.click("#hide-facets")
        assert not browser.find("#search").is_displayed() and browser.find("#do-accept").is_displayed()
        browser.click("#show-facets")
        browser.keys(Keys.ESCAPE)
        assert not browser.find("#search").is_displayed()


@test
def twenty_thousand_items_scroll():
    with folder() as home:
        run("review", CORPUS, "-o", home / "review.html")
        value = data(home / "review.html")
        items = value["items"]
        value["items"] = []
        while len(value["items"]) < 20000:
            for item in items:
                item = copy.copy(item)
                item["key"] = f"{len(value['items']):016x}"
                value["items"].append(item)
        value["items"] = value["items"][:20000]
        embed(home / "review.html", value)
        browser = Browser(home)
        try:
            browser.open(home / "review.html")
            assert browser.shown() == 20000
            for part in (0.1, 0.5, 0.93, 1):
                browser.js("const q = document.getElementById('queue'); q.scrollTop = q.scrollHeight * arguments[0]", part)
                browser.wait(lambda: len(browser.all("#queue .row")) > 5 and browser.js(
                    "const q = document.getElementById('queue').getBoundingClientRect(); return Array.from(document.querySelectorAll('.row')).some(r => Math.abs(r.getBoundingClientRect().bottom - q.bottom) <= 64)"))
                assert len(browser.all("#queue .row")) < 60
            assert browser.all("#row-19999")
            browser.click("#queue")
            browser.keys(Keys.END, "a")
            browser.name()
            assert browser.text("#progress") == "已定 1 / 20000"
            browser.keys(Keys.HOME)
            assert browser.js("return document.querySelector('.row.current').id") == "row-0"
            browser.js("location.hash = '#state=accept'")
            browser.wait(lambda: browser.shown() == 1)
            browser.open(home / "review.html")
            assert browser.text("#progress") == "已定 1 / 20000"
        finally:
            browser.close()


@test
def what_is_filtered_is_printed_in_full_with_a_column_for_the_reviewer():
    with page(hash="#kind=correction") as browser:
        pdf = base64.b64decode(browser.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"])
        (browser.home / "page.pdf").write_bytes(pdf)
        text = subprocess.run(["pdftotext", "-layout", browser.home / "page.pdf", "-"], capture_output=True, check=True).stdout.decode()
        assert "审核人" in text and "绩效文本审核清单" in text
        numbers = {int(number) for number in re.findall(r"^\s*(\d{1,2})\s", text, re.M)}
        assert set(range(1, 45)) <= numbers, sorted(set(range(1, 45)) - numbers)
        assert not any(word in text for word in ("导出决定", "筛选"))
        if SCREENSHOTS:
            subprocess.run(["pdftoppm", "-r", "60", "-png", "-f", "1", "-l", "1", browser.home / "page.pdf", f"{SCREENSHOTS}/paper"], check=True)


@test
def less_motion_where_that_is_wanted():
    with page() as browser:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]})
        assert browser.js("return getComputedStyle(document.querySelector('.row')).transitionDuration") == "0s"


@test
def the_change_is_marked_by_signs_as_well_as_colour():
    with page(hash="#rule=doubled-threshold") as browser:
        assert "−95及以上" in browser.text("#row-0"), browser.text("#row-0")
        assert "line-through" in browser.js("return getComputedStyle(document.querySelector('#row-0 del')).textDecorationLine")
        assert "underline" in browser.js("return getComputedStyle(document.querySelector('#detail mark')).textDecorationLine")
        table = browser.text("#detail table")
        assert "≥9595及以上" in table and "年度工作计划" in table and "质量指标" in table, table
        assert json.loads(browser.js("return JSON.stringify(Array.from(document.querySelectorAll('#detail th'), th => +th.textContent))"))[0] > 80
