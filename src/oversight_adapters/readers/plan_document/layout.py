"""How a plan is laid out: headings, paragraphs, and bullets some levels deep, each under its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import attrs

from oversight_adapters.readers.plan_document import vocabulary as words
from oversight_adapters.readers.plan_document.masks import Span
from oversight_adapters.readers.plan_document.verbs import MODAL

_MARK = re.compile(
    r"[ \t\u00a0]*(?P<mark>[•◦▪‣·●○■□➢➤✓*–—-]|\uf0b7|\uf0a7|o(?=[ \t\u00a0])|\(?\d{1,2}(?:\.\d{1,2}){0,2}[.)]|"
    r"\(?[a-h][.)]|"
    r"\(?[ivx]{1,5}[.)]|[A-HIVX]{1,4}\.)[ \t\u00a0]+(?=\S)"
)
_NUMBERED = re.compile(r"[\w(]")
_HASH = re.compile(r"[ \t]*#{1,6}[ \t]+")
_COLON_HEAD = re.compile(r"(?P<head>[A-Z\"'(][^.;:?!\n]{1,100}(?:\n[^.;:?!\n]{1,60})?)(?P<mark>:)(?=\s|$)")
_ACTION_HEAD = re.compile(
    r"(?P<head>(?:Corrective\s+)?(?:Action(?:\s+Item)?|Step|Task|Initiative|Goal|"
    r"Objective)\s+(?:\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?|[A-Z]))\s?(?P<mark>[.:)-]+)(?=\s)",
    re.IGNORECASE,
)
_STOP_HEAD = re.compile(r"(?P<head>[A-Z][^.;:?!]{1,110})(?P<mark>\.)(?=\s+[A-Z\"'(])")
_VERBAL = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|shall|must|may|can|should|would|does|do|did|be|been|it|we|they|he|"
    r"she|that|which)\b"
)
_ENDS = (".", ";", ",", "?", "!", ".)", '."')
_LABEL = re.compile(
    rf"(?P<false>{'|'.join(words.FALSE_LABELS)})|(?P<true>fact|reality|truth|the facts?)", re.IGNORECASE
)
_LONGEST_HEADING = 110
_WIDE = 60  # a paragraph whose lines are shorter is not wrapped


@attrs.frozen
class Block:
    """A heading, paragraph or bullet: its words, the heading over it, and how deep it stands.

    One that is `rejected` holds what the speaker says is false.
    """

    kind: str  # heading, prose, bullet
    start: int
    end: int
    head: Span | None = None
    level: int = 0
    rejected: bool = False


@attrs.frozen
class _Raw:
    """Lines that belong together, before it is known what stands over them; a bullet has a mark of some style."""

    kind: str
    start: int
    end: int
    indent: int = 0
    style: str = ""


@attrs.define
class _Over:
    """What stands over the next block: the section, and the heads of the bullets that it may be under."""

    section: Span | None = None
    bullets: list[tuple[int, str, Span | None]] = attrs.Factory(list)

    def at(self, raw: _Raw) -> None:
        """Leave the bullets that a new one of this indent and style is not under."""
        styles = [(indent, style) for indent, style, _ in self.bullets]
        if (raw.indent, raw.style) in styles:
            del self.bullets[styles.index((raw.indent, raw.style)) :]
        else:
            self.bullets = [one for one in self.bullets if one[0] <= raw.indent]

    def head(self) -> Span | None:
        """The nearest head."""
        return next((span for *_, span in reversed(self.bullets) if span), self.section)


def blocks(content: str, folded: str, *, items: bool = False) -> Iterator[Block]:
    """The blocks of a text, in their order; `items` where a line of its own may be an item of a list without a "
    "mark."""
    over, false = _Over(), False
    for raw in _raw_blocks(content, folded, items=items):
        start, end = _trimmed(folded, raw.start, raw.end)
        if start >= end:
            continue
        if raw.kind == "heading":
            span = (start, end - 1 if folded[end - 1] == ":" else end)
            label = _label(folded, span)
            false = bool(label and label["false"])
            over = _Over(over.section if label else span)
            yield Block("heading", start, end)
            continue
        bullet = raw.kind == "bullet"
        if bullet:
            over.at(raw)
        elif over.bullets:
            over = _Over(over.section)
        own, said = _own_head(folded, start, end, raw.kind) or (None, start)
        label = _label(folded, own) if own else None
        rejected = bool(label["false"]) if label else false
        if own:
            yield Block("heading", own[0], said)
        above = own if own and not label else over.head()
        level = len(over.bullets) + 1 if bullet else 0
        if bullet:
            over.bullets.append((raw.indent, raw.style, None if label else own))
        said = _skipped(folded, said, end)
        if said < end:
            yield Block(raw.kind, said, end, above, level, rejected)
        elif label:  # it stands alone, over what follows
            false = rejected
        if label and said < end:
            false = False


def _label(folded: str, span: Span) -> re.Match[str] | None:
    return _LABEL.fullmatch(" ".join(folded[slice(*span)].split()))


def _own_head(folded: str, start: int, end: int, kind: str) -> tuple[Span, int] | None:
    """A head at the beginning of a block, and where it ends with its mark; what follows is its text."""
    if action := _ACTION_HEAD.match(folded, start, end):
        return action.span("head"), action.end("mark")
    colon = _COLON_HEAD.match(folded, start, end)
    stop = _STOP_HEAD.match(folded, start, end)
    for match in (colon, stop):
        if not match:
            continue
        said = " ".join(match["head"].split())
        known = _LABEL.fullmatch(said)
        alone = match.end() >= end or not folded[match.end() : end].strip()
        if not known and (
            _VERBAL.search(said)
            or len(said.split()) > 14
            or said.lower() in words.OPENERS
            or (kind == "prose" and match is colon and not _is_title_like(said))
            or (
                match is stop
                and (len(said.split()) > (14 if kind == "bullet" else 8) or said.split()[0].lower() in words.LEADS)
            )
            or (match is stop and len(said.split()[-1]) < 3)
            or (alone and kind == "prose")
        ):
            continue
        return (match.start("head"), match.end("head")), match.end("mark")
    return None


