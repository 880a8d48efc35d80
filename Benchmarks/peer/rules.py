"""Normalising: rules over texts, each with its changes on record."""

import re
from collections import namedtuple

from doubled import SOMETHING_DOUBLED, doubled_threshold
from texts import Edit, string

# What rules are told of a text: its kind, its indicator's name, whether its like mostly end in a full stop.
Field = namedtuple("Field", "kind indicator siblings_stop", defaults=("", False))

HAN = "\u3400-\u4dbf\u4e00-\u9fff\u3005\u3007\uf900-\ufaff\U00020000-\U000323af"
SPACE = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
WIDE = "，。、；：？！（）《》〈〉【】「」『』〔〕"
TO_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
TO_NARROW = {code: code - 0xFEE0 for code in [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]}
OPERATORS = {
    **dict.fromkeys(">＞﹥》〉", ">"), **dict.fromkeys("<＜﹤《〈", "<"), **dict.fromkeys("=＝═", "="),
    **dict.fromkeys("≥≧⩾", "≥"), **dict.fromkeys("≤≦⩽", "≤"),
}  # fmt: skip
PAIRS = {">=": "≥", "=>": "≥", "<=": "≤", "=<": "≤"}

FULLWIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ]")
PERCENT = re.compile("[％﹪]")
BREAK = re.compile(rf"(?P<before>[^\n{SPACE}])[{SPACE}]*\n[{SPACE}]*(?P<after>[^\n{SPACE}])")
LIST_MARK = re.compile(r"[①-⒛]|[(（]?[0-9一二三四五六七八九十]+(?:[、)）]|[.．]\s*(?![0-9\s]))")
OUTER = re.compile(rf"\A[{SPACE}\n]+|[{SPACE}\n]+\Z|[{SPACE}]+(?=\n)|(?<=\n)[{SPACE}]+")
CELSIUS = re.compile(rf"[0-9][{SPACE}]*(?P<sign>[°º˚][{SPACE}]*C)(?![A-Za-z])")
PARENTHESIS = re.compile(r"[()（）\n]")
OUTSIDE = re.compile(rf"[{HAN}0-9{WIDE}‘’“”\n(),;:?!\"＂'%‰℃㎡]")
UNIT_SIGNS = re.compile("[%‰℃㎡]+")
QUOTE = re.compile(r"[\"'＂＇“”‘’]")
BEGINS = HAN + "\n（《〈【「『〔“‘）”’」』"
MARKS = re.compile(
    rf"[{HAN}）》〉】」』〕”’%‰℃][{SPACE}]*"
    rf"(?P<mark>[,;](?=[{SPACE}]*(?:[{BEGINS}0-9]|\Z))|[:?!](?=[{SPACE}]*(?:[{BEGINS}]|\Z)))"
)
INNER = re.compile(rf"(?<=[^\n{SPACE}])[{SPACE}]+(?=[^\n{SPACE}])")
LISTED = set("优良中差好较高低是否有无甲乙丙丁一二三四五六七八九十")
POINT = re.compile("(?<=[0-9])．")
POINT_OF_NUMBER = re.compile("(?<=[0-9])(?:．|。(?=[0-9]))")
SIGNS = re.compile(rf"[{''.join(OPERATORS)}]+ *(?=[0-9])")
MISPLACED = re.compile(r"[^%]*?(?<![0-9.])[0-9](%([0-9]))")
NO_STOP = re.compile(rf"[{HAN}0-9A-Za-z%）)]\Z|(?<!。)”\Z")
DOCUMENT = "(?:制度|办法|规范|规定|细则|规程|条例|准则)"
DOCUMENT_LIST = re.compile(rf"{DOCUMENT}、")
DOCUMENT_ITEM = re.compile(rf".{{2,}}{DOCUMENT}")
DOCUMENT_END = re.compile(rf"(?<=..){DOCUMENT}")
GOES_ON = re.compile(
    "[的和与及或等化性中内下上是为以]|实施|执行|落实|建设|管理|考核|评价|监督|检查|修订|制定|补充|配套|相关|有关|体系|汇编|培训|操作|流程"
)
LIST_END = re.compile("[，。；：！？,;:!?\n（）()]")
LEVELS = {
    *("产出指标", "数量指标", "质量指标", "时效指标", "成本指标", "效益指标", "经济效益指标", "社会效益指标", "生态效益指标"),
    *("可持续影响指标", "满意度指标", "服务对象满意度指标", "经济成本指标", "社会成本指标", "生态环境成本指标"),
}
LEVEL_NAMES = {
    **{level: level for level in LEVELS},
    **dict.fromkeys(("项目完成指标", "项目产出指标"), "产出指标"),
    **dict.fromkeys(("项目效益指标", "效果指标", "项目效果指标"), "效益指标"),
    **dict.fromkeys(("环境效益指标", "生态环境效益指标"), "生态效益指标"),
    **dict.fromkeys(("可持续性影响指标", "可持续影响效益指标"), "可持续影响指标"),
    **{"进度指标": "时效指标", "项目满意度指标": "满意度指标", "社会公众或服务对象满意度指标": "服务对象满意度指标"},
    **dict.fromkeys(("服务对象或社会公众满意度指标", "社会公众及服务对象满意度指标"), "服务对象满意度指标"),
}
PERHAPS = {
    **dict.fromkeys(("可持续发展指标", "可持续发展影响指标"), "可持续影响指标"),
    "社会公众满意度指标": "服务对象满意度指标",
}
LEVEL_MARKS = re.compile(
    rf"\A[★☆▲△※*＊●◆{SPACE}]*(?P<core>.*?)"
    rf"(?:[：:*＊★☆{SPACE}]|[(（](?:必填|选填|可选|必选|分值|必填项|[0-9.]+[分%]?)[)）]|[0-9.]+分)*\Z",
    re.DOTALL,
)


