"""What each line of a page is, told by the line alone: the furniture around titles, texts and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise

from oversight_adapters.readers.words.dates import DAY
from oversight_adapters.readers.words.numbers import COUNT
from oversight_adapters.texts.blanks import second
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.spans import Span

_BREAK = re.compile(r"<br[ ]?/?>", re.IGNORECASE)
_LONE_END = re.compile(r"\S[^\S\n]{0,16}\n[^\S\n]{0,16}\S")
_BLANK_LINE = re.compile(r"\n([ \r]{0,16}\n)")


class Kind(Enum):
    """A line's part on the page, each with an example; `PROSE` is whatever is no furniture."""

    TOTAL = "Open Recommendations (41 total)"
    SHOW = "Show"
    COUNT = "3 Open Recommendations"
    PRIORITY_COUNT = "1 Priority"
    PERSON = "Director: Jane Doe"
    SUBJECT = 'Subject Term: "Detention facilities"'
    HEADER = "Agency Affected Recommendation Status Sort descending"
    STATUS = "Open - Partially Addressed"
    PRIORITY = "Priority Rec."
    REPORT = "GAO-24-106233, Jul 23, 2024"
    FOOTER = "Next page"
    PROSE = ""


BLOCK = (Kind.SHOW, Kind.COUNT, Kind.PRIORITY_COUNT, Kind.HEADER)
"""What stands between a block's title and its first recommendation."""

LONGEST = 200  # characters; no furniture is longer

KNOWN_STATUS = (
    r"(?:Open|Closed)\s*(?:-{1,3}\s*|\()(?:Partially\s(?:Addressed|Implemented)|(?:Not\s|Un)?Implemented|"
    r"No\sLonger\sValid|Not\sAddressed|Superseded)\)?"
)
"""A status of two parts that GAO is known to print, dashes folded."""
STATUS = rf"(?:{KNOWN_STATUS}|(?:Open|Closed)\s(?:-|--|---)(?:\s?[A-Z][a-z]+(?:\s[A-Z]?[a-z]+){{0,3}})?|Open|Closed)"
"""Any status alone on its line."""
UNFINISHED = ("-", "Partially", "partially", "Not", "not", "No", "no", "Longer", "longer")
"""How a status ends that goes on in the next line."""

REPORT_ID = (
    r"(?:GAO-\d\d-\d{1,6}[A-Z]{0,2}|(?:GAO/)?(?:T-)?(?:AIMD|GGD|HEHS|NSIAD|RCED|OGC|OCG|OSI|PEMD|IMTEC|HRD|AFMD|T)"
    r"(?:/[A-Z]{2,5}){0,2}-(?:[A-Z]{3,5}-)?\d\d-\d{1,4}[A-Z]{0,2})(?![\w-])"
)
"""A report number, with the offices of before 2000."""

PRIORITY = (
    r"(?:(?:Open\s)?Priority\sRec(?:ommendation)?\b\.?"
    r"(?:\s(?:Priority\srecommendations\sare|This\sis\sa\spriority)[^.\n]{1,200}\.)?|"
    r"(?:Priority\srecommendations\sare\sthose|This\sis\sa\spriority\srecommendation)[^.\n]{0,200}\.)"
)
"""The flag, alone or with the sentence that explains it."""

