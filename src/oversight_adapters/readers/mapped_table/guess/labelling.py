"""A column of words for positions or statuses: the axis it speaks on, and what each of its words says there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from oversight_adapters.readers.mapped_table.guess.columns import Column
from oversight_adapters.readers.mapped_table.guess.fitting import share
from oversight_adapters.readers.mapped_table.guess.headings import plain
from oversight_adapters.readers.mapped_table.guess.known_words import AXES, known, means_nothing, understood
from oversight_adapters.readers.mapped_table.guess.page import Page
from oversight_adapters.readers.mapped_table.guess.writing import pick_of, write_date
from oversight_adapters.readers.mapped_table.mapping import word_key
from oversight_adapters.readers.mapped_table.telling import quoted

_AXES = {"position": AXES[:1], "status": AXES[1:]}
_DATES = {
    "position": (("stated", "position_on"),),
    "status": (("stated", "status_stated"), ("date", "status_since")),
}
_MANAGEMENT = {"management", "agency", "reported", "auditee"}
_MOST_TOLD = 20  # unknown words that are named


def write_labels(page: Page, name: str, roles: Mapping[str, Column], *, doubt: str = "", block: str = "") -> None:
    """The sections of the column that has the role `name`; `block` is the column that block lines make, if any."""
    column = roles.get(name)
    if column is None:
        return
    words: Counter[str] = Counter()
    for word, count in column.words.items():
        words[word.strip()] += count
    axis = max(_AXES[name], key=lambda axis: understood(words, axis))
    page.section("labels", name)
    page.key("column", pick_of(column), doubt)
    page.key("axis", axis, _who_speaks(column, axis) if name == "status" else "")
    if nothing := tuple(_once(word for word in words if means_nothing(word))):
        page.key("nothing", nothing)
    unknown = [word for word in words if not means_nothing(word) and not _meaning(word, axis)]
    if unknown:
        told = ", ".join(f"{quoted(word)} ({words[word]:,})" for word in unknown[:_MOST_TOLD])
        page.key("unknown", "warn", f"these words are not known, and are kept as they are: {told}")
    for key, role in _DATES[name]:
        if role in roles:
            write_date(page, key, roles[role])
        elif key == "stated" and block:
            page.key(key, block, "the date over a block is taken for the day on which it says so")
    page.section("labels", name, "words")
    for word in _once(word for word in words if _meaning(word, axis) and not means_nothing(word)):
        row = known(word)
        page.key(word, _meaning(word, axis), row.doubt if row else "")


def _meaning(word: str, axis: str) -> str:
    """What a word says on an axis; "" where that is not known."""
    row = known(word)
    return row.on(axis) if row else ""


def _who_speaks(column: Column, axis: str) -> str:
    """What is doubtful about an axis: neither the header nor the words always say who speaks."""
    management = bool({*plain(column.name).split()} & _MANAGEMENT)
    if axis == "implementation" and not management:
        return "as the addressee reports it; where the oversight body judges, the axis is oversight_status"
    if axis == "oversight_status" and management:
        return "these words are the oversight body's, and the name of the column says that the addressee speaks"
    if axis == "oversight_status" and 2 * share(column, "implementation") >= share(column, axis):
        return "as the oversight body judges; where the addressee reports, the axis is implementation"
    return ""


def _once(words: Iterable[str]) -> list[str]:
    """Words of which case, dashes and blanks make no other, each once."""
    seen: dict[str, str] = {}
    for word in words:
        seen.setdefault(word_key(word), word)
    return [word for key, word in seen.items() if key]
