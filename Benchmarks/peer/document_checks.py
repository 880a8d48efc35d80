"""Checks of what only shows when places are compared."""

import re
from collections import defaultdict

from findings import NOT_APPLICABLE, listed, listed_en, same, spans, title
from speech import contradiction, repeated_phrases
from texts import quoted, string

ASKED = re.compile("预算执行|执行率|资金到位|资金支付|支付进度|支出进度|资金使用|预算完成|成本控制|成本节约|满意度")
# Pairs of characters that stand in the texts of any duty.
GENERAL = set(
    "工作 完成 成率 任务 指标 满意 意度 提高 提升 保障 加强 开展 组织 建立 建设 积极 进一 一步 水平 质量 及时 时率 绩效 目标 项目 资金 预算 支出 "
    "经费 情况 有效 确保 实现 推进 落实 完善 健全 做好 服务 管理 制度 机制 不断 全面 促进 发展 社会 群众 参与 与率 办理 理率 障率 织率 处置 置率 "
    "合格 格率 覆盖 盖率 达标 标率 单位 部门 人员 相关 各项 活动 计划 年度 全年 正常 运转 效果 效率 能力 队伍 执行 行率".split()
)
IDEOGRAPHS = re.compile("[\u4e00-\u9fff]{2,}")


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
                f"The name {quoted(row.name)} says {one}, the description {quoted(row.description)} says {other}: they "
                "sound alike and are written differently. Check which one is right.",
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


def column(project, key):
    return (indicator[key] for indicator in project["indicators"])


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
                for text in (project["purpose"], *column(project, "name"), *column(project, "description"))
            )  # fmt: skip
        if said.isdisjoint(everything):
            name = string(duty["name"])
            report(
                "duty-without-project", "note", f"/overall/goals/{i}/name", spans(duty["name"], duty["goal"]),
                f"分项绩效目标{quoted(name, '（无名称）')}在{len(filing.projects)}个项目中看不出有对应的项目。请核对是否漏编项目，或由基本支出保障。",
                f"None of the {len(filing.projects)} projects seems to serve the goal by duty "
                f"{quoted(name, '(no name)')}. Check whether a project is missing, or basic expenditure pays for it.",
            )  # fmt: skip
