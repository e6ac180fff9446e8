"""Findings, actions, and the promise to release the memo."""

from __future__ import annotations

import re

import attrs

from oversight_adapters.readers.crcl_summary.clauses import clause, coordinated, each
from oversight_adapters.readers.crcl_summary.description import Description, Descriptions
from oversight_adapters.readers.crcl_summary.dossier import Dossier
from oversight_adapters.readers.crcl_summary.headings import section_of, topic_of
from oversight_adapters.readers.crcl_summary.lines import trimmed
from oversight_adapters.readers.crcl_summary.page import Page, Said, Sentence, Told
from oversight_adapters.readers.crcl_summary.positions import timely
from oversight_adapters.texts.sentences import sentences
from oversight_adapters.texts.spans import lines
from oversight_core.names import Actor, fingerprint
from oversight_core.reading import Label

BEFORE_THE_ANSWER = frozenset(("background", "investigation", "allegations", "complaints", "introduction", "scope"))
_POSITION = re.compile(
    r"(?:fully\s+)?(?:implement|adopt|accept|address|consider)\b[^.;]{0,60}\brecommendations?\b", re.IGNORECASE
)
_BULLET = re.compile(r"\s*(?:[•·*-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
_LIST_END = re.compile(r"(?:[\s.;,]|[;,]\s*(?:and|or)\b)+$", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?:that|which|what|actions?|steps|measures|changes|whether|if)\s+(?:the\s+)?$", re.IGNORECASE
)
_FURTHER = frozenset(("further-done", "also-did", "further-did"))
_ITSELF = frozenset(("it", "they", "the agency", "the component"))
_LEAD = re.compile(r"(?:in\s+addition|additionally|further|furthermore|moreover|subsequently)\s*,?\s+", re.IGNORECASE)


def tell_findings(dossier: Dossier, out: Descriptions) -> None:
    """What was found, under the topic it stands under."""
    for sentence in dossier.sentences:
        for said in dossier.page.family("findings", sentence):
            start = said["text"].place.start
            for text in each(dossier.page, "text", sentence, start, row=f"{said.row}/text"):
                finding = out.of(dossier.anchor.within("finding", fingerprint(str(text.value))))
                finding.tell("text", text)
                finding.tell("about", topic_of(dossier.page, sentence))


def tell_actions(dossier: Dossier, out: Descriptions) -> None:
    """What the agency agreed to or reports done.  Which recommendation it answers is not stated."""
    reported: int | None = None  # the paragraph in which something was agreed to or reported done
    for sentence in dossier.sentences:
        found = dossier.page.family("actions", sentence)
        if not found or section_of(dossier.page, sentence) in BEFORE_THE_ANSWER:
            continue
        for said in found:
            before = attrs.evolve(sentence, end=said.start)
            named = _RELATIVE.search(dossier.page.folded, sentence.start, said.start)
            if named or not timely(dossier, before):
                continue
            if said.row in _FURTHER and not (reported == sentence.paragraph and said.start == sentence.start):
                continue
            if said.row in ("further-done", "also-did"):
                _tell_one(dossier, out, said, _rest(dossier.page, sentence, said))
            elif said.row == "agreed-list":
                for text in _bullets(dossier.page, said.end):
                    _tell_one(dossier, out, said, text)
            elif said.row == "agreed-to":
                reported = sentence.paragraph
                for text in coordinated(dossier.page, "text", sentence, said.end):
                    _tell_one(dossier, out, said, text)
            else:
                reported = sentence.paragraph
                _tell_one(dossier, out, said, clause(dossier.page, "text", sentence, said["state"].place.start))


def _rest(page: Page, sentence: Sentence, said: Said) -> Told | None:
    """A further thing done: the clause without the word that joins it to the one before."""
    lead = _LEAD.match(page.folded, said.start)
    start = lead.end() if lead else sentence.start
    return clause(page, "text", sentence, start)


def _tell_one(dossier: Dossier, out: Descriptions, said: Said, text: Told | None) -> None:
    if text is None or _POSITION.match(str(text.value)):
        return
    action = out.of(dossier.anchor.within("action", fingerprint(str(text.value))))
    action.tell("text", text)
    state = said["state"]
    action.tell("state", state)
    action.tell("committed_by", said.first("committed_by"))
    if state.value == "reported_done" and _is_itself(said):
        action.tell("performed_by", said.first("performed_by", "committed_by"))
    who = said.first("committed_by", "performed_by")
    actor = Actor(str(who.value), "addressee") if who else None
    dated_on = dossier.layout.dated_on
    label = Label(
        "crcl/action", str(state.value), None, dated_on.value if dated_on else None, actor, None, (state.excerpt,)
    )
    action.labels[:] = [label]


def _is_itself(said: Said) -> bool:
    """Whether who reports is who did it."""
    if "who" not in said:
        return True
    reporter = said.first("performed_by")
    return str(said["who"].value).lower() in _ITSELF or bool(reporter and said["who"].value == reporter.value)


def _bullets(page: Page, start: int) -> list[Told]:
    """The bulleted lines right after a colon, each with the lines that it is wrapped over."""
    spans: list[tuple[int, int]] = []
    fresh = True  # the line follows a blank one
    for a, b in lines(page.folded, start, min(start + 6_000, len(page.folded))):
        first, last = trimmed(page.folded, a, b)
        if last <= first:
            fresh = True
        elif _BULLET.match(page.content[a:b]):
            spans.append((first, last))
            fresh = False
        elif spans and not fresh:
            spans[-1] = (spans[-1][0], last)
        else:
            break
    return [told for first, last in spans if (told := _bullet(page, first, last))]


def _bullet(page: Page, first: int, last: int) -> Told | None:
    """The first sentence of a bullet, without its stop."""
    start, end = next(sentences(page.folded, first, last), (first, last))
    if rest := _LIST_END.search(page.folded, start, end):
        end = rest.start()
    return page.words("text", "clause/text", start, end)


def tell_release(dossier: Dossier, out: Descriptions) -> None:
    """The office's promise to release the memo."""
    if not dossier.main and not dossier.summary:
        return
    release: Description | None = None
    for sentence in dossier.sentences:
        hits = list(dossier.page.family("releases", sentence))
        promise = next((one for said in hits if (one := said.first("promised"))), None)
        if promise is None:
            continue
        release = out.of(dossier.anchor.within("release", "1"))
        release.derive("document", dossier.anchor)
        release.tell("promised", promise)
        for said in hits:
            for field in ("form", "condition"):
                if field not in release.told:
                    release.tell(field, said.first(field))
        release.labels[:] = [
            Label("crcl/release", "promised", actor=Actor("CRCL", "oversight_body"), excerpts=(promise.excerpt,))
        ]
