"""What a sentence commits whom to: each "will", "shall", "must" or "may" with its subject and its verb.

A sentence is read from each such word outwards.  What stands before it must be somebody who acts and nothing else, from
where a clause begins; where it is not, the clause says nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import attrs

from oversight_adapters.readers.plan_document import vocabulary as words
from oversight_adapters.readers.plan_document.actors import KNOWN, actors

Span = tuple[int, int]

MODAL = re.compile(r"(?<![\w'-])(?:will|shall|must|may|WILL|SHALL|MUST|MAY|won't|shan't|mustn't)(?![\w'-])")
DENIED = re.compile(r"\b(?:not|never|neither|nor)\b")
_NOT = re.compile(r"\s+(?:not(?!\s+(?:only|merely|just|simply)\b)|never|no\s+longer)(?!\w)", re.IGNORECASE)
_JOINT = re.compile(r"[,;:]\s+(?:(?:and|but|or|so|yet|then)\s+)?|\s+(?:and|but)\s+|\s--?\s+")
_TOKEN = re.compile(r"\s*([A-Za-z][\w'-]{0,30}|,|[^\sA-Za-z])")
_OPENER = re.compile(rf"(?:{'|'.join(words.OPENERS)})\s*,?\s*", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|will|shall|must|may|can|provides?|requires?|directs?|"
    r"directed|issued|"
    r"developed|created|established|continues?|remains?|includes?|works?|uses?|oversees|conducts?|reviews?)\b"
)
_REPORTED = re.compile(words.REPORTED, re.IGNORECASE)
_THAT = re.compile(r"\bthat\s*,|,\s*(?:that|which|who)\s[^,]{0,200}$|\bthat\s*$")
_ASIDE = re.compile(
    r"\s+(?:in\s+(?:\w+\s+)?(?:consultation|coordination|cooperation|collaboration|conjunction|partnership|"
    r"concert)\s+with|"
    r"together\s+with|along\s+with|through|working\s+with|acting\s+through|as\s+appropriate)\b"
)
_PARTICIPLE = re.compile(
    r"[a-z]{2,20}(?:ed|en|wn|ne|lt|nt|ld|pt|ght|id|ut|de)|held|met|set|made|put|sent|kept|led|done|read"
)
_AGENT = re.compile(r"(?<!\w)by\s+")
_CREATED = re.compile(
    r"(?<!\w)(?:creat|establish|form|conven|appoint|launch|assembl|setting\s+up|set\s+up|"
    r"stand(?:ing)?\s+up)\w{0,5}\s+(?P<who>(?:an?)\s+[\w' -]{3,80}?)\s+"
    r"(?:that|which|who)$"
)
_SAME = re.compile(r"(?:[,;]|\b(?:and|but|or|then))\s+(?:(?:also|then|further|thereafter|subsequently)\s+){0,2}$")
_JOINT_OR_RELATIVE = re.compile(rf"{_JOINT.pattern}|\b(?:that|which|who|whom|where|if|when|whether|because)\b")
_THING = re.compile(
    r"(?!(?:there|it|they|this|that|which|who)\s*$)(?:(?!(?:that|which|who|whom|if|when|where|is|are|was|were|"
    r"has|have|had|will|shall|must|"
    r"may|can|no|neither|none|nothing)\b)[\w'&./()%-]+(?:\s+|$)){1,24}",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\s*(?:(?:and|but)\s+)?(?:in addition,?\s+)?(?:if|where|when|whenever|once|after|before|unless|while)\s+",
    re.IGNORECASE,
)
_LEAD_AGAIN = re.compile(
    r"(?:,|;|\band|\bbut)\s+(?:and\s+|but\s+)?(?:if|where|when|whenever|once|unless|upon|within|by)\s[^;]{1,300},$",
    re.IGNORECASE,
)
_AGENT_END = re.compile(r"[,.;]|\s(?:to|within|by|on|at|in|and|for|no|as|if|when|before|after|each|every|under)\s|$")
_MARK = re.compile(r"(?:[,;:]|--?)?\s*(?:\b(?:and|but|or|so|yet|then))?\s*$")
_NAME_WORD = re.compile(r"\s*[\w'&./-]{1,40}")
_OPEN = re.compile(
    r"(?:\s+not)?(?:\s+(?:also|then|further|each|do\s+the\s+following|take\s+the\s+following\s+\w{1,20}))?\s*:"
)
_LONGEST_ITEM_LEAD = 160
_ITEM_LEAD = re.compile(
    rf"(?:{'|'.join(sorted(words.PREPOSITIONS))})\s[^,;.]{{1,140}},\s+(?=[a-z]+(?!,)\b)(?!and\b|or\b)", re.IGNORECASE
)
_FIRST = re.compile(r"[A-Za-z]+")
_LAST_WORD = re.compile(r"[A-Za-z-]{1,30}$")
_MOST_MODALS = 24  # of a sentence; what has more is none
_LONGEST_SUBJECT = 600
_MOST_STARTS = 60  # places in a sentence where a clause may begin
_LONGEST_ASIDE = 400


@attrs.frozen
class Clause:
    """One commitment of a sentence.

    `lead` are the words before its subject, `end` is where its own words end: between them stands what speaks of its
    time and its condition.  It is `unclear` where "it" or "they" act, and nothing in the sentence says who they are.
    """

    modal: Span
    verb: Span
    actor: Span | None
    unclear: bool = False
    lead: Span = (0, 0)
    end: int = 0


@attrs.frozen
class _Subject:
    """Who is to act, where the clause begins, and whether its subject is the one before it."""

    actor: Span | None
    start: int
    unclear: bool = False


def masked(folded: str, *, quotes: bool = True) -> str:
    """A sentence in which what stands in brackets, and in quotation marks, is blank; of the same length.

    >>> masked('ICE (that is, "the agency") will say "we will".')
    'ICE                          will say          .'
    """
    out, depth, quoted = list(folded), 0, False
    for at, mark in enumerate(folded):
        if mark in "([":
            depth += 1
        if quotes and mark == '"' and depth == 0:
            quoted = not quoted
            out[at] = " "
        if depth or quoted:
            out[at] = " "
        if mark in ")]" and depth:
            depth -= 1
    return "".join(out) if depth == 0 and not quoted else folded


def clauses(folded: str, start: int, end: int) -> Iterator[Clause]:
    """The commitments of a sentence, in their order."""
    sentence = folded[start:end]
    if sentence.rstrip().endswith("?"):
        return
    plain = masked(sentence)
    found: list[tuple[int, Clause | None, bool]] = []  # where a clause begins, what it says, whether it is a main one
    last: _Subject | None = None
    floor = 0
    for match in islice(MODAL.finditer(plain), _MOST_MODALS):
        modal, verb = _modal_and_verb(plain, match)
        subject = _subject(sentence, plain, floor, match.start(), last) if verb else None
        if subject and verb and not _is_possibility(plain, modal, verb):
            found.append((subject.start, _clause(sentence, plain, subject, modal, verb), True))
            last, floor = subject, verb[1]
        else:
            found.append((_break(plain, floor, match.start()), None, False))
            last = None
    for n, (at, clause, _) in enumerate(found):
        if clause:
            stop = max(min((later[0] for later in found[n + 1 :]), default=end - start), clause.verb[1])
            first = not any(main for _, _, main in found[:n])
            yield _placed(attrs.evolve(clause, lead=(0 if first else at, at), end=stop), start)


def _placed(clause: Clause, by: int) -> Clause:
    """A clause of a sentence where it stands in the text."""
    modal, verb, lead = (_moved(span, by) for span in (clause.modal, clause.verb, clause.lead))
    actor = _moved(clause.actor, by) if clause.actor else None
    return attrs.evolve(clause, modal=modal, verb=verb, actor=actor, lead=lead, end=clause.end + by)


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _clause(sentence: str, plain: str, subject: _Subject, modal: Span, verb: Span) -> Clause | None:
    """The clause with who is said to do it: the subject, or "by" whom the subject is acted upon."""
    if not _is_passive(plain, verb):
        return Clause(modal, verb, subject.actor, subject.unclear) if subject.actor or subject.unclear else None
    return Clause(modal, verb, _agent(sentence, plain, verb[1]))


def _break(plain: str, floor: int, modal: int) -> int:
    """Where a clause that says nothing here begins, as far as can be told."""
    breaks = [match.start() for match in _JOINT_OR_RELATIVE.finditer(plain, floor, modal)]
    return breaks[-1] if breaks else modal


def stem(folded: str, start: int, end: int) -> Clause | None:
    """The clause of a line that ends in its modal and a colon, such as "ICE will:"; the verbs are in the list "
    "below."""
    sentence = folded[start:end].rstrip()
    plain = masked(sentence)
    match = next(
        (match for match in islice(MODAL.finditer(plain), _MOST_MODALS) if _OPEN.fullmatch(plain, match.end())), None
    )
    subject = _subject(sentence, plain, 0, match.start(), None) if match else None
    if match is None or subject is None or subject.actor is None:
        return None
    modal = match.start(), (negation.end() if (negation := _NOT.match(plain, match.end())) else match.end())
    end = len(sentence)
    return _placed(Clause(modal, (end, end), subject.actor, lead=(0, subject.start), end=end), start)


