"""How the words of a cell are read: a row for each kind, with what it cuts a cell into and what it makes of a piece."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

import attrs

from oversight_adapters.readers.table_columns.book import Column, one
from oversight_adapters.readers.united_nations.paragraphs import NUMBER, number, paragraph, states_in
from oversight_adapters.readers.united_nations.states import state
from oversight_core.moments import Moment

_PARAGRAPH = re.compile(
    r"[|\s]{0,5}(?:para(?:graph)?s?\.?\s?)?(\d[\w.()-]{0,30}(?:\s\d{1,3}\.)?)[|\s]{0,5}", re.IGNORECASE
)
_YEAR = re.compile(r"((?:19|20)\d\d)(?:\.0)?")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ][\d:.]{4,16}Z?)?")
_WHOLE = re.compile(r"(\d{1,4})\.0")
_ALONE = re.compile(r"(\d{1,3})\.(?=\s)")
_BEFORE_WORDS = re.compile(r"\s{0,9}(\d{1,3})\.(?=\s{0,9}[A-Z(\"“])")
_SERIAL = re.compile(r"(\d{5})(?:\.\d{1,12})?")
_DAY_ZERO = datetime.date(1899, 12, 30)  # of a spreadsheet
_SESSION = re.compile(r"(\d{1,3})(?:st|nd|rd|th)?(?:\ssession)?", re.IGNORECASE)
_MARK = r"(?:[\n\r|]|(?<!&amp)(?<!&quot)(?<!&nbsp);)"
_ITEM = re.compile(_MARK)
_LINED = re.compile(r"[\n\r]\s{0,9}[-•]\s")
_BULLET = re.compile(rf"{_MARK}|(?:^|(?<=\s))[-•]\s(?!general\smeasures)")
_NUMBERED_BULLET = re.compile(rf"{_MARK}|(?:^|(?<=\s))[-•]\s(?=\d{{1,2}}(?:\.[\da-z]{{1,2}})?\s-\s)")
_FIGURES = re.compile(r"\s{0,5}\d{1,2}(?:\.[\da-z]{1,2})?\s{0,5}(?:,\s{0,5}\d{1,2}(?:\.[\da-z]{1,2})?\s{0,5}){1,200}")
_LAST_BRACKET = re.compile(r"\s{0,5}\([^()]{0,200}[a-z][^()]{0,200}\)[\s;.,)\d]{0,12}\Z")

_BULLETS = ("-", "•")
_AROUND = " \t\u00a0-•"


@attrs.frozen
class Kind:
    """A way to read a cell: into which pieces it is cut, what a piece is (ValueError: no such), and such a cell."""

    name: str
    pieces: Callable[[str], Iterable[str]]
    value: Callable[[str], Any]
    example: str

    def column(self, field: str, *names: str, needed: bool = False) -> Column:
        """A column of such cells; its row is called by its field and its first name."""
        return Column(
            row="/".join((field, *names[:1])),
            field=field,
            names=names,
            read=self.value,
            pieces=self.pieces,
            example=self.example,
            needed=needed,
        )


def plain(words: str) -> str:
    """Words on one line, with single blanks; HTML's escapes undone.

    >>> plain(" Refugees &amp; asylum  seekers")
    'Refugees & asylum seekers'
    """
    if "&" in words and ";" in words:
        words = html.unescape(words)
    if "  " in words or "\n" in words or "\r" in words or "\t" in words or "\xa0" in words:
        return " ".join(words.split())
    return words.strip()


def items(words: str) -> list[str]:
    """The items of a list: each on a line, behind a dash, a bar or a semicolon; figures also between commas.

    >>> items("- 3 - GOOD HEALTH; - 5 - GENDER EQUALITY"), items("|16.1|16.2|"), items("Children"), items("1, 16")
    (['3 - GOOD HEALTH', '5 - GENDER EQUALITY'], ['16.1', '16.2'], ['Children'], ['1', '16'])
    >>> items("- 1.4 - Equal rights\\n- 16.3 - Rule of law - courts")
    ['1.4 - Equal rights', '16.3 - Rule of law - courts']
    """
    if _FIGURES.fullmatch(words):
        return [piece.strip() for piece in words.split(",")]
    cut = _ITEM
    if words.lstrip()[:1] in _BULLETS and not _LINED.search(words):
        cut = _NUMBERED_BULLET if _NUMBERED_BULLET.match(words.lstrip()) else _BULLET
    return [bare for piece in cut.split(words) if (bare := piece.strip(_AROUND))]


def states(words: str) -> list[str]:
    """The States of a list, of whatever kind; a list with a word that is no State is one name.

    >>> states("- Kuwait - Oman"), states("Kuwait, Bosnia and Herzegovina"), states("A union of States")
    (['Kuwait', 'Oman'], ['Kuwait', 'Bosnia and Herzegovina'], ['A union of States'])
    """
    found = []
    for piece in items(words):
        spans = () if state(piece) else states_in(piece, 0, len(piece))
        found += [piece[slice(*span)] for span in spans] or [piece]
    return found


@lru_cache(maxsize=4096)
def topics(words: str) -> tuple[str, ...]:
    """The issues of UPR Info: a list with commas."""
    return tuple(bare for piece in words.split(",") if (bare := piece.strip()))


@lru_cache(maxsize=4096)
def whole(words: str) -> str:
    """A number as printed, without the fraction that a spreadsheet puts behind it.

    >>> whole("13.0"), whole("13"), whole("Session 13")
    ('13', '13', 'Session 13')
    """
    found = _WHOLE.fullmatch(words := plain(words))
    return found[1] if found else words


@lru_cache(maxsize=512)
def session(words: str) -> str:
    """The figures of a session.

    >>> session("- 48th Session"), session("13.0"), session("Special session")
    ('48', '13', 'Special session')
    """
    bare = whole(words.strip(_AROUND))
    found = _SESSION.fullmatch(bare)
    return found[1] if found else bare


@lru_cache(maxsize=512)
def date(words: str) -> Moment:
    """A year, or a day as ISO 8601 writes it or as a spreadsheet counts it.

    >>> str(date("2016-05-02T00:00:00")), str(date("46078"))
    ('2016-05-02', '2026-02-25')
    """
    bare = words.strip()
    if found := _YEAR.fullmatch(bare) or _DAY.fullmatch(bare):
        return Moment.parse(found[1])
    if found := _SERIAL.fullmatch(bare):
        return Moment.parse((_DAY_ZERO + datetime.timedelta(days=int(found[1]))).isoformat())
    raise ValueError("it is neither a year nor a day such as 2016-05-02")


def paragraph_number(words: str) -> str:
    """The number of a paragraph, without bars or the word before it.

    >>> paragraph_number("|88.31|"), paragraph_number("Para. 12 (a)"), paragraph_number("109.9..1")
    ('88.31', '12 (a)', '109.9.1')
    """
    bare = words.strip("| \t\r\n")
    found = _PARAGRAPH.fullmatch(bare.replace(" (", "(", 1))
    if found is None:
        raise ValueError("it is no number of a paragraph, such as 88.31")
    if re.fullmatch(NUMBER, found[1]):
        return number(found[1])
    return found[1].replace("(", " (", 1)


def numbered(words: str) -> list[str]:
    """The number at the start of a paragraph, as printed."""
    if found := paragraph(words):
        return [words[slice(*found.number)]]
    alone = _ALONE.match(words)
    return [alone[1]] if alone else []


def recommended(words: str) -> list[str]:
    """What a paragraph recommends: the words between its number and the States at its end.

    >>> recommended("69.4   That the State ratify CRPD (Cªte dÍIvoire). );")
    ['That the State ratify CRPD']
    """
    found, alone = paragraph(words), _ALONE.match(words)
    start = found.number[1] if found else (alone.end() if alone else 0)
    if found and len(found.parts) == 1 and found.parts[0].states:
        return [words[slice(*found.parts[0].words)]]
    bare = words[start:].strip()
    if last := _LAST_BRACKET.search(bare, max(0, len(bare) - 450)):
        bare = bare[: last.start()]
    return [bare.rstrip(" ;")] if bare.rstrip(" ;") else []


def unnumbered(words: str) -> list[str]:
    """A paragraph without the number that it begins with, and without the States at its end where it has both.

    >>> unnumbered("148.271 Ratify the protocol (CAT) (Peru);"), unnumbered("50.The Committee (CAT) asks for it.")
    (['Ratify the protocol (CAT)'], ['The Committee (CAT) asks for it.'])
    >>> unnumbered("Rural women 49.The Committee notes it."), unnumbered("1951 was long ago (Peru)")
    (['Rural women 49.The Committee notes it.'], ['1951 was long ago (Peru)'])
    """
    found = paragraph(words)
    if found and len(found.parts) == 1 and found.parts[0].states:
        return [words[slice(*found.parts[0].words)]]
    start = found.number[1] if found else next((one.end() for one in [_BEFORE_WORDS.match(words)] if one), 0)
    return [words[start:].lstrip(" .\t\u00a0")] if words[start:].strip() else []


def before_words(words: str) -> list[str]:
    """The number that a paragraph begins with, as printed: *50.* of *50.The Committee* too."""
    alone = _BEFORE_WORDS.match(words)
    return numbered(words) or ([alone[1]] if alone else [])


KINDS = {
    kind.name: kind
    for kind in (
        Kind("words", one, plain, "Kenya"),
        Kind("whole", one, whole, "13.0"),
        Kind("answer", one, lambda words: plain(words.strip("|-• \t\r\n")), "Supported"),
        Kind("items", items, plain, "|Children|Women|"),
        Kind("states", states, plain, "Kuwait, Oman"),
        Kind("topics", topics, plain, "Justice,Migrants"),
        Kind("date", one, date, "2016"),
        Kind("paragraph", one, paragraph_number, "88.31"),
        Kind("session", one, session, "21"),
        Kind("before", before_words, lambda words: number(words) or words, "88.31 Ratify the treaty"),
        Kind("unnumbered", unnumbered, plain, "88.31 Ratify the treaty"),
        Kind("numbered", numbered, lambda words: number(words) or words, "69.4 Ratify the treaty (Peru);"),
        Kind("recommended", recommended, plain, "69.4 Ratify the treaty (Peru);"),
    )
}
"""Every kind by its name."""
