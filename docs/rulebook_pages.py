"""Draws the pages of the rulebooks: one each, and a list of all tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from oversight_adapters.calendars.federal import us_federal
from oversight_adapters.cli.clock_words import details
from oversight_core.moments import Calendars, Moment
from oversight_core.rulebooks import BUILTIN
from oversight_core.rules import (
    Citation,
    Clock,
    Lifecycle,
    Notice,
    Projection,
    RuleBook,
    Unit,
    Vocabulary,
    count,
    reached,
    to_matrix,
    to_mermaid,
    to_rows,
)

CALENDARS = Calendars([us_federal()])
STARTED = Moment.parse("2024-01-31")
STARTED_IN = Moment.parse("2024-02")
STARTED_AT, ZONE = Moment.parse("2024-07-03T16:00-05:00"), ZoneInfo("America/Chicago")
STAYS = ((date(2024, 1, 1), date(2024, 1, 10)), (date(2024, 1, 15), None))


def row(*cells: object) -> str:
    """A line of a Markdown table."""
    return "| " + " | ".join(" ".join(str(cell).split()).replace("|", "\\|") for cell in cells) + " |"


def grid(head: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """A Markdown table, and a blank line."""
    columns = tuple(head)
    yield row(*columns)
    yield row(*("---" for _ in columns))
    yield from (row(*cells) for cells in rows)
    yield ""


def cited(citations: Iterable[Citation]) -> str:
    """What something rests on: provision, force, whom it binds, how it was read and in which copy."""
    return "; ".join(f"{one}{f', in {one.copy}' if one.copy else ''}" for one in citations)


def fence(table: Lifecycle) -> str:
    """The table as a Mermaid picture."""
    return f"```mermaid\n{to_mermaid(table).strip()}\n```"


def lifecycle(table: Lifecycle) -> Iterator[str]:
    """One table: its states, its picture, its matrix, its rows."""
    kinds = f" of a {' or a '.join(table.kinds)}" if table.kinds else ""
    since = f", in force from {table.in_force_from}" if table.in_force_from else ""
    yield f"### `{table.name}`, version {table.version}\n"
    yield f"It moves the axis `{table.axis}`{kinds}, beginning at `{table.initial}`{since}.\n"
    yield from grid(("state", "what it means"), ((f"`{state.name}`", state.meaning) for state in table.states))
    if table.groups:
        groups = ((f"`{g.name}`", ", ".join(f"`{s}`" for s in g.states), g.meaning) for g in table.groups)
        yield from grid(("group", "states", "what it means"), groups)
    yield fence(table) + "\n"
    yield to_matrix(table).strip() + "\n"
    yield to_rows(table).strip() + "\n"
    if table.guards:
        guards = ((f"`{g.name}`", g.meaning, ", ".join(f"`{need}`" for need in g.needs)) for g in table.guards)
        yield from grid(("condition", "what it means", "facts it needs"), guards)


def vocabulary(words: Vocabulary) -> Iterator[str]:
    """A body's labels, and what each means on our axes."""
    yield f"### Labels `{words.name}`, as {words.publisher} prints them\n"
    if words.scheme:
        yield f"The codes are those of {words.scheme}, and of no other page.\n"
    rows = (
        (
            mapping.label,
            *((mapping.code,) if words.scheme else ()),
            ", ".join(f"{axis} `{status}`" for axis, status in mapping.targets),
            f"differs: {mapping.note}" if mapping.lossy else mapping.note,
            cited(mapping.cites),
        )
        for mapping in words.rows
    )
    yield from grid(("label", *(("code",) if words.scheme else ()), "means", "note", "rests on"), rows)


def example(clock: Clock) -> str:
    """A worked example of a clock, counted as it is counted in earnest."""
    days = CALENDARS.days(clock.calendar)
    if clock.length is None:
        return "an item that states no day has none"
    if clock.window:
        day = reached(STAYS, days=clock.length, window=clock.window)
        return f"on 1 to 10 January 2024, and again from 15 January on: reached on {day}"
    if clock.unit == Unit.HOURS:
        last = count(clock, STARTED_AT, days=days, zone=ZONE).latest
        assert isinstance(last, datetime)  # hours end at an instant
        return f"from {STARTED_AT} in the zone {ZONE}: {last.astimezone(ZONE).isoformat(timespec='minutes')}"
    first, vague = count(clock, STARTED, days=days), count(clock, STARTED_IN, days=days)
    again = f", then {count(clock, STARTED, days=days, number=2)}" if clock.repeats or clock.each else ""
    waits = f", and then at the first {clock.awaits}" if clock.awaits else ""
    return f"from {STARTED}: {first}{again}{waits}; from {STARTED_IN}: {vague}"


def clocks(book: RuleBook) -> Iterator[str]:
    """The clocks of a book, each with a worked example."""
    yield "### Clocks\n"
    for clock in book.clocks:
        yield f"**`{clock.name}`**{': ' + clock.means if clock.means else ''}\n"
        facts = (*(fact for fact in details(clock) if fact[0] != "meaning"), ("example", example(clock)))
        yield from grid(("", ""), (*facts, ("rests on", cited(clock.cites))))


