"""Checking: what does not fit together in a filing. Each check reports its findings in document order."""

import re
from collections import Counter, defaultdict
from decimal import Decimal

from identity import CODE, region_name
from speech import Speech, contradiction, repeated_phrases
from targets import DIRECTIONS, REASONS
from texts import excerpt, quoted, string
from values import MONEY_UNIT, MONEY_UNITS, NUMBER, Amount, decimal, digits, month, percent

NOT_APPLICABLE = {"无", "-", "—", "——", "/", "不适用", "不涉及", "暂无"}
RATES = ("率", "比例", "占比", "比重", "满意度", "%", "％")
YES_NO = re.compile("是否|与否|有无")
PERCENT = re.compile("[%％]|百分")
BRACKETS = re.compile(r"(?:[(（][^(（]*[)）])? *\Z")

MENTION = re.compile(
    rf"(?P<amount>(?P<number>{NUMBER})\s*(?P<unit>{MONEY_UNIT}))(?!\s*(?:[/／每·*×旦月素宵件年氏~～—至-]))"
)
RATE_BEFORE = re.compile(r"(?:[A-Za-z.+~～－—–至到*×-]|\d\s+|[每均][^，。；、：,;:（(）)\[\]【】“”]{0,3}\s*)\Z")
CLAUSE_END = re.compile("[，。；：、,;（(]")
WHOLE = re.compile("预算|安排|总额|共需|合计|共计|总计|申请资金|项目资金|所需资金")
NOT_WHOLE = re.compile(
    "每|均|其中|标准|上年|去年|往年|前年|历年|累计|总投资|不超|以上|节约|结转|结余|已|中央|省级|市级|上级|减少|增加|调整|追加|一期|二期"
)

TAIL = re.compile("(?:项目支出|项目预算|项目|预算|支出)?绩效目标")
NUMBER_MARK = re.compile(r"\A[0-9]+\.")
LIST_MARK = re.compile(r"[0-9一二三四五六七八九十(（.．、。)） \u3000]*[.．、。)） \u3000]")
NO_WORD = re.compile(r"[^0-9A-Za-z\u3400-\u9fff\u3007\U00020000-\U0003ffff]")
GENERIC = {"", "项目", "预算项目", "部门预算项目", "部门项目", "本级项目", "部门", "部门整体"}

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
ASKED = re.compile("预算执行|执行率|资金到位|资金支付|支付进度|支出进度|资金使用|预算完成|成本控制|成本节约|满意度")
# Pairs of characters that stand in the texts of any duty.
GENERAL = set(
    "工作 完成 成率 任务 指标 满意 意度 提高 提升 保障 加强 开展 组织 建立 建设 积极 进一 一步 水平 质量 及时 时率 绩效 目标 项目 资金 预算 支出 "
    "经费 情况 有效 确保 实现 推进 落实 完善 健全 做好 服务 管理 制度 机制 不断 全面 促进 发展 社会 群众 参与 与率 办理 理率 障率 织率 处置 置率 "
    "合格 格率 覆盖 盖率 达标 标率 单位 部门 人员 相关 各项 活动 计划 年度 全年 正常 运转 效果 效率 能力 队伍 执行 行率".split()
)
IDEOGRAPHS = re.compile("[\u4e00-\u9fff]{2,}")


class Row:
    """An indicator as checks look at it."""

    def __init__(self, project, number, indicator, path):
        self.project, self.number, self.path = project, number, path
        self.texts = indicator
        self.name = string(indicator["name"])
        self.description = string(indicator["description"])
        self.target_text = string(indicator["target"])
        self.target = indicator["reading"] or {"kind": "none"}
        self.is_numeric = self.target["kind"] in ("quantity", "range")
        self.ending = BRACKETS.sub("", self.name) if self.name[-1:] in ")） " else self.name

    @property
    def unit(self):
        return self.target.get("unit")

    @property
    def zh(self):
        return (excerpt(string(self.texts["level2"])) or "指标") + quoted(self.name, "（无名称）")

    @property
    def en(self):
        return "indicator " + quoted(self.name, "without a name")

    @property
    def spans(self):
        """Where the target stands, and the name."""
        return spans(self.texts["target"], self.texts["name"])


