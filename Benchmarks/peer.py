#!/usr/bin/env python3
"""The script that the program is compared with: the same work, as one writes it in Python.

    peer.py INPUT [OUTPUT]           converts every .txt under INPUT; without OUTPUT nothing is written
    peer.py --compare OURS THEIRS    tells how far two output folders agree

It reads Tika's text, models the filing, repairs its texts with the changes on record, reads amounts, targets and plans,
runs the cheap checks, and makes the same canonical JSON, indented and compact, each with its SHA-256. README.md lists
what it leaves out.
"""

import hashlib
import json
import re
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path

# ---------------------------------------------------------------------------------------------------------------------
# Texts: where they stand, and what was changed in them


class Text:
    """A text of the filing on its way from what was filed to what is published."""

    __slots__ = ("filed", "text", "line", "column", "start", "end", "origins", "corrections")

    def __init__(self, filed, line, column, start):
        self.filed = self.text = filed
        self.line, self.column, self.start = line, column, start
        self.end = start + len(filed.encode())
        self.origins = None  # of each character of `text`: the characters of `filed` that it stands for
        self.corrections = []

    def apply(self, rule, certainty, edits):
        """Replaces (start, end, replacement, evidence) of `text`, in order, each on record."""
        origins = self.origins or [(i, i + 1) for i in range(len(self.text))]
        pieces, moved, position = [], [], 0
        applied = certainty != "possible"
        at = 0
        for start, end, replacement, evidence in edits:
            origin = self.origin(start, end, origins)
            kept = self.text[position:start]
            pieces.append(kept)
            moved += origins[position:start]
            at += len(kept.encode())
            before = self.text[start:end]
            self.corrections.append((rule, certainty, applied, at, before, replacement, origin, evidence))
            new = replacement if applied else before
            pieces.append(new)
            moved += [origin] * len(replacement) if applied else origins[start:end]
            at += len(new.encode())
            position = end
        if applied:
            self.text = "".join(pieces) + self.text[position:]
            self.origins = moved + origins[position:]

    @staticmethod
    def origin(start, end, origins):
        if start == end:
            edge = origins[start - 1][1] if start else 0
            return edge, edge
        return origins[start][0], max(origins[start][1], origins[end - 1][1])

    def span(self, start, end):
        """Of a part of `text`: its place in the source, as (line, column, start, end)."""
        if self.origins is not None:
            start, end = self.origin(start, end, self.origins)
        return self.filed_span(start, end)

    def filed_span(self, start, end):
        if start == 0 and end == len(self.filed):
            return self.line, self.column, self.start, self.end
        first = self.start + len(self.filed[:start].encode())
        before = self.filed[:start]
        line = self.line + before.count("\n")
        column = self.column + start if line == self.line else start - before.rfind("\n")
        return line, column, first, first + len(self.filed[start:end].encode())


# ---------------------------------------------------------------------------------------------------------------------
# Reading: lines to paragraphs, tables, rows, cells

BOOKMARK = re.compile(r"\[bookmark: [^\]\n]*\]")


def read(text):
    """The blocks of a document in order: ("paragraph", piece) and ("table", rows of cells of pieces).

    A piece is (line number, column, byte offset, text); a cell's further paragraphs stand on lines without a TAB.
    """
    blocks, table, row = [], None, None
    offset = 0
    for number, line in enumerate(text.split("\n"), 1):
        size = len(line.encode()) + 1
        column, start = 1, offset
        offset += size
        if line.startswith("\t"):
            if table is None:
                table = []
                blocks.append(("table", table))
            if row is None:
                row = []
                table.append(row)
            row.append([piece(number, 2, start + 1, line[1:])])
        elif not line:
            # The end of the row, or of the table.
            if row is None:
                table = None
            row = None
        elif row is not None:
            row[-1].append(piece(number, column, start, line))
        else:
            table = None
            blocks.append(("paragraph", piece(number, column, start, line)))
    return blocks


def piece(number, column, start, text):
    while text.startswith("[") and (mark := BOOKMARK.match(text)):
        column += mark.end()
        start += len(mark.group().encode())
        text = text[mark.end() :]
    return number, column, start, text


def leaf(piece, start=0, end=None):
    number, column, offset, text = piece
    part = text[start:end]
    return Text(part, number, column + start, offset + len(text[:start].encode()))


def cell_leaf(cell):
    """All paragraphs of a cell as one text, or None."""
    pieces = [piece for piece in cell if piece[3].strip()]
    if not pieces:
        return None
    text = leaf(pieces[0])
    if len(pieces) > 1:
        text = Text("\n".join(piece[3] for piece in pieces), *pieces[0][:3])
    return text


# ---------------------------------------------------------------------------------------------------------------------
# Modeling: blocks to a filing

