"""The grammar of target values (指标值)."""

import re
from calendar import monthrange

from values import NOTHING, NUMBER, decimal, plain

UNITS = set(
    "% ‰ 百分比 百分点 个百分点 比例 倍 分 级 度 ℃ °C 成 元 万元 亿元 千元 百万元 人民币元 美元 万 亿 年 月 个月 周 天 日 工作日 个工作日 "
    "自然日 小时 分钟 秒 学时 课时 季度 个季度 人 名 位 人次 人天 人日 人月 户 户次 家 家次 班 班次 队 组 对 个 项 次 场 场次 期 批 批次 "
    "件 份 篇 册 本 部 条 台 套 辆 架 艘 座 处 所 栋 幢 间 层 块 面 幅 张 支 只 头 匹 羽 尾 口 眼 盏 根 棵 株 片 段 道 门 节 副 双 把 顶 "
    "床 床位 枚 瓶 箱 袋 盒 桶 包 宗 起 例 笔 票 类 种 款 版 集 首 字 词 页 点 个点 点位 路 站 线 亩 公顷 平方米 ㎡ m² m2 平方公里 "
    "平方千米 km² 立方米 m³ m3 米 m 千米 公里 km 厘米 毫米 cm mm 延米 延长米 里 方 吨 千克 公斤 克 kg 毫克 升 毫升 L 标箱 TEU 吨标准煤 "
    "吨标煤 千瓦 千瓦时 kW kWh 兆瓦 MW GB TB MB M G 兆 Mbps dB 分贝 mg MPa 村 个村 行政村 镇 乡镇 个乡镇 县 个县 市 省 社区 个社区 街道 "
    "单位 企业 学校 标段 单元 岗位 车次 航次 账户 用户".split()
)
WORDS = {
    **dict.fromkeys("大于等于 大于或等于 高于等于 高于或等于 至少 最少 最低".split(), "≥"),
    **dict.fromkeys("小于等于 小于或等于 低于等于 低于或等于 至多 最多 最高".split(), "≤"),
    **dict.fromkeys("大于 超过 超出 高于 多于".split(), ">"),
    **dict.fromkeys("小于 低于 少于".split(), "<"),
    "等于": "=",
}
NEGATED = {
    **dict.fromkeys("低于 少于 小于 早于".split(), "≥"),
    **dict.fromkeys("高于 超过 超出 大于 多于 超 晚于 迟于".split(), "≤"),
}
TAILS = {
    **dict.fromkeys("及以上 及其以上 以上 含以上".split(), "≥"),
    **dict.fromkeys("及以下 及其以下 以下 含以下 以内 之内".split(), "≤"),
}
DIRECTIONS = {"≥": 1, ">": 1, "=": 0, "<": -1, "≤": -1}
OPERATOR = (
    r"(?P<sign>[≥≤=><])"
    rf"|(?:不|未|没有)(?:得|能|应|宜|可以|可|准|许|要|会)?(?P<negated>{'|'.join(NEGATED)})"
    rf"|(?P<word>{'|'.join(WORDS)})"
)
UNIT = r"[^\d\s%≥≤=><，。；、：,;:()（）\[\]【】“”~～—–-]"
QUANTITY = re.compile(
    rf"(?P<operator>{OPERATOR})?\s*(?P<value>[-−]?(?:{NUMBER}))\s*"
    rf"(?P<unit>%(?:[/／]{UNIT}+)?|{UNIT}*?m[23]|{UNIT}*?)\s*"
    rf"(?P<tail>(?:[（(]含(?:本数)?[）)])?(?:{'|'.join(TAILS)})|(?<=[天日时钟秒周月年])内)?(?P<rest>[。；;，,、.：:！\s]*)"
)
RANGE = re.compile(
    rf"(?P<operator>[≥≤><]\s*)?(?P<low>{NUMBER})\s*(?P<first>%|{UNIT}*)\s*(?:[-~～—–至到]|——)\s*"
    rf"(?P<high>{NUMBER})\s*(?P<unit>%|{UNIT}*)"
)
DATE = re.compile(
    r"(?:(?P<sign>[≥≤=><])\s*)?(?P<date>(?:(?P<year>(?:19|20)\d\d)年\s*)?"
    r"(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号]|份?(?P<end>[底末])|份)?|年?(?P<last>[底末])|(?<=年)))"
    r"(?:(?P<before>之前|以前|前|止)|(?P<after>之后|以后|后|起))?(?:全部)?(?:完成|完工|竣工)?"
)
# Rather a number of months than a date.
MONTHS = re.compile(r"[≥≤=><]\s*\d{1,2}月")
APPRAISAL = re.compile(
    "优|良|中|差|好|一般|较差|不合格|.*(?:提升|提高|改善|增强|增加|减少|降低|促进|保障|显著|明显|有效|良好|优秀|合格|满意|完善|健全|及时|稳定|"
    "长期|持续|较好|完成|达标|规范).*"
)
VAGUE = re.compile("[余多来几]|.*(?:左右|上下)")
NAMED_UNIT = re.compile(r"[（(\[【]\s*(?:单位[：:])?\s*(?P<unit>[^（）()\[\]【】]+?)\s*[)）\]】][\s：:。，,、；;*★.]*$")
NAMED_SIGN = re.compile("[%‰]$")
IMPLIED = re.compile(
    r"(?:(?<![频速心码帧功斜曲概倍赔汇效利费])(?<!周转|分辨|渗透|折射|容积|出生|死亡|发病|患病|发案|犯罪|万人)(?<!自然增长)率"
    r"|(?<=有效|失效|成效|见效|生效|显效|时效|实效|收效|增效|毛利|净利|盈利|专利|缴费|收费|消费)率"
    r"|(?<!师生|生师)比例|占比|满意度)(?=(?:[（(][^（）()]*[）)]|[\s：:。，,、；;*★.])*$)"
)
REASONS = {
    "unitAlone": ("只有单位，没有数", "it is a unit without a number"),
    "operatorAlone": ("只有比较符号，没有数", "it is an operator without a number"),
    "brokenNumber": ("数字被断开或混入了别的符号", "its digits make no single number"),
    "severalNumbers": ("有不止一个数，不知取哪一个", "it holds several numbers"),
    "contradiction": ("比较符号与文字互相矛盾", "its operator and its words contradict each other"),
    "operatorWithRange": ("区间前又有比较符号", "it is a range with an operator"),
    "descendingRange": ("区间的后一个数小于前一个数", "it is a range that descends"),
    "unitsDiffer": ("出现两个不同的单位", "it has two units that differ"),
    "unknownUnit": ("数字后的文字不是认识的单位", "the words behind the number are no known unit"),
    "wordsAround": ("数字前后有其他文字，不能确定数字就是指标值", "other words stand around the number"),
    "approximate": ("是约数（左右、上下），没有明确界限", "it is approximate and has no limit"),
    "impossibleDate": ("日期不存在", "the calendar has no such day"),
    "unexplained": ("含有无法解读的符号", "it holds signs that could not be interpreted"),
}


