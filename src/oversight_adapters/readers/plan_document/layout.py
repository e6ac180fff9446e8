"""How a plan is laid out: headings, paragraphs, and bullets some levels deep, each under its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from oversight_adapters.readers.plan_document import vocabulary as words
from oversight_adapters.readers.plan_document.furniture import is_labelled
from oversight_adapters.readers.plan_document.gathering import VERBAL, Raw, gathered, is_title_like
from oversight_adapters.readers.plan_document.labels import label as label_of
from oversight_adapters.readers.plan_document.labels import label_before
from oversight_adapters.texts.spans import Span, skipped, trimmed

_COLON_HEAD = re.compile(r"(?P<head>[A-Z\"'(][^.;:?!\n]{1,100}(?:\n[^.;:?!\n]{1,60})?)(?P<mark>:)(?=\s|$)")
_ACTION_HEAD = re.compile(
    r"(?P<head>(?:Corrective\s+)?(?:Action(?:\s+Item)?|Step|Task|Initiative|Goal|"
    r"Objective|Strategy|Priority|Measure|Pillar|Outcome)\s+(?:\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?|[A-Z]))\s?(?P<mark>[.:)-]+)(?=\s)",
    re.IGNORECASE,
)
_SECTION_HEAD = re.compile(
    r"(?:Sec(?:tion|\.)|Article|Part)\s{1,3}(?:\d[\d.-]{0,8}|[IVX]{1,4})\.\s{1,3}(?P<head>[A-Z][^.;:?!]{1,80})(?P<mark>\.)(?=\s)"
)
_ASKS = re.compile(
    r"[A-Z][a-z]+\s(?:an?|any|all|the|your|each|this|these|our|its|their)\s"
)  # Address any questions to CRCL.
_STOP_HEAD = re.compile(r"(?P<head>[A-Z][^.;:?!]{1,110})(?P<mark>\.)(?=\s+[A-Z\"'(])")


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


@attrs.define
class _Over:
    """What stands over the next block: the section, and the heads of the bullets that it may be under."""

    section: Span | None = None
    bullets: list[tuple[int, str, Span | None]] = attrs.Factory(list)

    def at(self, raw: Raw) -> None:
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
    for raw in gathered(content, folded, items=items):
        start, end = trimmed(folded, raw.start, raw.end)
        if start >= end:
            continue
        if raw.kind == "heading":
            span = (start, end - 1 if folded[end - 1] in ":." else end)
            label = label_of(folded, span)
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
        if own and not bullet and _SECTION_HEAD.match(folded, start, end):
            over = _Over(own)
        label = label_of(folded, own) if own else None
        rejected = bool(label["false"]) if label else false
        if own:
            yield Block("heading", own[0], said)
        above = own if own and not label else over.head()
        level = len(over.bullets) + 1 if bullet else 0
        if bullet:
            over.bullets.append((raw.indent, raw.style, None if label else own))
        said = skipped(folded, said, end)
        if said < end:
            yield Block(raw.kind, said, end, above, level, rejected)
        elif label:  # it stands alone, over what follows
            false = rejected
        if label and said < end:
            false = False


def _own_head(folded: str, start: int, end: int, kind: str) -> tuple[Span, int] | None:
    """A head at the beginning of a block, and where it ends with its mark; what follows is its text."""
    if said := label_before(folded, start, end):
        return said
    if action := _ACTION_HEAD.match(folded, start, end) or _SECTION_HEAD.match(folded, start, end):
        return action.span("head"), action.end("mark")
    if is_labelled(folded[start : min(end, start + 200)].partition("\n")[0]):
        return None
    colon = _COLON_HEAD.match(folded, start, end)
    stop = _STOP_HEAD.match(folded, start, end)
    for match in (colon, stop):
        if not match:
            continue
        head = " ".join(match["head"].split())
        alone = match.end() >= end or not folded[match.end() : end].strip()
        if (
            VERBAL.search(head)
            or head.count("(") != head.count(")")
            or len(head.split()) > 14
            or head.lower() in words.OPENERS
            or (kind == "prose" and match is colon and not is_title_like(head))
            or (
                match is stop
                and (
                    len(head.split()) > (14 if kind == "bullet" else 8)
                    or (head.split()[0].lower() in words.LEADS and not head.isupper())
                )
            )
            or (match is stop and (len(head.split()[-1]) < 3 or _ASKS.match(head)))
            or (alone and kind == "prose")
        ):
            continue
        return (match.start("head"), match.end("head")), match.end("mark")
    return None