def first_verb(folded: str, start: int, end: int) -> Span | None:
    """The verb with which an item of a list begins; what leads it in ends with its only comma."""
    lead = _ITEM_LEAD.match(folded, start, end)
    verb = _verb(folded[:end], lead.end() if lead else start)
    return verb if verb and verb[0] - start < _LONGEST_ITEM_LEAD else None


# -- the verb ---------------------------------------------------------------------------------------------------------


def _modal_and_verb(plain: str, match: re.Match[str]) -> tuple[Span, Span | None]:
    end = match.end()
    if negation := _NOT.match(plain, end):
        end = negation.end()
    return (match.start(), end), _verb(plain, end)


def _verb(plain: str, at: int) -> Span | None:
    """The first verb from a place on; adverbs and what stands between commas are passed over."""
    for _ in range(12):
        token = _TOKEN.match(plain, at)
        if not token:
            return None
        word, lowered = token[1], token[1].lower()
        if word == ",":
            close = plain.find(",", token.end())
            if close < 0 or close - at > _LONGEST_ASIDE or MODAL.search(plain, at, close):
                return None
            at = close + 1
        elif _says_nothing(lowered) or lowered in ("not", "just", "merely", "simply"):
            at = token.end()
        elif lowered in words.PREPOSITIONS:
            return _after_preposition(plain, token.end())
        elif not word[0].isalpha() or lowered in words.NO_VERBS:
            return None
        else:
            return _whole_verb(plain, *token.span(1))
    return None