HEADINGS = {
    "第一部分": "overall", "部门整体绩效目标": "overall", "总体绩效目标": "overall", "分项绩效目标": "goals",
    "工作保障措施": "safeguards", "第二部分": "projects", "预算项目绩效目标": "projects",
}  # fmt: skip
FIELDS = {
    "项目编码": "code", "项目名称": "name", "预算数": "total", "其中：财政资金": "fiscal", "其他资金": "other",
    "预算规模及资金用途": "purpose", "资金支出计划（%）": "schedule", "绩效目标": "goals",
}  # fmt: skip
COLUMNS = ("level1", "level2", "name", "description", "target", "basis")
SECTION_MARK = re.compile(r"\s*[一二三四五六七八九十]+、\s*")
DUTY = re.compile(r"\s*（[一二三四五六七八九十]+）\s*(?P<name>.+)$")
ITEM = re.compile(r"\s*\d{1,2}\s*[、.．]\s*")
UNIT = re.compile(r"\s*(?P<code>\d{6}|\d{9})(?P<name>.+?)(?:[(（](?P<scope>本级|机关|汇总)[)）])?\s*$")
PROJECT_HEADING = re.compile(r"绩效目标表\s*$")


def model(blocks):
    overall = {"goal": None, "goals": [], "safeguards": []}
    filing = {"overall": overall, "projects": []}
    section, project = None, None
    for kind, block in blocks:
        if kind == "table":
            if section == "projects" and project is not None:
                model_table(block, project)
            continue
        text = block[3]
        title = text.strip()
        if not title:
            continue
        mark = SECTION_MARK.match(title)
        heading = HEADINGS.get(title[mark.end() :] if mark else title)
        if heading:
            section = heading
        elif section == "projects":
            if PROJECT_HEADING.search(title):
                project = new_project(leaf(block))
                filing["projects"].append(project)
        elif section == "overall":
            overall["goal"] = overall["goal"] or leaf(block)
        elif section == "goals":
            model_duty(block, overall["goals"])
        elif section == "safeguards":
            model_safeguard(block, overall["safeguards"])
    return filing


def model_duty(block, goals):
    text = block[3]
    if duty := DUTY.match(text):
        goals.append({"name": leaf(block, *duty.span("name")), "goal": None, "indicators": []})
    elif not goals:
        return
    elif text.startswith(("绩效目标：", "绩效目标:")):
        goals[-1]["goal"] = leaf(block, 5)
    elif mark := ITEM.match(text):
        end = len(text)
        while end > mark.end() and text[end - 1] in "；;。，、 ":
            end -= 1
        goals[-1]["indicators"].append(leaf(block, mark.end(), end))


def model_safeguard(block, safeguards):
    text = block[3]
    mark = ITEM.match(text)
    start = mark.end() if mark else 0
    stop = text.find("。", start)
    if stop < 0 or stop + 1 >= len(text):
        name = leaf(block, start, len(text.rstrip()) - (stop >= 0))
        safeguards.append({"name": name, "text": None})
    else:
        safeguards.append({"name": leaf(block, start, stop), "text": leaf(block, stop + 1)})


def new_project(heading):
    return {
        "heading": heading, "code": None, "name": None, "unit": None, "purpose": None, "schedule": [], "goals": [],
        "budget": {"total": None, "fiscal": None, "other": None}, "amountUnit": None, "indicators": [],
    }  # fmt: skip


def model_table(rows, project):
    open_group, columns, level1, level2 = None, False, None, None
    for row in rows:
        first = row[0][0][3].strip()
        if first == "一级指标":
            columns = True
        elif columns and len(row) == len(COLUMNS):
            indicator = dict(zip(COLUMNS, map(cell_leaf, row)))
            if indicator["level1"]:
                level1, level2 = indicator["level1"], indicator["level2"]
            elif indicator["level2"]:
                level2 = indicator["level2"]
            indicator["level1"] = indicator["level1"] or level1
            indicator["level2"] = indicator["level2"] or level2
            project["indicators"].append(indicator)
        elif not first:
            if open_group == "schedule":
                for stage, cell in zip(project["schedule"], row[1:]):
                    stage["percent"] = cell_leaf(cell)
            elif open_group == "purpose" and len(row) > 1:
                project["purpose"] = cell_leaf(row[1])
        else:
            open_group = model_header(row, project) or open_group


def model_header(row, project):
    """A row of labels and values; returns the group that rows below it may go on with."""
    group, field = None, None
    for cell in row:
        title = cell[0][3].strip()
        if name := FIELDS.get(title):
            field = name
            if name in ("purpose", "schedule"):
                group = name
        elif field == "schedule":
            project["schedule"].append({"month": cell_leaf(cell), "percent": None})
        elif field == "goals":
            for piece in cell:
                if piece[3].strip():
                    mark = ITEM.match(piece[3])
                    project["goals"].append(leaf(piece, mark.end() if mark else 0))
        elif field in ("total", "fiscal", "other"):
            project["budget"][field] = cell_leaf(cell)
        elif field:
            project[field] = cell_leaf(cell)
        elif title.startswith("单位"):
            project["amountUnit"] = cell_leaf(cell)
        elif unit := UNIT.match(cell[0][3]):
            project["unit"] = {
                key: leaf(cell[0], *unit.span(key)) if unit[key] else None for key in ("code", "name", "scope")
            }
    return group


