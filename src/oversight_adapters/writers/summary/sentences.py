"""Which sentence says which fields.  A part in square brackets is said where all of its fields can be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import attrs

from oversight_adapters.writers.summary.forms import FORMS

Values = Mapping[str, Any]
"""What is known of a memo, by kind and field: `review.opened_on`.  What is not known is not in it."""

_FIELD = re.compile(r"\{([a-z_]+\.[a-z_]+)(?::([a-z]+))?\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


@attrs.frozen
class Row:
    """Sentences about one kind in one section, and an example.  The first that can be said is said, and no other."""

    section: str
    kind: str
    sentences: tuple[str, ...]
    example: str


LEAD = ""
"""The section without a heading, right below the title."""

_FOLLOWED = "[, which followed {review.kind}[ at the {review.place}]]"

ROWS = (
    Row(
        LEAD,
        "response",
        (
            "[{response.responded_on:on}, ]{response.responder}[, on behalf of {response.on_behalf_of},] responded to "
            f"{{memo.of}} [{{memo.issued_on:month}} ]{{memo.name}}{_FOLLOWED}.",
        ),
        "On May 29, 2024, ICE responded to CRCL's February 2024 Recommendation Memorandum, which followed a periodic "
        "review.",
    ),
    Row(
        LEAD,
        "counts",
        ("{response.responder} {response.counts}.",),
        "ICE concurred with four recommendations, partially concurred with five, and non-concurred with 17.",
    ),
    Row(
        LEAD,
        "unanswered",
        (
            "This is a summary of {memo.of} {memo.name}[ to {memo.addressee}][ in {memo.issued_on:month}]"
            f"{_FOLLOWED}.",
        ),
        "This is a summary of CRCL's Recommendation Memorandum to ICE in January 2024.",
    ),
    Row(
        "Background",
        "complaint",
        (
            "{complaint.opened_on:over}, CRCL opened {complaint.count:complaints}.",
            "CRCL received {complaint.count:complaints}.",
        ),
        "From January 2022 to October 2022, CRCL opened four complaints.",
    ),
    Row(
        "Background",
        "complaint",
        ("{complaint.received_on:over}, CRCL received complaints.",),
        "From May 1, 2019 to July 31, 2019, CRCL received complaints.",
    ),
    Row(
        "Background",
        "review",
        ("The investigation was prompted by {review.complaint_count:complaints}.",),
        "The investigation was prompted by 12 complaints.",
    ),
    Row(
        "Background",
        "review",
        ("CRCL received {review.allegation_count:allegations}.",),
        "CRCL received 677 allegations.",
    ),
    Row(
        "Background",
        "review",
        ("{review.opened_on:on}, CRCL initiated a review.",),
        "In May 2020, CRCL initiated a review.",
    ),
    Row(
        "Background",
        "review",
        ("{review.fieldwork_on:over}, CRCL conducted its investigation.",),
        "In February 2023, CRCL conducted its investigation.",
    ),
    Row(
        "Background",
        "review",
        ("CRCL will conduct an inspection {review.planned_on:over}.",),
        "CRCL will conduct an inspection in May 2024.",
    ),
    Row(
        "Background",
        "review",
        ("[{review.interviews_on:over}, ]CRCL conducted {review.interview_count:interviews}.",),
        "From September 2020 to January 2021, CRCL conducted nine interviews.",
    ),
    Row(
        "Background",
        "review",
        ("{review.experts_first} took part in the investigation.", "CRCL was assisted by {review.experts_after}."),
        "CRCL was assisted by contract medical experts.",
    ),
    Row("Background", "topic", ("The review focused on {review.topic}.",), "The review focused on mental health care."),
    Row(
        "Background",
        "criterion",
        ("CRCL compared what it saw with {review.criteria}.",),
        "CRCL compared what it saw with ICE Directive 11065.1.",
    ),
    Row(
        "Background",
        "other",
        ("It also led to {other.name}, which was issued {other.issued_on:on}.",),
        "It also led to a Retention Memorandum, which was issued in September 2022.",
    ),
    Row("Findings", "finding", ("CRCL found that {finding.text}.",), "CRCL found that officers were not trained."),
    Row(
        "Recommendations",
        "memo",
        (
            "{memo.issuer} issued the {memo.name}[ to {memo.addressee}] {memo.issued_on:on}.",
            "{memo.issuer} issued {memo.addressee} the {memo.name}.",
            "The {memo.name} was issued[ to {memo.addressee}] {memo.issued_on:on}.",
        ),
        "CRCL issued the Recommendation Memorandum to ICE on February 5, 2024.",
    ),
    Row(
        "Recommendations",
        "memo",
        ("The memo included {memo.recommendation_count:recommendations}.",),
        "The memo included 26 recommendations.",
    ),
    Row(
        "Recommendations",
        "action",
        (
            "{action.committed_by} agreed to {action.agreed}.",
            "{action.committed_by} agreed and {action.done}.",
            "{action.performed_by} reported that it {action.done}.",
        ),
        "ICE agreed to write guidance.",
    ),
    Row("Recommendations", "commitment", ("{commitment.text}.",), "ICE will retrain its officers quarterly."),
    Row(
        "Publication",
        "release",
        (
            "[{release.condition_first}, ]CRCL will publish a [{release.form} ]copy of this {release.name}"
            "[ {release.condition_after}].",
        ),
        "Once it has been reviewed, CRCL will publish a redacted copy of this memorandum.",
    ),
)
"""In the order of the page."""


def said(sentence: str, values: Values) -> str:
    """The sentence with these values; empty where a field that it needs cannot be said.

    >>> said("[In {a.year}, ]CRCL wrote to {a.agency}[ about {a.topic}].", {"a.agency": "ICE", "a.year": "2024"})
    'In 2024, CRCL wrote to ICE.'
    """
    spoken = {(name, form): _spoken(values.get(name), form) for name, form in _FIELD.findall(sentence)}

    def kept(part: re.Match[str]) -> str:
        return part[1] if all(spoken[found] for found in _FIELD.findall(part[1])) else ""

    while _OPTIONAL.search(sentence):
        sentence = _OPTIONAL.sub(kept, sentence)
    if not all(spoken[found] for found in _FIELD.findall(sentence)):
        return ""
    words = _FIELD.sub(lambda field: spoken[field[1], field[2] or ""], sentence)
    words = words[:-1] if words.endswith("..") else words  # a value that is a whole sentence has its own stop
    return words[:1].upper() + words[1:]


def _spoken(value: Any, form: str) -> str:
    return "" if value is None else FORMS[form](value)
