"""What the tests of the review page share: the program, the browser, and a runner that counts."""

import atexit
import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

ROOT = pathlib.Path(__file__).resolve().parents[3]
JIXIAO = os.environ["JIXIAO"]
SCREENSHOTS = os.environ.get("SCREENSHOTS")
# All years; and the one filing that is real, alone, since what there is to decide is counted.
YEARS = ROOT / "Corpus"
CORPUS = pathlib.Path(tempfile.mkdtemp(prefix="jixiao-corpus-"))
shutil.copytree(YEARS / "2021", CORPUS / "2021")
atexit.register(shutil.rmtree, CORPUS, True)

tests = []


def test(body):
    tests.append(body)
    return body


def run(*arguments, cwd=None, status=0):
    """Runs the program, without spelling: a debug build takes seconds to make its engine."""
    arguments = list(arguments)
    if arguments[0] in ("review", "convert", "check", "trace", "diff"):
        arguments.insert(1, "--no-spelling")
    done = subprocess.run([JIXIAO, *map(str, arguments)], cwd=cwd, capture_output=True, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"})
    assert done.returncode == status, f"{arguments}: {done.returncode}\n{done.stderr.decode()}"
    return done.stdout.decode()


@contextlib.contextmanager
def folder():
    path = pathlib.Path(tempfile.mkdtemp(prefix="jixiao-review-"))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


class Browser:
    """A browser with nothing in it: no decisions, no settings."""

    def __init__(self, home, width=1440, height=900):
        self.downloads = home / "downloads"
        self.downloads.mkdir(exist_ok=True)
        options = Options()
        for argument in ("--headless=new", "--disable-dev-shm-usage", "--disable-gpu", "--lang=zh-CN", f"--user-data-dir={home / 'profile'}"):
            options.add_argument(argument)
        if os.geteuid() == 0:
            options.add_argument("--no-sandbox")
        options.add_experimental_option("prefs", {"download.default_directory": str(self.downloads), "download.prompt_for_download": False})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.size(width, height)

    def size(self, width, height):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def dark(self, isDark=True):
        # Without motion, so that no colour is on its way to another when it is measured.
        features = {"prefers-color-scheme": "dark" if isDark else "light", "prefers-reduced-motion": "reduce"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": name, "value": value} for name, value in features.items()]})

    def open(self, page, hash=""):
        self.driver.get("about:blank")
        self.driver.get(pathlib.Path(page).as_uri() + hash)
        self.wait(lambda: self.js("return document.documentElement.dataset.ready") == "true")

    def js(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector):
        return self.find(selector).text

    def click(self, selector):
        self.find(selector).click()

    def keys(self, *keys):
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def wait(self, condition, seconds=20):
        end = time.monotonic() + seconds
        while True:
            result = condition()
            if result:
                return result
            assert time.monotonic() < end, "waited in vain"
            time.sleep(0.03)

    def name(self, name="张三"):
        """Answers the question for the reviewer's name."""
        self.wait(lambda: self.all("#name-field"))
        self.find("#name-field").send_keys(name)
        self.click("#name-save")
        self.wait(lambda: not self.all("dialog[open]"))

    def download(self, name):
        """The bytes of what the export dialog offers under a name."""
        target = self.downloads / name
        target.unlink(missing_ok=True)
        self.click("#export")
        self.click(f'[data-download="{name}"]')
        self.wait(lambda: target.exists() and not list(self.downloads.glob("*.crdownload")))
        self.click("[data-close]")
        return target.read_bytes()

    def load(self, path):
        self.find("#file").send_keys(str(path))
        self.wait(lambda: self.all("dialog[open]"))

    def log(self):
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def picture(self, name):
        if SCREENSHOTS:
            pathlib.Path(SCREENSHOTS).mkdir(parents=True, exist_ok=True)
            self.driver.save_screenshot(f"{SCREENSHOTS}/{name}.png")

    def shown(self):
        return int(re.search(r"\d+", self.text("#shown")).group())

    def close(self):
        self.driver.quit()


@contextlib.contextmanager
def page(*arguments, width=1440, height=900, hash=""):
    """A browser that shows the page of some inputs, by default the corpus."""
    with folder() as home:
        run("review", *(arguments or [CORPUS]), "-o", home / "review.html")
        browser = Browser(home, width, height)
        browser.home = home
        try:
            browser.open(home / "review.html", hash)
            yield browser
        finally:
            browser.close()


def data(path):
    """The data in a page."""
    text = pathlib.Path(path).read_text()
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.S).group(1))


def embed(path, value):
    """Puts other data into a page, as the program would."""
    text = pathlib.Path(path).read_text()
    body = json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    start = text.index('id="data">') + len('id="data">')
    end = text.index("</script>", start)
    pathlib.Path(path).write_text(text[:start] + body + text[end:])


def main(names):
    passed = failed = 0
    for body in tests:
        title = body.__name__.replace("_", " ")
        if names and not any(name in title for name in names):
            continue
        try:
            body()
            passed += 1
            print(f"ok   {title}", flush=True)
        except Exception:
            failed += 1
            print(f"FAIL {title}\n{traceback.format_exc()}", flush=True)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)