def spans(*texts):
    return [text.whole for text in texts if text is not None]


def same(text):
    """A text as it is compared: without spaces."""
    return text.replace(" ", "")


def title(number, project):
    """A project as messages name it."""
    name = string(project["name"])
    return f"第{number + 1}个项目{quoted(name, '（无名称）')}", f"project {number + 1} {quoted(name, '(no name)')}"


def shown(text, amount):
    """An amount as people read it, with the declared unit where it says none."""
    is_declared = isinstance(amount, Amount) and not amount.is_said
    return excerpt(text.text) + amount.unit if is_declared else quoted(text.text)


def listed(items, limit=6, separator="、"):
    few = separator.join(items[:limit])
    return f"{few}等{len(items)}处" if len(items) > limit else few


def listed_en(items, limit=6):
    few = ", ".join(items[:limit])
    return f"{few} and {len(items) - limit} more" if len(items) > limit else few


def report_missing(filing, report):
    """What the filing as a whole and its projects lack."""
    if not filing.projects:
        report("no-projects", "warning", "/projects", [], "没有找到预算项目绩效目标表。", "No project table was found.")
    for i, project in enumerate(filing.projects):
        lacks = {
            "code": ("项目编码", project["code"]), "name": ("项目名称", project["name"]),
            "budget": ("预算数", any(project["budget"].values())), "goals": ("绩效目标", project["goals"]),
            "indicators": ("绩效指标", project["indicators"]),
        }  # fmt: skip
        for key, (zh, value) in lacks.items():
            if not value:
                report(
                    f"project-{key}-missing", "warning", f"/projects/{i}/{key}", spans(project["heading"]),
                    f"第 {i + 1} 个项目没有{zh}。", f"Project {i + 1} has no {key}.",
                )  # fmt: skip


def report_unread(filing, published, report):
    """What could not be read as a value."""
    targets = {path: (text, reason) for path, text, reason in published.unread}
    for i, project in enumerate(filing.projects):
        for key in ("total", "fiscal", "other"):
            if project["amounts"][key] in ("unread", "unit"):
                text = project["budget"][key]
                identifier = "unread-amount" if project["amounts"][key] == "unread" else "amount-unit-missing"
                report(
                    identifier, "warning", f"/projects/{i}/budget/{key}", spans(text),
                    f"金额{quoted(text.text)}读不出数值。", f"The amount {quoted(text.text)} could not be read.",
                )  # fmt: skip
        for j, stage in enumerate(project["schedule"]):
            for key, read in ("month", month), ("percent", percent):
                if stage[key] is not None and read(stage[key]) is None:
                    report(
                        "unread-schedule", "warning", f"/projects/{i}/schedule/{j}/{key}", spans(stage[key]),
                        f"资金支出计划的{quoted(stage[key].text)}读不出。", f"{quoted(stage[key].text)} could not be read.",
                    )  # fmt: skip
        for j in range(len(project["indicators"])):
            path = f"/projects/{i}/indicators/{j}/target"
            if path in targets:
                text, reason = targets[path]
                zh, en = REASONS[reason]
                report(
                    "unread-target", "warning", path, spans(text),
                    f"指标值{quoted(text.text)}读不出数值：{zh}。只保留原文，请核对。",
                    f"The target {quoted(text.text)} could not be read: {en}. Only its text is kept; check it.",
                )  # fmt: skip


def check(filing, report):
    rows = [
        [Row(i, j, indicator, f"/projects/{i}/indicators/{j}") for j, indicator in enumerate(project["indicators"])]
        for i, project in enumerate(filing.projects)
    ]
    named = [row for project in rows for row in project if row.name]
    for whole in CHECKS_OF_FILINGS:
        whole(filing, report)
    unknown_level(rows, report)
    without_name(rows, report)
    without_target(named, report)
    duplicate_indicator(filing, rows, report)
    for single in CHECKS_OF_INDICATORS:
        for row in named:
            single(row, report)
    speech = Speech(filing)
    name_description_contradict(named, speech, report)
    description_repeats_name(filing, rows, report)
    identical_targets(filing, rows, report)
    pasted_indicators(filing, named, report)
    one_phrase_two_spellings(speech, report)
    duty_without_project(filing, report)


