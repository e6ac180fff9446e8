"""Items as people name them: in full, by number in the list, by report and number, or by part of a title.

Nothing is guessed, for a step may be recorded on what is found: digits are the number of an item or they are nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from itertools import accumulate

import attrs

from oversight_adapters.cli.called import called, chosen, report, to
from oversight_adapters.cli.exits import WrongUse
from oversight_adapters.cli.seen import Seen, View
from oversight_adapters.writers.safe import shortened
from oversight_adapters.writers.wording import says
from oversight_core.entities import Document, Recommendation, Review
from oversight_core.errors import UnknownItem, UnparsableItem
from oversight_core.ledger import Case
from oversight_core.names import Item, normalise

PREFERRED = ("recommendation", "document", "review", "response")
"""Which kind is meant where a name fits items of several kinds."""

FILLERS = frozenset("to no number rec recommendation".split())
"""Words around a number that say nothing more."""

MOST = 8  # how many items a question back may list
LONGEST = 2000  # characters that a name may have; a longer one names nothing

_AROUND = " \t\n\"'“”‘’«»#…"
_TITLE_AND_NUMBER = re.compile(r"(?P<title>.*\w)\W+(?P<number>\d{1,9})(?:\s+to\s+(?P<addressee>\w+))?", re.DOTALL)


def find(seen: Seen, text: str) -> Item:
    """The one item that a text names.

    Raises `UnknownItem` with near hits where it names none, and `WrongUse` with the choices where it names several.
    """
    bare = text.strip(_AROUND).rstrip("." + _AROUND)
    if not bare:
        raise WrongUse("an item needs a name")
    if len(bare) > LONGEST:
        raise UnknownItem(shortened(bare, 60))
    if not any(mark.isalpha() for mark in bare) and len(bare.split()) == 1 and not _dashed(bare):
        return _by_number(seen, bare)
    if (named := _parsed(bare)) is not None and named in seen.order:
        return named
    view = View.of(seen)
    known = [_Known.of(view, item) for item in view.cases]
    found = _fitting(known, set(chosen(view)), bare, text)
    if len(found) > 1:
        raise WrongUse(f"{text!r} names {len(found)} items, say which by its number", _choices(view, found))
    return found[0].item


def _dashed(bare: str) -> bool:
    """Whether digits are joined like those of a report (22-104529)."""
    return bool(re.fullmatch(r"\d+(?:-\d+)+", bare))


def _by_number(seen: Seen, bare: str) -> Item:
    if bare.isascii() and bare.isdecimal() and len(bare) < 10:
        for item, number in seen.order.items():
            if number == int(bare):
                return item
    raise UnknownItem(f"an item of the number {shortened(bare, 60)}")


def _parsed(text: str) -> Item | None:
    try:
        return Item.parse(text)
    except UnparsableItem:
        return None


def _choices(view: View, found: Sequence[_Known]) -> tuple[str, ...]:
    lines = [
        f"{view.order[one.item]:>4}. {' · '.join(dict.fromkeys((one.called, shortened(one.says, 60), str(one.item))))}"
        for one in found[:MOST]
    ]
    return (*lines, f"and {len(found) - MOST} more") if len(found) > MOST else tuple(lines)


@attrs.frozen
class _Known:
    """What an item can be called by."""

    item: Item
    called: str
    named: str  # report and number, of a recommendation
    report_title: str
    to: str
    says: str
    text: str

    @classmethod
    def of(cls, view: View, item: Item) -> _Known:
        case = view.cases[item]
        title = case.described.report_title if isinstance(case.described, Recommendation) else ""
        texts = (view.titles.get(item, ""), *_texts(case))
        return cls(
            item,
            called(view, item),
            report(item, case),
            normalise(title),
            to(item, case).casefold(),
            says(case.described),
            normalise(" | ".join(texts)),
        )


def _texts(case: Case) -> Iterable[str]:
    described = case.described
    yield says(described)
    match described:
        case Recommendation():
            yield described.report_title
        case Document():
            yield described.part
            yield from described.printed_type
        case Review():
            yield from map(str, (*described.facility, *described.topic))


def _fitting(known: list[_Known], listed: set[Item], bare: str, text: str) -> list[_Known]:
    """The items that a text fits, by the strictest way in which any does; raises `UnknownItem` where none does."""
    tokens = _tokens(bare)
    if reports := _reports(known, tokens):
        return _of_report(reports, text)
    if found := _by_title_and_number(known, bare):
        return found
    shown = [one for one in known if one.item in listed]
    words = normalise(bare).split()
    starts = [re.compile(rf"(?<!\w){re.escape(word)}") for word in words]
    phrase = re.compile(rf"(?<![\w-]){re.escape(' '.join(words))}(?![\w-])")
    in_words = not any(mark.isnumeric() for mark in bare)
    ways: tuple[tuple[list[_Known], Callable[[_Known], object]], ...] = (
        (shown, lambda one: phrase.search(one.text)),
        (shown, lambda one: in_words and all(start.search(one.text) for start in starts)),
        (known, lambda one: phrase.search(one.text)),
    )
    for among, fits in ways:
        if found := [one for one in among if fits(one)]:
            return _preferred(found)
    raise UnknownItem(text, _near(known, bare))


def _tokens(text: str) -> list[str]:
    """Words as a name may be spelt: whatever separates them, in any case.

    >>> _tokens("GAO-22 104529 7") == _tokens("gao/gao-22-104529 #7")[1:]
    True
    """
    return [token for token in re.split(r"[^\w~]+", text.casefold()) if token]


def _reports(known: list[_Known], tokens: list[str]) -> list[tuple[_Known, list[str]]]:
    """The items of the report that is named, each with the words around that name; the longest name counts."""
    names: dict[str, list[tuple[_Known, list[str]]]] = {}
    for one in known:
        parts = _tokens(one.item.report)
        names.setdefault("".join(parts), []).append((one, parts))
        if parts[0] == one.item.issuer and len(parts) > 2:  # without the name of the body: 22-104529
            names.setdefault("".join(parts[1:]), []).append((one, parts[1:]))
    spans = [(i, j) for i in range(len(tokens)) for j in range(len(tokens), i, -1) if j - i < 12]
    for i, j in sorted(spans, key=lambda span: span[0] - span[1]):
        of_name = names.get("".join(tokens[i:j]), [])
        if found := [one for one, parts in of_name if _spelt(tokens[i:j], parts)]:
            return [(one, tokens[:i] + tokens[j:]) for one in found]
    return []


def _spelt(tokens: list[str], parts: list[str]) -> bool:
    """Whether words spell a name with a number: no two numbers grow together (22-10452 9 is not 22-104529)."""
    if not any(part[:1] == "~" or _digits(part) for part in parts):
        return False
    ends = list(accumulate(map(len, parts)))
    between = zip(tokens, tokens[1:], accumulate(map(len, tokens)), strict=False)
    return all(end in ends for left, right, end in between if _digits(left[-1]) and _digits(right[0]))


def _digits(token: str) -> bool:
    return any(mark.isdecimal() for mark in token)


def _of_report(reports: list[tuple[_Known, list[str]]], text: str) -> list[_Known]:
    """Those whose number and addressee the words around the report's name are; of the kind named, or the preferred."""
    asked = {one.item.kind for one, around in reports if one.item.kind in around}
    kinds = asked or {_preferred([one for one, _ in reports])[0].item.kind}
    among = [(one, around) for one, around in reports if one.item.kind in kinds]
    if found := [one for one, around in among if _is_meant(one.item, around)]:
        return found
    raise UnknownItem(text, tuple(dict.fromkeys(one.named or str(one.item) for one, _ in among))[:MOST])