def mapping(pattern, replace):
    """Edits that replace whatever a pattern finds."""

    def edits(text, field):
        return [Edit(*found.span(), replace(found)) for found in pattern.finditer(text)]

    return edits


def celsius(text, field):
    return [Edit(*found.span("sign"), "℃") for found in CELSIUS.finditer(text)]


def broken_lines(text, field):
    """Joins lines, but for items of a list, and for numbers that may be two."""
    edits = []
    start = 0
    for found in BREAK.finditer(text):
        end = found.end() - 1
        line_end = text.find("\n", end)
        following = text[end : line_end if line_end >= 0 else None]
        if field.kind != "code":
            has_digits = re.search("[0-9]", text[start : found.start() + 1]) and re.search("[0-9]", following)
            if LIST_MARK.match(following) or has_digits and field.kind in ("target", "amount", "schedule"):
                start = end
                continue
        is_word_break = field.kind != "code" and re.fullmatch("[0-9A-Za-z]{2}", found["before"] + found["after"])
        edits.append(Edit(found.start() + 1, end, " " if is_word_break else ""))
    return edits


def parentheses(text, field):
    """Pairs with Chinese in them, and nothing but Chinese around."""
    edits, opened = [], []
    for found in PARENTHESIS.finditer(text):
        mark, end = found[0], found.start()
        if mark == "\n":
            opened.clear()
        elif mark in "(（":
            opened.append(end)
        elif opened:
            start = opened.pop()
            if is_chinese(text, start, end):
                edits += [Edit(i, i + 1, text[i].translate(TO_WIDE)) for i in (start, end) if text[i] in "()"]
    return sorted(edits)


def is_chinese(text, start, end):
    before, after = text[:start].rstrip(" \t\u3000")[-1:], text[end + 1 :].lstrip(" \t\u3000")[:1]
    inside = text[start + 1 : end]
    if any(outside and not OUTSIDE.match(outside) for outside in (before, after)):
        return False
    if re.search(r"[\\_@]|//", inside):
        return False
    is_named_unit = UNIT_SIGNS.fullmatch(inside) and re.match(f"[{HAN}]", before)
    return bool(re.search(f"[{HAN}]", inside) or is_named_unit)


def quotation_marks(text, field):
    edits = []
    start = 0
    for line in text.split("\n"):
        for left, right, straight in ("“", "”", '"＂'), ("‘", "’", "'＇"):
            marks = [found.start() + start for found in QUOTE.finditer(line) if found[0] in left + right + straight]
            edits += pair_edits(text, marks, left, right, straight)
        start += len(line) + 1
    return sorted(edits)