# ---------------------------------------------------------------------------------------------------------------------
# Normalizing: rules over texts

HAN = "\u3400-\u4dbf\u4e00-\u9fff\u3005\u3007"
ENDS = HAN + "）》〉】」』〕”’%‰℃"
BEGINS = HAN + "\n（《〈【「『〔“‘）”’」』"
WIDE = str.maketrans(",;:?!()", "，；：？！（）")
NARROW = {code: code - 0xFEE0 for code in [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]}
OPERATORS = {"＝": "=", "＞": ">", "＜": "<", "≧": "≥", "≦": "≤", ">=": "≥", "<=": "≤"}
FULLWIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ]")
PERCENT = re.compile("％")
OUTER = re.compile(r"(?m)^[ \t\u00a0\u3000]+|[ \t\u00a0\u3000]+$")
PARENTHESES = re.compile(rf"\((?=[^()]*[{HAN}][^()]*\))|(?<=[{HAN}0-9])\)")
QUOTES = re.compile(r'"([^"]*)"')
COMMAS = re.compile(rf"(?<=[{ENDS}])(?:[,;](?=[{BEGINS}0-9]|$)|[:?!](?=[{BEGINS}]|$))")
INNER = re.compile(r"[ \t\u00a0\u3000]+(?=[，。、；：？！（）《》])|(?<=[，。、；：？！（）《》])[ \t\u00a0\u3000]+")
INNER_ALL = re.compile(r"(?<=\S)[ \t\u00a0\u3000]+(?=\S)")
BROKEN = re.compile(r"\n")
SIGNS = re.compile("[＝＞＜≧≦]|[><]=")
DOUBLED = re.compile(r"^(?P<sign>[≥>=≤]?)(?P<half>\d\d+(?:\.\d+)?)(?P=half)(?P<tail>%?(?:及以上|以上)?)$")
DOUBLED_ZERO = re.compile(r"^[≥≤=]?0(?P<words>明显\S+|有效\S+|逐步\S+|按\S+|长期|及时|优|良|较\S+|不超\S+|达到\S+)$")
COMMA_MISSING = re.compile(rf"、[{HAN}]{{3,}}(?:办法|制度)(?=[{HAN}]{{5,}}、)")
RATES = ("率", "比例", "占比", "满意度")


def mapping(pattern, replace):
    def edits(text, _):
        return [(*found.span(), replace(found), ()) for found in pattern.finditer(text)]

    return edits


def doubled_threshold(text, indicator):
    if found := DOUBLED.match(text):
        sign, half, tail = found.group("sign", "half", "tail")
        if tail.endswith("以上") and sign == "≥":
            return [(0, len(text), sign + half + tail.removesuffix("及以上").removesuffix("以上"), (("tail", "及以上"),))]
        if tail == "%" and Decimal(half) <= 100 or not tail and indicator.endswith(RATES):
            return [(0, len(text), sign + half + tail, (("percentage", None),))]
    if found := DOUBLED_ZERO.match(text):
        return [(0, len(text), found["words"], (("zero", None),))]
    return []


TEXTS = {"name", "prose", "basis", "title"}
SHORT = {"taxonomy", "target", "amount", "schedule", "code"}
ALL = TEXTS | SHORT
# In the order in which they run: id, certainty, kinds of field, a cheap look whether it can do anything, edits.
RULES = [
    ("fullwidth-alphanumerics", "certain", ALL, FULLWIDTH, mapping(FULLWIDTH, lambda m: m[0].translate(NARROW))),
    ("percent-sign", "certain", ALL, PERCENT, mapping(PERCENT, lambda m: "%")),
    ("broken-lines", "certain", ALL, BROKEN, mapping(BROKEN, lambda m: "")),
    ("outer-spaces", "certain", ALL, OUTER, mapping(OUTER, lambda m: "")),
    ("chinese-parentheses", "certain", TEXTS, PARENTHESES, mapping(PARENTHESES, lambda m: m[0].translate(WIDE))),
    ("quotation-marks", "certain", TEXTS, QUOTES, mapping(QUOTES, lambda m: f"“{m[1]}”")),
    ("chinese-punctuation", "certain", TEXTS, COMMAS, mapping(COMMAS, lambda m: m[0].translate(WIDE))),
    ("inner-spaces", "certain", TEXTS, INNER, mapping(INNER, lambda m: "")),
    ("inner-spaces", "certain", SHORT, INNER_ALL, mapping(INNER_ALL, lambda m: "")),
    ("target-operators", "certain", {"target"}, SIGNS, mapping(SIGNS, lambda m: OPERATORS[m[0]])),
    ("doubled-threshold", "certain", {"target"}, re.compile(r"\d\d"), doubled_threshold),
    ("missing-enumeration-comma", "possible", {"prose"}, COMMA_MISSING,
     lambda text, _: [(m.end(), m.end(), "、", ()) for m in COMMA_MISSING.finditer(text)]),
]  # fmt: skip
RULES_OF = {kind: [rule for rule in RULES if kind in rule[2]] for kind in ALL}
# A text without any of these characters is of no interest to any rule.
INTERESTING = re.compile("[^" + HAN + "，。、；：“”（）A-Za-z0-9.%≥≤]")