# ---------------------------------------------------------------------------------------------------------------------
# The filing and its projects: codes, names, money


def code_years(filing, report):
    earlier = []
    for i, project in enumerate(filing.projects):
        found = CODE.fullmatch(string(project["code"]))
        if not found or filing.year is None:
            continue
        year = 2000 + int(found["year"])
        if year < filing.year:
            earlier.append((i, year))
        elif year > filing.year:
            zh, en = title(i, project)
            code = quoted(project["code"].text)
            report(
                "code-years", "warning", f"/projects/{i}/code", spans(project["code"]),
                f"{zh}的编码{code}里的年份是{year}年，晚于本文件的年度{filing.year}年。请核对编码和年度。",
                f"The code {code} of {en} says {year}, later than the filing's year {filing.year}. Check the code and the year.",
            )  # fmt: skip
    if earlier:
        names = listed([f"第{i + 1}个（{year}年）" for i, year in earlier])
        names_en = listed_en([f"project {i + 1} ({year})" for i, year in earlier])
        report(
            "code-years", "note", f"/projects/{earlier[0][0]}/code",
            spans(*(filing.projects[i]["code"] for i, _ in earlier)),
            f"{len(earlier)}个项目的编码年份早于本文件的年度{filing.year}年：{names}。延续项目沿用旧编码属正常，请核对是否都是延续项目。",
            f"The codes of some projects ({len(earlier)}) say a year before the filing's, {filing.year}: {names_en}. "
            "That is normal for projects that go on; check that they do.",
        )  # fmt: skip


def code_form(filing, report):
    for i, project in enumerate(filing.projects):
        code = string(project["code"])
        if not code:
            continue
        found = CODE.fullmatch(code)
        if found and region_name(found["region"]):
            continue
        if not re.fullmatch("[0-9A-Za-z]+", code) or len(code) == 21 and re.search("[a-z]", code):
            problem = "含有大写字母和数字以外的字符", "has characters other than capital letters and digits"
        elif len(code) != 21:
            problem = f"是{len(code)}位，应为21位", f"has {len(code)} characters, not 21"
        elif not found:
            problem = "的前8位不是行政区划和年份", "does not begin with a region and a year"
        else:
            region = found["region"]
            problem = f"的前6位“{region}”不是已知的行政区划代码", f"begins with “{region}”, which is no known region"
        zh, en = title(i, project)
        report(
            "project-code-form", "warning", f"/projects/{i}/code", spans(project["code"]),
            f"{zh}的编码{quoted(code)}{problem[0]}。请核对编码。", f"The code {quoted(code)} of {en} {problem[1]}. Check it.",
        )  # fmt: skip


def code_duplicate(filing, report):
    last = {}
    for i, project in enumerate(filing.projects):
        code = string(project["code"])
        if code in last:
            first = last[code]
            one, other = title(first, filing.projects[first]), title(i, project)
            report(
                "project-code-duplicate", "warning", f"/projects/{i}/code",
                spans(project["code"], filing.projects[first]["code"]),
                f"{other[0]}的项目编码{quoted(code)}与{one[0]}的相同。请核对哪一个项目的编码填错了。",
                f"The code {quoted(code)} of {other[1]} is also that of {one[1]}. Check which one is wrong.",
            )  # fmt: skip
        if code:
            last[code] = i


