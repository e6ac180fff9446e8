"""Who answered, when, and with which positions on how many recommendations."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from oversight_adapters.readers.crcl_summary.description import Description, Descriptions
from oversight_adapters.readers.crcl_summary.dossier import Dossier
from oversight_adapters.readers.crcl_summary.memos import NEAR, middle
from oversight_adapters.readers.crcl_summary.page import Said, Sentence, Told
from oversight_adapters.readers.crcl_summary.totals import EARLIER
from oversight_core.names import slug

COUNTS = ("concurred", "partially_concurred", "non_concurred")
# Sentences whose counts cannot be told apart with certainty.
_UNCLEAR = re.compile(
    r"\b(?:neither|nor|originally|initially|at\s+first|reversed)\b|"
    r"\bconcur\w*\s*,?\s*(?:or|and/or|and|/)\s+(?:(?:partially|partly)\b|non-?\s?concur|did\s+not)",
    re.IGNORECASE,
)
_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_SUBSET = re.compile(
    r"\s*(?:\([^()]{1,12}\)\s*)?(?:[\w']+\s+){0,4}?recommendations?\s+"
    r"(?:concerning|regarding|relat|about|on|pertaining|involving|in\s+the\s+area)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:\b(?:and|but|while)|[,;:])\s*(?:(?:it|they|also|has|have)\s*)*$", re.IGNORECASE)
_UNSPOKEN = re.compile(r"^(?:were-|label-|respectively|.*concurrences)")


@attrs.frozen
class Voice:
    """Who speaks, and for whom."""

    responder: Told
    on_behalf_of: Told | None = None


def tell_responses(dossier: Dossier, out: Descriptions) -> None:
    """The answer to the main memo; positions of several organisations are several answers."""
    if not dossier.summary:
        return
    latest: Voice | None = None
    for sentence in dossier.sentences:
        if _of_another_memo(dossier, sentence):
            continue
        said = sorted(dossier.page.family("responses", sentence), key=lambda one: one.start)
        if _of_another_time(dossier, out, said, latest):
            continue
        here: Voice | None = None
        for one in said:
            if responder := one.first("responder", "responder_2"):
                here = Voice(responder, one.first("on_behalf_of"))
            _tell_answer(dossier, out, here or latest, one.first("responded_on"))
        latest = _tell_positions(dossier, out, sentence, here, latest) or here or latest


def _of_another_memo(dossier: Dossier, sentence: Sentence) -> bool:
    main = dossier.main
    others = any(memo is not main and memo.in_sentence(sentence) for memo in dossier.memos)
    return others and not (main and main.in_sentence(sentence))


def _of_another_time(dossier: Dossier, out: Descriptions, said: Sequence[Said], voice: Voice | None) -> bool:
    """Whether a date says that this is the answer to something long before or after."""
    known = [one.value for one in _answer(dossier, out, voice).told.get("responded_on", ())] if voice else []
    dates = [one["responded_on"].value for one in said if "responded_on" in one]
    return any(abs(middle(a) - middle(b)) > NEAR for a in known for b in dates)


def _answer(dossier: Dossier, out: Descriptions, voice: Voice | None) -> Description:
    told = voice.responder if voice else dossier.agency
    return out.of(dossier.anchor.within("response", slug(str(told.value)) if told else "agency"))


def _tell_answer(dossier: Dossier, out: Descriptions, voice: Voice | None, when: Told | None = None) -> Description:
    """The description of an answer, with who gave it, to what, and when as far as this is said."""
    description = _answer(dossier, out, voice)
    if dossier.main:
        description.derive("answers", dossier.memo_item(dossier.main))
    if voice and "responder" not in description.told:
        description.tell("responder", voice.responder)
    if voice and voice.on_behalf_of:
        description.tell("on_behalf_of", voice.on_behalf_of)
    description.tell("responded_on", when)
    return description


def _tell_positions(
    dossier: Dossier, out: Descriptions, sentence: Sentence, here: Voice | None, latest: Voice | None
) -> Voice | None:
    """Each count of a sentence, told of whoever is speaking; who spoke last."""
    page = dossier.page
    for hit in positions(dossier, sentence):
        if not _UNSPOKEN.match(hit.row):
            before = (max(sentence.start, hit.start - 240), hit.start)
            if spoken := page.find("speaker", sentence, *before):
                here = Voice(spoken["responder"], spoken.first("on_behalf_of"))
            elif page.find("speaker-again", sentence, *before):
                here = here or latest
            elif not (here and _JOINED.search(page.folded[slice(*before)])):
                continue
        answer = _tell_answer(dossier, out, here or latest)
        for field in COUNTS:
            answer.tell(field, hit.first(field))
        if "all" in hit:
            _tell_all(dossier, out, answer)
    return here


def positions(dossier: Dossier, sentence: Sentence) -> list[Said]:
    """The positions of a sentence, in order; none where it cannot be told whose or how many they are."""
    page = dossier.page
    folded = page.folded[sentence.start : sentence.end]
    found = sorted(page.family("positions", sentence), key=lambda said: said.start)
    together = _RESPECTIVELY.search(folded)
    if not found or EARLIER.search(folded) or (_UNCLEAR.search(folded) and not together):
        return []
    if together:
        return [said for said in found if said.row == "respectively"]
    counted = [said[field] for said in found for field in COUNTS if field in said]
    if any(_SUBSET.match(page.folded, told.place.end, sentence.end) for told in counted):
        return []
    return found


def _tell_all(dossier: Dossier, out: Descriptions, answer: Description) -> None:
    """ "All of them" is as many as the memo makes, where that is stated."""
    if dossier.main and not answer.told.get("concurred"):
        total = out.of(dossier.memo_item(dossier.main)).value("recommendation_count")
        if total is not None:
            answer.derive("concurred", total, "recommendation_count")