def normalize(text, kind, indicator="", siblings=False):
    if text is None:
        return
    if kind in ("target", "prose") or INTERESTING.search(text.text):
        for rule, certainty, _, look, edits in RULES_OF[kind]:
            if look.search(text.text) and (found := edits(text.text, indicator)):
                text.apply(rule, certainty, found)
    if siblings and len(text.text) > 8 and text.text[-1] not in "。”：；，、！？":
        text.apply("missing-full-stop", "possible", [(len(text.text), len(text.text), "。", ())])


def stops(texts):
    """For each text whether two thirds of the others end in a full stop."""
    ends = [text is not None and text.text.rstrip().endswith("。") for text in texts]
    others = sum(text is not None for text in texts) - 1
    result = []
    for end in ends:
        count = sum(ends) - end
        result.append(others > 0 and count >= min(2, others) and count * 3 >= others * 2)
    return result


def normalize_filing(filing):
    overall = filing["overall"]
    normalize(overall["goal"], "prose")
    for goal, siblings in zip(overall["goals"], stops([goal["goal"] for goal in overall["goals"]])):
        normalize(goal["name"], "name")
        normalize(goal["goal"], "prose", siblings=siblings)
        for text in goal["indicators"]:
            normalize(text, "name")
    for guard, siblings in zip(overall["safeguards"], stops([guard["text"] for guard in overall["safeguards"]])):
        normalize(guard["name"], "name")
        normalize(guard["text"], "prose", siblings=siblings)
    for project in filing["projects"]:
        normalize_project(project)


def normalize_project(project):
    normalize(project["heading"], "title")
    normalize(project["code"], "code")
    normalize(project["name"], "name")
    for key, text in (project["unit"] or {}).items():
        normalize(text, "code" if key == "code" else "name")
    for text in project["budget"].values():
        normalize(text, "amount")
    normalize(project["purpose"], "prose")
    for stage in project["schedule"]:
        normalize(stage["month"], "schedule")
        normalize(stage["percent"], "schedule")
    for text, siblings in zip(project["goals"], stops(project["goals"])):
        normalize(text, "prose", siblings=siblings)
    seen = set()
    for indicator in project["indicators"]:
        for level in ("level1", "level2"):
            # A merged cell's text is one text, however many rows it stands for.
            if indicator[level] is not None and id(indicator[level]) not in seen:
                seen.add(id(indicator[level]))
                normalize(indicator[level], "taxonomy")
        normalize(indicator["name"], "name")
        normalize(indicator["description"], "prose")
        normalize(indicator["target"], "target", indicator["name"].text if indicator["name"] else "")
        normalize(indicator["basis"], "basis")


# ---------------------------------------------------------------------------------------------------------------------
# Values: numbers, amounts, plans, targets

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
AMOUNT = re.compile(rf"\s*({NUMBER})\s*(万元|元|亿元)?\s*$")
UNITS = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
UNIT_SAID = re.compile("亿元|万元|元")
PERCENTAGE = re.compile(rf"\s*({NUMBER})\s*%?\s*$")
MONTH = re.compile(r"\s*(\d{1,2})月")
KNOWN_UNITS = (
    "%|‰|个工作日|工作日|万元|亿元|元|个月|个|项|次|场|人次|人|台|套|户|亩|公里|份|天|小时|平方米|家|件|篇|册|名|年|辆|座|条|吨|所|处"
)
QUANTITY = re.compile(
    rf"(?P<sign>[≥≤=><]|不少于|不低于|至少|不超过|不高于|至多)?\s*(?P<value>{NUMBER})\s*(?P<unit>{KNOWN_UNITS})?"
    r"(?P<tail>及以上|以上|以内|及以下|以下)?$"
)
RANGE = re.compile(rf"(?P<low>{NUMBER})\s*[-~—]\s*(?P<high>{NUMBER})(?P<unit>{KNOWN_UNITS})?$")
DATE = re.compile(r"(?:(?P<year>20\d\d)年)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|(?P<end>底|末))?(?P<before>前)?$")
SIGN_WORDS = {"不少于": "≥", "不低于": "≥", "至少": "≥", "不超过": "≤", "不高于": "≤", "至多": "≤"}
TAILS = {"及以上": "≥", "以上": "≥", "以内": "≤", "及以下": "≤", "以下": "≤"}
NONE = {"", "无", "-", "—", "/"}
DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def plain(number):
    """A decimal as JSON has it: an int where it is whole."""
    return int(number) if number == number.to_integral_value() else float(number)


