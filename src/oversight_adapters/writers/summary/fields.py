"""What each entity of a matter has to say: its fields, and those that sentences put together, by kind and field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from oversight_adapters.writers.safe import one_line
from oversight_adapters.writers.summary.forms import counted, number
from oversight_adapters.writers.wording import values as held
from oversight_core.entities import Action, Document, Release, Response, Review
from oversight_core.names import Withheld, Words

_POSITIONS = (
    ("concurred", "concurred"),
    ("partially_concurred", "partially concurred"),
    ("non_concurred", "non-concurred"),
)


def fields_of(kind: str, entity: Any) -> dict[str, Any]:
    """The fields that hold something, each under its kind; words that were disposed of are none."""
    return {f"{kind}.{field}": value for field, value in held(entity) if not isinstance(value, Withheld)}


def cased(field: str, words: Words) -> dict[str, Any]:
    """Words that begin a sentence where they have a capital, and stand after others where they have none."""
    if not words:
        return {}
    return {f"{field}_{'after' if str(words)[0].islower() else 'first'}": words}


def title_of(document: Document, review: Review) -> str:
    """A title in the form of the office, for a memo whose summary is not known."""
    answer = f"{document.addressee}'s Response" if document.addressee else "Response"
    subjects = (*review.facility, *review.topic, *document.facility, *document.topics)
    subject = next(filter(None, subjects), "")
    return one_line(f"Summary of CRCL's Recommendations and {answer}" + (f": {subject}" if subject else ""))


def memo_of(document: Document) -> dict[str, Any]:
    """The memo of a page: whose it is said to be, and the name by which it goes."""
    by = f"{document.issuer}'s" if document.issuer else "the"
    name = next(iter(document.printed_type), "memorandum")
    return fields_of("memo", document) | {"memo.of": by, "memo.name": name}


def other_memo(document: Document) -> dict[str, Any]:
    """Another memo of which the same document tells."""
    name = next(iter(document.printed_type), "")
    article = "an" if name[:1].lower() in tuple("aeiou") else "a"
    return fields_of("other", document) | ({"other.name": f"{article} {name}"} if name else {})


def counts_of(answer: Response) -> dict[str, Any]:
    """The counts that are stated, in one clause each; one that is not stated is no zero."""
    stated = [(verb, n) for field, verb in _POSITIONS if (n := getattr(answer, field)) is not None]
    clauses = [f"{verb} with {counted(n, 'recommendation')}" for verb, n in stated[:1]]
    clauses += [f"{verb} with {number(n)}" for verb, n in stated[1:]]
    listed = ", ".join(clauses[:-1]) + (", and " if clauses[1:] else "") + "".join(clauses[-1:])
    return fields_of("response", answer) | ({"response.counts": listed} if listed else {})


def _action(action: Action, _: Document) -> dict[str, Any]:
    """An agreed action and one that is reported done are said in other words."""
    said = {"agreed": "action.agreed", "reported_done": "action.done"}.get(action.state)
    return fields_of("action", action) | ({said: action.text} if said and action.text else {})


def _release(release: Release, document: Document) -> dict[str, Any]:
    """A promise."""
    if not release.promised:
        return {}
    name = document.printed_type[1] if len(document.printed_type) > 1 else "memorandum"
    return fields_of("release", release) | {"release.name": name} | cased("release.condition", release.condition)


SAYS: Mapping[str, Callable[[Any, Document], dict[str, Any]]] = {
    "finding": lambda finding, _: fields_of("finding", finding),
    "action": _action,
    "commitment": lambda commitment, _: fields_of("commitment", commitment),
    "release": _release,
}
"""What is known of that which belongs to a memo, by kind."""
