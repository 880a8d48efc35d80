"""Checking: what a filing lacks, what could not be read, and what does not fit together, in the program's order."""

from document_checks import (
    description_repeats_name, duty_without_project, identical_targets, name_description_contradict,
    one_phrase_two_spellings, pasted_indicators,
)  # fmt: skip
from findings import Row, spans
from indicator_checks import INDICATOR_CHECKS, duplicate_indicator, unknown_level, without_name, without_target
from project_checks import PROJECT_CHECKS
from speech import Speech
from targets import REASONS
from texts import quoted
from values import month, percent


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
    for whole in PROJECT_CHECKS:
        whole(filing, report)
    unknown_level(rows, report)
    without_name(rows, report)
    without_target(named, report)
    duplicate_indicator(filing, rows, report)
    for single in INDICATOR_CHECKS:
        for row in named:
            single(row, report)
    speech = Speech(filing)
    name_description_contradict(named, speech, report)
    description_repeats_name(filing, rows, report)
    identical_targets(filing, rows, report)
    pasted_indicators(filing, named, report)
    one_phrase_two_spellings(speech, report)
    duty_without_project(filing, report)
