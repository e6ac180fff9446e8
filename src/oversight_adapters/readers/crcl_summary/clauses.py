"""Where a clause ends that says it itself: a finding, an action, a topic."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from oversight_adapters.readers.crcl_summary.page import Page, Said, Sentence, Told
from oversight_adapters.readers.words.components import COMPONENT
from oversight_adapters.readers.words.numbers import COUNT

LONGEST_CLAUSE = 1_200  # code points
_STOPS = " \n.!?:;,\"')]"
_THEN_RECOMMENDS = (  # what the office does next is no part of what it found
    rf",?\s+and\s+(?:(?:it|CRCL|therefore|also|accordingly|now|to)\s+){{0,3}}"
    r"(?:provide[sd]?|ma(?:kes|de)|issue[sd]?|offer(?:s|ed)?|present(?:s|ed)?|includes?|contains?|is\s+(?:issuing|making))\s+"
    rf"(?:a\s+total\s+of\s+)?(?:{COUNT}\s+)(?:[\w-]+\s+){{0,2}}?recommendations?\b"
)
_CONTRARY = re.compile(
    rf"[,;]\s*(?:but|although|though|while|whereas|however|except)\b|;(?!\s*(?:and\s+)?(?:also\s+)?to\s+[a-z])|\s--?\s|,?\s+and\s+(?:also\s+)?(?:will|has|have|had)\s|{_THEN_RECOMMENDS}",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r",\s*(?:of\s+which|which|where|as|who|focus\w+|conducted|issued|dated|with|the\s+Office|CRCL)\b|"
    rf",\s*and\s+(?:the\s+)?(?:CRCL|made|included|{COMPONENT})\b|;|\s--?\s|"
    r"\s+(?:conducted|initiated|opened|begun|issued)\s+(?:in|by|from|between|on)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:^|\s*[,;]\s*(?:(?:and|or)\s+)?)\(?(?:\d|[a-h])\)\s+(?:to\s+)?", re.IGNORECASE)
_AND_TO = re.compile(
    r"\s*[,;]?\s+(?:and|as\s+well\s+as)\s+(?:also\s+)?(?:agreed\s+)?to\s+(?=[a-z])|\s*[,;]\s*to\s+(?=[a-z][\w-]*\s)"
)


def clause_of(page: Page, said: Said, slot: str, *, aside: bool = False) -> Told | None:
    """The clause that begins with a slot of a row."""
    return clause(page, slot, said.sentence, said[slot].place.start, row=f"{said.row}/{slot}", aside=aside)


def clause(
    page: Page, field: str, sentence: Sentence, start: int, *, row: str = "clause/text", aside: bool = False
) -> Told | None:
    """The words from a place to the end of their clause; `aside` also ends them before what is said by the way."""
    while start < sentence.end and page.folded[start].isspace():
        start += 1
    end = sentence.end
    if cut := (_ASIDE if aside else _CONTRARY).search(page.folded, start, end):
        end = cut.start()
    if end - start > LONGEST_CLAUSE:
        return None
    end = start + len(page.folded[start:end].rstrip(_STOPS))
    end = _closed(page.folded, start, end, sentence.end)
    return page.words(field, row, start, end) if end - start > 2 else None


def _closed(folded: str, start: int, end: int, limit: int) -> int:
    """A bracket or quotation that was opened inside is closed inside."""
    if (
        end < limit
        and folded[end] in ")\"'"
        and (folded.count("(", start, end) > folded.count(")", start, end) or folded.count('"', start, end) % 2)
    ):
        return end + 1
    return end


def _numbered(page: Page, field: str, sentence: Sentence, start: int, row: str) -> list[Told]:
    """The clauses of "(1) A, (2) B, and (3) C"; none where it is no such list."""
    words = page.folded[start : sentence.end]
    marks = list(_NUMBERED.finditer(words)) if _NUMBERED.match(words) else []
    if len(marks) < 2:
        return []
    ends = [*(start + mark.start() for mark in marks[1:]), sentence.end]
    told = (
        clause(page, field, attrs.evolve(sentence, end=end), start + mark.end(), row=row)
        for mark, end in zip(marks, ends, strict=True)
    )
    return [one for one in told if one]


def each(page: Page, field: str, sentence: Sentence, start: int, *, row: str = "clause/text") -> Iterator[Told]:
    """The clauses of a numbered list, or else the one clause that there is."""
    if numbered := _numbered(page, field, sentence, start, row):
        yield from numbered
    elif whole := clause(page, field, sentence, start, row=row):
        yield whole


def coordinated(page: Page, field: str, sentence: Sentence, start: int) -> Iterator[Told]:
    """The clauses of "to A and to B": one each where "to" is repeated, else one."""
    for whole in each(page, field, sentence, start):
        at, end = whole.place.start, whole.place.end
        for joint in _AND_TO.finditer(page.folded, at, end):
            if told := page.words(field, "clause/text", at, joint.start()):
                yield told
            at = joint.end()
        if told := page.words(field, "clause/text", at, end):
            yield told