def projections(rows: Iterable[Projection]) -> Iterator[str]:
    """Which label of the body comes nearest to a status of ours."""
    yield "### Our statuses in its words\n"
    told = ((p.axis, ", ".join(f"`{s}`" for s in p.statuses), p.label, p.lost, cited(p.cites)) for p in rows)
    yield from grid(("axis", "ours", "its label", "what is lost", "rests on"), told)


def notices(rows: Iterable[Notice]) -> Iterator[str]:
    """Who tells whom, on which beliefs.  They are pairs, and no source ranks them."""
    yield "### Notices, and the beliefs that suffice\n"
    told = (
        (
            f"`{n.name}`",
            f"{n.sender} → {n.recipient}",
            n.duty,
            ", ".join(n.holders),
            "; or ".join(f"{b.standard}: {b.proposition}" for b in n.suffices),
            n.means,
            cited(n.cites),
        )
        for n in rows
    )
    yield from grid(("notice", "who tells whom", "will or may", "who holds it", "any one of", "note", "rests on"), told)


def homes() -> dict[str, str]:
    """The rulebook on whose page each table stands: the first that brings it."""
    found: dict[str, str] = {}
    for book in BUILTIN:
        for table in (*book.lifecycles, *book.earlier):
            found.setdefault(f"{table.name} {table.version}", book.name)
    return found


EARLIER = "## Earlier versions\n\nWhat happened before the present version was in force stays judged by these.\n"


def page(book: RuleBook) -> str:
    """The page of one rulebook; a table of another book is named, and stands on that book's page."""
    home = homes()

    def own(tables: Iterable[Lifecycle]) -> list[Lifecycle]:
        return [table for table in tables if home[f"{table.name} {table.version}"] == book.name]

    def links(tables: Iterable[Lifecycle]) -> str:
        return ", ".join(f"[`{t.name}`]({home[f'{t.name} {t.version}']}.md)" for t in tables)

    present, earlier = own(book.lifecycles), own(book.earlier)
    lent, lent_earlier = ([t for t in tables if t not in own(tables)] for tables in (book.lifecycles, book.earlier))
    labels = sum(len(words.rows) for words in book.vocabularies)
    parts = (
        (len(book.lifecycles), "table"),
        (labels, "label"),
        (len(book.clocks), "clock"),
        (len(book.notices), "notice"),
    )
    holds = ", ".join(f"{n} {part}{'s' * (n != 1)}" for n, part in parts if n)
    note = f" {_sentence(book.note)}" if book.note else ""
    lines = [
        f"# Rulebook `{book.name}`\n",
        f"The rules of {book.title}: version {book.version} holds {holds}.{note}\n",
    ]
    if lent:
        lines.append(f"It also uses {links(lent)}.\n")
    if lent_earlier:
        lines.append(f"What happened before one of these was in force is judged by an earlier {links(lent_earlier)}.\n")
    for head, tables in (("## Tables\n", present), (EARLIER, earlier)):
        lines += [head] if tables else ()
        lines += [line for table in tables for line in lifecycle(table)]
    if book.vocabularies or book.projections:
        lines.append("## Words\n")
    lines += [line for words in book.vocabularies for line in vocabulary(words)]
    lines += projections(book.projections) if book.projections else ()
    if book.clocks or book.notices:
        lines.append("## Duties\n")
    lines += clocks(book) if book.clocks else ()
    lines += notices(book.notices) if book.notices else ()
    return "\n".join(lines)


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + ("" if text.endswith(".") else ".")


def tables() -> str:
    """The list of every table that ships, by rulebook."""
    home = homes()
    lines = ["# Lifecycles\n", INTRODUCTION]
    rows = []
    for book in BUILTIN:
        for table in (*book.lifecycles, *book.earlier):
            if home[f"{table.name} {table.version}"] == book.name:
                kinds = ", ".join(table.kinds) or "any"
                link = f"[`{table.name}`](rulebooks/{book.name}.md)"
                rows.append((link, table.version, f"`{table.axis}`", kinds, len(table.states), len(table.rules)))
    lines += grid(("table", "version", "axis", "items", "states", "rows"), rows)
    lines += ["## Rulebooks\n"]
    lines += grid(
        ("rulebook", "whose", "tables", "labels", "clocks"),
        (
            (
                f"[`{book.name}`](rulebooks/{book.name}.md)",
                book.title,
                len(book.lifecycles),
                sum(len(words.rows) for words in book.vocabularies),
                len(book.clocks),
            )
            for book in BUILTIN
        ),
    )
    return "\n".join(lines)


INTRODUCTION = """Every table that ships, drawn from its rows on the page of its rulebook. An event names its outcome;
whoever has one of the roles may act; what is *required* must be shown, what is *expected* may be missing and is then
listed. Each row cites where it comes from, with what force, whom it binds, and how the provision was read.
The [crosswalk](crosswalk.md) lays the words of the bodies side by side.
"""


def pages() -> dict[str, str]:
    """Every page drawn here, by its name under docs/reference."""
    return {
        "lifecycles": tables(),
        **{f"rulebooks/{book.name}": page(book) for book in BUILTIN},
    }
