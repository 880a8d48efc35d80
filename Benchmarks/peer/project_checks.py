"""Checks of the filing and its projects: codes, names, money."""

import re
from decimal import Decimal

from findings import listed, listed_en, shown, spans, title
from identity import CODE, region_name
from texts import excerpt, quoted, string
from values import MONEY_UNIT, MONEY_UNITS, NUMBER, Amount, decimal, digits, month, percent

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
                f"The code {code} of {en} says {year}, later than the filing's year {filing.year}. Check the code and "
                "the year.",
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


PROJECT_CHECKS = (
    code_years, code_form, code_duplicate, heading_against_name, budget_sum, amount_in_purpose, amount_in_title,
    schedule,
)  # fmt: skip
