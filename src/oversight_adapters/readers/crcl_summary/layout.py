"""How a document is laid out: the office's name, the title and its subject, headings, a bare date at the foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import attrs

from oversight_adapters.readers.crcl_summary.header import Header, header_in
from oversight_adapters.readers.crcl_summary.page import Page, Said, Sentence, Told, sentences_of
from oversight_adapters.readers.crcl_summary.phrases import titles
from oversight_adapters.readers.crcl_summary.slots import printed
from oversight_adapters.readers.crcl_summary.vocabulary import SECTION_HEADINGS
from oversight_adapters.texts.sentences import sentences

LONGEST_TITLE = 400  # code points
_MARKERS = re.compile(r"[\s#>•·_-]*(?:\d{1,2}[.)]\s+)?")
_BULLET = re.compile(r"\s*[•·-]")
_BLOCK_END = re.compile(r"\n[ ]*(?:\n|$)")
_FULL_STOP = re.compile(r"[.!?][\"')\]]*\s*$")
_SENTENCE_START = re.compile(
    r"\s*(?:On|In|This|The|A|An|Between|From|Following|Pursuant|Due|As|During|After|Since|Findings|CRCL|ICE|CBP|USCIS|U\.S\.)\s"
)
_LONGEST_SECTION = 60  # code points
_OF_A_TITLE = re.compile(r"[Ss](?:ummary|UMMARY|pot|POT)|[Mm](?:emo|EMO)")  # one of them is in every title
_WORDY = re.compile(r"[A-Z][^.!?:;,\d]{2,79}")
_CAPITALS = re.compile(r"[A-Z][\w'-]*(?: (?:[A-Z][\w'-]*|of|and|the|for|in|to|on|with|or)){0,7}")
_VERB = re.compile(
    r"\b(?:is|are|was|were|will|has|have|had|did|concurr?ed|responded|replied|issued|sent|agreed|accepted|rejected|conducted|"
    r"received|opened|found|determined|included|contained)\b",
    re.IGNORECASE,
)


@attrs.frozen
class Title:
    """A title, the row that reads it, and where its subject stands; the subject may follow on a line of its own."""

    start: int
    end: int
    said: Said
    subject: tuple[int, int] | None


@attrs.frozen
class Layout:
    """The parts of one document."""

    title: Title | None
    header: Header | None
    office: Told | None
    dated_on: Told | None
    sentences: tuple[Sentence, ...]


def lines(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the lines of a span."""
    at = start
    while at < end:
        stop = folded.find("\n", at, end)
        stop = end if stop < 0 else stop
        yield at, stop
        at = stop + 1


def trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    """A line without its markers and outer blanks."""
    match = _MARKERS.match(folded, start, end)
    first, last = (match.end() if match else start), end
    while last > first and (folded[last - 1].isspace() or folded[last - 1] in "#_-"):
        last -= 1
    return first, last


def title_at(page: Page, start: int, end: int) -> Title | None:
    """The title that begins in this line, if one does."""
    first, last = trimmed(page.folded, start, end)
    if not 8 <= last - first <= LONGEST_TITLE or not _OF_A_TITLE.search(page.folded, first, last):
        return None
    row = next((row.name for row in titles.TITLES if page.at(row.name, Sentence(first, last, -1), first)), "")
    if not row:
        return None
    first_sentence, *more = islice(sentences(page.folded, first, last), 2)
    if more:  # the title and what follows it on one line
        last = first_sentence[1] - 1
    elif _stops(page.folded, first, last):
        return None
    else:
        wrapped = _title_end(page.folded, first, last)
        last = wrapped if _is_one(page.folded, first, wrapped) else last
    said = page.at(row, Sentence(first, last, -1), first)
    if said is None or (row == "title-memo" and _VERB.search(page.folded, first, last)):  # a sentence about a memo
        return None
    subject = trimmed(page.folded, said["subject"].place.start, last) if "subject" in said else None
    end = _emphasis_closed(page.content, first, last)
    return Title(first, end, said, subject or _next_line(page, last))


def _is_one(folded: str, first: int, last: int) -> bool:
    """Whether a span is one sentence and not several."""
    return len(list(islice(sentences(folded, first, last), 2))) == 1


def _emphasis_closed(content: str, first: int, last: int) -> int:
    """The end of a title, with the marks that close what was emphasised inside it."""
    while content[first:last].count("*") % 2 and content[last : last + 1] == "*":
        last += 1
    return last


def _title_end(folded: str, first: int, last: int) -> int:
    """A title may be wrapped: it goes on to the end of its block, or to where a sentence begins."""
    match = _BLOCK_END.search(folded, last, last + 3 * LONGEST_TITLE)
    stop = min(match.start() if match else len(folded), last + 3 * LONGEST_TITLE)
    rest = folded[last:stop]
    prose, end = bool(_FULL_STOP.search(rest) or _VERB.search(rest)), last
    for n, (a, b) in enumerate(lines(folded, last + 1, stop)):
        if prose and _SENTENCE_START.match(folded, a, b):
            return end
        if n > 2 or b - first > LONGEST_TITLE or _BULLET.match(folded, a, b):
            return last
        end = trimmed(folded, a, b)[1]
    return last if prose else end


def _next_line(page: Page, last: int) -> tuple[int, int] | None:
    """The line below a title that names no subject, if it is no sentence."""
    for a, b in lines(page.folded, last, min(last + 400, len(page.folded))):
        first, end = trimmed(page.folded, a, b)
        if end > first:
            return (first, end) if _is_heading(page, first, end) else None
    return None