def _says_nothing(lowered: str) -> bool:
    """Whether a word changes nothing in who does what."""
    return lowered in words.ADVERBS or (lowered.endswith("ly") and lowered not in words.LY_VERBS)


def _after_preposition(plain: str, at: int) -> Span | None:
    """The first word of the table of verbs after "may in the course of its work"; not what is a noun there."""
    before = ""
    for _ in range(20):
        token = _TOKEN.match(plain, at)
        if not token or not (token[1][0].isalnum() or token[1] in ",-"):
            return None
        if token[1] in words.VERBS and before not in words.NO_VERBS - {"it", "they"}:
            return token.span(1)
        before, at = token[1].lower(), token.end()
    return None


def _whole_verb(plain: str, start: int, end: int) -> Span:
    """A verb; "be" and "have" with the participle that follows."""
    if plain[start:end] != "be":
        return start, end
    at = end
    for _ in range(3):
        token = _TOKEN.match(plain, at)
        if not token or not token[1][0].isalpha():
            break
        lowered = token[1].lower()
        if _PARTICIPLE.fullmatch(lowered) or lowered in words.BOUND:
            return start, token.end(1)
        if not _says_nothing(lowered):
            break
        at = token.end()
    return start, end


def _is_possibility(plain: str, modal: Span, verb: Span) -> bool:
    """Whether "may" says that something is possible, and not that somebody is free to do it."""
    said, first = plain[slice(*modal)].lower(), plain[slice(*verb)].split()
    if said.startswith("may") and first[0] in words.POSSIBILITY:
        return first[-1] not in words.BOUND and (first[0] != "be" or len(first) == 1)
    return not said.startswith("may") and first == ["have"] and bool(re.match(r"\s+\w+(?:ed|en)\b", plain[verb[1] :]))


# -- the subject ------------------------------------------------------------------------------------------------------


def _subject(sentence: str, plain: str, floor: int, modal: int, last: _Subject | None) -> _Subject | None:
    """Who stands before a modal, from where a clause begins; the subject before it where only "and" does."""
    left = plain[floor:modal]
    if last and _SAME.search(left[-80:]):
        return attrs.evolve(last, start=modal)
    starts = [] if floor else [0]
    if opener := _OPENER.match(plain):
        starts += [] if floor else [opener.end()]
    starts += [joint.end() for joint in islice(_JOINT.finditer(left), _MOST_STARTS)]
    for at in starts:
        if len(left) - at > _LONGEST_SUBJECT or not _begins_clause(left[:at], bool(last), plain[:floor]):
            continue
        if named := _named(plain, floor + at, modal):
            if sentence[slice(*named)].strip().lower() in ("it", "they"):
                return _pronoun(sentence, plain, named, floor)
            return _Subject(with_bracket(sentence, named), floor + at)
    return _just_created(plain, left, floor) or _thing(plain, left, floor, starts, last)


def _just_created(plain: str, left: str, floor: int) -> _Subject | None:
    """The committee of "is creating a committee that will"."""
    created = _CREATED.search(left[-200:].rstrip())
    if not created or not actors(created["who"]):
        return None
    by = floor + max(0, len(left) - 200)
    who = by + created.start("who"), by + created.end("who")
    return _Subject(with_bracket(plain, who), who[0])


