"""Values: numbers, amounts of money, plans of payments."""

import re
from collections import namedtuple
from decimal import Decimal

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
MONEY_UNITS = {"亿元": 100_000_000, "百万元": 1_000_000, "万元": 10_000, "千元": 1_000, "元": 1}
MONEY_UNIT = "|".join(MONEY_UNITS)
AMOUNT = re.compile(rf"\s*(?:人民币)?\s*(?P<number>[-−]?(?:{NUMBER}))\s*[（(]?(?P<unit>{MONEY_UNIT}|[万亿])?[）)]?\s*")
DECLARED = re.compile(MONEY_UNIT)
NOTHING = {
    "", "无", "空", "-", "—", "——", "--", "–", "－", "/", "／", "\\", "、", "无。", "没有", "暂无", "N/A", "n/a", "NA", "无此项",
    "无此指标", "（无）", "(无)",
}  # fmt: skip
PERCENTAGE = re.compile(rf"\s*({NUMBER})\s*%?\s*")
MONTH = re.compile(r"\s*(?:截至|截止到?|到|至)?\s*(?:(?P<month>\d{1,2})月|第?(?P<quarter>[1-4一二三四])季度)(?:份?[底末]|份)?(?:之?前)?\s*")
NAMED_MONTHS = {"上半年": 6, "下半年": 12, "全年": 12, "年底": 12, "年末": 12}

Amount = namedtuple("Amount", "yuan unit is_said")


def decimal(text):
    return Decimal(text.replace(",", "").replace("−", "-"))


def plain(number):
    """A decimal as JSON has it: an int where it is whole."""
    return int(number) if number == number.to_integral_value() else float(number)


def digits(number):
    """A decimal in plain digits, without zeros that say nothing."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def read_amount(text, unit):
    """An amount, or why there is none: "none", "unit" where no unit is said, "unread"."""
    if text is None or text.text.strip() in NOTHING:
        return "none"
    found = AMOUNT.fullmatch(text.text)
    if not found:
        return "unread"
    name = found["unit"] and found["unit"].removesuffix("元") + "元"
    if name is None and unit is not None and (said := DECLARED.search(unit.text)):
        name = said[0]
    if name is None:
        return "unit"
    return Amount(decimal(found["number"]) * MONEY_UNITS[name], name, found["unit"] is not None)


def percent(text):
    found = text and PERCENTAGE.fullmatch(text.text)
    return decimal(found[1]) if found else None


def month(text):
    if text is None:
        return None
    if named := NAMED_MONTHS.get(text.text.strip()):
        return named
    found = MONTH.fullmatch(text.text)
    if not found:
        return None
    number = int(found["month"]) if found["month"] else "1234一二三四".index(found["quarter"]) % 4 * 3 + 3
    return number if 1 <= number <= 12 else None
