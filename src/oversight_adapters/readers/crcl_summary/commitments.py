"""What an agency says that it will do: one commitment for each sentence that says so."""

from __future__ import annotations

import re

from oversight_adapters.readers.crcl_summary.agencies import alone
from oversight_adapters.readers.crcl_summary.description import Description, Descriptions
from oversight_adapters.readers.crcl_summary.dossier import Dossier
from oversight_adapters.readers.crcl_summary.headings import section_of, topic_of
from oversight_adapters.readers.crcl_summary.outcomes import BEFORE_THE_ANSWER
from oversight_adapters.readers.crcl_summary.page import Page, Sentence
from oversight_core.names import fingerprint

_ONLY_WISHED = re.compile(
    r"\b(?:if|unless|whether|until|recommends|recommended|requests|requested|asks|asked|ensure|should|hopes?|expect\w*|anticipat\w*|believes?|wants?)\b",
    re.IGNORECASE,
)


def tell_commitments(dossier: Dossier, out: Descriptions) -> None:
    """Who will do what, by when and how often.  What the office wishes, or what depends on something, is none."""
    if dossier.document is None:
        return
    for sentence in dossier.sentences:
        said = next(iter(dossier.page.family("commitments", sentence)), None)
        if said is None or section_of(dossier.page, sentence) in BEFORE_THE_ANSWER:
            continue
        if _ONLY_WISHED.search(dossier.page.folded, sentence.start, said.end) or not alone(
            dossier.page, sentence, said["actor"]
        ):
            continue
        text = dossier.page.words("text", "clause/text", sentence.start, sentence.end)
        if text is None:
            continue
        commitment = out.of(dossier.anchor.within("commitment", fingerprint(str(text.value))))
        commitment.tell("text", text)
        for field in ("actor", "modal", "verb"):
            commitment.tell(field, said.first(field))
        commitment.tell("heading", topic_of(dossier.page, sentence, "heading"))
        _tell_when(dossier.page, commitment, sentence, said["modal"].place.end)
        commitment.derive("document", dossier.document)


def _tell_when(page: Page, commitment: Description, sentence: Sentence, start: int) -> None:
    for row, field in (("deadline", "deadline"), ("due", "due_on"), ("cadence", "cadence")):
        if hit := page.find(row, sentence, start):
            commitment.tell(field, hit.first(field))