def _is_meant(item: Item, around: list[str]) -> bool:
    """Whether words name an item of its report: every one of them counts, and the number is all of it or absent."""
    number, others = _tokens(item.number), {item.kind, item.issuer, *_tokens(item.addressee), *_tokens(item.part)}
    left = [word for word in around if word in number or word not in others | FILLERS]
    return left in ([], number)


def _by_title_and_number(known: list[_Known], bare: str) -> list[_Known]:
    """Recommendations by how their report's title begins, for a list may have cut it short, and their number."""
    asked = _TITLE_AND_NUMBER.fullmatch(bare)
    title = normalise(asked["title"].strip(_AROUND)) if asked else ""
    if not asked or " " not in title:  # a single word is the beginning of too much
        return []
    begins = re.compile(rf"{re.escape(title)}(?![\w-])")
    addressee = (asked["addressee"] or "").casefold()
    return [
        one
        for one in known
        if one.named
        and one.item.number == asked["number"]
        and addressee in ("", one.to, one.item.addressee)
        and begins.match(one.report_title)
    ]


def _preferred(found: list[_Known]) -> list[_Known]:
    for kind in PREFERRED:
        if of_kind := [one for one in found if one.item.kind == kind]:
            return of_kind
    return found


def _near(known: list[_Known], text: str) -> tuple[str, ...]:
    """Names that look like the text, as people would say them."""
    names = {normalise(name)[:60]: name for one in known for name in (one.named or one.called, str(one.item)) if name}
    near = get_close_matches(normalise(text)[:200], names, n=3, cutoff=0.5)
    return tuple(shortened(names[name], 80) for name in near)
