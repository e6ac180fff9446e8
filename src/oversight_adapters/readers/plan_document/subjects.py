"""Who is to act: what stands before a modal verb, from where a clause begins."""

from __future__ import annotations

import re
from itertools import islice

import attrs

from oversight_adapters.readers.plan_document.actors import KNOWN, actors
from oversight_adapters.readers.plan_document.openings import JOINT, LEAD_AGAIN, OPENER, REPORTED, begins_clause
from oversight_adapters.readers.plan_document.somebody import first_actor, named_in, with_bracket
from oversight_adapters.texts.spans import Span

_CREATED = re.compile(
    r"(?<!\w)(?:creat|establish|form|conven|appoint|launch|assembl|setting\s+up|set\s+up|"
    r"stand(?:ing)?\s+up)\w{0,5}\s+(?P<who>(?:an?)\s+[\w' -]{3,80}?)\s+"
    r"(?:that|which|who)$"
)
_SAME = re.compile(r"(?:[,;]|\b(?:and|but|or|then))\s+(?:(?:also|then|further|thereafter|subsequently)\s+){0,2}$")
_WHERE_FIT = re.compile(
    r"(?:,|\band|\bbut)\s+(?P<lead>(?:as|if|when|where|upon|unless|once|to\s+the\s+extent|subject\s+to)\s[^,;]{2,80},\s+)$"
)
_WITHIN_A_NAME = re.compile(r"[A-Z][a-z]{2,20}\s+and\s+$")  # National Archives and Records Administration
_THING = re.compile(
    r"(?!(?:there|it|they|this|that|which|who)\s*$)(?:(?!(?:that|which|whom|if|when|where|is|are|was|were|"
    r"has|have|had|will|shall|must|"
    r"may|can|no|neither|none|nothing)\b)[\w'&./()%-]+(?:\s+|$)){1,24}",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\s*(?:(?:and|but)\s+)?(?:in addition,?\s+)?(?:if|where|when|whenever|once|after|before|unless|while)\s+",
    re.IGNORECASE,
)
STATES = re.compile(
    r"\s+(?:also\s+|already\s+|recently\s+)?(?:does|has|have|had|is|are|was|were|remains?|continues?|[a-z]{2,15}ed|"
    r"began|made|took|[a-z]{2,12}s)\b"
)
_SUBORDINATE = re.compile(r"\b(?:that|which|who|whom|whose|if|whether|because|when|where|while|although)\b")
_LONGEST_SUBJECT = 600
_MOST_STARTS = 60  # places in a sentence where a clause may begin


@attrs.frozen
class Subject:
    """Who is to act, where the clause begins, and whether its subject is the one before it."""

    actor: Span | None
    start: int
    unclear: bool = False
    lead: int = -1  # where the words before it begin, if a clause of their own does


def subject_of(sentence: str, plain: str, floor: int, modal: int, last: Subject | None) -> Subject | None:
    """Who stands before a modal, from where a clause begins; the subject before it where only "and" does."""
    left = plain[floor:modal]
    if last and _SAME.search(left[-80:]):
        fit = _WHERE_FIT.search(left[-160:])
        lead = modal - len(left[-160:]) + fit.start("lead") if fit else -1
        return attrs.evolve(last, start=modal, lead=lead)
    starts = [] if floor else [0]
    if opener := OPENER.match(plain):
        starts += [] if floor else [opener.end()]
    starts += [joint.end() for joint in islice(JOINT.finditer(left), _MOST_STARTS)]
    for at in starts:
        if len(left) - at > _LONGEST_SUBJECT or not begins_clause(left[:at], bool(last), plain[:floor]):
            continue
        if _WITHIN_A_NAME.search(left[max(0, at - 40) : at]) and left[at : at + 1].isupper():
            continue
        if named := named_in(plain, floor + at, modal):
            again = LEAD_AGAIN.search(left[:at].rstrip()) if last else None
            lead = floor + again.start("lead") if again else -1
            if sentence[slice(*named)].strip().lower() in ("it", "they"):
                return attrs.evolve(_pronoun(sentence, plain, named, max(lead, floor)), lead=lead)
            return Subject(with_bracket(sentence, named), floor + at, lead=lead)
    return (
        _just_created(plain, left, floor)
        or _earlier(plain, left, floor, starts)
        or _thing(plain, left, floor, starts, last)
    )


def _just_created(plain: str, left: str, floor: int) -> Subject | None:
    """The committee of "is creating a committee that will"."""
    created = _CREATED.search(left[-200:].rstrip())
    if not created or not actors(created["who"]):
        return None
    by = floor + max(0, len(left) - 200)
    who = by + created.start("who"), by + created.end("who")
    return Subject(with_bracket(plain, who), who[0])


def _earlier(plain: str, left: str, floor: int, starts: list[int]) -> Subject | None:
    """The subject of a verb that binds nobody, where "and will" follows it: "ICE has hired monitors and will hire"."""
    if floor or not _SAME.search(left[-80:]) or _SUBORDINATE.search(left) or REPORTED.search(left):
        return None
    for at in starts:
        while at < len(left) and left[at].isspace():
            at += 1
        name = first_actor(plain, at, len(left)) if begins_clause(left[:at], False, "") else None
        if name and STATES.match(plain, name[1]):
            return Subject(with_bracket(plain, name), at)
    return None


def _thing(plain: str, left: str, floor: int, starts: list[int], last: Subject | None) -> Subject | None:
    """A subject that cannot act, of a clause that says what is to be done with it."""
    for at in starts:
        said = left[at:].strip()
        if 0 < len(said) <= 200 and _THING.fullmatch(said) and begins_clause(left[:at], bool(last), plain[:floor]):
            return Subject(None, floor + at)
    return None


def _pronoun(sentence: str, plain: str, named: Span, floor: int) -> Subject:
    """Whom "it" means, where what leads the sentence in has one subject that could be meant."""
    lead, nobody = _LEAD.match(plain, floor), Subject(None, named[0], unclear=True)
    if not lead:
        return nobody
    name = first_actor(plain, lead.end(), named[0])
    several = name is not None and len(actors(plain[slice(*name)])) > 1
    if (
        not name
        or several == (plain[slice(*named)].lower() == "it")
        or KNOWN.search(plain[name[1] : named[0]].partition(" that ")[0])
    ):
        return nobody
    return Subject(with_bracket(sentence, name), named[0])
