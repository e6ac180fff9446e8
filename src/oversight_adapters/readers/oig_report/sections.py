"""The sections of a report that have a head, or a number in a list: each on one recommendation, or on others."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise, zip_longest

import attrs

from oversight_adapters.readers.oig_report.slots import STATUS
from oversight_adapters.texts.spans import Span


class Part(Enum):
    """What a section on one recommendation is."""

    TEXT = "Recommendation 1: We recommend that …"
    COMMENTS = "ICE Comments to Recommendation 1: Concur."
    ANALYSIS = "OIG Analysis: We consider …"
    OTHER = "Appendix A"


@attrs.frozen
class Section:
    """A section: what it is, the number and the organisation of its head where they stand there, and its body."""

    part: Part
    start: int
    body: int
    end: int
    number: Span | None = None
    who: Span | None = None


_KEY = r"(?:No\.\s{{0,3}}|#\s{{0,3}})?(?P<{}>\d{{1,3}}[a-z]?)"
_WE_RECOMMEND = r"\n\s{0,60}We\s+recommend\s[^:]{1,600}\.\s"
_HEAD = re.compile(
    r"(?:(?<=\n)|(?<=[.!?:;\"'|]\s)|(?<=[.!?:;]\s\s)|\A)[ ]{0,60}(?:"
    r"(?P<comments>(?:(?P<who>(?:U\.S\.\s)?(?-i:[A-Z])[\w&,'() -]{1,60}?)\s+(?:Comments?|Responses?)|"
    r"(?-i:Comments?|Responses?))\s+to\s+(?:the\s+)?(?:OIG\s+)?Recommendations?\s+"
    + _KEY.format("commented").removesuffix(")")
    + r"(?:(?:,?\s+and\s+|,\s*(?:and\s+)?|,?\s+through\s+|\s+to\s+|\s*[-&]\s*)\d{1,3}[a-z]?){0,30})\s*[:.-]?)|"
    r"(?P<analysis>(?:OIG(?:'s)?\s+(?:Analysis|Reply|Response)|Our\s+Response)(?:\s+of\s+[^:\n.]{1,70}"
    r"(?:\n[ ]{0,60}[^\s:][^:\n.]{0,40}(?=:))?)?(?:\s*:|(?=\s*\n)|\.\s))|"
    r"(?P<text>(?-i:R(?:ecommendation|ECOMMENDATION))\s*(?:"
    + _KEY.format("number")
    + rf"\s*(?::|\.(?=\s+(?:We\s+recommend|(?P<plain>(?-i:[A-Z]))))|(?={_WE_RECOMMEND}))|"
    rf":(?=\s+We\s+recommend)|(?=[ ]{{0,60}}{_WE_RECOMMEND}))(?=\s+\S))|"
    r"(?P<answer>(?P<answerer>(?-i:[A-Z]){2,6}|Management|Component|Agency|Department)\s+(?:Comments|Response)\s*:|"
    r"Response\s*:(?=\s+(?:(?:Partially|Non-?)\s?)?(?:Concur|Agree|Disagree)))|"
    r"(?P<other>(?:Appendix\s+[A-Z0-9]|Conclusion|Background|Management\s+Comments\s+and\s+OIG\s+Analysis|"
    r"Objectives?,\s+Scope|Results\s+of\s+(?:Audit|Inspection|Review)|Table\s+of\s+Contents|Report\s+Distribution)"
    r"[^\n.]{0,80}(?=\n|\Z)))",
    re.IGNORECASE,
)


_LIST = re.compile(
    r"\b(?:(?:We|OIG|SIGAR)\s+recommends?|(?:We|OIG)\s+made\s+\w{1,12}\s+recommendations)\s[^.:]{1,400}:[ ]{0,20}(?=\n)"
)
_ITEM = re.compile(r"\n[ ]{0,40}(?P<number>\d{1,2})[.)][ ]{1,8}(?=[A-Z])")
_LONGEST_LIST = 8_000
_BREAK = re.compile(r"\n[ ]*\n(?!\s{0,60}(?:[-•·○▪–]|\(?[a-z0-9]{1,2}[.)]\s|o\s))")
_STATES = ("Resolved", "Unresolved", "Closed")
_RULED = re.compile(  # how the Department of Justice's office opens what it says of a recommendation
    r"(?:(?<=\n)|(?<=[.!?]\s))[ ]{0,60}(?:(?P<number>\d{1,2})\.\s{1,9})?"
    rf"(?P<state>{'|'.join(_STATES)})"
    r"(?:\s\([A-Z]{2,6}\))?\.(?=\s{1,9}[A-Z\d]|\s*\Z)"
)
_NUMBERED = re.compile(r"(?<=\n)[ ]{0,40}(?P<number>\d{1,2})\.[ ]{1,8}(?=[A-Z])")
_FARTHEST = 3_000


def sections(text: str) -> list[Section]:
    """The sections of a smooth text, in order; each ends where the next begins."""
    heads = [
        head for head in _HEAD.finditer(text) if not (head["text"] and (_is_row(text, head) or _is_prose(text, head)))
    ]
    found = [_section(head) for head in heads]
    found += [item for item in _items(text) if not any(one.start == item.start for one in found)]
    found += _ruled(text)
    found.sort(key=lambda one: one.start)
    found = [*_bounded(text, found)]
    ends = (*(one.start for one in found[1:]), len(text))
    return [attrs.evolve(one, end=end) for one, end in zip(found, ends, strict=False)]


def _section(match: re.Match[str]) -> Section:
    part = next(part for part, name in _NAMES if match[name] is not None)
    number = next((match.span(name) for name in ("commented", "number") if match[name]), None)
    who = next((match.span(name) for name in ("who", "answerer") if match[name]), None)
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    return Section(part, start, match.end(), match.end(), number, who)


def _items(text: str) -> Iterator[Section]:
    """The items of lists whose head recommends: "We recommend that the Director of ICE:", and "1. Count the beds."."""
    leads = list(_LIST.finditer(text))
    for lead, following in pairwise([*(lead.end() for lead in leads), len(text)]):
        wanted = 1
        end = min(following, lead + _LONGEST_LIST)
        if text[lead:end].lstrip().startswith("Recommendation"):
            continue
        for item in _ITEM.finditer(text, lead, end):
            if int(item["number"]) == wanted:
                wanted += 1
                yield Section(Part.TEXT, item.start("number"), item.end(), item.end(), item.span("number"))


def _ruled(text: str) -> Iterator[Section]:
    """What opens with a state: "Resolved. The BOP concurred", under the recommendation of the last number over it."""
    if not any(state in text for state in _STATES):
        return
    numbers = [match.span("number") for match in _NUMBERED.finditer(text)]
    for match in _RULED.finditer(text):
        start, over = match.start("state"), bisect_left(numbers, match.span("state")) - 1
        number = match.span("number") if match["number"] else numbers[over] if over >= 0 else None
        if number and start - number[0] < _FARTHEST:
            yield Section(Part.ANALYSIS, start, start, start, number)


def _bounded(text: str, found: list[Section]) -> Iterator[Section]:
    """The sections, and behind the last item of a list where something else begins, unless an answer to it follows."""
    for one, following in zip_longest(found, found[1:]):
        yield one
        listed = one.part is Part.TEXT and one.number is not None and one.start == one.number[0]
        item = following is not None and following.part is Part.TEXT and following.number is not None
        answered = following is not None and following.part in (Part.COMMENTS, Part.ANALYSIS) and not following.number
        stop = _BREAK.search(text, one.body, following.start if following else len(text))
        if listed and stop and not item and not answered:
            yield Section(Part.OTHER, stop.end(), stop.end(), stop.end())


_ROW = re.compile(rf"[\s:|.-]{{0,12}}{STATUS}[\s.;|]*", re.IGNORECASE)


def _is_row(text: str, head: re.Match[str]) -> bool:
    """Whether a head is a line of a list of states."""
    end = text.find("\n", head.end())
    return _ROW.fullmatch(text, head.end(), len(text) if end < 0 else end) is not None


_OPENS = re.compile(r"(?:\A|[.:;!?|]|\n)[ \r]*\n[ ]*$")


def _is_prose(text: str, head: re.Match[str]) -> bool:
    """Whether "Recommendation 1." ends a sentence: what opens a paragraph, or follows another sentence, does not."""
    start = head.start("text")
    return head["plain"] is not None and start > 0 and not _OPENS.search(text, max(0, start - 100), start)


_NAMES = (
    (Part.COMMENTS, "comments"),
    (Part.ANALYSIS, "analysis"),
    (Part.TEXT, "text"),
    (Part.COMMENTS, "answer"),
    (Part.OTHER, "other"),
)
