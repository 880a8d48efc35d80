"""Targets that say their number, their unit or their whole condition twice, and what they say once."""

import re
from decimal import Decimal

from texts import Edit

# How conditions open and close: (direction, whether the number itself meets them).
OPENINGS = {
    "≥": (1, True), ">": (1, False), "=": (0, True), "<": (-1, False), "≤": (-1, True), "不低于": (1, True),
    "不少于": (1, True), "至少": (1, True), "大于等于": (1, True), "大于": (1, False), "超过": (1, False),
    "不高于": (-1, True), "不超过": (-1, True), "不大于": (-1, True), "至多": (-1, True), "小于等于": (-1, True),
    "小于": (-1, False), "等于": (0, True),
}  # fmt: skip
CLOSINGS = {
    "及以上": (1, True), "及以下": (-1, True), "及以内": (-1, True), "以上": (1, False), "以下": (-1, False),
    "以内": (-1, False),
}  # fmt: skip
DIGITS = r"[0-9](?:[0-9.]*[0-9])?"
CONDITION = re.compile(rf"(?P<opening>{'|'.join(OPENINGS)})?(?P<number>{DIGITS})?(?P<rest>.*)", re.DOTALL)
REST = re.compile(rf"(?P<unit>.*?)(?P<closing>{'|'.join(CLOSINGS)})?", re.DOTALL)
AGAIN = re.compile(rf"(?P<unit>[^0-9≥>=≤<]*)(?P<sign>[≥>=≤<])?(?P<number>{DIGITS})(?P<tail>[^0-9]*)", re.DOTALL)
WORD_TWICE = re.compile(r"(?P<half>(?=.*[\u3400-\u9fff])(?P<first>.)(?!(?P=first)*\Z).+)(?P=half)", re.DOTALL)
ZERO_WORDS = re.compile(
    "(?:明显|显著|有效|持续|不断|逐步|进一步|稳步|大幅|较好|良好|得到|充分|基本|全面|按时|按期|按计划).{2,}", re.DOTALL
)
PLAIN = re.compile(r"(?P<whole>0|[1-9][0-9]*)(?:\.[0-9]+)?")
YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:\.0+)?")
# What the rule looks at: two digits, a zero before words, a sign twice, or a word twice.
SOMETHING_DOUBLED = re.compile(r"[0-9].*[0-9]|0[\u4e00-\u9fff]|%%|(?P<word>[^0-9%]{2,})(?P=word)", re.DOTALL)

RATE_ENDINGS = ("（%）", "(%)", "满意度", "比例", "占比", "比率", "率")
OTHER_RATES = (
    "频率", "效率", "功率", "速率", "汇率", "利率", "税率", "费率", "斜率", "心率", "容积率", "发病率", "患病率", "死亡率", "出生率", "生育率",
    "病例率", "事故率", "案发率", "发案率", "杠杆率", "分辨率", "流动比率", "速动比率",
)  # fmt: skip
UNBOUNDED = re.compile("增[长幅加速值]|[同环]比|提[高升]|上升|回报|收益|利润|周转|产出|倍率|超额")


# What says how good something is and is the whole of a target; none of them counts anything.
GRADES = set(
    "优 良 中 差 优秀 优良 良好 较好 合格 达标 及时 长期 满意 提高 提升 改善 增强 完成 完善 健全 稳定 规范 是 否".split()
)


def doubled_threshold(text, field):
    """The whole value is one edit: that is how people read and judge it."""
    found = condition(text, field.indicator)
    if not found:
        return []
    once, certainty, evidence = found
    # ≥9595≥9595% is doubled twice over; the least sure step decides.
    while following := condition(once, field.indicator):
        once = following[0]
        evidence += following[2]
        if following[1] != "certain" and certainty != "possible":
            certainty = following[1]
    return [Edit(0, len(text), once, certainty, evidence)] if once != text else []


def condition(text, indicator):
    """The text said once, how sure that is, and the evidence; None where nothing is doubled."""
    if len(text) > 48:
        return None
    opening, number, rest = CONDITION.fullmatch(text).groups(default="")
    if not number:
        word = WORD_TWICE.fullmatch(rest)
        return None if opening or not word else (word["half"], "certain", (("repetition", word["half"]),))
    if number == "0" and (rest in GRADES or ZERO_WORDS.fullmatch(rest)):
        return rest, "likely", (("qualitative", rest),)
    if re.search("[0-9]", rest):
        return repeated_condition(opening, number, rest)
    unit, closing = REST.fullmatch(rest).groups(default="")
    return doubled_number(opening, number, unit, closing, indicator) or doubled_unit(opening, number, unit, closing)


def repeated_condition(opening, number, rest):
    """≥95≥95%, 854万854万."""
    again = AGAIN.fullmatch(rest)
    if not again or not is_same(number, again["number"]):
        return None
    unit, sign, tail = again["unit"], again["sign"], again["tail"]
    if sign and sign != opening:
        return None
    if unit and unit == tail or sign and unit in ("", tail):
        return opening + number + tail, "certain", (("repetition", rest),)
    return None


def doubled_number(opening, number, unit, closing, indicator):
    """≥9595及以上, with more or less proof."""
    half, is_one = number_half(number)
    if not half or number_half(half)[0]:
        return None
    opens, closes = OPENINGS.get(opening), CLOSINGS.get(closing)
    if opens and closes and opens[0] != closes[0]:
        return None
    repeats = bool(opens and closes)
    once = opening + half + unit + ("" if repeats else closing)
    # `>` leaves the number out and 及以上 takes it in: one of them is wrong.
    agrees = bool(opens and opens[1] or closes and not closes[1])
    if repeats and agrees and not unit:
        return once, "certain", (("tail", closing),)
    exceeds = is_one and Decimal(number) > 100 >= Decimal(half)
    if exceeds and (not closing or agrees or not repeats):
        if unit == "%" and not UNBOUNDED.search(indicator):
            return once, "certain", (("percentage", "%"),)
        if not unit and not closing and (ending := rate_ending(indicator)):
            return once, "certain", (("rate", ending),)
    # A bare 1010 says nothing, and 2020 is a year.
    if not (opening or unit or closing) or YEAR.fullmatch(number) and unit[:1] in ("", "年"):
        return None
    return once, "possible", (("halves", half),)


def doubled_unit(opening, number, unit, closing):
    """100标箱标箱, 95%%."""
    word = WORD_TWICE.fullmatch(unit)
    half = "%" if unit == "%%" else word and word["half"]
    return (opening + number + half + closing, "certain", (("repetition", half),)) if half else None


def number_half(number):
    """The first half of a doubled number, and whether the digits would also make one number."""
    points = number.count(".")
    if len(number) < 4 or points > 2 or points == 0 and len(number) % 2:
        return None, False
    for cut in range(1, len(number)) if points else [len(number) // 2]:
        first, second = number[:cut], number[cut:]
        if is_same(first, second) and (points == 2 or len(PLAIN.match(second)["whole"]) >= 2):
            return first, points < 2
    return None, False


def is_same(one, other):
    return bool(PLAIN.fullmatch(one) and PLAIN.fullmatch(other)) and Decimal(one) == Decimal(other)


def rate_ending(name):
    """How a name ends that says that its values are shares of a whole."""
    if UNBOUNDED.search(name):
        return None
    ending = next((ending for ending in RATE_ENDINGS if name.endswith(ending)), None)
    return None if ending and ending[-1] not in "）)" and name.endswith(OTHER_RATES) else ending
