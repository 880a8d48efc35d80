"""Checks of indicators, each by itself."""

import re

from findings import BRACKETS, NOT_APPLICABLE, RATES, same, spans, title
from targets import DIRECTIONS
from texts import quoted, string

YES_NO = re.compile("是否|与否|有无")
PERCENT = re.compile("[%％]|百分")
LEVELS1 = set(
    "产出指标 效益指标 满意度指标 成本指标 投入指标 过程指标 决策指标 项目完成指标 项目效益指标 项目产出指标 效果指标 社会公众或服务对象满意度指标 "
    "服务对象满意度指标 预算执行指标 履职效能指标 履职效益指标 运行成本指标 管理效率指标".split()
)
LEVELS2 = set(
    "数量指标 质量指标 时效指标 成本指标 经济效益指标 社会效益指标 生态效益指标 可持续影响指标 服务对象满意度指标 经济成本指标 社会成本指标 "
    "生态环境成本指标 环境效益指标 进度指标 满意度指标 社会公众或服务对象满意度指标 社会公众满意度指标 服务对象或社会公众满意度指标 可持续发展指标 "
    "可持续性影响指标 环境成本指标 受益群体满意度指标 预算执行指标 资金投入指标 投入指标 效益指标".split()
)
NOT_COST = re.compile("是否|与否|节约|节省|节支|降低|降幅|下降|减少|压减|压降|压缩|减排|满意|及时|执行|合规|收入|产值|保障|到位")
MONEY = (
    "金额", "费用", "支出", "支出额", "支出数", "经费", "价格", "单价", "造价", "总额", "投资额", "成本", "补贴", "补助", "津贴", "产值", "资金",
)  # fmt: skip
MONEY_STANDARD = re.compile("补|费|支出|工资|津贴|人均|报销|发放|资金|薪")
UNBOUNDED = re.compile(
    "增长|增幅|增速|增加|提高|提升|回报|收益|报酬|周转|增值|利用率|使用率|负债|杠杆|流动比|速动比|偿债|放大|带动|利润率|超额|超收|同比|环比"
)
TIMES = ("时间", "日期", "时限", "工期", "期限", "时长", "时点", "时段")
TIME_UNIT = re.compile("[年月日天时分秒周季期旬点h]|min")
NOT_NUMBERS = ("指数", "系数", "分数", "倍数", "百分数", "参数", "函数", "基数", "预算数", "决算数", "执行数")
RATIO = re.compile("的比例|的比率|的比重|的占比|百分比|比例情况")
LEVELS = {
    "level1": (
        LEVELS1, "一级指标{}不在通行的分类（产出、效益、满意度、成本）里。请核对是否错列或笔误。",
        "The first level {} is not in the usual taxonomy (产出, 效益, 满意度, 成本). Check for a slipped cell or a slip of "
        "the pen.",
    ),
    "level2": (
        LEVELS2, "二级指标{}不在通行的分类（数量、质量、时效、成本、经济效益等）里。请核对是否错列或笔误。",
        "The second level {} is not in the usual taxonomy (数量, 质量, 时效, 成本, 经济效益 …). Check for a slipped cell or "
        "a slip of the pen.",
    ),
}  # fmt: skip


def unknown_level(rows, report):
    for project in rows:
        last = {}
        for row in project:
            for key, (levels, zh, en) in LEVELS.items():
                text = row.texts[key]
                # A merged cell is reported once.
                if text is not last.get(key) and string(text) and not is_level(text.text, levels):
                    said = quoted(text.text)
                    report("unknown-level", "note", f"{row.path}/{key}", spans(text), zh.format(said), en.format(said))
                last[key] = text


def is_level(text, levels):
    word = re.sub("[ \n★\u3000]", "", re.split("[（(]", text)[0])
    return text in levels or word in levels or word + "指标" in levels


def without_name(rows, report):
    for row in (row for project in rows for row in project if not row.name):
        content = next((row.texts[key] for key in ("description", "target") if string(row.texts[key])), None)
        if content:
            said = quoted(content.text)
            report(
                "indicator-without-name", "warning", row.path, spans(content, row.texts["level2"]),
                f"这一行写了{said}，但没有三级指标的名称。请核对是漏填还是错列。",
                f"This row says {said} but has no indicator name. Check whether it was left out or the cells have "
                "slipped.",
            )  # fmt: skip


def without_target(named, report):
    for row in named:
        if not row.target_text and row.name not in NOT_APPLICABLE:
            report(
                "indicator-without-target", "warning", row.path, spans(row.texts["name"]),
                f"{row.zh}没有填指标值。请补填，或写明不适用。",
                f"The {row.en} has no target. Fill it in, or say that it does not apply.",
            )  # fmt: skip


def duplicate_indicator(filing, rows, report):
    for i, project in enumerate(rows):
        zh, en = title(i, filing.projects[i])
        first = {}
        for row in project:
            earlier = first.setdefault(same(row.name), row)
            if earlier is row or not row.name or row.name in NOT_APPLICABLE:
                continue
            one, other = quoted(earlier.target_text, "未填"), quoted(row.target_text, "未填")
            differ = f"分别是{one}和{other}。请核对以哪一处为准。"
            report(
                "duplicate-indicator", "warning", f"{row.path}/name", spans(row.texts["name"], earlier.texts["name"]),
                f"{zh}中，指标{quoted(row.name)}出现了两次，指标值"
                + (differ if earlier.target_text != row.target_text else f"都是{one}。请核对是否重复。"),
                f"In {en} the indicator {quoted(row.name)} stands twice, with the targets {one} and {other}. Check "
                "which one holds.",
            )  # fmt: skip