def number(text):
    return Decimal(text.replace(",", ""))


def yuan(text, unit):
    if text is None or not (found := AMOUNT.match(text.text)):
        return None
    name = found[2]
    if name is None and unit is not None and (said := UNIT_SAID.search(unit.text)):
        name = said[0]
    return plain(number(found[1]) * UNITS[name]) if name else None


def percent(text):
    found = text and PERCENTAGE.match(text.text)
    return plain(number(found[1])) if found else None


def month(text):
    found = text and MONTH.match(text.text)
    return int(found[1]) if found and 1 <= int(found[1]) <= 12 else None


def read_target(text, name, year):
    """What a target says, and for each key the part of the text (or name) that says so."""
    whole = {"kind": ("text", 0, len(text))}
    stripped = text.strip()
    if stripped in NONE:
        return {"kind": "none"}, whole
    if found := QUANTITY.match(stripped):
        parts = dict(whole, value=("text", *found.span("value")))
        target = {"kind": "quantity", "operator": None, "value": plain(number(found["value"])), "unit": found["unit"]}
        if sign := found["sign"]:
            target["operator"] = SIGN_WORDS.get(sign, sign)
            parts["operator"] = ("text", *found.span("sign"))
        elif found["tail"]:
            target["operator"] = TAILS[found["tail"]]
            parts["operator"] = ("text", *found.span("tail"))
        if found["unit"]:
            parts["unit"] = ("text", *found.span("unit"))
        else:
            infer_unit(target, parts, name)
        return target, parts
    if found := RANGE.match(stripped):
        parts = dict(whole, minimum=("text", *found.span("low")), maximum=("text", *found.span("high")))
        low, high = number(found["low"]), number(found["high"])
        if low > high:
            return {"kind": "unread"}, whole
        target = {"kind": "range", "minimum": plain(low), "maximum": plain(high), "unit": found["unit"]}
        if found["unit"]:
            parts["unit"] = ("text", *found.span("unit"))
        else:
            infer_unit(target, parts, name)
        return target, parts
    if (found := DATE.match(stripped)) and 1 <= int(found["month"]) <= 12:
        return read_date(found, year, whole)
    return {"kind": "unread" if re.search(r"[\d≥≤=]", stripped) else "qualitative"}, whole


NAMED_UNIT = re.compile(rf"[(（]({KNOWN_UNITS})[)）]$")
OTHER_RATES = ("频率", "效率", "利率", "费率", "倍率", "概率")
PERCENT_RATES = ("成效率", "有效率", "毛利率", "缴费率")


def infer_unit(target, parts, name):
    if said := NAMED_UNIT.search(name):
        target["unit"] = said[1]
        parts["unit"] = ("name", *said.span(1))
        return
    for ending in RATES:
        if name.endswith(ending) and (not name.endswith(OTHER_RATES) or name.endswith(PERCENT_RATES)):
            target["unit"] = "%"
            target["unitInferredFrom"] = "name"
            parts["unit"] = ("name", len(name) - len(ending), len(name))
            return


def read_date(found, year, whole):
    target = {"kind": "date", "operator": "≤" if found["before"] else None, "earliest": None, "latest": None}
    said = int(found["year"]) if found["year"] else year
    first = found.start("year") if found["year"] else found.start("month")
    place = ("text", first, found.start("before") if found["before"] else found.end())
    parts = dict(whole, earliest=place, latest=place)
    if found["before"]:
        parts["operator"] = ("text", *found.span("before"))
    if not found["year"]:
        target["yearInferredFrom"] = "year"
    if said:
        months = int(found["month"])
        last = DAYS[months - 1] + (months == 2 and said % 4 == 0)
        day = int(found["day"]) if found["day"] else last
        start = 1 if not found["day"] and not found["end"] else day
        target["earliest"] = f"{said}-{months:02}-{start:02}"
        target["latest"] = f"{said}-{months:02}-{day:02}"
    return target, parts


# ---------------------------------------------------------------------------------------------------------------------
# Identity

REGIONS = {}


def load_regions():
    table = Path(__file__).parent.parent / "Sources" / "Modeling" / "Regions" / "regions.tsv"
    for line in table.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, name, *_ = line.split("\t")
            REGIONS[code] = name


def region_name(code):
    names = [REGIONS.get(code[:2] + "0000"), REGIONS.get(code[:4] + "00"), REGIONS.get(code)]
    return "".join(name for name in names if name) if names[2] else None


