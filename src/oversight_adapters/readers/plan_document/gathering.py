"""Lines gathered into blocks: headings, paragraphs and bullets, before it is known what stands over them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import attrs

from oversight_adapters.readers.plan_document.furniture import is_furniture, is_labelled
from oversight_adapters.readers.plan_document.labels import label_before
from oversight_adapters.readers.plan_document.verbs import MODAL
from oversight_adapters.texts.spans import Span, lines

_MARK = re.compile(
    r"[ \t\u00a0]*(?P<mark>[•◦▪‣·●○■□➢➤►▸❖◆✓✔✅☑>*–—-]|\uf0b7|\uf0a7|o(?=[ \t\u00a0])|\(?\d{1,2}(?:\.\d{1,2}){0,2}[.)]|"
    r"\d{1,4}(?:\.\d{1,3}){1,3}(?=[ \t\u00a0]+[\"'(]?[A-Z])|\d{1,2}(?=[ \t\u00a0]+[A-Z]{4})|"
    r"\(?[a-h][.)]|"
    r"\(?[ivx]{1,5}[.)]|[A-HIVX]{1,4}\.)[ \t\u00a0]+(?=\S)"
)
_NUMBERED = re.compile(r"[\w(]")
_BARE = re.compile(r"\d[\d.]*\d|\d")  # 2.1 The Director shall
_ENDED = re.compile(r"(?:[.:;!?)\"]|;\s+(?:and|or)|\b[A-Z]{3,20})$")
_HASH = re.compile(r"[ \t]*#{1,6}[ \t]+")
VERBAL = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|shall|must|may|can|should|would|does|do|did|be|been|it|we|they|he|"
    r"she|that|which|intends|agrees|makes|undertakes|pledges|commits|seeks|welcomes|requires|provides|includes|"
    r"describes|establishes|applies)\b"
)
_ENDS = (".", ";", ",", "?", "!", ".)", '."')
_QUESTION = re.compile(
    r"(?:(?:Q|Question)\s?\d{0,2}[.:)]\s{1,3})?(?:Who|Whom|What|When|Where|Why|How|Which|Will|Does|Do|Did|Is|Are|Can|"
    r"May|Should|Must|Has|Have)\b[^.?!:]{5,200}\?|(?:Who|What|When|Where|How|Why)\b[^.?!:]{5,100}:|"
    r"(?:Who|What|When|Where|How|Why|If)\s[a-z][^.?!:;,]{5,70}"
)
_NUMBERED_TITLE = re.compile(
    r"(?:Goal|Objective|Strategy|Priority|Pillar|Outcome|Phase|Part|Section|Chapter|Appendix|Focus\s+Area)\s{1,9}"
    r"(?:\d{1,2}(?:\.\d{1,2}){0,2}|[A-Z]|[IVX]{1,4})\s{0,9}[:.-]\s{1,9}[A-Z][^.;:?!\n]{3,90}",
)
_NUMBERED_HEAD = re.compile(
    r"[ \t]*(?:Goal|Objective|Strategy|Priority|Pillar|Outcome)\s{1,9}(?:\d{1,2}(?:\.\d{1,2}){0,2}|[A-Z])"
    r"\s{0,9}[:.]\s+[A-Z]|[ \t]*(?:Sec(?:tion|\.)|Article|SECTION|ARTICLE)\s{1,3}[\dIVX][\dIVX.-]{0,9}\.?\s+[A-Z]"
)
_TITLED_LINE = re.compile(r"[A-Z][\w'&/()-]{1,20}(?:\s[\w'&/()-]{1,20}){0,3}:\s+(?=[A-Z])")  # Privacy: Callers may
_SALUTATION = re.compile(
    r"(?:dear|chair\w{0,8}|ranking\s+member|madam|mr\.|ms\.|to\s+(?:whom|the\s+(?:people|"
    r"residents|citizens|public|members)))\b",
    re.IGNORECASE,
)
GOES_ON = re.compile(
    r"(?:[,:-]|\b(?:of|for|the|and|to|in|on|with|from|by|at|or|a|an|between|among|regarding|concerning))$",
    re.IGNORECASE,
)
_CARRIES_ON = re.compile(r"(?:of|for|and|to|between|among|on|regarding|concerning|by\s+and\s+between)\b", re.IGNORECASE)
_ITEM_ENDS = (".", ";", ",", " and", " or")
_GOES_ON_BELOW = ("follows:", "; and", "; or")
_GAPS = re.compile(r"(?<=\S) {3,200}(?=\S)")  # between the cells of a table
_LONGEST_HEADING = 110
_NEAR = 40  # characters, most of them blanks, between what announces a list and its first item
_UNNUMBERED = "•◦▪‣·●○■□➢➤►▸❖◆✓✔✅☑>*–—-o\uf0b7\uf0a7"
_WIDE = 60  # a paragraph whose lines are shorter is not wrapped


@attrs.frozen
class Raw:
    """Lines that belong together, before it is known what stands over them; a bullet has a mark of some style."""

    kind: str
    start: int
    end: int
    indent: int = 0
    style: str = ""


def gathered(content: str, folded: str, *, items: bool) -> Iterator[Raw]:
    """Lines gathered: a blank line, a bullet and a heading each end what stands before."""
    group: list[Span] = []
    first = Raw("prose", 0, 0)
    before = ""  # the line before, in the same block
    for at, stop in lines(folded):
        line = folded[at:stop] if not is_furniture(content[at:stop]) else ""
        mark = _MARK.match(content, at, stop) if line.strip() else None
        hash_ = _HASH.match(folded, at, stop) if line.strip() else None
        begins = mark is not None and (_is_mark(mark["mark"], before, first.kind) or _is_named(folded, group))
        says = line.strip() != "" and bool(
            label_before(folded, at, stop)
            or _NUMBERED_HEAD.match(folded, at, stop)
            or (before.rstrip().endswith((".", "!", "?", ".)")) and _TITLED_LINE.match(folded, at, stop))
        )
        if not line.strip() or begins or hash_ or says:
            yield from _closed(content, folded, first, group, items=items)
            group, first = [], Raw("prose", 0, 0)
        if mark and begins:
            first = Raw("bullet", 0, 0, mark.start("mark") - at, _style(mark["mark"]))
            second = _MARK.match(content, mark.end(), stop)  # "1. A. The Director"
            group = [((second or mark).end(), stop)]
        elif hash_:
            yield Raw("heading", hash_.end(), stop)
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
    if _BARE.fullmatch(mark):
        return _ENDED.search(before.rstrip()) is not None
    return kind == "bullet" or before.rstrip().endswith((".", ":", ";"))


def _is_named(folded: str, group: list[Span]) -> bool:
    """Whether what stands above is one line that is a heading, such as *Article 1*, so that no number is wrapped."""
    said = folded[slice(*group[0])].strip() if len(group) == 1 else ""
    return bool(said) and (bool(_QUESTION.fullmatch(said)) or (_heads(folded, *group[0]) and is_title_like(said)))


def _closed(content: str, folded: str, first: Raw, group: list[Span], *, items: bool) -> Iterator[Raw]:
    """What gathered lines are: a heading, text that may have headings between its lines, or items of a list."""
    if not group:
        return
    start, end = group[0][0], group[-1][1]
    if first.kind == "bullet" and first.style[:1] not in _UNNUMBERED and _is_headed(folded, group):
        yield attrs.evolve(first, kind="heading", start=start, end=group[0][1])
        yield Raw("prose", group[1][0], end)
    elif first.kind == "bullet":
        numbered = first.style != "" and first.style[0] in "1a(" and not folded[start:end].rstrip().endswith(":")
        last = start + len(folded[start:end].rstrip(" \t\r.") if numbered else folded[start:end])
        heads = len(group) == 1 and _heads(folded, start, last) and is_title_like(folded[start:last].strip())
        yield attrs.evolve(first, kind="heading" if heads and numbered else "bullet", start=start, end=end)
    elif (len(group) <= 3 and _is_heading(folded, group)) or _QUESTION.fullmatch(" ".join(folded[start:end].split())):
        yield Raw("heading", start, end)
    elif items and len(group) > 1 and _is_list(folded, group):
        yield from (Raw("bullet", *line, style="item") for line in group)
    else:
        yield from _between(folded, group)


def _is_headed(folded: str, group: list[Span]) -> bool:
    """Whether a numbered heading stands on the first of these lines, shorter than it would be if it went on."""
    (start, end), *others = group
    if not others or not _heads(folded, start, end):
        return False
    said, follower = folded[start:end].strip(), folded[slice(*others[0])].split(None, 1)[0]
    widest = max(_WIDE, *(len(folded[slice(*line)].strip()) for line in group))
    fits = len(said) + len(follower) + 1 < widest - 4
    return (
        fits
        and follower[0].isupper()
        and (said.isupper() or is_title_like(said) or 2 * len(said) < widest)
        and not GOES_ON.search(said)
    )


def _is_heading(folded: str, group: list[Span]) -> bool:
    """Whether lines are a heading on their own, which may be wrapped."""
    few = group[-1][1] - group[0][0] < 300
    return few and _heads(folded, *group[0]) and all(_words(folded, *line) for line in group)


def _is_list(folded: str, group: list[Span]) -> bool:
    """Whether lines are items: announced by a colon or ending as items do, and each where a sentence may end or begin.

    What is neither may be a letterhead, a title and who wrote below it, or a heading and its text.
    """
    said = [folded[slice(*line)].strip() for line in group]
    announced = folded[max(0, group[0][0] - _NEAR) : group[0][0]].rstrip().endswith(":")
    if not announced and not all(one.endswith(_ITEM_ENDS) for one in said):
        return False
    return all(one.endswith((*_ITEM_ENDS, ":", "!", "?")) or not other[:1].islower() for one, other in pairwise(said))


def _between(folded: str, group: list[Span]) -> Iterator[Raw]:
    """Text, and the headings between its lines: short ones above, into which the next word would have fitted, and those
    that stand where a sentence has ended, as on a page whose lines are not wrapped."""
    widest, begun, heading = max(end - start for start, end in group), 0, None
    for n, (start, end) in enumerate(group):
        said = " ".join(folded[start:end].split())
        follower = folded[slice(*group[n + 1])].split(None, 1)[0] if n + 1 < len(group) else ""
        told_below = n + 1 < len(group) and is_labelled(folded[slice(*group[n + 1])])
        fits = said.isupper() or told_below or end - start + len(follower) + 1 < max(widest, _WIDE) - 4
        over = _heads(folded, start, end) or _QUESTION.fullmatch(said) or _NUMBERED_TITLE.fullmatch(said)
        top = n == begun and (follower or n == 0 or all(_words(folded, *line) for line in group[:n]))
        after = begun < n < len(group) - 1 and folded[slice(*group[n - 1])].rstrip().endswith((".", "!", "?", '."'))
        if not (over and fits and (top or (after and is_title_like(said))) and not follower[:1].islower()):
            continue
        if begun < n and heading:
            yield heading
            heading = None
        if begun < n:
            yield Raw("prose", group[begun][0], group[n - 1][1])
        elif heading and _goes_on(folded, group[n - 1], group[n]):
            heading = attrs.evolve(heading, end=end)
            begun = n + 1
            continue
        if heading:
            yield heading
        heading, begun = Raw("heading", start, end), n + 1
    if heading:
        yield heading
    if begun < len(group):
        yield Raw("prose", group[begun][0], group[-1][1])


def _goes_on(folded: str, above: Span, below: Span) -> bool:
    """Whether a heading goes on in the line below, as an agreement does with *between* whom it is."""
    said = folded[slice(*above)].rstrip()
    return bool(GOES_ON.search(said) or _CARRIES_ON.match(folded[slice(*below)].lstrip()))


def _heads(folded: str, start: int, end: int) -> bool:
    """Whether a heading may begin with this line."""
    said = folded[start:end].strip()
    return _words(folded, start, end) and (said[0].isupper() or said[0].isdigit() or said[0] in "\"'(")


def _words(folded: str, start: int, end: int) -> bool:
    """Whether a line is a few words without a stop and without a verb that binds."""
    said = " ".join(folded[start:end].split())
    if not (2 - said.isupper() < len(said) <= _LONGEST_HEADING) or said.endswith(_ENDS):
        return False
    if VERBAL.search(said) or MODAL.search(said) or is_labelled(said):
        return False
    if said.endswith(_GOES_ON_BELOW) or len(_GAPS.findall(folded, start, end)) > 1:
        return False
    greets = said.endswith(":") and _SALUTATION.match(said) is not None
    return not greets


def is_title_like(said: str) -> bool:
    """Whether most words have capitals, as in a heading."""
    if _QUESTION.fullmatch(said):
        return True
    long = [word for word in said.split() if len(word) > 3]
    return len(said.split()) <= 8 and sum(word[0].isupper() for word in long) >= len(long) * 0.6
