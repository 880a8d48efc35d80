"""Publishing: values, where each stands in the source, and what was corrected in it."""

import hashlib
import json
from collections import Counter
from json.encoder import encode_basestring

from targets import read_target
from texts import string
from values import month, percent, plain, read_amount


def place(text, span, role):
    line, column, first, last = span
    if (first, last) == (text.start, text.end):
        part = text.filed
    else:
        part = text.filed.encode()[first - text.start : last - text.start].decode()
    return {"line": line, "column": column, "start": first, "end": last, "role": role, "text": part}


def spot(span):
    line, column, start, end = span
    return {"line": line, "column": column, "start": start, "end": end}


class Publication:
    """The JSON of a filing while it is put together."""

    def __init__(self, identifier, year):
        self.id = identifier
        self.year = year
        self.places = {}
        self.corrections = []
        self.occurrences = Counter()
        self.unread = []  # (path, text, reason)

    def text(self, path, text, scopes=()):
        if text is None:
            return None
        self.places[path] = [place(text, text.whole, "value")]
        if text.corrections:
            self.record(path, text, scopes)
        return text.text

    def value(self, path, value, text, unit=None, scopes=()):
        if text is None:
            return None
        self.text(path, text, scopes)
        if unit is not None:
            self.places[path].append(place(unit, unit.whole, "unit"))
        return value

    def record(self, path, text, scopes):
        field = path.split("/")[-2 if path[-1].isdigit() else -1]
        for rule, certainty, applied, at, before, after, origin, evidence in text.corrections:
            ingredients = "\x1f".join([self.id, *scopes, field, rule, text.filed, before])
            occurrence = self.occurrences[ingredients]
            self.occurrences[ingredients] += 1
            key = hashlib.sha256(f"{ingredients}\x1f{occurrence}".encode()).hexdigest()[:16]
            self.corrections.append({
                "after": after, "applied": applied, "at": at, "before": before, "certainty": certainty,
                "evidence": [{"kind": kind, "text": said} for kind, said in evidence], "filed": text.filed,
                "key": key, "order": len(self.corrections), "path": path, "rule": rule,
                "source": [spot(text.filed_span(*origin))],
            })  # fmt: skip

    def identify(self, inferred):
        """Where each part of the filing's identity is said."""
        for path, places in inferred.items():
            if places:
                self.places[path] = [place(text, text.span(start, end), role) for text, start, end, role in places]

    def overall(self, filing):
        return {
            "goal": self.text("/overall/goal", filing.goal),
            "goals": [
                {
                    "goal": self.text(f"/overall/goals/{i}/goal", goal["goal"]),
                    "indicators": [
                        self.text(f"/overall/goals/{i}/indicators/{j}", text)
                        for j, text in enumerate(goal["indicators"])
                    ],
                    "name": self.text(f"/overall/goals/{i}/name", goal["name"]),
                }
                for i, goal in enumerate(filing.goals)
            ],
            "safeguards": [
                {key: self.text(f"/overall/safeguards/{i}/{key}", guard[key]) for key in ("name", "text")}
                for i, guard in enumerate(filing.safeguards)
            ],
        }

    def project(self, number, project):
        path = f"/projects/{number}"
        scopes = (string(project["code"] or project["name"]),)
        return {
            "budget": self.budget(f"{path}/budget", project, scopes),
            "code": self.text(f"{path}/code", project["code"], scopes),
            "goals": [self.text(f"{path}/goals/{i}", text, scopes) for i, text in enumerate(project["goals"])],
            "heading": self.text(f"{path}/heading", project["heading"], scopes),
            "indicators": [
                self.indicator(f"{path}/indicators/{i}", indicator, scopes)
                for i, indicator in enumerate(project["indicators"])
            ],
            "name": self.text(f"{path}/name", project["name"], scopes),
            "purpose": self.text(f"{path}/purpose", project["purpose"], scopes),
            "schedule": [
                self.stage(f"{path}/schedule/{i}", stage, scopes) for i, stage in enumerate(project["schedule"])
            ],
            "unit": project["unit"]
            and {key: self.text(f"{path}/unit/{key}", text, scopes) for key, text in project["unit"].items()},
        }

    def budget(self, path, project, scopes):
        unit = project["amountUnit"]
        project["amounts"] = {key: read_amount(text, unit) for key, text in project["budget"].items()}
        result = {}
        for key in ("fiscal", "other", "total"):
            text, amount = project["budget"][key], project["amounts"][key]
            yuan = None if isinstance(amount, str) else plain(amount.yuan)
            result[key] = self.value(f"{path}/{key}", yuan, text, unit, scopes)
        return result

    def stage(self, path, stage, scopes):
        share = percent(stage["percent"])
        return {
            "month": self.value(f"{path}/month", month(stage["month"]), stage["month"], None, scopes),
            "percent": self.value(
                f"{path}/percent", None if share is None else plain(share), stage["percent"], None, scopes
            ),
        }

    def indicator(self, path, indicator, scopes):
        name = string(indicator["name"])
        scopes = (*scopes, string(indicator["level2"]), name)
        result = {
            key: self.text(f"{path}/{key}", indicator[key], scopes)
            for key in ("basis", "description", "level1", "level2", "name")
        }
        result["target"] = indicator["reading"] = None
        if text := indicator["target"]:
            target, parts, reason = read_target(text.text, name, self.year)
            for key, (source, start, end) in parts.items():
                holder, role = (text, "value") if source == "text" else (indicator["name"], "name")
                self.places[f"{path}/target/{key}"] = [place(holder, holder.span(start, end), role)]
            target["text"] = self.text(f"{path}/target/text", text, scopes)
            if reason:
                self.unread.append((f"{path}/target", text, reason))
            result["target"] = target
            indicator["reading"] = {**target, "reason": reason}
        return result


def render(value):
    """A value as canonical JSON, indented."""
    return (indented(value, "\n") + "\n").encode()


def indented(value, margin):
    """As json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2), in half its time: with an indent, json
    does without its part in C."""
    kind = type(value)
    if kind is str:
        return encode_basestring(value)
    if kind is int or kind is float:
        return repr(value)
    inner = margin + "  "
    if kind is dict:
        members = [f"{inner}{encode_basestring(key)}: {indented(value[key], inner)}" for key in sorted(value)]
        return f"{{{','.join(members)}{margin}}}" if members else "{}"
    if kind is list:
        elements = [inner + indented(element, inner) for element in value]
        return f"[{','.join(elements)}{margin}]" if elements else "[]"
    return json.dumps(value)


def render_compact(value):
    """A value as RFC 8785 writes it."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