def _is_heading(page: Page, first: int, last: int) -> bool:
    """Whether a line that stands alone is a few words and no sentence."""
    bare = page.text(first, last)
    return _is_section(bare) or bool(_WORDY.fullmatch(bare) and not _VERB.search(bare))


def _in_capitals(page: Page, first: int, last: int, below: tuple[int, int]) -> bool:
    """Whether a short line, right above a sentence, has its words in capitals as a heading has."""
    if last - first > _LONGEST_SECTION:
        return False
    follows = page.folded[slice(*below)].strip()
    bare = page.text(first, last)
    return follows[:1].isupper() and len(follows) > 60 and bool(_CAPITALS.fullmatch(bare))


def _stops(folded: str, first: int, last: int) -> bool:
    """Whether a line ends as a sentence does."""
    return _FULL_STOP.search(folded, max(first, last - 12), last) is not None


def _is_section(bare: str) -> bool:
    return bare.strip(" :").casefold() in SECTION_HEADINGS


def headings(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """Headings: marked ones, emphasised whole lines, and short lines of words that stand alone."""
    found = []
    alone = ended = True  # nothing but blanks since the last line; that line ended a sentence, or was a heading
    spans = list(lines(page.folded, start, end))
    for n, (a, b) in enumerate(spans):
        first, last = trimmed(page.folded, a, b)
        if last == first:
            alone = ended = True
            continue
        raw = page.content[a:b].strip()
        marked = raw.startswith("#") or (raw[:2] in ("**", "__") and raw[-2:] == raw[:2] and last - first < 120)
        closed = n + 1 == len(spans) or not page.folded[spans[n + 1][0] : spans[n + 1][1]].strip()
        known = ended and last - first < _LONGEST_SECTION and _is_section(page.text(first, last))
        if (
            (marked and not _stops(page.folded, first, last))
            or known
            or (alone and closed and not _BULLET.match(page.folded, a, b) and _is_heading(page, first, last))
            or (ended and not closed and _in_capitals(page, first, last, spans[n + 1]))
        ):
            found.append((first, last))
        alone, ended = False, _stops(page.folded, first, last) or found[-1:] == [(first, last)]
    return found


def topic_of(page: Page, sentence: Sentence, field: str = "about") -> Told | None:
    """The heading over a sentence, where it names a topic and not a section."""
    if not sentence.heading:
        return None
    first, last = sentence.heading
    bare = page.text(first, last).strip(" :")
    if _is_section(bare) or re.search(r"\b(?:response|recommendations?)$", bare.casefold()):
        return None
    if not _is_one(page.folded, first, last):
        return None
    return page.words(field, "heading/about", first, last)


def section_of(page: Page, sentence: Sentence) -> str:
    """The heading over a sentence, in lower case; empty where there is none."""
    return page.text(*sentence.heading).strip(" :").casefold() if sentence.heading else ""


def office_before(page: Page, end: int, start: int = 0) -> Told | None:
    """The office's name on a line of its own before the title."""
    for a, b in lines(page.folded, start, end):
        first, last = trimmed(page.folded, a, b)
        said = page.at("office", Sentence(first, last, -1), first) if last > first else None
        if said and said.end == last:
            return said["issuer"]
    return None


def _dated(page: Page, start: int, end: int) -> Told | None:
    """A bare date on the last line that holds anything."""
    last = end
    while last > start:
        first = page.folded.rfind("\n", start, last) + 1 or start
        a, b = trimmed(page.folded, first, last)
        if b > a:
            said = page.at("dated", Sentence(a, b, -1), a)
            return said["dated_on"] if said and said.end == b and "dated_on" in said else None
        last = max(first - 1, start) if first > start else start
    return None


def laid_out(page: Page, start: int, end: int, title: Title | None, *, alone: bool = True) -> Layout:
    """The parts of the document that stands in a span; a date at the foot is its own only where it stands alone."""
    body = max(start, title.end) if title else start  # a blurb may stand far below the title that it belongs to
    if title and title.subject and title.subject[1] > body:
        body = title.subject[1]
    header = header_in(page, start, end)
    body = max(body, header.end) if header else body
    if header and title is None:
        title = title_of(page, header)
    dated_on = _dated(page, body, end) if alone else None
    stop = dated_on.place.start if dated_on else end
    found = tuple(sentences_of(page.folded, body, stop, headings(page, body, stop)))
    office = (
        None
        if header
        else office_before(page, title.start if title else body, min(start, title.start) if title else start)
    )
    return Layout(title, header, office, dated_on, found)


def title_of(page: Page, header: Header) -> Title | None:
    """The subject of a memo as its title: in one of the forms of titles, or as it stands."""
    if header.subject is None:
        return None
    first, last = header.subject
    line = Sentence(first, last, -1)
    for row in titles.MEMO_TITLES:
        if (said := page.at(row.name, line, first)) and said.end > first:
            subject = (said["subject"].place.start, last) if "subject" in said else None
            return Title(first, last, said, subject)
    return Title(first, last, Said("subject", line, first, last, {}), (first, last))


def subject_of(page: Page, title: Title | None) -> str:
    """The subject of a title, as printed; empty where none is."""
    return printed(page.content[slice(*title.subject)]).strip(" :|-") if title and title.subject else ""
