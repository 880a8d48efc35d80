"""Modelling: blocks to a filing, and an account of where its characters went."""

import re

from texts import Text

HEADINGS = {
    "第一部分": "overall", "部门整体绩效目标": "overall", "总体绩效目标": "overall", "分项绩效目标": "goals",
    "工作保障措施": "safeguards", "第二部分": "projects", "预算项目绩效目标": "projects",
}  # fmt: skip
FIELDS = {
    "项目编码": "code", "项目名称": "name", "预算数": "total", "其中：财政资金": "fiscal", "其他资金": "other",
    "预算规模及资金用途": "purpose", "资金支出计划（%）": "schedule", "绩效目标": "goals",
}  # fmt: skip
COLUMNS = ("level1", "level2", "name", "description", "target", "basis")
SECTION_MARK = re.compile(r"\s*[一二三四五六七八九十]+、\s*")
DUTY = re.compile(r"\s*（[一二三四五六七八九十]+）\s*(?P<name>.+)$")
ITEM = re.compile(r"\s*\d{1,2}\s*[、.．]\s*")
UNIT = re.compile(r"\s*(?P<code>\d{6}|\d{9})(?P<name>.+?)(?:[(（](?P<scope>本级|机关|汇总)[)）])?\s*$")
PROJECT_HEADING = re.compile(r"绩效目标表\s*$")


def size(text):
    """How many characters a text has, white space apart."""
    return len("".join(text.split()))


class Filing:
    """A filing as it is put together from the blocks of its document."""

    def __init__(self, blocks):
        self.goal = None
        self.goals = []
        self.safeguards = []
        self.projects = []
        self.diagnostics = []
        self.unmapped = []  # pieces that belong to no part of the form
        self.characters = 0  # those that fields took
        self.year = self.region = self.department = None
        section = None
        for kind, block in blocks:
            if kind == "table":
                if section == "projects" and self.projects:
                    self.add_table(block, self.projects[-1])
                else:
                    self.unmapped += [piece for row in block for cell in row for piece in cell]
            elif title := block[3].strip():
                mark = SECTION_MARK.match(title)
                if heading := HEADINGS.get(title[mark.end() :] if mark else title):
                    section = heading
                elif not self.add_paragraph(section, block, title):
                    self.unmapped.append(block)

    def add_paragraph(self, section, block, title):
        """False if nothing in the section takes the paragraph."""
        if section == "projects":
            if PROJECT_HEADING.search(title):
                self.projects.append(new_project(self.leaf(block)))
                return True
        elif section == "overall":
            if self.goal is None:
                self.goal = self.leaf(block)
                return True
        elif section == "goals":
            return self.add_duty(block)
        elif section == "safeguards":
            return self.add_safeguard(block)
        return False

    def add_duty(self, block):
        text = block[3]
        if duty := DUTY.match(text):
            self.goals.append({"name": self.leaf(block, *duty.span("name")), "goal": None, "indicators": []})
        elif not self.goals:
            return False
        elif text.startswith(("绩效目标：", "绩效目标:")):
            self.goals[-1]["goal"] = self.leaf(block, 5)
        elif mark := ITEM.match(text):
            end = len(text)
            while end > mark.end() and text[end - 1] in "；;。，、 ":
                end -= 1
            self.goals[-1]["indicators"].append(self.leaf(block, mark.end(), end))
        else:
            return text.startswith("绩效指标")
        return True

    def add_safeguard(self, block):
        text = block[3]
        mark = ITEM.match(text)
        start = mark.end() if mark else 0
        stop = text.find("。", start)
        if stop < 0 or stop + 1 >= len(text):
            name = self.leaf(block, start, len(text.rstrip()) - (stop >= 0))
            self.safeguards.append({"name": name, "text": None})
        else:
            name = self.leaf(block, start, stop)
            self.safeguards.append({"name": name, "text": self.leaf(block, stop + 1)})
        return True

    def add_table(self, rows, project):
        open_group, columns, level1, level2 = None, False, None, None
        for row in rows:
            first = row[0][0][3].strip()
            if first == "一级指标":
                columns = True
            elif columns and len(row) == len(COLUMNS):
                indicator = dict(zip(COLUMNS, map(self.cell, row)))
                if indicator["level1"]:
                    level1, level2 = indicator["level1"], indicator["level2"]
                elif indicator["level2"]:
                    level2 = indicator["level2"]
                indicator["level1"] = indicator["level1"] or level1
                indicator["level2"] = indicator["level2"] or level2
                project["indicators"].append(indicator)
            elif first:
                open_group = self.add_header(row, project) or open_group
            elif open_group == "schedule":
                for stage, cell in zip(project["schedule"], row[1:]):
                    stage["percent"] = self.cell(cell)
            elif open_group == "purpose" and len(row) > 1:
                project["purpose"] = self.cell(row[1])
            else:
                self.unmapped += [piece for cell in row for piece in cell if piece[3].strip()]

    def add_header(self, row, project):
        """A row of labels and values; returns the group that rows below it may go on with."""
        group, field = None, None
        for cell in row:
            title = cell[0][3].strip()
            if name := FIELDS.get(title):
                field = name
                if name in ("purpose", "schedule"):
                    group = name
            elif field == "schedule":
                project["schedule"].append({"month": self.cell(cell), "percent": None})
            elif field == "goals":
                for piece in cell:
                    if piece[3].strip():
                        mark = ITEM.match(piece[3])
                        project["goals"].append(self.leaf(piece, mark.end() if mark else 0))
            elif field in ("total", "fiscal", "other"):
                project["budget"][field] = self.cell(cell)
            elif field:
                project[field] = self.cell(cell)
            elif title.startswith("单位"):
                project["amountUnit"] = self.cell(cell)
            elif unit := UNIT.match(cell[0][3]):
                project["unit"] = {
                    key: self.leaf(cell[0], *unit.span(key)) if unit[key] else None
                    for key in ("code", "name", "scope")
                }
            else:
                self.unmapped += [piece for piece in cell if piece[3].strip()]
        return group

    def leaf(self, piece, start=0, end=None):
        """The text of a field that is part of a paragraph."""
        number, column, offset, text = piece
        part = text[start:end]
        self.characters += size(part)
        return Text(part, number, column + start, offset + len(text[:start].encode()))

    def cell(self, cell):
        """All paragraphs of a cell as one text; None for an empty one."""
        pieces = [piece for piece in cell if piece[3].strip()]
        if len(pieces) < 2:
            return self.leaf(pieces[0]) if pieces else None
        text = Text("\n".join(piece[3] for piece in pieces), *pieces[0][:3])
        self.characters += size(text.filed)
        return text


def new_project(heading):
    return {
        "heading": heading, "code": None, "name": None, "unit": None, "purpose": None, "schedule": [], "goals": [],
        "budget": {"total": None, "fiscal": None, "other": None}, "amountUnit": None, "indicators": [],
    }  # fmt: skip


def account(filing, text):
    """How many characters of the source went where, and the share that is accounted for."""
    unmapped = sum(size(piece[3]) for piece in filing.unmapped)
    every = size(text)
    share = 1 if unmapped == 0 else (every - unmapped) * 1_000_000 // max(1, every) / 1_000_000
    return share, {"fields": filing.characters, "furniture": every - filing.characters - unmapped, "unmapped": unmapped}
