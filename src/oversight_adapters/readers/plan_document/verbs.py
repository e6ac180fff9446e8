"""The word that binds or allows, and the first verb after it."""

from __future__ import annotations

import re

from oversight_adapters.readers.plan_document import vocabulary as words
from oversight_adapters.texts.spans import Span

MODAL = re.compile(
    r"(?<![\w'-])(?:will|shall|must|may|WILL|SHALL|MUST|MAY|won't|shan't|mustn't)(?![\w'-])|(?<=\w)'ll(?!\w)"
)
MODAL_AT_FIRST = re.compile(r"(?:Will|Shall|Must|May|will|shall|must|may|WILL|SHALL|MUST|MAY)(?=\s)")
_AT_MOST = r"(?:later|less|more|fewer|sooner|earlier)\s+(?:often\s+)?than"
DENIED = re.compile(
    rf"\b(?:not(?!\s+(?:only|merely|just|simply|{_AT_MOST})\b)|never|neither|nor|no(?!\s+{_AT_MOST}\b))\b"
)
NOT = re.compile(rf"\s+(?:not(?!\s+(?:only|merely|just|simply|{_AT_MOST})\b)|never|no\s+longer)(?!\w)", re.IGNORECASE)
_TOKEN = re.compile(r"\s*([A-Za-z][\w'-]{0,30}|,|[^\sA-Za-z])")
_MORE_THAN = re.compile(r"\s*(?:more\s+than|at\s+least)\b")
_PARTICIPLE = re.compile(
    r"[a-z]{2,20}(?:ed|en|wn|ne|lt|nt|ld|pt|ght|id|ut|de)|held|met|set|made|put|sent|kept|led|done|read"
)
_LONGEST_ITEM_LEAD = 160
_ITEM_LEAD = re.compile(
    rf"(?:{'|'.join(sorted(words.PREPOSITIONS))})\s[^,;.]{{1,140}},\s+(?=[a-z]+(?!,)\b)(?!and\b|or\b)", re.IGNORECASE
)
_PERFECT = re.compile(r"\s+(?:been|already|[a-z]{2,15}ed\s+(?:the|all|its|their|an?|by|to|in)\b)")
_YEAR = re.compile(r"\s*(?:19|20)\d\d\s*,")
LONGEST_ASIDE = 400
_HOW_MANY = re.compile(
    r"\s+(?:at\s+least\s+|no\s+\w{4}\s+than\s+|over\s+|under\s+|up\s+to\s+|about\s+|as\s+many\s+as\s+|more\s+than\s+)?\d"
)


_LASTS = re.compile(
    r"\s+(?:several|many|some|up\s+to|more|longer|time|about|approximately|effect|place|\d|a\s+(?:few|long|while)|"
    r"(?:the\s+)?(?:following|power|authority|rights?|discretion|jurisdiction|meanings?)\b)"
)


def modal_and_verb(plain: str, match: re.Match[str]) -> tuple[Span, Span | None]:
    """A modal word with what denies it, and the verb that follows; no verb where something else denies it."""
    end = match.end()
    if negation := NOT.match(plain, end):
        end = negation.end()
    verb = _verb(plain, end)
    return (match.start(), end), None if verb and DENIED.search(plain, end, verb[0]) else verb


def first_verb(folded: str, start: int, end: int) -> Span | None:
    """The verb with which an item of a list begins; what leads it in ends with its only comma."""
    lead = _ITEM_LEAD.match(folded, start, end)
    verb = _verb(folded[:end], lead.end() if lead else start)
    return verb if verb and verb[0] - start < _LONGEST_ITEM_LEAD else None


def _verb(plain: str, at: int) -> Span | None:
    """The first verb from a place on; adverbs and what stands between commas are passed over."""
    for _ in range(12):
        token = _TOKEN.match(plain, at)
        if not token:
            return None
        word, lowered = token[1], token[1].lower()
        if word == ",":
            close = plain.find(",", token.end())
            if close < 0 or close - at > LONGEST_ASIDE or MODAL.search(plain, at, close):
                return None
            year = _YEAR.match(plain, close + 1)  # by June 30, 2016, send
            at = year.end() if year else close + 1
        elif says_nothing(lowered) or lowered in ("not", "just", "merely", "simply"):
            at = token.end()
        elif more := _MORE_THAN.match(plain, at):
            at = more.end()
        elif lowered in words.PREPOSITIONS:
            return _after_preposition(plain, token.end())
        elif not word[0].isalpha() or lowered in words.NO_VERBS:
            return None
        else:
            return _whole_verb(plain, *token.span(1))
    return None


def says_nothing(lowered: str) -> bool:
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
        if _PARTICIPLE.fullmatch(lowered) or lowered in words.BOUND or (lowered.endswith("ing") and len(lowered) > 4):
            return start, token.end(1)
        if not says_nothing(lowered):
            break
        at = token.end()
    return start, end


def is_possibility(plain: str, modal: Span, verb: Span) -> bool:
    """Whether a modal says what is possible or will come, and not that somebody is free or bound to do it."""
    said, first = plain[slice(*modal)].lower(), plain[slice(*verb)].split()
    if first[0] in words.UNBINDING or (first[0] in ("take", "have") and _LASTS.match(plain, verb[1])):
        return True
    if first in (["hold"], ["house"], ["accommodate"], ["be"]) and _HOW_MANY.match(plain, verb[1]):
        return True
    if said.startswith("may") and first[0] in words.POSSIBILITY:
        return first[-1] not in words.BOUND and (first[0] != "be" or len(first) == 1)
    return not said.startswith("may") and first == ["have"] and _PERFECT.match(plain, verb[1]) is not None


def is_passive(plain: str, verb: Span) -> bool:
    """Whether a verb tells what is done with its subject, and binds nobody by it."""
    said = plain[slice(*verb)].split()
    return said[0] == "be" and len(said) > 1 and said[-1].lower() not in words.BOUND and not said[-1].endswith("ing")
