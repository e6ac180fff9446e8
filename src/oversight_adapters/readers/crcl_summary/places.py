"""Facilities and topics: what the subject of a title names, and the town of a facility."""

from __future__ import annotations

import re
from itertools import pairwise

from oversight_adapters.readers.crcl_summary.description import Description, Descriptions
from oversight_adapters.readers.crcl_summary.dossier import Dossier
from oversight_adapters.readers.crcl_summary.page import Page, Said, Sentence, Told
from oversight_adapters.readers.words.components import COMPONENT
from oversight_core.names import Item, slug

_BEFORE_A_FACILITY = re.compile(
    r"\[?(?:the|ICE|CBP|(?:onsite\s+)?(?:investigation|spot-?check)\s+(?:at|of))?\s*(?:the\s+)?", re.IGNORECASE
)
_TOPIC_AT = re.compile(r"(?P<topic>\S.{2,160}?)\s+(?:at|in)\s+(?:the\s+|ICE\s+)?$", re.IGNORECASE | re.DOTALL)
_PART = re.compile(r"\s*,?\s*\(?\bpart\s+\w+\)?\s*$", re.IGNORECASE)
_A_PLACE = re.compile(
    r"\b(?:County|Centers?|Facility|Facilities|Jails?|Prison|Station|Annex|Detention|Processing(?!$)|Correctional|Residential|SPC|CDF|[A-Z]{4,5})\b"
)
_VISITED = re.compile(r"\b(?:investigation|spot-?\s?check|visit)\s+at\s+(?:the\s+)?$", re.IGNORECASE)
_LEADS_ON = frozenset("of for in at to by with on from between".split())
_MATTERS = (
    *(
        "tion",
        "tions",
        "sion",
        "ment",
        "ments",
        "ing",
        "ings",
        "ance",
        "ence",
        "ity",
        "ness",
        "care",
        "access",
        "conditions",
    ),
    *("force", "transfers", "oversight", "policies", "practices", "services"),
)
_OF_AN_AGENCY = re.compile(rf"(?:the\s+)?(?:U\.S\.\s+Border\s+Patrol|{COMPONENT})(?:'s)?\s+\w", re.IGNORECASE)
_ABSTRACT = re.compile(
    r"\s(?:of|for|in|and|with|by|to|at|on|from|between|under|after|before|during|against)\s|(?:tion|sion|ment|ing|ance|ence|issue|right|pursuit|search|team|"
    r"program|practice|procedure|protocol|record|speaker|passenger|traveler|detainee|interpreter|database)s?$|"
    r"(?:policies|children|force|care|custody|data|facial\s+recognition|access)$",
    re.IGNORECASE,
)


def tell_subject(dossier: Dossier, out: Descriptions) -> None:
    """The facility, or else the topic, that the title of a document names."""
    title = dossier.layout.title
    if not (title and title.subject and dossier.document):
        return
    page, document = dossier.page, out.of(dossier.document)
    line = Sentence(*title.subject, -1)
    hit = page.find("facility", line)
    if hit is None:
        document.tell("facility", _named_with_town(page, out, line) or None)
        if "facility" not in document.told:
            document.tell("topics", _topic(page, line))
        return
    before = page.folded[line.start : hit.start]
    if not _BEFORE_A_FACILITY.fullmatch(before):
        about = _TOPIC_AT.fullmatch(before)
        if about is None:
            return
        document.tell("topics", page.words("topics", "topic/topics", line.start, line.start + about.end("topic")))
    listed: Said | None = hit
    while listed and "facility" in listed:
        listed = page.at("and-at", line, tell_facility(page, out, document, listed))


def tell_facility(page: Page, out: Descriptions, of: Description, said: Said) -> int:
    """A facility, and what is said of it right after its name; where that ends."""
    named = said["facility"]
    of.tell_new("facility", named)
    about = page.at("in-town", said.sentence, said.end)
    if about is None or not about.told:
        return said.end
    called = about.first("aliases")
    if called and _is_of_its_kind(str(called.value), str(named.value)):
        called = None
    if called is None and "city" not in about:
        return about.end
    facility = out.of(Item("facility", "crcl", slug(str(named.value))))
    for field, told in (("name", named), ("aliases", called)):
        facility.tell_new(field, told)
    for field in ("city", "state"):
        facility.tell_new(field, about.first(field))
    return about.end


def _is_of_its_kind(called: str, name: str) -> bool:
    """Whether a short name stands for the last words only, as SPC does in "El Paso Service Processing Center (SPC)"."""
    initials = "".join(word[0] for word in name.split())
    return called.isupper() and len(called) < len(initials) and initials.endswith(called)


def tell_known_again(dossier: Dossier, out: Descriptions) -> None:
    """What is said of a facility that is told already, wherever it is named: its short name, its town."""
    known = out.known("facility")
    for sentence in dossier.sentences if known else ():
        for said in dossier.page.all("facility", sentence):
            if "facility" in said and said["facility"].value in known:
                tell_facility(dossier.page, out, known[said["facility"].value], said)


def _named_with_town(page: Page, out: Descriptions, line: Sentence) -> Told | None:
    """A name before its town is a facility's, whatever its last word is: "Immigration Centers, Farmville, Virginia"."""
    said = page.at("name-in-town", line, line.start)
    if said is None and _VISITED.search(page.folded, max(line.start - 40, 0), line.start):
        said = page.at("name-visited", line, line.start)
    if said is None or "facility" not in said:
        return None
    if "city" not in said:
        return said["facility"]
    facility = out.of(Item("facility", "crcl", slug(str(said["facility"].value))))
    for field, slot in (("name", "facility"), ("city", "city"), ("state", "state")):
        facility.tell_new(field, said[slot])
    return said["facility"]


def _is_about_places(bare: str) -> bool:
    """Whether a subject names a matter first, and then where it stands: "Accessibility of Recovery Centers"."""
    words = bare.split()[:6]
    return any(here.lower() in _LEADS_ON and before.lower().endswith(_MATTERS) for before, here in pairwise(words))


def _topic(page: Page, line: Sentence) -> Told | None:
    """The subject, where its words are those of a topic and not of a place that no row knows."""
    words = page.text(line.start, line.end)
    bare = _PART.sub("", words)
    if bare.startswith("and "):  # the rest of a title that no row knows
        return None
    if not (
        _OF_AN_AGENCY.match(bare) or (_ABSTRACT.search(bare) and (_is_about_places(bare) or not _A_PLACE.search(bare)))
    ):
        return None
    part = _PART.search(page.folded, line.start, line.end)
    end = part.start() if part else line.end
    while end > line.start and page.folded[end - 1] in " .,:|-\n":
        end -= 1
    return page.words("topics", "topic/topics", line.start, end)