def identify(filing):
    codes = [project["code"] for project in filing["projects"] if project["code"] and len(project["code"].text) == 21]
    units = [project["unit"] for project in filing["projects"] if project["unit"]]
    region, regions = vote(codes, 0, 6)
    year, years = vote([code for code in codes if code.text[6:8].isdigit()], 6, 8)
    department, departments = vote([unit["code"] for unit in units], 0, 3)
    own = [unit["name"] for unit in units if unit["scope"] or unit["code"].text.endswith("001")]
    name, names = vote(own or [unit["name"] for unit in units], 0, None)
    filing["year"] = {"value": 2000 + int(year) if year else None, "inferredFrom": ["projects/*/code"]}
    filing["region"] = {"code": region, "name": region and region_name(region), "inferredFrom": ["projects/*/code"]}
    filing["department"] = {"code": department, "name": name, "inferredFrom": ["projects/*/unit"]}
    filing["identityPlaces"] = {
        "/year/value": place_list(years, "code"),
        "/region/code": place_list(regions, "code"),
        "/region/name": place_list(regions, "code"),
        "/department/code": place_list(departments, "code"),
        "/department/name": place_list(names, "name"),
    }


def vote(texts, start, end):
    """The most frequent part, and where it stands."""
    votes = Counter(text.text[start:end] for text in texts)
    if not votes:
        return None, []
    winner = votes.most_common(1)[0][0]
    return winner, [
        (text, start, end or len(text.text)) for text in texts if text.text[start:end] == winner
    ]  # fmt: skip


def place_list(places, role):
    return [place(text, text.span(start, end), role, start, end) for text, start, end in places]


# ---------------------------------------------------------------------------------------------------------------------
# Publishing: values, places, corrections


def place(text, span, role, start=None, end=None):
    line, column, first, last = span
    if (first, last) == (text.start, text.end):
        part = text.filed
    else:
        part = text.filed.encode()[first - text.start : last - text.start].decode()
    return {"line": line, "column": column, "start": first, "end": last, "role": role, "text": part}


class Publication:
    """The JSON of a filing while it is put together."""

    def __init__(self, identifier):
        self.id = identifier
        self.places = {}
        self.corrections = []
        self.occurrences = Counter()

    def text(self, path, text, scopes=()):
        if text is None:
            return None
        self.places[path] = [place(text, (text.line, text.column, text.start, text.end), "value")]
        if text.corrections:
            self.record(path, text, scopes)
        return text.text

    def value(self, path, value, text, unit=None, scopes=()):
        if text is None:
            return None
        self.text(path, text, scopes)
        if unit is not None:
            self.places[path].append(place(unit, (unit.line, unit.column, unit.start, unit.end), "unit"))
        return value

    def record(self, path, text, scopes):
        field = path.split("/")[-2 if path[-1].isdigit() else -1]
        for rule, certainty, applied, at, before, after, origin, evidence in text.corrections:
            ingredients = "\x1f".join([self.id, *scopes, field, rule, text.filed, before])
            occurrence = self.occurrences[ingredients]
            self.occurrences[ingredients] += 1
            key = hashlib.sha256(f"{ingredients}\x1f{occurrence}".encode()).hexdigest()[:16]
            line, column, start, end = text.filed_span(*origin)
            self.corrections.append({
                "after": after, "applied": applied, "at": at, "before": before, "certainty": certainty,
                "evidence": [{"kind": kind, "text": said} if said else {"kind": kind} for kind, said in evidence],
                "filed": text.filed, "key": key, "order": len(self.corrections), "path": path, "rule": rule,
                "source": [{"line": line, "column": column, "start": start, "end": end}],
            })  # fmt: skip


def publish_overall(out, overall):
    return {
        "goal": out.text("/overall/goal", overall["goal"]),
        "goals": [
            {
                "goal": out.text(f"/overall/goals/{i}/goal", goal["goal"]),
                "indicators": [
                    out.text(f"/overall/goals/{i}/indicators/{j}", text) for j, text in enumerate(goal["indicators"])
                ],
                "name": out.text(f"/overall/goals/{i}/name", goal["name"]),
            }
            for i, goal in enumerate(overall["goals"])
        ],
        "safeguards": [
            {key: out.text(f"/overall/safeguards/{i}/{key}", guard[key]) for key in ("name", "text")}
            for i, guard in enumerate(overall["safeguards"])
        ],
    }


