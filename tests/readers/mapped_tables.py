"""Tables after real ones, in our own words, with the figures that were counted in them."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterable, Sequence

from oversight_adapters.readers.mapped_table import Examined, MappedTableReader, mapping_of
from oversight_core.provenance import Source

POSITIONS = {"Agreed With": 674, "Disagreed With": 151, "Not Addressed": 135, "Partially Agreed With": 104}
STATUSES = {"Implemented": 545, "Pending": 364, "Not Implemented": 99, "Partially Implemented": 43, "N/A": 13}
CITY_COLUMNS = "title audit_num agency issued recommendation response response_status status_date contact".split()
PHONE = "(212) 555-0142"

CITY = """
name = "city-tracker"
title = "audit recommendations of a city"
issuer = "city-comptroller"
dates = ["month-first"]
never = ["contact"]

[fields]
report_title = "title"
report = "audit_num"
addressee = "agency"
text = "recommendation"
number = { column = "recommendation", between = ["Recommendation ", ":"], begins = true }
position = "response"
status_printed = "response_status"

[document]
title = "title"
issued_on = "issued"

[labels.position]
column = "response"
axis = "position"
by = { column = "agency", role = "addressee" }
date = "issued"

[labels.position.words]
"Agreed With" = "concurred"
"Partially Agreed With" = "partially_concurred"
"Disagreed With" = "non_concurred"
"Not Addressed" = "not_addressed"

[labels.status]
column = "response_status"
axis = "oversight_status"
date = "status_date"
nothing = ["N/A"]

[labels.status.words]
"Implemented" = "implemented"
"Pending" = "open"
"Partially Implemented" = "open_partial"
"Not Implemented" = "not_implemented"
"""


def city_rows() -> list[list[str]]:
    """1,064 recommendations of 130 audits to 81 agencies; 15 are disagreed with and implemented all the same."""
    chance = random.Random(1)
    positions = [word for word, number in POSITIONS.items() for _ in range(number)]
    statuses = [word for word, number in STATUSES.items() for _ in range(number)]
    chance.shuffle(positions)
    chance.shuffle(statuses)
    _exchange(positions, statuses)
    unnumbered = set(chance.sample(range(130, 1064), 12))
    rows = []
    for n in range(1064):
        audit, number = n % 130, n // 130 + 1
        text = f"the office should keep a log of matter {n}, and read it."
        lead = f"Recommendation {number}: " if n not in unnumbered else ""
        if n in list(unnumbered)[:4]:
            lead = "Recommendation to all offices: see Recommendation 1: "
        issued, stated = f"{audit % 12 + 1}/{audit % 28 + 1}/2023", f"{n % 12 + 1}/{n % 28 + 1}/2024"
        title, agency = f"Audit of what office {audit} keeps", f"Office {audit % 81}"
        row = [title, f"FK23-{audit:03}A", agency, issued, lead + text, positions[n], statuses[n], stated, PHONE]
        rows.append(row)
    return rows


def _exchange(positions: list[str], statuses: list[str]) -> None:
    """Let exactly 15 rows be disagreed with and implemented."""
    pairs = list(enumerate(zip(positions, statuses, strict=True)))
    both = [n for n, pair in pairs if pair == ("Disagreed With", "Implemented")]
    others = (n for n, pair in pairs if pair == ("Agreed With", "Pending"))
    for n, other in zip(both[15:], others, strict=False):
        statuses[n], statuses[other] = statuses[other], statuses[n]


def csv_bytes(rows: Iterable[Sequence[str]], *, line_end: str = "\r\n", delimiter: str = ",") -> bytes:
    """Rows as CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator=line_end, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode()


def city() -> bytes:
    """The whole table as CSV."""
    return csv_bytes([CITY_COLUMNS, *city_rows()])


def reader(toml: str) -> MappedTableReader:
    """The reader that a mapping makes."""
    return MappedTableReader(mapping_of(toml))


def examined(toml: str, content: bytes, *, name: str = "") -> Examined:
    """What a mapping makes of a file."""
    made = reader(toml)
    return made.examine(made.text(Source.of(content, name=name)))


def codes(found: Examined) -> list[str]:
    """The codes of its problems, each once."""
    return list(dict.fromkeys(problem.code for problem in found.problems))