def heading_against_name(filing, report):
    for i, project in enumerate(filing.projects):
        heading, name = string(project["heading"]), string(project["name"])
        tail = TAIL.search(heading)
        if not tail or not name or NUMBER_MARK.sub("", heading).startswith(name + "绩效目标"):
            continue
        said = heading[: tail.start()]
        mark = LIST_MARK.match(said)
        said = NO_WORD.sub("", said[mark.end() :] if mark else said)
        expected = NO_WORD.sub("", name)
        if said in GENERIC or not expected or said == expected:
            continue
        severity = "note" if expected in said or said in expected else "warning"
        report(
            "heading-against-name", severity, f"/projects/{i}/name", spans(project["name"], project["heading"]),
            f"表内项目名称是{quoted(name)}，标题却是{quoted(heading)}。请核对两处名称。",
            f"The table names the project {quoted(name)}, its heading says {quoted(heading)}. Check both.",
        )  # fmt: skip


def budget_sum(filing, report):
    for i, project in enumerate(filing.projects):
        texts, amounts = project["budget"], project["amounts"]
        given = [amounts[key] for key in ("total", "fiscal", "other") if amounts[key] != "none"]
        if any(isinstance(amount, str) for amount in given) or amounts["fiscal"] == amounts["other"] == "none":
            continue
        total = sum(amounts[key].yuan for key in ("fiscal", "other") if amounts[key] != "none")
        if amounts["total"] != "none" and total == amounts["total"].yuan:
            continue
        zh, en = title(i, project)
        said = {key: shown(text, amounts[key]) if text is not None else "（未填）" for key, text in texts.items()}
        if amounts["total"] == "none":
            message = (
                f"{zh}填了财政资金{said['fiscal']}、其他资金{said['other']}，没有填预算数。请补填。",
                f"The table of {en} gives fiscal funds {said['fiscal']} and other funds {said['other']} but no total. "
                "Fill it in.",
            )
        else:
            unit = amounts["total"].unit
            sum_said = digits(total / MONEY_UNITS[unit]) + unit
            message = (
                f"{zh}的预算数是{said['total']}，财政资金{said['fiscal']}与其他资金{said['other']}之和却是{sum_said}。请核对三个数。",
                f"The budget of {en} is {said['total']}, but fiscal funds {said['fiscal']} and other funds "
                f"{said['other']} add up to {sum_said}. Check the three amounts.",
            )
        found = spans(texts["total"], texts["fiscal"], texts["other"])
        report("budget-sum", "warning", f"/projects/{i}/budget/total", found, *message)


def mentions(text):
    """The amounts in running text that are no rates: (yuan, match)."""
    found = []
    for mention in MENTION.finditer(text) if "元" in text else ():
        if not RATE_BEFORE.search(text, 0, mention.start()):
            found.append((decimal(mention["number"]) * MONEY_UNITS[mention["unit"]], mention))
    return found


def amount_in_purpose(filing, report):
    for i, project in enumerate(filing.projects):
        total = project["amounts"]["total"]
        if project["purpose"] is None or isinstance(total, str):
            continue
        purpose = project["purpose"].text
        said = mentions(purpose)
        known = [amount.yuan for amount in project["amounts"].values() if not isinstance(amount, str)]
        if not said or any(yuan in known for yuan, _ in said) or sum(yuan for yuan, _ in said) == total.yuan:
            continue
        start = 0
        for _, mention in said:
            clause = CLAUSE_END.split(purpose[start : mention.start()])[-1]
            start = mention.end("amount")
            if not WHOLE.search(clause) or NOT_WHOLE.search(clause):
                continue
            zh, en = title(i, project)
            amount, budget = quoted(mention["amount"]), shown(project["budget"]["total"], total)
            report(
                "amount-in-purpose", "warning", f"/projects/{i}/purpose",
                [project["purpose"].span(*mention.span("amount")), *spans(project["budget"]["total"])],
                f"{zh}的资金用途里写{amount}，预算数却是{budget}。请核对哪一个数是对的。",
                f"The purpose of {en} says {amount}, but the budget is {budget}. Check which one is right.",
            )  # fmt: skip
            break


