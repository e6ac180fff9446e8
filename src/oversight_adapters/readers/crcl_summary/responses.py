"""Who answered, when, and with which positions on how many recommendations."""

from __future__ import annotations

import attrs

from oversight_adapters.readers.crcl_summary.agencies import alone
from oversight_adapters.readers.crcl_summary.description import Description, Descriptions
from oversight_adapters.readers.crcl_summary.dossier import Dossier
from oversight_adapters.readers.crcl_summary.memos import NEAR, middle
from oversight_adapters.readers.crcl_summary.page import Said, Sentence, Told
from oversight_adapters.readers.crcl_summary.positions import COUNTS, UNSPOKEN, joined, positions
from oversight_core.moments import Moment
from oversight_core.names import slug

_RECEIPTS = frozenset(("answer-received", "answer-received-on"))


@attrs.frozen
class Voice:
    """Who speaks, and for whom."""

    responder: Told
    on_behalf_of: Told | None = None


@attrs.define
class Hearing:
    """The answers to the main memo, heard sentence by sentence."""

    dossier: Dossier
    out: Descriptions
    latest: Voice | None = None
    together: bool = False  # two organisations gave one answer: whose a count is, nothing says
    astray: int | None = None  # the paragraph that goes on about another answer
    received: list[tuple[Description, Told]] = attrs.Factory(list)

    def sentence(self, sentence: Sentence) -> None:
        """Who answers here, when, and with which counts."""
        said = sorted(self.dossier.page.family("responses", sentence), key=lambda one: one.start)
        dates = [one["responded_on"].value for one in said if "responded_on" in one]
        if not all(map(self._timely, dates)):
            self.astray = sentence.paragraph
            return
        if not dates and self.astray == sentence.paragraph:
            return
        self.astray = None
        if any(one.row.startswith("department-") for one in said):  # then "the Department" is no other speaker
            said = [one for one in said if "responder" in one or "responded_on" not in one]
        here: Voice | None = None
        if both := next((one for one in said if one.row == "two-answered-on"), None):
            self._together(both)
            return
        for one in said:
            if responder := one.first("responder", "responder_2"):
                if not alone(self.dossier.page, sentence, responder):
                    return
                here = Voice(responder, one.first("on_behalf_of", "on_behalf_of_2", "on_behalf_of_3"))
            receipt = one.row in _RECEIPTS
            answer = self._answer(here or self.latest, None if receipt else one.first("responded_on"))
            if receipt and "responded_on" in one:
                self.received.append((answer, one["responded_on"]))
            self._unclear(one)
        self.latest = self._positions(sentence, here) or here or self.latest

    def _together(self, said: Said) -> None:
        """Two that answer together answer on one day; their counts cannot be told apart."""
        self.together, self.latest = True, None
        for responder in (said.first("responder"), said.first("responder_2")):
            if responder:
                self._answer(Voice(responder), said.first("responded_on"))

    def receipts(self) -> None:
        """When an answer was received dates it where nothing else does."""
        undated = {answer.item for answer, _ in self.received if "responded_on" not in answer.told}
        for answer, told in self.received:
            if answer.item in undated:
                answer.tell("responded_on", told)

    def _timely(self, date: Moment) -> bool:
        """Whether a date is near enough to the answer's to be the same answer."""
        known = self.dossier.answered_on
        return not known or any(abs(middle(date) - middle(one)) <= NEAR for one in known)

    def _unclear(self, said: Said) -> None:
        if "ambiguous" in said:
            told = said["ambiguous"]
            message = f"{told.excerpt.words} may be when the memo was issued or when it was answered"
            self.dossier.page.problem("ambiguous-date", message, told.place)

    def _answer(self, voice: Voice | None, when: Told | None = None) -> Description:
        """The description of an answer, with who gave it, to what, and when, as far as this is said."""
        dossier, told = self.dossier, voice.responder if voice else self.dossier.agency
        description = self.out.of(dossier.anchor.within("response", slug(str(told.value)) if told else "agency"))
        if dossier.main and (dossier.main.mentions or dossier.main.unnamed):
            description.derive("answers", dossier.memo_item(dossier.main))
        if voice and "responder" not in description.told:
            description.tell("responder", voice.responder)
        if voice and "on_behalf_of" not in description.told:
            description.tell("on_behalf_of", voice.on_behalf_of)
        description.tell("responded_on", when)
        return description

    def _positions(self, sentence: Sentence, here: Voice | None) -> Voice | None:
        """Each count of a sentence, told of whoever is speaking; who spoke last."""
        page, speaking = self.dossier.page, here is not None
        for hit in positions(self.dossier, sentence):
            before = (max(sentence.start, hit.start - 240), hit.start)
            if hit.row in UNSPOKEN:
                pass
            elif spoken := page.find("speaker-department", sentence, *before) or page.find(
                "speaker", sentence, *before
            ):
                speaking, behalf = True, spoken.first("on_behalf_of") or self._behalf(sentence)
                if not alone(page, sentence, spoken["responder"]):
                    return here
                here = Voice(spoken["responder"], behalf)
            elif page.find("speaker-again", sentence, *before):
                speaking, here = True, here or self.latest
            elif not (speaking and joined(page, *before)):
                speaking = False
                continue
            self._count(hit, here or self.latest)
        return here

    def _behalf(self, sentence: Sentence) -> Told | None:
        said = self.dossier.page.find("speaks-for", sentence)
        return said["on_behalf_of"] if said else None

    def _count(self, hit: Said, voice: Voice | None) -> None:
        if voice is None and self.together:
            return
        total = self._total() if hit.row in ("all-of-them", "the-only-one") else None
        if hit.row == "the-only-one" and total != 1:  # one of several, and nothing says which
            return
        answer = self._answer(voice)
        for field in COUNTS:
            answer.tell(field, hit.first(field))
        if total is not None and not answer.told.get("concurred"):  # "all of them" is as many as the memo makes
            answer.derive("concurred", total, "recommendation_count")
            answer.tell("responder", voice.responder if voice else None)

    def _total(self) -> int | None:
        """How many recommendations the main memo makes, where that is stated."""
        main = self.dossier.main
        return self.out.of(self.dossier.memo_item(main)).value("recommendation_count") if main else None


def tell_responses(dossier: Dossier, out: Descriptions) -> None:
    """The answer to the main memo; positions of several organisations are several answers."""
    hearing = Hearing(dossier, out)
    for sentence in dossier.sentences:
        if not dossier.of_another_memo(sentence):
            hearing.sentence(sentence)
    hearing.receipts()
