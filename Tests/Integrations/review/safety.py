"""What a hostile filing tries, and what the page lets it do: nothing."""

import contextlib
import pathlib

from support import CORPUS, Browser, folder, page, run, test

CORPUS_TEXT = next(CORPUS.glob("2021/*.txt")).read_text()


@contextlib.contextmanager
def hostile(change):
    """The corpus with its text changed, in a folder of its own."""
    with folder() as path:
        (path / "in/2021").mkdir(parents=True)
        (path / "in/2021/131.txt").write_text(change(CORPUS_TEXT))
        yield path / "in"


@test
def hostile_text_is_shown_and_runs_nothing():
    attack = "<img src=x onerror=\"window.hacked=1\"></script><script>window.hacked=1</script>]]><!-- {{script}} \u2028 ${1} \u202e倒写\u202c \u200b"
    changed = hostile(lambda text: text.replace("提案质量和班里质量不断提高。", f"提案质量和班里质量{attack}不断提高，，。 ").replace("会计基础工作规范", attack + "会计基础工作规范"))
    with changed as inputs, page(inputs) as browser:
        for row in range(browser.shown()):
            browser.keys("j")
            if row < 6:
                assert browser.js("return window.hacked") is None
        browser.keys("/")
        browser.keys("onerror")
        browser.wait(lambda: 0 < browser.shown() < 30)
        browser.click("#queue .row")
        assert "<img src=x onerror=" in browser.text("#detail")
        assert browser.js("return window.hacked") is None
        assert browser.js("return document.images.length + document.querySelectorAll('iframe, object, embed, svg').length") == 0
        assert browser.js("return document.scripts.length") == 2
        marks = browser.js("return Array.from(document.querySelectorAll('.hidden-character'), mark => mark.title)")
        assert "U+202E" in marks, marks
        # The marks stand for the characters, so that nothing turns the text around.
        assert browser.js("return /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.getElementById('panel').textContent)") is False
        assert browser.log() == [], browser.log()
        browser.picture("hostile")


@test
def a_megabyte_in_one_cell_is_cut_for_display():
    changed = hostile(lambda text: text.replace("会计基础工作规范", "会计基础工作规范" + "很长的文字，" * 60000 + "很长,好"))
    with changed as inputs, page(inputs, hash="#kind=correction") as browser:
        assert pathlib.Path(browser.home / "review.html").stat().st_size > 1_000_000
        browser.keys("/")
        browser.keys("工作保障措施 4")
        browser.wait(lambda: 0 < browser.shown() < 20)
        assert browser.js("return document.body.textContent.length - document.getElementById('data').textContent.length - document.scripts[1].textContent.length") < 100_000
        assert browser.js("return document.querySelectorAll('#detail details').length") == 1
        browser.click("#detail summary")
        browser.wait(lambda: browser.js("return (document.querySelector('.whole') || {textContent: ''}).textContent.length") > 300_000)


@test
def the_policy_stops_what_the_page_did_not_bring():
    with page() as browser:
        browser.js("""
          window.violations = [];
          document.addEventListener('securitypolicyviolation', event => violations.push(event.effectiveDirective));
          const script = document.createElement('script');
          try { script.textContent = 'window.hacked = 1'; } catch { violations.push('trusted-types'); }
          document.body.append(script);
          const image = document.createElement('img');
          try { image.setAttribute('onerror', 'window.hacked = 2'); } catch { violations.push('trusted-types'); }
          image.src = 'file:///nothing.png';
          document.body.append(image);
          const style = document.createElement('style');
          style.textContent = 'body { display: none }';
          document.head.append(style);
          fetch('file:///etc/hostname').catch(() => violations.push('fetch'));
          try { document.body.innerHTML = 'gone'; } catch { violations.push('innerHTML'); }
        """)
        browser.wait(lambda: len(browser.js("return violations")) >= 4)
        assert browser.js("return window.hacked") is None
        assert browser.js("return getComputedStyle(document.body).display") == "flex"
        violations = browser.js("return violations")
        assert "innerHTML" in violations and any("img-src" in name for name in violations), violations


@test
def a_page_that_was_tampered_with_does_not_run_the_addition():
    with folder() as home:
        run("review", CORPUS, "-o", home / "review.html")
        text = (home / "review.html").read_text()
        (home / "review.html").write_text(text.replace("</body>", "<script>window.hacked = 1</script><p onclick='x' id=p></p></body>"))
        browser = Browser(home)
        try:
            browser.open(home / "review.html")
            assert browser.js("return window.hacked") is None
            assert any("Content Security Policy" in message for message in browser.log())
        finally:
            browser.close()


@test
def the_same_input_gives_the_same_page():
    with folder() as home:
        for name in ("a", "b"):
            run("review", CORPUS, "-o", home / f"{name}.html")
        assert (home / "a.html").read_bytes() == (home / "b.html").read_bytes()
