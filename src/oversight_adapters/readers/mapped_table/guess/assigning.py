"""Which column is what: its name proposes, what stands in it decides, and what neither settles is a doubt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

import attrs

from oversight_adapters.readers.mapped_table.guess.columns import Column
from oversight_adapters.readers.mapped_table.guess.fitting import NEEDED, doubts_of, misfit, share, status_share
from oversight_adapters.readers.mapped_table.guess.people import people_in
from oversight_adapters.readers.mapped_table.mapping import column_key
from oversight_adapters.readers.mapped_table.telling import quoted

_SHORTEST_TEXT = 40  # characters on average of a column taken for the text although its name does not say so
_MOST_WORDS_KNOWN = 0.6  # share of the words of a column taken for positions or statuses although no name says so
_NO_FIELD = {
    "comments": "a recommendation has no field for comments",
    "reply_due": "a recommendation has no field for the day on which a reply is due",
    "count": "a recommendation has no field for counts",
    "recommender": "a recommendation has no field for who else makes it",
    "other_status": "it is the status of something else than recommendations",
}
_UNSOUGHT = ("comments", "personal", "other_status", "recommender", "reply_due", "count")
_OF_A_REPORT = ("report_title", "issued_on")
_DATES_OF = {"position_on": "position", "status_stated": "status", "status_since": "status"}


@attrs.frozen
class Assigned:
    """Which column has which role, which are never read and why, and which are left out and why."""

    roles: Mapping[str, Column]
    doubts: Mapping[str, str]
    never: tuple[tuple[Column, str], ...]
    left: tuple[tuple[Column, str], ...]


def assigned(columns: Sequence[Column]) -> Assigned:
    """Give every role to the column that fits it best."""
    return _Assigning(columns).assigned()


class _Assigning:
    """Columns on their way to roles; used once."""

    def __init__(self, columns: Sequence[Column]) -> None:
        people = {column_key(column.name): why for column in columns if (why := _personal(column))}
        self.never = [
            (column, people[column_key(column.name)]) for column in columns if column_key(column.name) in people
        ]
        self.columns = [column for column in columns if column_key(column.name) not in people]
        self.roles: dict[str, Column] = {}
        self.doubts: dict[str, list[str]] = defaultdict(list)
        self.left: dict[int, tuple[Column, str]] = {}

    def assigned(self) -> Assigned:
        self._by_names()
        self._by_values()
        self._of_a_report()
        self._dates_of_nothing()
        for role, column in self.roles.items():
            self.doubts[role] += doubts_of(role, column)
        doubts = {role: "; ".join(words) for role, words in self.doubts.items() if words}
        left = (self.left[index] for index in sorted(self.left))
        return Assigned(self.roles, doubts, tuple(self.never), tuple(left))

    def _leave(self, column: Column, why: str) -> None:
        self.left[column.index] = (column, why)

    def _by_names(self) -> None:
        wanting: dict[str, list[tuple[Column, str]]] = defaultdict(list)
        for column in self.columns:
            role, doubt = _role(column)
            if role not in NEEDED:
                self._leave(column, _reason(column))
            elif why := misfit(role, column):
                self._leave(column, f"its name says {role}, but {why}" if column.values else why)
            else:
                wanting[role].append((column, doubt))
        for role, found in wanting.items():
            best, doubt = max(found, key=lambda one: _worth(role, one[0]))
            self.roles[role] = best
            self.doubts[role] += [doubt] if doubt else []
            for column, _ in found:
                if column is not best:
                    self._leave(column, _taken(best, role))

    def _by_values(self) -> None:
        """Find the words for positions and statuses, and the text, where no name says which column they are."""
        seekers: tuple[tuple[str, Callable[[Column], float], float], ...] = (
            ("position", lambda column: share(column, "position"), _MOST_WORDS_KNOWN),
            ("status", status_share, _MOST_WORDS_KNOWN),
            ("text", lambda column: column.length, _SHORTEST_TEXT),
        )
        for role, fit, least in seekers:
            sought = (column for column, _ in self.left.values() if column.named not in _UNSOUGHT)
            best = max((column for column in sought if not misfit(role, column)), key=fit, default=None)
            if role not in self.roles and best is not None and fit(best) >= least:
                self.roles[role] = best
                self.doubts[role].append(f"by what stands in it; its name does not say that it is the {role}")
                del self.left[best.index]

    def _of_a_report(self) -> None:
        """What is said of a report is the same in all of its rows; else the name of a column misleads."""
        number = self.roles.get("number")
        if "report" not in self.roles and number and number.repeated and number.heading and number.heading.doubt:
            self.roles["report"] = self.roles.pop("number")
            self.doubts["report"].append("several rows have the same, so it is taken for the number of their report")
        report = self.roles.get("report")
        for role in _OF_A_REPORT:
            column = self.roles.get(role)
            if column is None:
                continue
            if report is None:
                if role == "report_title":
                    self.doubts[role].append("it stands for the report, which no column names otherwise")
                elif "report_title" not in self.roles:
                    self._drop(role, "no column names the report that it would date")
            elif _varies(column, report):
                self._drop(role, f"it differs within a report of {report.name!r}, so it is not said of the report")

    def _dates_of_nothing(self) -> None:
        for role, dated in _DATES_OF.items():
            if role in self.roles and dated not in self.roles:
                self._drop(role, f"no column of the {dated} is there that it would date")

    def _drop(self, role: str, why: str) -> None:
        self.doubts.pop(role, None)
        self._leave(self.roles.pop(role), why)


def _personal(column: Column) -> str:
    """Why a column must not be read; "" where nothing speaks against it."""
    if what := people_in(column.values.values()):
        return f"{what} seem to stand in it"
    return "its name says that it is about people" if column.named == "personal" else ""


def _role(column: Column) -> tuple[str, str]:
    """The role of a name, corrected where what stands in the column plainly is another, and what is doubtful then."""
    named = column.named
    if named in ("text", "report_title") and column.codes:
        role = "number" if named == "text" else "report"
        return role, f"its name says {named}, and numbers stand in it"
    if named == "report" and not misfit("text", column):
        return "report_title", "its name says report, and titles stand in it"
    if named in ("position", "status") and column.values:
        position, status = share(column, "position"), status_share(column)
        if position != status:
            return ("position" if position > status else "status"), ""
    return named, ""


def _worth(role: str, column: Column) -> tuple[bool, int, float]:
    """How well a column fits a role: names that leave nothing open first, the first of several of one name."""
    sure = not (column.heading and column.heading.doubt)
    if role == "text":
        return sure, -column.position, column.length
    if role in ("position", "status"):
        return sure, -column.position, share(column, "position") if role == "position" else status_share(column)
    return sure, -column.position, len(column.values) / (1 + column.length)


def _taken(best: Column, role: str) -> str:
    which = f", number {best.position} of that name," if best.position else ""
    return f"{quoted(best.name)}{which} was taken for {role}"


def _varies(column: Column, report: Column) -> bool:
    """Whether more than half of the reports that have several rows have several of these values."""
    found: dict[str, list[str]] = defaultdict(list)
    for row, words in column.values.items():
        if row in report.values:
            found[report.values[row].strip()].append(words.strip())
    several = [words for words in found.values() if len(words) > 1]
    return sum(len(set(words)) > 1 for words in several) * 2 > len(several)


def _reason(column: Column) -> str:
    if not column.values:
        return "it is empty"
    return _NO_FIELD.get(column.named, "nothing is known that its name says")
