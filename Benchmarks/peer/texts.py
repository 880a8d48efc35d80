"""Texts of a filing: where they stand in it, and what was changed in them."""

from collections import namedtuple

# A replacement in a text, as a rule proposes it; `certainty` where it is not the rule's own.
Edit = namedtuple("Edit", "start end replacement certainty evidence", defaults=(None, ()))
Correction = namedtuple("Correction", "rule certainty applied at before after origin evidence")


class Text:
    """A text on its way from what was filed to what is published."""

    __slots__ = ("filed", "text", "line", "column", "start", "end", "origins", "corrections")

    def __init__(self, filed, line, column, start):
        self.filed = self.text = filed
        self.line, self.column, self.start = line, column, start
        self.end = start + len(filed.encode())
        self.origins = None  # of each character of `text`: the characters of `filed` that it stands for
        self.corrections = []

    def apply(self, rule, usual, edits):
        """Replaces parts of `text`, in order, each on record; what is only possible is put on record alone."""
        origins = self.origins or [(i, i + 1) for i in range(len(self.text))]
        pieces, moved, position, at = [], [], 0, 0
        is_changed = False
        for start, end, replacement, certainty, evidence in edits:
            applied = (certainty or usual) != "possible"
            origin = self.origin(start, end, origins)
            kept = self.text[position:start]
            pieces.append(kept)
            moved += origins[position:start]
            at += len(kept.encode())
            before = self.text[start:end]
            self.corrections.append(
                Correction(rule, certainty or usual, applied, at, before, replacement, origin, evidence)
            )
            new = replacement if applied else before
            pieces.append(new)
            moved += [origin] * len(replacement) if applied else origins[start:end]
            at += len(new.encode())
            position = end
            is_changed = is_changed or applied
        if is_changed:
            self.text = "".join(pieces) + self.text[position:]
            self.origins = moved + origins[position:]

    @staticmethod
    def origin(start, end, origins):
        if start == end:
            edge = origins[start - 1][1] if start else 0
            return edge, edge
        return origins[start][0], max(origins[start][1], origins[end - 1][1])

    @property
    def whole(self):
        """Its place in the source, as (line, column, start, end)."""
        return self.line, self.column, self.start, self.end

    def span(self, start, end):
        """The place of a part of `text`."""
        if self.origins is not None:
            start, end = self.origin(start, end, self.origins)
        return self.filed_span(start, end)

    def filed_span(self, start, end):
        """The place of a part of `filed`."""
        if start == 0 and end == len(self.filed):
            return self.whole
        before = self.filed[:start]
        first = self.start + len(before.encode())
        line = self.line + before.count("\n")
        column = self.column + start if line == self.line else start - before.rfind("\n")
        return line, column, first, first + len(self.filed[start:end].encode())


def string(text):
    """What a text says; nothing if it is not there."""
    return text.text if text is not None else ""


def excerpt(text, limit=30):
    """The beginning of a text, on one line."""
    shown = text[:limit].replace("\n", " ").replace("\t", " ")
    return shown + "…" if len(text) > limit else shown


def quoted(text, otherwise=None, limit=30):
    """A text as messages quote it, or a word for one that is not there."""
    return otherwise if otherwise is not None and not text else f"“{excerpt(text, limit)}”"