def pair_edits(text, marks, left, right, straight):
    if len(marks) % 2:
        return []
    edits = []
    for start, end in zip(marks[::2], marks[1::2]):
        opening, closing = text[start], text[end]
        if (opening, closing) == (left, right):
            continue
        if not re.search(f"[{HAN}]", text[start + 1 : end]):
            return []
        is_reversed = opening == right or closing == left
        if is_reversed:
            if len(marks) != 2 or opening in straight or closing in straight:
                return []
        elif opening in "\"'" and start and re.match("[0-9A-Za-z]", text[start - 1]):
            return []
        certainty = "possible" if is_reversed else None
        edits += [Edit(i, i + 1, mark, certainty) for i, mark in ((start, left), (end, right)) if text[i] != mark]
    return edits


def punctuation(text, field):
    return [Edit(*found.span("mark"), found["mark"].translate(TO_WIDE)) for found in MARKS.finditer(text)]


def inner_spaces(text, field):
    edits = []
    for found in INNER.finditer(text):
        start, end = found.span()
        replacement, certainty = meaning(text, start, end, field.kind)
        if replacement != found[0]:
            edits.append(Edit(start, end, replacement, certainty))
    return edits


def meaning(text, start, end, kind):
    """What a space inside a line stands for, and how sure that is."""
    before, after = text[start - 1], text[end]
    if kind == "code" or before in WIDE or after in WIDE:
        return "", None
    is_short = kind in ("taxonomy", "target", "amount", "schedule")
    is_after_han, is_before_han = re.match(f"[{HAN}]", before), re.match(f"[{HAN}]", after)
    if is_after_han and is_before_han:
        if before in LISTED and after in LISTED:
            return text[start:end], None
        stands_alone = not text[start - 2 : start - 1].strip() or not text[end + 1 : end + 2].strip()
        if is_short or stands_alone:
            return "", None
        return (" ", None) if kind == "title" else ("", "possible")
    if is_after_han and after in "‘’“”" or before in "‘’“”" and is_before_han:
        return "", None
    if is_short:
        parts = re.fullmatch("[0-9A-Za-z]{2}", before + after)
        if not parts and before not in ".,．，" and after not in ".,．，":
            return "", None
    return " ", None


def decimal_point(text, field):
    pattern = POINT_OF_NUMBER if field.kind in NUMBERS else POINT
    return [Edit(*found.span(), ".") for found in pattern.finditer(text)]


def target_operators(text, field):
    has_title = "《" in text and "》" in text
    edits = []
    for found in SIGNS.finditer(text):
        signs = found[0].rstrip()
        plain = "".join(OPERATORS[sign] for sign in signs)
        sign = plain if len(plain) == 1 else PAIRS.get(plain)
        if sign and sign != found[0] and not (has_title and ("》" in signs or "《" in signs)):
            edits.append(Edit(*found.span(), sign))
    return edits


def indicator_labels(text, field):
    if text in LEVELS:
        return []
    if perhaps := PERHAPS.get(text):
        return [Edit(0, len(text), perhaps, "possible")]
    start, end = LEVEL_MARKS.match(text).span("core")
    label = text[start:end]
    name = LEVEL_NAMES.get(label) or LEVEL_NAMES.get(label + "指标")
    if not label or not name:
        return []
    parts = (0, start, ""), (start, end, name), (end, len(text), "")
    return [Edit(*part) for part in parts if text[part[0] : part[1]] != part[2]]


def misplaced_percent(text, field):
    found = MISPLACED.fullmatch(text)
    return [Edit(*found.span(1), f"{found[2]}%")] if found else []


def full_stop(text, field):
    """A heading is short; a sentence is not."""
    is_missing = field.siblings_stop and len(text.encode()) >= 24
    return [Edit(len(text), len(text), "。")] if is_missing else []


def enumeration_commas(text, field):
    """A comma is missing in a list of documents where one item holds two of them."""
    if len(DOCUMENT_LIST.findall(text)) < 2:
        return []
    edits, start = [], 0
    for part in LIST_END.split(text):
        items = part.removesuffix("等").split("、")
        if len(items) >= 3 and all(DOCUMENT_ITEM.fullmatch(item) for item in items):
            position = start
            for item in items:
                ends = [found.end() for found in DOCUMENT_END.finditer(item) if found.end() <= len(item) - 4]
                if len(ends) == 1 and ends[0] >= 4 and not GOES_ON.match(item, ends[0]):
                    edits.append(Edit(position + ends[0], position + ends[0], "、"))
                position += len(item) + 1
        start += len(part) + 1
    return edits


