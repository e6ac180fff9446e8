"""How a plan is laid out: headings, paragraphs, and bullets some levels deep, each under its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from oversight_adapters.readers.plan_document import vocabulary as words
from oversight_adapters.readers.plan_document.clauses import MODAL, Span

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
    """Lines that belong together, before it is known what stands over them."""

    kind: str
    start: int
    end: int
    level: int = 0


def blocks(content: str, folded: str) -> Iterator[Block]:
    """The blocks of a text, in their order."""
    section: Span | None = None
    over: list[tuple[int, Span | None]] = []
    false = False
    for raw in _raw_blocks(content, folded):
        start, end = _trimmed(folded, raw.start, raw.end)
        if start >= end:
            continue
        if raw.kind == "heading":
            span = (start, end - 1 if folded[end - 1] == ":" else end)
            label = _LABEL.fullmatch(folded[slice(*span)].strip())
            false = bool(label and label["false"])
            section, over = (section if label else span), []
            yield Block("heading", start, end)
            continue
        over = [one for one in over if one[0] < raw.level] if raw.kind == "bullet" else []
        head = _own_head(folded, start, end, raw.kind)
        if head:
            label = _LABEL.fullmatch(" ".join(folded[slice(*head[0])].split()))
            false = bool(label and label["false"]) if label else false
            yield Block("heading", head[0][0], head[1])
            start = _skipped(folded, head[1], end)
            own: Span | None = None if label else head[0]
        else:
            own = None
        above = own or next((span for _, span in reversed(over) if span), None) or section
        if raw.kind == "bullet":
            over.append((raw.level, own))
        if start < end:
            yield Block(raw.kind, start, end, above, raw.level + 1 if raw.kind == "bullet" else 0, false)
        if head and label and start < end:
            false = False


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


def _raw_blocks(content: str, folded: str) -> Iterator[_Raw]:
    """Lines gathered: a blank line, a bullet and a heading each end what stands before."""
    kind, level, lines = "", 0, list[Span]()
    before = ""  # the line before, in the same block
    for at, stop in _lines(folded):
        line = folded[at:stop]
        if not line.strip():
            if kind:
                yield from _closed(content, folded, kind, lines, level)
            kind, lines, before = "", [], ""
            continue
        mark = _MARK.match(content, at, stop)
        if mark and _is_mark(mark["mark"], before, kind):
            if kind:
                yield from _closed(content, folded, kind, lines, level)
            kind, level = "bullet", mark.start("mark") - at
            lines = [(mark.end(), stop)]
        elif hash_ := _HASH.match(folded, at, stop):
            if kind:
                yield from _closed(content, folded, kind, lines, level)
            yield _Raw("heading", hash_.end(), stop)
            kind, lines = "", []
        elif not kind:
            kind, level, lines = "prose", 0, [(at, stop)]
        else:
            lines.append((at, stop))
        before = line
    if kind:
        yield from _closed(content, folded, kind, lines, level)


def _is_mark(mark: str, before: str, kind: str) -> bool:
    """Whether a line begins with a mark of a list, and not with a number that was wrapped there."""
    if not _NUMBERED.match(mark) or not before:
        return True
    return kind == "bullet" or before.rstrip().endswith((".", ":", ";"))


def _closed(content: str, folded: str, kind: str, lines: list[Span], level: int) -> Iterator[_Raw]:
    """What gathered lines are: a heading, or text that may have headings between its lines."""
    if kind == "bullet":
        start, end = lines[0][0], lines[-1][1]
        if (
            len(lines) == 1
            and _NUMBERED.match(content[start:]) is not None
            and _heads(folded, start, end)
            and _is_title_like(folded[start:end])
        ):
            yield _Raw("heading" if not folded[start:end].rstrip().endswith(":") else "bullet", start, end, level)
        else:
            yield _Raw("bullet", start, end, level)
        return
    widest = max(end - start for start, end in lines)
    if len(lines) <= 3 and all(_heads(folded, *line) for line in lines) and lines[-1][1] - lines[0][0] < 300:
        yield _Raw("heading", lines[0][0], lines[-1][1])
        return
    begun = 0
    for n, (start, end) in enumerate(lines[:-1]):
        follower = folded[slice(*lines[n + 1])].split(None, 1)
        fits = end - start + len(follower[0]) + 1 < max(widest, _WIDE) - 4
        if (
            fits
            and _heads(folded, start, end)
            and follower[0][:1].isupper()
            and (n == begun)
            and _ended_above(folded, lines, n)
        ):
            yield _Raw("heading", start, end)
            begun = n + 1
    if begun < len(lines):
        yield _Raw("prose", lines[begun][0], lines[-1][1])


def _ended_above(folded: str, lines: list[Span], n: int) -> bool:
    return n == 0 or folded[slice(*lines[n - 1])].rstrip().endswith(_ENDS)


def _heads(folded: str, start: int, end: int) -> bool:
    """Whether a line may be a heading: a few words without a stop and without a verb that binds."""
    said = folded[start:end].strip()
    return (
        2 < len(said) <= _LONGEST_HEADING
        and not said.endswith(_ENDS)
        and (said[0].isupper() or said[0].isdigit() or said[0] in "\"'(")
        and not _VERBAL.search(said)
        and not MODAL.search(said)
    )


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