_COLUMN = r"(?:Agency(?:\sAffected)?|Recommendation|Status)(?:\s?Sort\s(?:de|a)scending)?"
_FOOTER = (
    r"Pagination|Current\spage\s?\d{0,4}|Page\s\d{1,4}|(?:First|Last|Next|Previous)(?:\spage)?(?:\s?[»›«‹>]{1,2})?|"
    r"(?:Load|Show|See)\smore\b.{0,60}|Back\sto\stop|Skip\sto\s\w{1,20}(?:\s\w{1,20}){0,3}|Jump\sTo:?|"
    r"Share(?:\sThis)?:?|Print|Download\s(?:CSV|XLS).{0,40}|Home|Menu|Search|Image|About|Careers|(?:Contact|About)\sUs|"
    r"Privacy\sPolicy|View\s(?:Topics|Agencies)|Press\sCenter|Bid\sProtests(?:\s&\sAppropriations\sLaw)?|"
    r"An\sofficial\swebsite\b.{0,80}|U\.S\.\s(?:GAO|Government\sAccountability\sOffice)|441\sG\sSt\..{0,60}|"
    r"Washington,\sDC\s20548\.?|Stay\s(?:informed|connected)\b.{0,80}|(?!\d{1,4}\.$)[\d»›«‹>.:\s-]{1,40}|"
    r"(?:Reports\s&\sTestimonies|Recommendations\sDatabase|"
    r"(?:Browse\sor\s)?Search(?:\sOpen\sRecommendations)?|Browse\sOpen\sRecommendations|Results:|Clear\sAll(?:\sFilters)?|"
    r"Have\sa\sQuestion\sabout\sa\sRecommendation\?|.{0,3}Back\sto\sResults\sList.{0,20})"
)
# Who answers for a report: names and numbers of people, which no record needs.
_TELEPHONE = r"(?:\+?1[\s.-])?\(?\d{3}\)?[\s.-]{0,2}\d{3}[\s.-]\d{4}"
_PERSON = (
    r"(?:Managing\s|Acting\s)?Directors?:.{0,120}|(?:GAO\s)?Contacts?:.{0,160}|(?:Tele)?phone:.{0,60}|"
    r"E-?mail:.{0,80}"
)
_PERSON_AT_END = (
    rf".{{0,80}}(?<!\d){_TELEPHONE}(?:\s?\|?\s?[\w.+-]{{1,60}}@[\w.-]{{1,60}})?|[\w.+-]{{1,60}}@[\w.-]{{1,60}}"
)
_SUBJECT = r"(?:Subject\sTerms?|Topics?|Federal\sAgency|Agency\sName|Key\s?words?|Search\sTerms?):\s.{1,160}"
_LINE = (
    rf"(?P<TOTAL>(?:All\s)?Open\sRecommendations\s\([^()]{{1,60}}\)|"
    rf"{COUNT}\s-\s{COUNT}\sof\s{COUNT}\sRecommendations(?:,?\sincluding\s.{{1,60}})?|"
    rf"{COUNT}\spublications?\swith\sa\stotal\sof\s{COUNT}\s(?:open\s)?(?:priority\s)?recommendations?\b.{{0,80}})|"
    rf"(?P<SHOW>Show|Hide)|"
    rf"(?P<COUNT>(?:Show\s)?{COUNT}\sOpen\s(?:Priority\s)?Recommendations?"
    rf"(?:,?\s\(?(?:including\s)?{COUNT}\sPriority(?:\sRecommendations?)?\)?)?)|"
    rf"(?P<PRIORITY_COUNT>(?:including\s)?{COUNT}\sPriority(?:\sRecommendations?)?)|"
    rf"(?P<PERSON>{_PERSON}|{_PERSON_AT_END})|(?P<SUBJECT>{_SUBJECT})|"
    rf"(?P<HEADER>{_COLUMN}(?:\s{_COLUMN}){{0,2}}|Sort\s(?:de|a)scending)|"
    rf"(?P<STATUS>(?:Status:\s?)?{STATUS})|(?P<PRIORITY>{PRIORITY})|"
    rf"(?P<REPORT>{REPORT_ID}(?:\W{{1,4}}[^.]{{0,20}}?{DAY}\.?)?(?:\W{{1,4}}Publicly\sReleased:\s?{DAY}\.?)?|"
    rf"(?:(?:Published|Publicly\sReleased|Issued):\s?)?{DAY}\.?(?:\s?Publicly\sReleased:\s?{DAY}\.?)?)|"
    rf"(?P<FOOTER>{_FOOTER})"
)
_FURNITURE = re.compile(_LINE, re.IGNORECASE)
_FURNITURE_BUT_CONTACTS = re.compile(_LINE.replace(f"|{_PERSON_AT_END}", ""), re.IGNORECASE)


def folded_lines(content: str) -> str:
    """A page's text, folded place by place, with a line for each cell: tabs part them, and breaks kept from a web page.

    >>> folded_lines("Status\\tOpen<br>DHS concurred.").split()
    ['Status', 'Open', 'DHS', 'concurred.']
    """
    words = content.replace("\t", "\n")
    if "<" in words:  # one character is found absent in a thirtieth of the time of two
        words = _BREAK.sub(lambda match: "\n".ljust(len(match[0])), words)
    return fold(words)


def blanks(content: str) -> Iterator[Span]:
    """The blanks of a page that say nothing, and the blank lines that stand behind every line of a wrapped one.

    >>> from oversight_adapters.texts.blanks import without
    >>> without("It runs\\n\\nover a few\\n\\nlines.\\n", blanks).split("\\n")
    ['It runs', 'over a few', 'lines.', '']
    """
    yield from second(content)
    if "\n" in content and not _LONE_END.search(content):
        lines = [words for line in content.split("\n") if (words := line.strip())]
        if sum(not a.endswith((".", ";", ":")) and b[:1].islower() for a, b in pairwise(lines)) > 1:
            yield from (match.span(1) for match in _BLANK_LINE.finditer(content))


def kind_of(line: str) -> Kind:
    """What a trimmed, folded line is.

    >>> kind_of("Agency Sort ascending Recommendation Status").name, kind_of("1 Open Recommendations").name
    ('HEADER', 'COUNT')
    >>> kind_of("Open Recommendations (1,041 total)").name, kind_of("Open--Partially Addressed").name
    ('TOTAL', 'STATUS')
    """
    if len(line) > LONGEST:  # a total so long is no number, but it is a total
        return Kind.TOTAL if line.startswith("Open Recommendations (") else Kind.PROSE
    contact = line[-1:].isdigit() or "@" in line  # looked for from every letter on
    match = (_FURNITURE if contact else _FURNITURE_BUT_CONTACTS).fullmatch(line)
    return Kind[match.lastgroup] if match and match.lastgroup else Kind.PROSE
