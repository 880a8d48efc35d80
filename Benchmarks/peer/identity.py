"""Identity: who filed for which year, as the project codes, the units and the path say."""

import re
from collections import Counter
from pathlib import Path

from texts import string

CODE = re.compile(r"(?P<region>[1-8][0-9]{5})(?P<year>[0-9]{2})[0-9A-Z]{13}")
UNIT_CODE = re.compile(r"[^0-9]*(?P<department>[0-9]{3})(?:[0-9]{3}|[0-9]{6})?(?![0-9])")
PATH_YEAR = re.compile(r"(?<![0-9])(?:199[0-9]|20[0-9]{2})(?![0-9])")

REGIONS = {}


def load_regions():
    table = Path(__file__).parents[2] / "Sources" / "Modeling" / "Regions" / "regions.tsv"
    for line in table.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, name, *_ = line.split("\t")
            REGIONS[code] = name


def region_name(code):
    names = [REGIONS.get(code[:2] + "0000"), REGIONS.get(code[:4] + "00"), REGIONS.get(code)]
    return "".join(name for name in names if name) if names[2] else None


class Votes:
    """What several texts state, counted in the order of first appearance."""

    def __init__(self):
        self.places = {}  # of each value: (text, start, end) of each that states it

    def cast(self, value, text, span):
        self.places.setdefault(value, []).append((text, *span))

    @property
    def winner(self):
        counts = Counter({value: len(places) for value, places in self.places.items()}).most_common(1)
        return counts[0][0] if counts else None

    @property
    def is_unanimous(self):
        return len(self.places) <= 1

    @property
    def spans(self):
        return [text.span(start, end) for places in self.places.values() for text, start, end in places]

    def summary(self):
        """Such as 2021（3 个）、2020（1 个）."""
        counts = [(value, len(places)) for value, places in self.places.items()]
        return "、".join(f"{v}（{n} 个）" for v, n in counts), ", ".join(f"{v} ({n})" for v, n in counts)

    def inferred(self, role):
        """The winner's places, each with its role."""
        return [(text, start, end, role) for text, start, end in self.places.get(self.winner, [])]


def identify(filing, path, report):
    years, regions, departments, own, names = Votes(), Votes(), Votes(), Votes(), Votes()
    for project in filing.projects:
        if project["code"] and (found := CODE.fullmatch(project["code"].text)):
            years.cast(2000 + int(found["year"]), project["code"], found.span("year"))
            regions.cast(found["region"], project["code"], found.span("region"))
        if unit := project["unit"]:
            code, name = unit["code"], unit["name"]
            if found := UNIT_CODE.match(code.text):
                departments.cast(found["department"], code, found.span("department"))
            names.cast(name.text, name, (0, len(name.text)))
            if string(unit["scope"]) == "本级" or code.text.endswith("001"):
                own.cast(name.text, name, (0, len(name.text)))
    if own.winner is None or not own.is_unanimous and names.is_unanimous:
        own = names

    filing.year, region = years.winner, regions.winner
    check_year(filing, years, path, report)
    check_region(region, regions, report)
    filing.region = {"code": region, "name": region and region_name(region), "inferredFrom": ["projects/*/code"]}
    filing.department = {"code": departments.winner, "name": own.winner, "inferredFrom": ["projects/*/unit"]}
    filing.identity_places = {
        "/year/value": years.inferred("code"),
        "/region/code": regions.inferred("code"),
        "/region/name": regions.inferred("code") if filing.region["name"] else [],
        "/department/code": departments.inferred("code"),
        "/department/name": own.inferred("name"),
    }


def check_year(filing, years, path, report):
    if not years.is_unanimous:
        zh, en = years.summary()
        report(
            "year-disagreement", "warning", "/year", years.spans,
            f"各项目编码中的年度不一致：{zh}，取最多的一个。如有误，请用 --year 指定。",
            f"The project codes hold different years: {en}; the most frequent was taken. Give --year if it is wrong.",
        )  # fmt: skip
    said = next((found[0] for part in reversed(path.split("/")) if (found := PATH_YEAR.search(part))), None)
    if said and filing.year and int(said) != filing.year:
        report(
            "year-disagreement", "warning", "/year", [],
            f"文件路径中的年度是 {said}，与所取的 {filing.year} 年不一致，请核对。",
            f"The filing was taken for {filing.year}, but the file's path says {said}.",
        )  # fmt: skip


def check_region(region, regions, report):
    if not regions.is_unanimous:
        zh, en = regions.summary()
        report(
            "region-disagreement", "warning", "/region", regions.spans,
            f"各项目编码中的行政区划代码不一致：{zh}，取最多的一个，请核对。",
            f"The project codes hold different regions: {en}; the most frequent was taken.",
        )  # fmt: skip
    if region and not region_name(region):
        report(
            "region-unknown", "warning", "/region/code", [t.span(s, e) for t, s, e, _ in regions.inferred("code")],
            f"项目编码前六位 {region} 不是 GB/T 2260 中的行政区划代码，请核对项目编码。",
            f"{region}, the first six digits of the project codes, is no region of GB/T 2260.",
        )  # fmt: skip