def _is_title_like(said: str) -> bool:
    """Whether most words have capitals, as in a heading."""
    long = [word for word in said.split() if len(word) > 3]
    return len(said.split()) <= 8 and sum(word[0].isupper() for word in long) >= len(long) * 0.6


def _raw_blocks(content: str, folded: str, *, items: bool) -> Iterator[_Raw]:
    """Lines gathered: a blank line, a bullet and a heading each end what stands before."""
    group: list[Span] = []
    first = _Raw("prose", 0, 0)
    before = ""  # the line before, in the same block
    for at, stop in _lines(folded):
        line = folded[at:stop]
        mark = _MARK.match(content, at, stop) if line.strip() else None
        hash_ = _HASH.match(folded, at, stop) if line.strip() else None
        begins = mark is not None and _is_mark(mark["mark"], before, first.kind)
        if not line.strip() or begins or hash_:
            yield from _closed(content, folded, first, group, items=items)
            group, first = [], _Raw("prose", 0, 0)
        if mark and begins:
            first = _Raw("bullet", 0, 0, mark.start("mark") - at, _style(mark["mark"]))
            group = [(mark.end(), stop)]
        elif hash_:
            yield _Raw("heading", hash_.end(), stop)
        elif line.strip():
            group.append((at, stop))
        before = line if line.strip() and not hash_ else ""
    yield from _closed(content, folded, first, group, items=items)


def _style(mark: str) -> str:
    """What a mark of a list looks like, whatever its number or letter."""
    return re.sub(r"[a-z]{1,5}", "a", re.sub(r"\d{1,2}", "1", mark.lower()))


def _is_mark(mark: str, before: str, kind: str) -> bool:
    """Whether a line begins with a mark of a list, and not with a number that was wrapped there."""
    if not _NUMBERED.match(mark) or not before:
        return True
    return kind == "bullet" or before.rstrip().endswith((".", ":", ";"))


def _closed(content: str, folded: str, first: _Raw, group: list[Span], *, items: bool) -> Iterator[_Raw]:
    """What gathered lines are: a heading, text that may have headings between its lines, or items of a list."""
    if not group:
        return
    start, end = group[0][0], group[-1][1]
    if first.kind == "bullet":
        heads = len(group) == 1 and _heads(folded, start, end) and _is_title_like(folded[start:end].strip())
        numbered = first.style != "" and first.style[0] in "1a(" and not folded[start:end].rstrip().endswith(":")
        yield attrs.evolve(first, kind="heading" if heads and numbered else "bullet", start=start, end=end)
    elif len(group) <= 3 and _is_heading(folded, group):
        yield _Raw("heading", start, end)
    elif items and len(group) > 1 and _is_list(folded, group):
        yield from (_Raw("bullet", *line, style="item") for line in group)
    else:
        yield from _between(folded, group)


def _is_heading(folded: str, group: list[Span]) -> bool:
    """Whether lines are a heading on their own, which may be wrapped."""
    few = group[-1][1] - group[0][0] < 300
    return few and _heads(folded, *group[0]) and all(_words(folded, *line) for line in group)


def _is_list(folded: str, group: list[Span]) -> bool:
    """Whether lines are items: each ends where a sentence may, or the next begins one."""
    said = [folded[slice(*line)].strip() for line in group]
    return all(
        one.endswith((".", ";", ":", "!", "?", " and", " or", ",")) or not other[:1].islower()
        for one, other in pairwise(said)
    )


def _between(folded: str, group: list[Span]) -> Iterator[_Raw]:
    """Text, and the headings right above it: short lines into which the next word would have fitted."""
    widest, begun = max(end - start for start, end in group), 0
    for n, (start, end) in enumerate(group[:-1]):
        follower = folded[slice(*group[n + 1])].split(None, 1)[0]
        fits = end - start + len(follower) + 1 < max(widest, _WIDE) - 4
        if n == begun and fits and _heads(folded, start, end) and follower[0].isupper():
            yield _Raw("heading", start, end)
            begun = n + 1
    yield _Raw("prose", group[begun][0], group[-1][1])


def _heads(folded: str, start: int, end: int) -> bool:
    """Whether a heading may begin with this line."""
    said = folded[start:end].strip()
    return _words(folded, start, end) and (said[0].isupper() or said[0].isdigit() or said[0] in "\"'(")


def _words(folded: str, start: int, end: int) -> bool:
    """Whether a line is a few words without a stop and without a verb that binds."""
    said = folded[start:end].strip()
    few = 2 < len(said) <= _LONGEST_HEADING and not said.endswith(_ENDS)
    return few and not _VERBAL.search(said) and not MODAL.search(said)


def _lines(folded: str) -> Iterator[Span]:
    at = 0
    while at < len(folded):
        stop = folded.find("\n", at)
        stop = len(folded) if stop < 0 else stop
        yield at, stop
        at = stop + 1


def _trimmed(folded: str, start: int, end: int) -> Span:
    start = _skipped(folded, start, end)
    while end > start and folded[end - 1].isspace():
        end -= 1
    return start, end


def _skipped(folded: str, at: int, end: int) -> int:
    while at < end and folded[at].isspace():
        at += 1
    return at