def threshold_contradiction(row, report):
    why = {
        "contradiction": ("符号和文字的意思相反", "its sign and its words disagree"),
        "descendingRange": ("区间的前一个数大于后一个数", "its range begins above its end"),
    }.get(row.target.get("reason"))  # fmt: skip
    if why:
        report(
            "threshold-contradiction", "warning", f"{row.path}/target", row.spans,
            f"{row.zh}的指标值{quoted(row.target_text)}自相矛盾：{why[0]}。请核对原意。",
            f"The target {quoted(row.target_text)} of the {row.en} contradicts itself: {why[1]}. Check what was meant.",
        )  # fmt: skip


def over_100(row, report):
    if row.unit != "%" or UNBOUNDED.search(row.name) or not re.search(r"\d{3}", row.target_text):
        return
    if not (PERCENT.search(row.target_text) or PERCENT.search(row.name) or row.ending.endswith(RATES)):
        return
    value = row.target.get("value", row.target.get("maximum"))
    if value > 100 or value == 100 and row.target.get("operator") == ">":
        report(
            "target-over-100", "warning", f"{row.path}/target", row.spans,
            f"{row.zh}的指标值是{quoted(row.target_text)}，超过了100%。请核对数值和单位。",
            f"The target of the {row.en} is {quoted(row.target_text)}, which exceeds 100 %. Check the value and its "
            "unit.",
        )  # fmt: skip


def cost_direction(row, report):
    is_cost = "成本" in string(row.texts["level2"]) or "成本" in string(row.texts["level1"])
    if not is_cost or row.ending.endswith(RATES) or NOT_COST.search(row.name):
        return
    if DIRECTIONS.get(row.target.get("operator")) == 1 and row.is_numeric and row.unit != "%":
        report(
            "cost-direction", "warning", f"{row.path}/target", row.spans,
            f"{row.zh}的指标值是{quoted(row.target_text)}：成本越低越好，一般应为“≤”。请核对方向。",
            f"The target of the cost {row.en} is {quoted(row.target_text)}: costs are to be low, so ≤ would be usual. "
            "Check the direction.",
        )  # fmt: skip


def amount_without_unit(row, report):
    is_money = row.ending.endswith(MONEY) or row.ending.endswith("标准") and MONEY_STANDARD.search(row.name)
    if not is_money or YES_NO.search(row.name) or "元" in row.target_text:
        return
    if row.is_numeric and row.unit is None and row.target.get("value") != 0:
        report(
            "amount-without-unit", "warning", f"{row.path}/target", row.spans,
            f"{row.zh}的指标值{quoted(row.target_text)}没有写单位，不知道是元还是万元，也可能本是百分比。请补写单位。",
            f"The target {quoted(row.target_text)} of the {row.en} has no unit: it may be 元, 万元 or a percentage. Say "
            "which.",
        )  # fmt: skip


def time_without_time(row, report):
    if row.ending.endswith(TIMES) and row.is_numeric and not (row.unit and TIME_UNIT.search(row.unit)):
        report(
            "time-without-time", "warning", f"{row.path}/target", row.spans,
            f"{row.zh}的指标值是{quoted(row.target_text)}，既不是日期，也没有天、小时、月等时间单位。请核对。",
            f"The target of the {row.en} is {quoted(row.target_text)}: neither a date nor a value with a unit of time. "
            "Check it.",
        )  # fmt: skip


def number_as_ratio(row, report):
    if not row.ending.endswith(("数", "数量")) or row.ending.endswith(NOT_NUMBERS):
        return
    text = row.target_text
    if row.unit == "%":
        report(
            "number-as-ratio", "warning", f"{row.path}/target", row.spans,
            f"{row.zh}是数量，指标值{quoted(text)}却是百分比。请核对名称、数值和单位。",
            f"The {row.en} is a number, but its target {quoted(text)} is a percentage. Check name, value and unit.",
        )  # fmt: skip
    elif row.unit is None and (RATIO.search(row.description) or BRACKETS.sub("", row.description).endswith(RATES)):
        said = quoted(row.description)
        report(
            "number-as-ratio", "warning", f"{row.path}/description",
            spans(row.texts["description"], row.texts["name"], row.texts["target"]),
            f"{row.zh}是数量，描述{said}却是比例，指标值{quoted(text, '（未填）')}也没有写单位。请核对是数量还是比例。",
            f"The {row.en} is a number, but its description {said} is a ratio, and its target {quoted(text, '(none)')} "
            "has no unit. Check which is meant.",
        )  # fmt: skip


def yes_no_number(row, report):
    if row.is_numeric and YES_NO.search(row.name):
        report(
            "yes-no-number", "warning", f"{row.path}/target", row.spans,
            f"{row.zh}问的是“是”或“否”，指标值却是{quoted(row.target_text)}。请核对名称或指标值。",
            f"The {row.en} asks for yes or no, but its target is {quoted(row.target_text)}. Check the name or the "
            "target.",
        )  # fmt: skip


INDICATOR_CHECKS = (
    threshold_contradiction, over_100, cost_direction, amount_without_unit, time_without_time, number_as_ratio,
    yes_no_number,
)  # fmt: skip