def amount_in_title(filing, report):
    for i, project in enumerate(filing.projects):
        total = project["amounts"]["total"]
        known = [amount.yuan for amount in project["amounts"].values() if not isinstance(amount, str)]
        for key, zh in ("name", "名称"), ("heading", "标题"):
            text = string(project[key])
            said = next(((yuan, m) for yuan, m in mentions(text) if m["unit"] in ("万元", "亿元")), None)
            if isinstance(total, str) or not said or said[0] in known:
                continue
            mention, budget = said[1], shown(project["budget"]["total"], total)
            report(
                "amount-in-title", "warning", f"/projects/{i}/name",
                [project[key].span(*mention.span("amount")), *spans(project["budget"]["total"])],
                f"第{i + 1}个项目的{zh}{quoted(text)}里写{quoted(mention['amount'])}，预算数却是{budget}。请核对。",
                f"The {key} of project {i + 1}, {quoted(text)}, says {quoted(mention['amount'])}, but the budget is "
                f"{budget}. Check both.",
            )  # fmt: skip
            break


def schedule(filing, report):
    for i, project in enumerate(filing.projects):
        stages, total = project["schedule"], project["amounts"]["total"]
        problem = schedule_problem(stages)
        if not problem or isinstance(total, Amount) and total.yuan == 0:
            continue
        number, key, zh, en = problem
        main = stages[number][key] or stages[number]["month"]
        others = [stage["percent"] for stage in stages if stage["percent"] is not main]
        name = title(i, project)
        report(
            "schedule", "warning", f"/projects/{i}/schedule/{number}/{key}", spans(main, *others),
            f"{name[0]}的资金支出计划：{zh}。请核对。", f"The spending plan of {name[1]}: {en}. Check it.",
        )  # fmt: skip


def schedule_problem(stages):
    """What is odd about a plan of payments: the stage, its key, and why."""
    if not any(string(stage["percent"]) for stage in stages):
        return None
    found, last_month, last, total = None, 0, None, Decimal(0)
    for i, stage in enumerate(stages):
        label = excerpt(stage["month"].text if stage["month"] else f"第{i + 1}期")
        if not string(stage["percent"]):
            return i, "percent", f"“{label}”没有填比例", f"“{label}” has no share"
        share, number = percent(stage["percent"]), month(stage["month"]) or 0
        if share is None:
            return None
        total += share
        if last is not None and found is None:
            if number and last_month and number <= last_month:
                found = (
                    i, "month", f"“{label}”排在{last_month}月之后，月份没有依次递增",
                    f"“{label}” follows month {last_month}: the months are out of order",
                )  # fmt: skip
            elif share < last:
                said = quoted(stage["percent"].text)
                found = (
                    i, "percent", f"“{label}”的{said}小于前一期的{digits(last)}%，累计数不应减少",
                    f"{said} at “{label}” is below the {digits(last)} % before it, though the shares are cumulative",
                )  # fmt: skip
        last_month, last = number, share
    end = len(stages) - 1
    if not (found and found[1] == "month") and total == 100 and end and last != 100:
        return (
            end, "percent", "各期相加才是100%，似为各期数，而不是累计数",
            "the shares add up to 100 %: they seem to be given period by period, not cumulative",
        )  # fmt: skip
    if found is None and last != 100:
        return end, "percent", f"最后一期是{digits(last)}%，没有到100%", f"it ends at {digits(last)} %, not at 100 %"
    return found


CHECKS_OF_FILINGS = (
    code_years, code_form, code_duplicate, heading_against_name, budget_sum, amount_in_purpose, amount_in_title, schedule,
)  # fmt: skip


# ---------------------------------------------------------------------------------------------------------------------
# Indicators, each by itself