def read_target(text, name, year):
    """What a target says; for each key the part of text or name that says so; and why it is not read.

    A part is the text it lies in, where it begins and where it ends.
    """
    whole = {"kind": ("text", 0, len(text))}
    stripped = text.strip()
    if stripped in NOTHING or re.search("不适用|不涉及", stripped) and not re.search(r"\d", stripped):
        return {"kind": "none"}, whole, None
    if (found := DATE.fullmatch(stripped)) and not MONTHS.fullmatch(stripped):
        read = read_date(found, year, whole)
    elif found := QUANTITY.fullmatch(stripped):
        read = read_quantity(found, name, whole)
    elif found := RANGE.fullmatch(stripped):
        read = read_range(found, name, whole)
    else:
        read = why_unread(stripped)
    if read is None:
        return {"kind": "qualitative"}, whole, None
    return ({"kind": "unread"}, whole, read) if isinstance(read, str) else (*read, None)


def why_unread(text):
    """Why a text with digits or signs is no target; None for one of words."""
    if not re.search(r"\d", text):
        return "operatorAlone" if re.search("[≥≤=><]", text) else "unitAlone" if text in UNITS else None
    if re.search(r"\d[%‰]\d|\d\s+\d|\d[,.]+\d*[,.]", text):
        return "brokenNumber"
    if re.search("左右|上下", text):
        return "approximate"
    return "severalNumbers" if len(re.findall(NUMBER, text)) > 1 else "wordsAround"


