"""Texts as they are spoken: phrases that sound alike and are written differently."""

import re
from bisect import bisect_right
from collections import namedtuple
from pathlib import Path

from texts import string

DIGITS = {digit: i for i, digit in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_")}
HOMOPHONES = (
    "反映 反应|办理 班里|知情 之情|权利 权力|法制 法治|截止 截至|必须 必需|事务 事物 实物|及时 即时|实行 施行|检查 检察|考察 考查|终止 中止|"
    "盈利 营利 赢利|交纳 缴纳|界限 界线|形式 形势|功效 工效|受权 授权|启用 起用|公用 共用|记录 纪录|部署 布署|安装 按装|度过 渡过|增值 增殖|"
    "处置 处治|侦查 侦察|审查 审察|巡查 巡察|勘查 勘察|抚养 扶养|品位 品味|监察 监查|培训 陪训|实验 试验|配置 配制|编制 编织|收缴 收交|以致 以至|"
    "质疑 置疑|树立 竖立|会计 会记|报销 报消|实施 实事|资金 自金|宣传 宣船|补助 补住|采购 彩购|验收 验受|覆盖 复盖|维修 唯修|竣工 峻工|治安 置安|"
    "参与 参于|预警 预井|效益 效义|账目 帐目"
)
GROUP_OF = {word: group for group in HOMOPHONES.split("|") for word in group.split()}
# Characters that are both good in the same phrase.
FREE = [set(pair) for pair in ("他她它", "定订", "账帐", "作做", "像象", "份分", "哪那")]
NUMERALS = set("〇零一二三四五六七八九十百千万亿两第")
WINDOW, LONGEST_DIFFERENCE, LONGEST_CONTEXT, MOST = 5, 3, 12, 40

# Where in two places the characters differ, how many, and how many around them are the same.
Difference = namedtuple("Difference", "one other length before after")


class Sounds(dict):
    """For str.translate: of each Chinese character its syllable, as one private character."""

    def __missing__(self, character):
        return "\0"

    def load(self):
        """Reads the project's table: two digits to the base of 64 a character, on lines joined by backslashes."""
        source = Path(__file__).parents[2] / "Sources" / "ICU" / "Readings.generated.swift"
        literals = re.findall(r'"""\n(.*?)\n *"""', source.read_text(encoding="utf-8"), re.DOTALL)
        syllables, unified, extension = (re.sub(r"\\\n\s*", "", literal).lstrip() for literal in literals)
        for first, table in (0x4E00, unified), (0x3400, extension):
            for i in range(0, len(table), 2):
                if number := DIGITS[table[i]] << 6 | DIGITS[table[i + 1]]:
                    self[first + i // 2] = chr(0xE000 + number)
        self[0x3007] = chr(0xE000 + 1 + syllables.split().index("ling"))


SOUNDS = Sounds()


class Speech:
    """All that people wrote in a filing, text after text with gaps around, and how it sounds."""

    def __init__(self, filing):
        self.leaves = list(leaves(filing))
        self.starts = []
        count = 1
        for _, text in self.leaves:
            self.starts.append(count)
            count += len(text.text) + 1
        self.characters = "\0".join(["", *(text.text for _, text in self.leaves), ""])
        self.sounds = self.characters.translate(SOUNDS)

    def locate(self, start, end):
        """The path of the text that holds a range, and where that range stands in the source."""
        number = bisect_right(self.starts, start) - 1
        path, text = self.leaves[number]
        return path, text.span(start - self.starts[number], end - self.starts[number])

    def differ(self, one, other):
        return "\0" != self.sounds[one] == self.sounds[other] and self.characters[one] != self.characters[other]

    def agree(self, one, other):
        return self.characters[one] == self.characters[other] and self.sounds[one] != "\0"

    def difference(self, one, other):
        """The difference that holds two characters; None where it is too long, or both ways are good."""
        start = 0
        while self.differ(one + start - 1, other + start - 1):
            start -= 1
        end = 1
        while self.differ(one + end, other + end):
            end += 1
        length = end - start
        if length > LONGEST_DIFFERENCE:
            return None
        one, other = one + start, other + start
        for pair in zip(self.characters[one : one + length], self.characters[other : other + length]):
            if not NUMERALS.isdisjoint(pair) or any(free.issuperset(pair) for free in FREE):
                return None
        before = after = 0
        while before < LONGEST_CONTEXT and self.agree(one - 1 - before, other - 1 - before):
            before += 1
        while after < LONGEST_CONTEXT and self.agree(one + length + after, other + length + after):
            after += 1
        return Difference(one, other, length, before, after)

    def phrase(self, start, found):
        """The range of a difference and what is the same around it."""
        return start - found.before, start + found.length + found.after


def leaves(filing):
    """The path and the text of all that people wrote; a basis only where it is not that of the row above."""
    found = [("/overall/goal", filing.goal)]
    for i, duty in enumerate(filing.goals):
        path = f"/overall/goals/{i}"
        found += [(f"{path}/name", duty["name"]), (f"{path}/goal", duty["goal"])]
        found += [(f"{path}/indicators/{j}", text) for j, text in enumerate(duty["indicators"])]
    for i, guard in enumerate(filing.safeguards):
        found += [(f"/overall/safeguards/{i}/{key}", guard[key]) for key in ("name", "text")]
    for i, project in enumerate(filing.projects):
        path = f"/projects/{i}"
        found += [(f"{path}/name", project["name"]), (f"{path}/purpose", project["purpose"])]
        found += [(f"{path}/goals/{j}", text) for j, text in enumerate(project["goals"])]
        basis = ""
        for j, indicator in enumerate(project["indicators"]):
            keys = ["name", "description"]
            if (said := string(indicator["basis"])) != basis:
                keys.append("basis")
                basis = said
            found += [(f"{path}/indicators/{j}/{key}", indicator[key]) for key in keys]
    return ((path, text) for path, text in found if text is not None)


def repeated_phrases(speech):
    """Differences between phrases of five syllables or more that stand more than once."""
    found, known, seen = [], set(), {}
    for run in re.finditer(f"[^\0]{{{WINDOW},}}", speech.sounds):
        for end in range(run.start() + WINDOW, run.end() + 1):
            window = speech.sounds[end - WINDOW : end]
            first = seen.setdefault(window, end)
            if first == end or speech.characters[first - WINDOW : first] == speech.characters[end - WINDOW : end]:
                continue
            back = next(i for i in range(1, WINDOW + 1) if speech.characters[first - i] != speech.characters[end - i])
            if len(found) == MOST:
                return found
            difference = speech.difference(first - back, end - back)
            if difference and difference.before + difference.after >= 4 and is_new(speech, difference, known):
                found.append(difference)
    return found


def is_new(speech, found, known):
    """Whether these spellings were not found before, between the same characters or at one of the places."""
    one, other, length, before, after = found
    pair = tuple(sorted(speech.characters[i : i + length] for i in (one, other)))
    around = speech.characters[one - 1] if before else "", speech.characters[one + length] if after else ""
    keys = {(pair, around), (pair, one), (pair, other)}
    is_known = not known.isdisjoint(keys)
    known |= keys
    return not is_known


def contradiction(speech, name, description):
    """The first difference between a name and its description that is no chance; each is a range."""
    said = speech.sounds[slice(*name)]
    for other in range(*description):
        if (sound := speech.sounds[other]) == "\0" or sound not in said:
            continue
        character = speech.characters[other]
        for one in [i for i, heard in enumerate(said, name[0]) if heard == sound]:
            if speech.characters[one] == character or not (found := speech.difference(one, other)):
                continue
            same = found.before + found.after
            if not (same >= 2 and same + found.length >= 4 or (found := confused_word(speech, found))):
                continue
            if found.before + found.after >= 4:
                continue
            one_phrase, other_phrase = (
                speech.characters[slice(*speech.phrase(start, found))] for start in (found.one, found.other)
            )
            if one_phrase in speech.characters[slice(*description)] or other_phrase in speech.characters[slice(*name)]:
                continue
            return found
    return None


def confused_word(speech, found):
    """The difference narrowed to a commonly confused word; None if it is in none."""
    for before in (1, 0):
        one, other = found.one - before, found.other - before
        group = GROUP_OF.get(speech.characters[one : one + 2])
        if before <= found.before and group and GROUP_OF.get(speech.characters[other : other + 2]) == group:
            return found._replace(before=before, after=max(0, 2 - before - found.length))
    return None