def unknown_level(rows, report):
    for project in rows:
        last = [None, None]
        for row in project:
            for i, (key, levels, zh, en) in enumerate((
                ("level1", LEVELS1, "一级指标{}不在通行的分类（产出、效益、满意度、成本）里。请核对是否错列或笔误。",
                 "The first level {} is not in the usual taxonomy (产出, 效益, 满意度, 成本). Check for a slipped cell or a slip "
                 "of the pen."),
                ("level2", LEVELS2, "二级指标{}不在通行的分类（数量、质量、时效、成本、经济效益等）里。请核对是否错列或笔误。",
                 "The second level {} is not in the usual taxonomy (数量, 质量, 时效, 成本, 经济效益 …). Check for a slipped cell "
                 "or a slip of the pen."),
            )):  # fmt: skip
                text = row.texts[key]
                if text is not last[i] and string(text) and not is_level(text.text, levels):
                    said = quoted(text.text)
                    report("unknown-level", "note", f"{row.path}/{key}", spans(text), zh.format(said), en.format(said))
                last[i] = text


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
                f"This row says {said} but has no indicator name. Check whether it was left out or the cells have slipped.",
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
                f"In {en} the indicator {quoted(row.name)} stands twice, with the targets {one} and {other}. Check which "
                "one holds.",
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
            f"The target of the {row.en} is {quoted(row.target_text)}, which exceeds 100 %. Check the value and its unit.",
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
            f"The {row.en} is a number, but its description {said} is a ratio, and its target {quoted(text, '(none)')} has "
            "no unit. Check which is meant.",
        )  # fmt: skip


def yes_no_number(row, report):
    if row.is_numeric and YES_NO.search(row.name):
        report(
            "yes-no-number", "warning", f"{row.path}/target", row.spans,
            f"{row.zh}问的是“是”或“否”，指标值却是{quoted(row.target_text)}。请核对名称或指标值。",
            f"The {row.en} asks for yes or no, but its target is {quoted(row.target_text)}. Check the name or the target.",
        )  # fmt: skip


CHECKS_OF_INDICATORS = (
    threshold_contradiction, over_100, cost_direction, amount_without_unit, time_without_time, number_as_ratio,
    yes_no_number,
)  # fmt: skip


# ---------------------------------------------------------------------------------------------------------------------
# What only shows when places are compared


def name_description_contradict(named, speech, report):
    numbers = {path: number for number, (path, _) in enumerate(speech.leaves)}
    for row in named:
        name, description = numbers[f"{row.path}/name"], numbers.get(f"{row.path}/description")
        if description is None:
            continue
        ranges = [
            (speech.starts[number], speech.starts[number] + len(text))
            for number, text in ((name, row.name), (description, row.description))
        ]
        if found := contradiction(speech, *ranges):
            one, other = (quoted(speech.characters[slice(*speech.phrase(start, found))]) for start in found[:2])
            report(
                "name-description-contradict", "warning", f"{row.path}/name",
                spans(row.texts["name"], row.texts["description"]),
                f"指标名称{quoted(row.name)}里写{one}，描述{quoted(row.description)}里写{other}，读音相同而写法不同。请核对哪一处是对的。",
                f"The name {quoted(row.name)} says {one}, the description {quoted(row.description)} says {other}: they sound "
                "alike and are written differently. Check which one is right.",
            )  # fmt: skip


def description_repeats_name(filing, rows, report):
    for i, project in enumerate(rows):
        found = [
            row for row in project
            if row.name and same(row.name) == same(row.description) and row.name not in NOT_APPLICABLE
        ]  # fmt: skip
        if found:
            zh, en = title(i, filing.projects[i])
            names = [quoted(row.name, limit=16) for row in found]
            only = "one description only repeats" if len(found) == 1 else f"{len(found)} descriptions only repeat"
            report(
                "description-repeats-name", "note", f"{found[0].path}/description",
                spans(*(row.texts["description"] for row in found)),
                f"{zh}有{len(found)}个指标的描述只是重复名称：{listed(names)}。请补写计算方法或口径。",
                f"In {en} {only} the indicator's name: {listed_en(names)}. Say how the value is worked out.",
            )  # fmt: skip