def publish_project(out, number, project, year):
    path = f"/projects/{number}"
    scopes = ((project["code"] or project["name"]).text,) if project["code"] or project["name"] else ("",)
    unit = project["amountUnit"]
    return {
        "budget": {
            key: out.value(f"{path}/budget/{key}", yuan(text, unit), text, unit, scopes)
            for key, text in sorted(project["budget"].items())
        },
        "code": out.text(f"{path}/code", project["code"], scopes),
        "goals": [out.text(f"{path}/goals/{i}", text, scopes) for i, text in enumerate(project["goals"])],
        "heading": out.text(f"{path}/heading", project["heading"], scopes),
        "indicators": [
            publish_indicator(out, f"{path}/indicators/{i}", indicator, year, scopes)
            for i, indicator in enumerate(project["indicators"])
        ],
        "name": out.text(f"{path}/name", project["name"], scopes),
        "purpose": out.text(f"{path}/purpose", project["purpose"], scopes),
        "schedule": [
            {
                "month": out.value(f"{path}/schedule/{i}/month", month(stage["month"]), stage["month"], None, scopes),
                "percent": out.value(
                    f"{path}/schedule/{i}/percent", percent(stage["percent"]), stage["percent"], None, scopes
                ),
            }
            for i, stage in enumerate(project["schedule"])
        ],
        "unit": project["unit"]
        and {key: out.text(f"{path}/unit/{key}", text, scopes) for key, text in project["unit"].items()},
    }


def publish_indicator(out, path, indicator, year, scopes):
    level2 = indicator["level2"].text if indicator["level2"] else ""
    name = indicator["name"].text if indicator["name"] else ""
    scopes = (*scopes, f"{level2}\x1f{name}")
    result = {
        key: out.text(f"{path}/{key}", indicator[key], scopes)
        for key in ("basis", "description", "level1", "level2", "name")
    }
    text = indicator["target"]
    if text is None:
        result["target"] = None
        return result
    target, parts = read_target(text.text, name, year)
    for key, (source, start, end) in parts.items():
        source = text if source == "text" else indicator["name"]
        role = "value" if source is text else "name"
        out.places[f"{path}/target/{key}"] = [place(source, source.span(start, end), role)]
    target["text"] = out.text(f"{path}/target/text", text, scopes)
    indicator["reading"] = target
    result["target"] = target
    return result


# ---------------------------------------------------------------------------------------------------------------------
# Checking: those checks that look at one value or at a few

PURPOSE_AMOUNT = re.compile(rf"({NUMBER})\s*(亿元|万元|元)")


def check(projects, published):
    found = []

    def report(identifier, severity, path, text, zh, en):
        line, column, start, end = text.line, text.column, text.start, text.end
        found.append({
            "id": identifier, "severity": severity, "path": path, "message": {"zh": zh, "en": en},
            "source": [{"line": line, "column": column, "start": start, "end": end}],
        })  # fmt: skip

    codes = Counter(project["code"].text for project in projects if project["code"])
    for number, (project, values) in enumerate(zip(projects, published)):
        path = f"/projects/{number}"
        budget = values["budget"]
        if None not in budget.values() and round(budget["fiscal"] + budget["other"] - budget["total"], 2):
            report("budget-sum", "warning", f"{path}/budget/total", project["budget"]["total"],
                   f"预算数 {budget['total']} 元不等于财政资金与其他资金之和。", "The budget is not the sum of its parts.")  # fmt: skip
        if values["purpose"] and budget["total"] is not None:
            amounts = [number_yuan(m) for m in PURPOSE_AMOUNT.finditer(values["purpose"])]
            if amounts and budget["total"] not in amounts:
                report("amount-in-purpose", "warning", f"{path}/purpose", project["purpose"],
                       f"资金用途写的是 {amounts[0]} 元，预算数是 {budget['total']} 元。", "The amounts differ.")  # fmt: skip
        percents = [stage["percent"] for stage in values["schedule"] if stage["percent"] is not None]
        if percents and (percents != sorted(percents) or percents[-1] != 100):
            report("schedule", "warning", f"{path}/schedule", project["schedule"][0]["percent"],
                   "资金支出计划应逐期不减，年底为100%。", "The plan should not go down, and end at 100%.")  # fmt: skip
        if project["code"] and codes[project["code"].text] > 1:
            report("project-code-duplicate", "warning", f"{path}/code", project["code"],
                   "项目编码重复。", "The code is given twice.")  # fmt: skip
        for i, (indicator, values) in enumerate(zip(project["indicators"], values["indicators"])):
            check_indicator(report, f"{path}/indicators/{i}", indicator, values)
    return found


