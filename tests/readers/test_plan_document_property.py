"""Whatever plan is written, exactly what was put in is read: who, with which word, what, how often, by when, if "
"what."""

from __future__ import annotations

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from oversight_adapters.readers.plan_document import PlanDocumentReader
from oversight_core.entities import Commitment
from oversight_core.provenance import Source
from oversight_core.reading import Text

READER = PlanDocumentReader()

ACTORS = {
    "ICE": "ICE",
    "U.S. Customs and Border Protection (CBP)": "CBP",
    "the Office for Civil Rights and Civil Liberties": "CRCL",
    "each field office director": "each field office director",
    "CRCL and ICE": "CRCL and ICE",
    "DHS, CBP, and the Office of Inspector General": "DHS, CBP and Office of Inspector General",
    "the Department’s senior leadership": "Department's senior leadership",
    "all detention officers": "all detention officers",
    "Secretary Johnson": "Secretary Johnson",
}
MODALS = {
    "will": "will",
    "shall": "shall",
    "must": "must",
    "may": "may",
    "will not": "will not",
    "may not": "may not",
    "shall never": "shall not",
    "will also": "will",
    "must promptly": "must",
}
DEEDS = {
    "notify Congress of each transfer": "notify",
    "review the “merits” of a request": "review",
    "publish its rules": "publish",
    "work with local police (LEAs)": "work",
    "apply the new standards": "apply",
}
CADENCES = ("", "quarterly", "every six months", "at least twice a year", "on a monthly basis", "each fiscal year")
DEADLINES = ("", "within 45 days", "no later than 60 days after receipt", "by the end of the year", "by June 30, 2016")
LEADS = ("", "Where CRCL has found a concern", "If a person dies", "Upon request", "Unless the law forbids it")
TRAILS = ("", "as appropriate", "when an allegation is received", "if funds allow")


@attrs.frozen
class Said:
    """One commitment as it is written, and as it must be read."""

    words: str
    read: Commitment


@st.composite
def commitments(draw: st.DrawFn) -> Said:
    actor, modal, deed = (draw(st.sampled_from(sorted(table))) for table in (ACTORS, MODALS, DEEDS))
    cadence, deadline, lead = (draw(st.sampled_from(table)) for table in (CADENCES, DEADLINES, LEADS))
    trail = draw(st.sampled_from(TRAILS)) if not lead else ""
    opener = draw(st.sampled_from(("", "In addition, ", "For example, "))) if not lead else ""
    before = f"{lead}, " if lead else opener
    terms = [term for term in draw(st.permutations((cadence, deadline))) if term]
    subject = actor if before else actor[0].upper() + actor[1:]
    aside = draw(st.sampled_from(("", ", in consultation with USCIS,")))
    words = f"{before}{subject}{aside} {modal} {' '.join((deed, *terms))}{' ' + trail if trail else ''}."
    who = ACTORS[actor] if actor[:4] == "the " or subject == actor else subject
    return Said(
        words,
        Commitment(
            actor=who,
            modal=MODALS[modal],
            verb=DEEDS[deed],
            cadence=cadence,
            deadline=deadline,
            condition=lead or trail,
        ),
    )


def wrapped(words: str, width: int) -> str:
    """The words in lines no longer than that."""
    lines, line = [], ""
    for word in words.split(" "):
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


LAYOUTS = {
    "paragraphs": lambda said, width: "\n\n".join(wrapped(one.words, width) for one in said),
    "one paragraph": lambda said, width: wrapped("  ".join(one.words for one in said), width),
    "bullets": lambda said, width: "\n".join(f"• {wrapped(one.words, width)}" for one in said),
    "blanks behind": lambda said, width: "\n\n".join(
        wrapped(one.words, width).replace("\n", "  \n") + "   " for one in said
    ),
    "windows": lambda said, width: "\r\n\r\n".join(wrapped(one.words, width).replace("\n", "\r\n") for one in said),
}


@settings(max_examples=150, deadline=None)
@given(st.lists(commitments(), min_size=1, max_size=5), st.sampled_from(sorted(LAYOUTS)), st.integers(60, 120))
def test_it_reads_what_was_put_in(said: list[Said], layout: str, width: int) -> None:
    content = "Plan for Everything\n\n" + LAYOUTS[layout](said, width) + "\n"
    reading = READER.read(Text(Source.of(content.encode()), content))
    read = [one.entity for one in reading.candidates if isinstance(one.entity, Commitment)]
    bare = [attrs.evolve(one, document=None, text="", due_on=None, heading="") for one in read]
    assert bare == [one.read for one in said]
    assert [" ".join(one.words.split()) for one in said] == [one.text for one in read]