def identical_targets(filing, rows, report):
    found = []
    for i, project in enumerate(rows):
        values = {same(row.target_text) for row in project}
        value = project[0].target_text if project else ""
        if len(project) >= 5 and len(values) == 1 and value and value not in NOT_APPLICABLE:
            found.append((i, len(project), quoted(value)))
    if found:
        titles = [title(i, filing.projects[i]) for i, _, _ in found]
        zh = [f"{name[0]}的{count}个指标值都是{value}" for name, (_, count, value) in zip(titles, found)]
        en = [f"all {count} targets of {name[1]} are {value}" for name, (_, count, value) in zip(titles, found)]
        report(
            "identical-targets", "note", f"/projects/{found[0][0]}/indicators",
            spans(*(row.texts["target"] for i, _, _ in found for row in rows[i])),
            f"{listed(zh, 12, '；')}。请核对是否逐项测算。",
            f"Check whether the targets were worked out one by one: {listed_en(en, 12)}.",
        )  # fmt: skip


def pasted_indicators(filing, named, report):
    count = len(filing.projects)
    if count < 3:
        return
    groups = defaultdict(list)
    for row in named:
        groups[same(row.name), same(row.target_text)].append(row)
    least = max(3, (count * 3 + 3) // 4)
    shared = [
        group for group in groups.values()
        if len({row.project for row in group}) >= least
        and not ASKED.search(group[0].name) and group[0].name not in NOT_APPLICABLE
    ]  # fmt: skip
    if len(shared) < 2:
        return
    names = [quoted(group[0].name, limit=20) for group in shared]
    is_everywhere = all(len(group) >= count for group in shared)
    zh, en = ("全部", "all ") if is_everywhere else ("大多数", "most of the ")
    report(
        "pasted-indicators", "warning", shared[0][0].path,
        spans(*(row.texts["name"] for group in shared for row in group)),
        f"{len(shared)}个指标（名称和指标值都相同）出现在{zh}项目里（共{count}个）：{listed(names)}。不同项目的绩效应各有内容，请核对是否套用。",
        f"{len(shared)} indicators, name and target alike, stand in {en}{count} projects: {listed_en(names)}. Check "
        "whether they were pasted.",
    )  # fmt: skip


def one_phrase_two_spellings(speech, report):
    for found in repeated_phrases(speech):
        ranges = [speech.phrase(start, found) for start in (found.one, found.other)]
        one, other = (speech.characters[slice(*phrase)] for phrase in ranges)
        counts = speech.characters.count(one), speech.characters.count(other)
        places = [speech.locate(*phrase) for phrase in (ranges if counts[0] <= counts[1] else ranges[::-1])]
        report(
            "one-phrase-two-spellings", "warning", places[0][0], [span for _, span in places],
            f"{quoted(one)}（{counts[0]}处）与{quoted(other)}（{counts[1]}处）读音相同，写法不同。请核对哪一种是对的。",
            f"{quoted(one)} ({counts[0]}×) and {quoted(other)} ({counts[1]}×) sound alike and are written differently. "
            "Check which one is right.",
        )  # fmt: skip


def pairs(texts):
    """The pairs of neighbouring ideographs in some texts."""
    return {
        run[i : i + 2] for text in texts if text is not None for run in IDEOGRAPHS.findall(text.text)
        for i in range(len(run) - 1)
    }  # fmt: skip


def duty_without_project(filing, report):
    if not filing.projects:
        return
    names = pairs(text for project in filing.projects for text in (project["name"], *project["goals"]))
    everything = None
    for i, duty in enumerate(filing.goals):
        said = pairs([duty["name"], duty["goal"], *duty["indicators"]]) - GENERAL
        if not any(duty.values()) or not said.isdisjoint(names):
            continue
        if everything is None:
            everything = names | pairs(
                text for project in filing.projects
                for text in (project["purpose"], *(row[key] for row in project["indicators"] for key in ("name", "description")))
            )  # fmt: skip
        if said.isdisjoint(everything):
            name = string(duty["name"])
            report(
                "duty-without-project", "note", f"/overall/goals/{i}/name", spans(duty["name"], duty["goal"]),
                f"分项绩效目标{quoted(name, '（无名称）')}在{len(filing.projects)}个项目中看不出有对应的项目。请核对是否漏编项目，或由基本支出保障。",
                f"None of the {len(filing.projects)} projects seems to serve the goal by duty {quoted(name, '(no name)')}. "
                "Check whether a project is missing, or basic expenditure pays for it.",
            )  # fmt: skip