def check_indicator(report, path, indicator, values):
    name, description, target = values["name"] or "", values["description"] or "", values["target"]
    if not name:
        report("indicator-without-name", "warning", path, next(iter(filter(None, indicator.values()))),
               "指标没有名称。", "The indicator has no name.")  # fmt: skip
        return
    if target is None:
        report("indicator-without-target", "warning", path, indicator["name"], "指标没有指标值。", "No target.")
        return
    if name == description:
        report("description-repeats-name", "note", f"{path}/description", indicator["description"],
               f"“{name}”的描述只是重复名称。", "The description repeats the name.")  # fmt: skip
    if target["kind"] != "quantity":
        return
    cost = values["level2"] == "成本指标" and not name.endswith(RATES)
    if cost and target["operator"] in ("≥", ">"):
        report("cost-direction", "warning", f"{path}/target", indicator["target"],
               f"成本指标“{name}”的指标值是“{target['text']}”，一般应为“≤”。", "A cost with ≥.")  # fmt: skip
    if cost and target["unit"] is None:
        report("amount-without-unit", "warning", f"{path}/target", indicator["target"],
               f"成本指标“{name}”的指标值没有写单位。", "An amount without a unit.")  # fmt: skip
    if name.startswith("是否") or "是否" in name:
        report("yes-no-number", "warning", f"{path}/target", indicator["target"],
               f"“{name}”问的是“是”或“否”，指标值却是数字。", "A yes/no question with a number.")  # fmt: skip
    if name.endswith(("时间", "日期", "时限")) and target["unit"] not in ("天", "日", "小时", "工作日", "个月", "个工作日"):
        report("time-without-time", "warning", f"{path}/target", indicator["target"],
               f"“{name}”的指标值既不是日期，也没有时间单位。", "A time without a time.")  # fmt: skip
    if name.endswith("数") and ("比例" in description or "占" in description) and target["unit"] is None:
        report("number-as-ratio", "warning", f"{path}/description", indicator["description"],
               f"“{name}”是数量，描述却是比例。", "A number described as a ratio.")  # fmt: skip
    if target["unit"] == "%" and target["operator"] in ("≥", ">") and target["value"] > 100:
        report("target-over-100", "warning", f"{path}/target", indicator["target"],
               f"“{name}”的指标值超过100%。", "A rate over 100%.")  # fmt: skip


def number_yuan(found):
    return plain(number(found[1]) * UNITS[found[2]])


# ---------------------------------------------------------------------------------------------------------------------
# One file


def convert(data, path):
    """The output of one file: its name, the indented and the compact bytes, and the hash of each."""
    filing = model(read(data.decode("utf-8-sig")))
    normalize_filing(filing)
    identify(filing)
    year = filing["year"]["value"]
    identifier = f"{filing['region']['code']}-{filing['department']['code']}-{year}"
    out = Publication(identifier)
    overall = publish_overall(out, filing["overall"])
    projects = [publish_project(out, i, project, year) for i, project in enumerate(filing["projects"])]
    out.places.update(filing["identityPlaces"])
    result = {
        "corrections": out.corrections,
        "department": filing["department"],
        "diagnostics": check(filing["projects"], projects),
        "format": "jixiao.filing/1",
        "id": identifier,
        "overall": overall,
        "places": out.places,
        "producer": {"name": "peer", "version": "1", "options": {}, "evidence": []},
        "projects": projects,
        "region": filing["region"],
        "source": {
            "path": path, "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data), "charset": "UTF-8",
            "reader": "tika-text", "dialect": "D1",
        },
        "unmapped": [],
        "year": filing["year"],
    }  # fmt: skip
    indented = (json.dumps(result, ensure_ascii=False, sort_keys=True, indent=2) + "\n").encode()
    compact = json.dumps(result, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    hashes = hashlib.sha256(indented).hexdigest(), hashlib.sha256(compact).hexdigest()
    return f"{year}/{filing['region']['code']}-{filing['department']['code']}.json", indented, hashes


def main(source, target=None):
    load_regions()
    source = Path(source)
    for path in sorted(source.rglob("*.txt")):
        name, output, _ = convert(path.read_bytes(), path.relative_to(source).as_posix())
        if target is not None:
            file = Path(target) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(output)


# ---------------------------------------------------------------------------------------------------------------------
# Comparing two output folders

COMPARED = ("year", "region", "department", "overall", "projects", "places", "corrections")


def compare(ours, theirs):
    files, same = 0, Counter()
    values, equal = 0, 0
    for path in sorted(Path(ours).rglob("*.json")):
        if path.name == "manifest.json":
            continue
        files += 1
        other = Path(theirs) / path.relative_to(ours)
        if not other.exists():
            continue
        one, two = json.loads(path.read_bytes()), json.loads(other.read_bytes())
        for key in COMPARED:
            same[key] += one[key] == two[key]
        values += len(one["places"])
        equal += sum(two["places"].get(key) == place for key, place in one["places"].items())
    print(f"{files} outputs; equal in both: " + ", ".join(f"{key} {same[key]}" for key in COMPARED))
    print(f"{values} places, {equal} of them equal")
    return all(same[key] == files for key in COMPARED[:-1])


if __name__ == "__main__":
    if sys.argv[1:2] == ["--compare"]:
        sys.exit(0 if compare(*sys.argv[2:4]) else 3)
    main(*sys.argv[1:3])