TEXTS = {"name", "prose", "basis", "title"}
NUMBERS = {"target", "amount", "schedule"}
ALL = TEXTS | NUMBERS | {"taxonomy", "code"}
# In the order in which they run: id, certainty, kinds of field, what a text must hold for it, edits.
RULES = [
    ("fullwidth-alphanumerics", "certain", ALL, FULLWIDTH, mapping(FULLWIDTH, lambda m: m[0].translate(TO_NARROW))),
    ("percent-sign", "certain", ALL, PERCENT, mapping(PERCENT, lambda m: "%")),
    ("broken-lines", "certain", ALL - {"prose"}, re.compile("\n"), broken_lines),
    ("outer-spaces", "certain", ALL, OUTER, mapping(OUTER, lambda m: "")),
    ("degree-celsius", "certain", ALL, CELSIUS, celsius),
    ("chinese-parentheses", "certain", TEXTS, re.compile("[()]"), parentheses),
    ("quotation-marks", "certain", TEXTS, QUOTE, quotation_marks),
    ("chinese-punctuation", "certain", TEXTS, MARKS, punctuation),
    ("inner-spaces", "certain", ALL, INNER, inner_spaces),
    ("decimal-point", "certain", NUMBERS | TEXTS, re.compile("[0-9][．。]"), decimal_point),
    ("target-operators", "certain", {"target"}, SIGNS, target_operators),
    ("doubled-threshold", "certain", {"target"}, SOMETHING_DOUBLED, doubled_threshold),
    ("indicator-labels", "certain", {"taxonomy"}, re.compile("."), indicator_labels),
    ("misplaced-percent", "possible", NUMBERS, re.compile("%[0-9]"), misplaced_percent),
    ("missing-full-stop", "possible", {"prose"}, NO_STOP, full_stop),
    ("missing-enumeration-comma", "possible", {"prose"}, DOCUMENT_LIST, enumeration_commas),
]
RULES_OF = {kind: [rule for rule in RULES if kind in rule[2]] for kind in ALL}
# In a text without any of these characters only the rules from the decimal point on may find something.
INTERESTING = re.compile(rf"[^{HAN}，。、；：（）A-Za-z0-9.%≥≤]")
READING_RULES_OF = {kind: [rule for rule in RULES[9:] if kind in rule[2]] for kind in ALL}


def normalize(text, kind, indicator="", siblings_stop=False):
    if text is None:
        return
    field = Field(kind, indicator, siblings_stop)
    rules = RULES_OF if INTERESTING.search(text.text) else READING_RULES_OF
    for rule, certainty, _, look, edits in rules[kind]:
        if look.search(text.text) and (found := edits(text.text, field)):
            text.apply(rule, certainty, found)


def stops(texts):
    """For each text whether two thirds of the others, and two of them, end in a full stop."""
    ends = [text is not None and text.text.rstrip().endswith("。") for text in texts]
    others = sum(text is not None for text in texts) - 1
    counts = [sum(ends) - end for end in ends]
    return [others > 0 and count >= min(2, others) and count * 3 >= others * 2 for count in counts]


def normalize_filing(filing):
    normalize(filing.goal, "prose")
    for goal, siblings_stop in zip(filing.goals, stops([goal["goal"] for goal in filing.goals])):
        normalize(goal["name"], "name")
        normalize(goal["goal"], "prose", siblings_stop=siblings_stop)
        for text in goal["indicators"]:
            normalize(text, "name")
    for guard, siblings_stop in zip(filing.safeguards, stops([guard["text"] for guard in filing.safeguards])):
        normalize(guard["name"], "name")
        normalize(guard["text"], "prose", siblings_stop=siblings_stop)
    for project in filing.projects:
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
    for text, siblings_stop in zip(project["goals"], stops(project["goals"])):
        normalize(text, "prose", siblings_stop=siblings_stop)
    seen = set()
    for indicator in project["indicators"]:
        for level in ("level1", "level2"):
            # A merged cell's text is one text, however many rows it stands for.
            if indicator[level] is not None and id(indicator[level]) not in seen:
                seen.add(id(indicator[level]))
                normalize(indicator[level], "taxonomy")
        normalize(indicator["name"], "name")
        normalize(indicator["description"], "prose")
        normalize(indicator["target"], "target", string(indicator["name"]))
        normalize(indicator["basis"], "basis")
