"""Who acts: names and descriptions of bodies and their people, alone or joined, and what they are called here."""

from __future__ import annotations

import re
from functools import lru_cache

from oversight_adapters.readers.plan_document import vocabulary as words
from oversight_adapters.readers.words.components import COMPONENT, component

LONGEST = 200  # code points; who acts is named in fewer

OFFICE = (
    r"(?:(?:(?:DHS|(?:U\.\s?S\.\s+)?Department\s+of\s+Homeland\s+Security(?:\s*\(DHS\))?)(?:'s)?,?\s+)?Office\s+(?:for|of)\s+Civil\s+Rights\s+(?:and|&)\s+Civil\s+Liberties(?:\s*\(\s*CRCL\s*\))?"
    r"|(?-i:(?:DHS\s+)?CRCL))(?!\w)"
)
_OFFICE = re.compile(OFFICE, re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_BRACKET = re.compile(r"\s+\([^()]{1,60}\)")
_AND = re.compile(r"(?P<comma>,\s+(?:and\s+|or\s+|as\s+well\s+as\s+)?)|\s+(?P<word>and|or|&|as well as)\s+")
_ACRONYM = re.compile(r"[A-Z][A-Za-z&]{1,6}(?:[ /][A-Z][A-Za-z&]{1,6}){0,3}")
_WORD = re.compile(r"[A-Za-z0-9][\w'&./()-]{0,30}|\d{1,3}(?:,\d{3}){1,3}")
_PERSON = re.compile(
    r"(?:(?:the|[A-Z][\w.'-]{1,20}|of|and|for|Homeland|Security)\s+){0,8}?(?P<role>[A-Z][a-z]{1,14}\.?)"
    r"\s+[A-Z][a-z'-]{1,20}(?:\s+(?:[A-Z]\.\s+)?[A-Z][a-z'-]{1,20}){0,2}"
)
_PROPER = re.compile(r"[A-Z][\w'&/.-]{1,30}(?:\s+(?:(?:of|for|and|on|in|&)\s+)?[A-Z][\w'&/.-]{0,30}){1,9}")
_POLICE = re.compile(r"[A-Z]{1,4}PD")
SHORT_FORM = re.compile(r"[A-Z][A-Z&]{1,7}s?")
"""Pattern of what may be a short form that a paper makes for somebody; the paper itself tells (`named`)."""

_STOPPED = frozenset(("u.s.", "d.c.", "st.", "mr.", "ms.", "dr.", "jr.", "n.", "s.", "e.", "w."))  # ends no sentence
_PARTY = re.compile(r"(?:(?:[Bb]oth|[Ee]ither|[Ee]ach|[Aa]ll)\s+(?:of\s+the\s+)?)?(?:Party|Parties|PARTY|PARTIES)")
_AFTER_A_HEAD = re.compile(
    r"\s+(?:of|for|in|at|within|on|from|with|under|across|assigned to|participating in|responsible for)\s+"
)
_PEOPLE = re.compile(r"members?\s+of\s+(?:the\s+)?(?:public|community|press|media|family)\b|family\s+members?\b")
_NAMED = re.compile(rf"(?<!\w)(?:{'|'.join(words.NAMED_HEADS)})(?!\w)")
_SHORT = "|".join(map(re.escape, sorted(words.ACRONYMS, reverse=True)))
KNOWN = re.compile(rf"(?:(?i:{COMPONENT})|(?i:{OFFICE})|(?<![\w-])(?:{_SHORT})(?![\w-]))")
"""Pattern of any body that is known by name."""


@lru_cache(maxsize=4096)
def actors(said: str) -> tuple[str, ...]:
    """Who acts, one by one, by the words that stand before a verb; none where they name nobody who could act.

    >>> actors("U.S. Immigration and Customs Enforcement (ICE) and the Office of the Principal Legal Advisor (OPLA)")
    ('ICE', 'Office of the Principal Legal Advisor')
    >>> actors("each field office"), actors("The first report of this advisory committee"), actors("No officer")
    (('each field office',), (), ())
    """
    bare = " ".join(said.split())
    if len(bare) > LONGEST or not bare:
        return ()
    if bare.lower().startswith("both "):
        bare = bare[5:]
    if name := _known(bare):
        return (name,)
    for joint in _AND.finditer(bare):
        first = _one(bare[: joint.start()])
        if first and (others := actors(bare[joint.end() :])):
            return (first, *others)
    return (name,) if (name := _one(bare)) else ()


def actor(said: str) -> str:
    """Who acts, as one text; raises ValueError where the words name nobody who could act.

    >>> actor("CRCL and U.S. Immigration and Customs Enforcement"), actor("ICE or DHS")
    ('CRCL and ICE', 'ICE or DHS')
    """
    if said.strip().lower() in ("we", "it", "they"):
        return " ".join(said.split())
    found = actors(said)
    if not found:
        raise ValueError(f"{said!r} names nobody who acts")
    last = " or " if re.search(r"\s(?:or)\s", said) and not re.search(r"\s(?:and|&)\s", _unnamed(said)) else " and "
    return last.join((", ".join(found[:-1]), found[-1])) if len(found) > 1 else found[0]


def _unnamed(said: str) -> str:
    return KNOWN.sub("", said)


def _one(said: str) -> str:
    """The name of one body or description of its people; "" where it is none."""
    if known := _known(said):
        return known
    bare = _ARTICLE.sub("", said, count=1) if _ARTICLE.match(said) else said
    plain = _BRACKET.sub("", bare).strip()
    if bare in ("we", "We") or _PARTY.fullmatch(bare):
        return bare
    if _is_acronym(plain) or _is_person(plain) or _is_proper(plain) or _is_described(plain):
        return plain
    return ""


def _known(said: str) -> str:
    """The short form of a body that goes by one."""
    bare = _ARTICLE.sub("", said, count=1) if _ARTICLE.match(said) else said
    if _OFFICE.fullmatch(bare):
        return "CRCL"
    try:
        return component(bare)
    except ValueError:
        return ""


def _is_acronym(plain: str) -> bool:
    if not _ACRONYM.fullmatch(plain):
        return False
    return all(is_known(part) or SHORT_FORM.fullmatch(part) for part in re.split(r"[ /]", plain))


def is_known(acronym: str) -> bool:
    """Whether a short form is one of those that go without saying."""
    return acronym in words.ACRONYMS or bool(_known(acronym) or _POLICE.fullmatch(acronym))


def _is_person(plain: str) -> bool:
    match = _PERSON.fullmatch(plain)
    return bool(match and match["role"].lower() in words.ROLES)


def _is_proper(plain: str) -> bool:
    """Whether these words are a name whose last word is somebody: *Use of Force Review Board*."""
    last = plain.rpartition(" ")[2].lower()
    if last not in words.HEADS and last not in words.PROPER_HEADS:
        return False
    stops = (part for part in plain.lower().split() if part.endswith("."))
    return _PROPER.fullmatch(plain) is not None and all(part in _STOPPED for part in stops)


def _is_described(plain: str) -> bool:
    """Whether these words end in what acts, or in what it is of."""
    lowered = plain.lower()
    if _PEOPLE.match(lowered):
        return False
    if known := _NAMED.search(lowered):
        before, rest = lowered[: known.start()], lowered[known.end() :]
        described = not before or _plain_words(before, words.NEVER_BEFORE_A_HEAD)
        if described and (not rest or _plain_words(rest, words.NEVER_IN_A_NAME)):
            return True
    last = plain.rpartition(" ")[2]
    acts = _last(lowered) in words.HEADS or (last.endswith("s") and last in words.ACRONYMS)
    if acts and _plain_words(lowered, words.NEVER_BEFORE_A_HEAD):
        return True
    after = _AFTER_A_HEAD.search(lowered)
    return (
        after is not None
        and _last(lowered[: after.start()]) in words.HEADS
        and _plain_words(lowered[: after.start()], words.NEVER_BEFORE_A_HEAD)
        and _plain_words(lowered[after.end() :], words.NEVER_IN_A_NAME)
    )


def _last(lowered: str) -> str:
    """The last word: of *officers/agents* the second."""
    return lowered.rpartition(" ")[2].rpartition("/")[2].removesuffix("'")


def _plain_words(lowered: str, never: frozenset[str]) -> bool:
    """Whether there are only words, few enough, and none of these."""
    parts = lowered.split()
    return 0 < len(parts) <= 16 and all(
        _WORD.fullmatch(part) and part not in never and (not part.endswith(".") or part in _STOPPED) for part in parts
    )