def _thing(plain: str, left: str, floor: int, starts: list[int], last: _Subject | None) -> _Subject | None:
    """A subject that cannot act, of a clause that says what is to be done with it."""
    for at in starts:
        said = left[at:].strip()
        if 0 < len(said) <= 200 and _THING.fullmatch(said) and _begins_clause(left[:at], bool(last), plain[:floor]):
            return _Subject(None, floor + at)
    return None


def _named(plain: str, start: int, end: int) -> Span | None:
    """The span of who acts, if that is all that stands there but for adverbs and asides."""
    last = end
    while True:
        while last > start and plain[last - 1].isspace():
            last -= 1
        word = _LAST_WORD.search(plain, max(start, last - 40), last)
        if not word or word.start() <= start or not _says_nothing(word[0].lower()):
            break
        last -= len(word[0])
    while start < last and plain[start].isspace():
        start += 1
    said = plain[start:last]
    if said.endswith(","):
        return _before_aside(plain, start, last)
    if _is_somebody(said):
        return start, last
    if aside := _ASIDE.search(said):
        return (start, start + aside.start()) if _is_somebody(said[: aside.start()]) else None
    return None


def _is_somebody(said: str) -> bool:
    return said.strip().lower() in ("it", "they") or bool(actors(said))


def _before_aside(plain: str, start: int, last: int) -> Span | None:
    """Who acts, before what is said between two commas."""
    comma = plain.find(",", start, last - 1)
    while comma >= 0:
        said, aside = plain[start:comma], plain[comma + 1 : last - 1].split(None, 1)
        if aside and last - comma < _LONGEST_ASIDE and aside[0].lower() in words.ASIDES and actors(said):
            return start, comma
        comma = plain.find(",", comma + 1, last - 1)
    return None


def with_bracket(sentence: str, named: Span) -> Span:
    """A name with the short form that stands in brackets after it, and without an article."""
    start, end = named
    said = sentence[start:end]
    cut = re.match(r"(?:the|both|an?)\s+", said, re.IGNORECASE)
    if bracket := re.match(r"\s*\([A-Z][\w&/-]{1,10}\)", sentence[end:]):
        end += bracket.end()
    return start + (cut.end() if cut else 0), end


def _begins_clause(before: str, follows: bool, earlier: str) -> bool:
    """Whether a main clause may begin after these words; `follows` where one came right before them."""
    bare = before.strip()
    if opener := _OPENER.match(bare):
        bare = bare[opener.end() :].strip()
    if not bare:
        return not _REPORTED.search(earlier)
    if _THAT.search(bare):
        return False
    mark = _MARK.search(bare)
    ended, joint = (bare[: mark.start()], mark[0].strip()) if mark else (bare, "")
    first = _FIRST.match(bare)
    leads = not follows and first is not None and first[0].lower() in words.LEADS
    if joint == "," and leads:
        return True
    if _REPORTED.search(bare) or _REPORTED.search(earlier) or not joint:
        return False
    if follows and _LEAD_AGAIN.search(bare):
        return True
    return joint != "," and (follows or bool(_FINITE.search(ended))) and not (leads and not _has_main(ended))


def _has_main(ended: str) -> bool:
    """Whether a main clause follows what leads a sentence in."""
    _, comma, rest = ended.partition(",")
    return bool(comma and MODAL.search(rest))


def _pronoun(sentence: str, plain: str, named: Span, floor: int) -> _Subject:
    """Whom "it" means, where what leads the sentence in has one subject that could be meant."""
    lead, nobody = _LEAD.match(plain, floor), _Subject(None, named[0], unclear=True)
    if not lead or plain[slice(*named)].lower() != "it":
        return nobody
    name = _first_actor(plain, lead.end(), named[0])
    if not name or KNOWN.search(plain[name[1] : named[0]].partition(" that ")[0]):
        return nobody
    return _Subject(with_bracket(sentence, name), named[0])


def _first_actor(plain: str, start: int, end: int) -> Span | None:
    """Who acts at the beginning of these words: the longest such name."""
    ends = [word.end() for word in islice(_NAME_WORD.finditer(plain, start, end), 10)]
    return next(((start, stop) for stop in reversed(ends) if actors(plain[start:stop])), None)


def _is_passive(plain: str, verb: Span) -> bool:
    """Whether a verb tells what is done with its subject, and binds nobody by it."""
    said = plain[slice(*verb)].split()
    return said[0] == "be" and len(said) > 1 and said[-1].lower() not in words.BOUND


def _agent(sentence: str, plain: str, at: int) -> Span | None:
    by = _AGENT.search(plain, at, at + 200)
    if not by:
        return None
    for stop in islice(_AGENT_END.finditer(plain, by.end(), by.end() + 240), 20):
        who = (by.end(), stop.start())
        if actors(plain[slice(*who)]):
            return with_bracket(sentence, who)
        if stop[0] in (",", ".", ";", ""):
            break
    return None
