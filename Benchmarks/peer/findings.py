"""What checks share: how findings name, quote and list what they speak of."""

import re

from texts import excerpt, quoted, string
from values import Amount

NOT_APPLICABLE = {"无", "-", "—", "——", "/", "不适用", "不涉及", "暂无"}
RATES = ("率", "比例", "占比", "比重", "满意度", "%", "％")
BRACKETS = re.compile(r"(?:[(（][^(（]*[)）])? *\Z")


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