def read_quantity(found, name, whole):
    value, unit, tail = decimal(found["value"]), found["unit"], found["tail"]
    operator = found["sign"] or WORDS.get(found["word"]) or NEGATED.get(found["negated"])
    said = tail and ("≤" if tail == "内" else TAILS[re.sub("[（(].*[）)]", "", tail)])
    if operator and said and DIRECTIONS[operator] != DIRECTIONS[said]:
        return "contradiction"
    if unit and unit not in UNITS and not is_compound(unit):
        if APPRAISAL.fullmatch(unit):
            return "unknownUnit" if value or operator else None
        if VAGUE.match(unit):
            return "approximate"
        if not found["sign"] or len(unit) > 8:
            return "unknownUnit"
    target = {"kind": "quantity", "operator": operator or said, "value": plain(value), "unit": unit or None}
    parts = dict(whole, value=("text", *found.span("value")))
    if operator or said:
        parts["operator"] = ("text", *found.span("operator" if operator else "tail"))
    if unit:
        parts["unit"] = ("text", *found.span("unit"))
    else:
        infer_unit(target, parts, name, value == 0 or abs(value) > 1)
    return target, parts


def is_compound(unit):
    """万人次, 台次, 元/人.每天."""
    simple = [part.removeprefix("每") for part in re.split("[/／.·*×•]", unit)]
    return all(
        part in UNITS or part[:1] in "万亿千百十" and part[1:] in UNITS or part[-1:] == "次" and part[:-1] in UNITS
        for part in simple
    )


def read_range(found, name, whole):
    low, high = decimal(found["low"]), decimal(found["high"])
    unit = found["unit"] or None
    if found["operator"]:
        return "operatorWithRange"
    if found["first"] and found["first"] != unit:
        return "unitsDiffer"
    if low > high:
        return "descendingRange"
    if unit and unit not in UNITS and not is_compound(unit):
        return "unknownUnit"
    target = {"kind": "range", "minimum": plain(low), "maximum": plain(high), "unit": unit}
    parts = dict(whole, minimum=("text", *found.span("low")), maximum=("text", *found.span("high")))
    if unit:
        parts["unit"] = ("text", *found.span("unit"))
    else:
        infer_unit(target, parts, name, (low or high) > 1)
    return target, parts


def infer_unit(target, parts, name, may_be_percent):
    """The unit that the indicator's name states, or the one that it implies."""
    said = NAMED_UNIT.search(name)
    if said and (said["unit"] in UNITS or is_compound(said["unit"])):
        target["unit"], parts["unit"] = said["unit"], ("name", *said.span("unit"))
    elif sign := NAMED_SIGN.search(name):
        target["unit"], parts["unit"] = sign[0], ("name", *sign.span())
    elif may_be_percent and (implied := IMPLIED.search(name)):
        target["unit"], target["unitInferredFrom"] = "%", "name"
        parts["unit"] = ("name", *implied.span())


def read_date(found, year, whole):
    said = int(found["year"]) if found["year"] else year
    first, last = (int(found["month"]),) * 2 if found["month"] else (1, 12)
    if not 1 <= last <= 12:
        return "impossibleDate"
    days = monthrange(said or 2000, last)[1]
    day = int(found["day"]) if found["day"] else days
    if not 1 <= day <= days:
        return "impossibleDate"
    operator = "≤" if found["before"] else "≥" if found["after"] else None
    if found["sign"] and operator and DIRECTIONS[found["sign"]] != DIRECTIONS[operator]:
        return "contradiction"
    target = {"kind": "date", "operator": found["sign"] or operator, "earliest": None, "latest": None}
    place = ("text", *found.span("date"))
    parts = dict(whole, earliest=place, latest=place)
    if target["operator"]:
        key = "sign" if found["sign"] else "before" if found["before"] else "after"
        parts["operator"] = ("text", *found.span(key))
    if said:
        if not found["year"]:
            target["yearInferredFrom"] = "year"
        is_day = found["day"] or found["end"] or found["last"]
        target["earliest"] = f"{said}-{last:02}-{day:02}" if is_day else f"{said}-{first:02}-01"
        target["latest"] = f"{said}-{last:02}-{day:02}"
    return target, parts
