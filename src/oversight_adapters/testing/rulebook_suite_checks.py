"""What is wrong with a rulebook, each fault as a sentence; none of it needs a register."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import attrs

from oversight_adapters.writers.safe import one_line
from oversight_core.moments import Moment
from oversight_core.names import SEGMENT, Withheld
from oversight_core.rulebooks import BUILTIN
from oversight_core.rules import Attempt, Citation, Facts, Force, Guard, Lifecycle, Read, Rule, RuleBook, Vocabulary
from oversight_core.rules import Mapping as Row
from oversight_core.rules.attempt import names
from oversight_core.rules.vocabulary import fold
from oversight_core.testing.choices import FIRST_CHOICE, suiting, variations
from oversight_core.testing.walking import ITEM, remembered

LAW = (Force.STATUTE, Force.REGULATION)
NO_LAW = re.compile(
    r"\b(?:conventions?(?! (?:against|on|for|relating))|handbook|guidance|circular"
    r"|(?:DHS|ICE|CBP|OMB|agency|management) (?:directive|instruction|policy|memorandum))\b",
    re.IGNORECASE,
)
"""Provisions that bind, if at all, as policy or directive; a treaty is a convention of another sort."""

UNITS = frozenset({"hours", "days", "business days", "weeks", "months", "years"})


# -- B0, B9: the whole -----------------------------------------------------------------------------------------------


def unnamed(book: RuleBook) -> Iterator[str]:
    """B0: what a rulebook does not say of itself."""
    if not (isinstance(book.name, str) and SEGMENT.fullmatch(book.name)):
        yield f"its name {book.name!r} is not a lower-case slug"
    yield from (f"its {part} is blank" for part in ("version", "title") if not str(getattr(book, part)).strip())


def clashes(book: RuleBook) -> Iterator[str]:
    """B9: what it has the name of, of another rulebook, and not the content."""
    for other in BUILTIN:
        if other == book:
            continue
        if other.name == book.name:
            yield f"its name {book.name!r} is that of another rulebook, {other.title!r}"
        tables = {(table.name, table.version): table for table in other.lifecycles}
        words = {vocabulary.name: vocabulary for vocabulary in other.vocabularies}
        for table in book.lifecycles:
            if tables.get((table.name, table.version), table) != table:
                yield f"the table {table.name!r} {table.version} is another one in {other.name!r}; entries keep both"
        for one in book.vocabularies:
            if words.get(one.name, one) != one:
                yield f"the vocabulary {one.name!r} is another one in {other.name!r}"


# -- B2: citations ---------------------------------------------------------------------------------------------------


def badly_cited(book: RuleBook) -> Iterator[str]:
    """B2: rows, labels and clocks that do not say what they rest on, or claim more than it is."""
    for where, cites, decides in _resting(book):
        if not cites:
            yield f"{where} cites nothing"
        yield from (f"{where}: {fault}" for cite in cites for fault in _faults(cite, decides))


def _resting(book: RuleBook) -> Iterator[tuple[str, tuple[Citation, ...], bool]]:
    """Everything that cites, and whether it decides what is allowed or what a word means."""
    for table in book.lifecycles:
        yield from ((f"{table.name}, the row {rule.event!r}", rule.cites, True) for rule in table.rules)
    for words in book.vocabularies:
        yield from ((f"{words.name}, the label {row.label!r}", row.cites, True) for row in words.rows)
    yield from ((f"the clock {clock.name!r}", clock.cites, False) for clock in book.clocks)


def _faults(cite: Citation, decides: bool) -> Iterator[str]:
    if not isinstance(cite, Citation):
        yield f"{cite!r} is no Citation"
        return
    told = f"{cite.provision!r} ({cite.force.value})"
    if not cite.provision.strip():
        yield "the provision is blank"
    if cite.force is not Force.CONVENTION and not cite.binds.strip():
        yield f"{told} does not say whom it binds; what binds nobody is a convention"
    if cite.force in LAW and NO_LAW.search(cite.provision):
        yield f"{told} passes for law; say which force it has"
    elif cite.force is not Force.CONVENTION and cite.provision.casefold().startswith("convention"):
        yield f"{told} is a convention by its own words"
    if cite.force in LAW and cite.read in (Read.COPY, Read.EXCERPT, Read.SECOND_HAND) and not cite.copy.strip():
        yield f"{told} was read {cite.read.value}, and the copy that was read is not named"
    if cite.force in LAW and cite.read is Read.RECOLLECTION and decides:
        yield f"{told} is law that nobody has read; read it, or cite the row as a convention after it"


# -- B3: guards ------------------------------------------------------------------------------------------------------


class _Watched(dict[str, Any]):
    """Facts that remember what was looked for."""

    def __init__(self, facts: Facts) -> None:
        super().__init__(facts)
        self.sought: set[object] = set()

    def __getitem__(self, name: str) -> Any:
        self.sought.add(name)
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        self.sought.add(name)
        return super().get(name, default)

    def __contains__(self, name: object) -> bool:
        self.sought.add(name)
        return super().__contains__(name)


def without_example(book: RuleBook, facts: Facts) -> Iterator[str]:
    """B3: facts that guards need, no register has by itself, and the suite is given no example of."""
    known = {*remembered([]), *facts}
    needed = {need: guard for table in book.lifecycles for guard in table.guards for need in guard.needs}
    for need, guard in needed.items():
        if need not in known:
            yield f"the guard {guard.name!r} needs the fact {need!r}: give an example of it in `facts`"


def unsteady(table: Lifecycle, facts: Facts) -> Iterator[str]:
    """B3: guards that break, say neither yes nor no, change their mind, or look at what they do not need."""
    known = {**remembered([]), **facts}
    for rule in table.rules:
        for guard in table.guards:
            if guard.name in rule.guards and known.keys() >= {*guard.needs}:
                faults = filter(None, (_fault(guard, attempt, known) for attempt in _suiting(rule)))
                yield from (
                    f"{table.name}, {guard.name!r} of the row {rule.event!r} {it}" for it in dict.fromkeys(faults)
                )


def _suiting(rule: Rule) -> Iterator[Attempt]:
    """Attempts that suit a row: with all it asks for, by this one or that, on a day or none, names forgotten."""
    withheld = Withheld("a records schedule")
    for choice in variations(FIRST_CHOICE):
        attempt = suiting(rule, choice, [], ITEM)
        yield attempt
        yield attrs.evolve(attempt, occurred_on=None)
        yield attrs.evolve(attempt, occurred_on=Moment.vague("late last year"))
        evidence = tuple(attrs.evolve(exhibit, supplied_by=withheld) for exhibit in attempt.evidence)
        yield attrs.evolve(attempt, evidence=evidence, actor=attrs.evolve(attempt.actor, name=withheld))


def _fault(guard: Guard, attempt: Attempt, known: Facts) -> str | None:
    needed = {name: known[name] for name in guard.needs}
    seen = _Watched(needed)
    try:
        answers = [guard.test(attempt, seen) for _ in range(2)]
    except Exception as error:  # a guard is somebody's code; that it breaks is what is looked for
        peeked = sorted(f"{name}" for name in seen.sought - {*guard.needs})
        if peeked:
            return f"looks at {peeked[0]!r}, which is not among the facts it needs"
        return f"breaks: {type(error).__name__}: {error}"
    if peeked := sorted(f"{name}" for name in seen.sought - {*guard.needs}):
        return f"looks at {peeked[0]!r}, which is not among the facts it needs"
    if not all(isinstance(answer, bool) for answer in answers):
        return f"says {answers[0]!r}, which is neither True nor False"
    if answers[0] != answers[1]:
        return "says yes and no to the same attempt"
    return "changes the facts that it is shown" if dict(seen) != needed else None


# -- B4, B5: labels --------------------------------------------------------------------------------------------------


def misread(words: Vocabulary) -> Iterator[str]:
    """B4: labels that are not found as they are printed, that collide, and strange words that are taken for one."""
    written = [(word, row) for row in words.rows for word in (row.label, row.code) if word]
    counted = Counter(fold(word) for word in {word for word, _ in written})
    yield from (f"{words.name} has {word!r} twice, as printing goes" for word, _ in written if counted[fold(word)] > 1)
    for word, row in written:
        wrong = [printed for printed in _printed(word) if words.lookup(printed) != row]
        yield from (f"{words.name} does not find {word!r} where it is printed {printed!r}" for printed in wrong)
    for strange in ("", " ", "a word of nobody", f"un{words.rows[0].label}" if words.rows else "un"):
        if strange not in {word for word, _ in written} and words.lookup(strange) is not None:
            yield f"{words.name} takes {strange!r} for {words.lookup(strange).label!r}"  # type: ignore[union-attr]  # it is one


def _printed(label: str) -> tuple[str, ...]:
    """A label as others may print it: in another case, with other dashes and blanks."""
    dashed = [label.replace("-", "–"), label.replace("–", "-"), label.replace("-", "‑")]
    blanks = [
        f"  {label}\t",
        label.replace(" ", "  "),
        label.replace(" ", "\N{NO-BREAK SPACE}"),
        label.replace(" ", "\n"),
    ]
    return (label, label.upper(), label.lower(), *dashed, *blanks)


def speaks_elsewhere(words: Vocabulary, axes: Collection[str]) -> Iterator[str]:
    """B5: labels that say something on an axis on which their publisher does not speak."""
    for row in words.rows:
        for axis, status in row.targets:
            if axis not in axes:
                yield f"{words.name} maps {row.label!r} to {axis} {status!r}; its publisher speaks on {', '.join(axes)}"


def invented(book: RuleBook, words: Vocabulary) -> Iterator[str]:
    """B5: labels that mean more than they say, or say on one axis two things."""
    for row in words.rows:
        for axis, n in Counter(axis for axis, _ in row.targets).items():
            if n > 1:
                yield f"{words.name} maps {row.label!r} to {n} statuses of {axis}; several states are a group"
        if row.lossy and not row.note.strip():
            yield f"{words.name} does not note how {row.label!r} differs"
        yield from (f"{words.name} {fault}" for target in row.targets for fault in _too_precise(book, row, *target))


def _too_precise(book: RuleBook, row: Row, axis: str, status: str) -> Iterator[str]:
    for table in (table for table in book.lifecycles if table.axis == axis):
        for group, states in table.members.items():
            if fold(group) in (fold(row.label), fold(row.code)) and status in states and len(states) > 1:
                yield f"maps {row.label!r} to {status!r}, one state of the group {group!r} that the label names"


# -- B6: clocks ------------------------------------------------------------------------------------------------------


def unclear_clocks(book: RuleBook) -> Iterator[str]:
    """B6: deadlines that do not say whose, from when, or how long."""
    counted = Counter(clock.name for clock in book.clocks)
    for clock in book.clocks:
        faults: Mapping[str, bool] = {
            "has no name": not clock.name.strip(),
            "stands twice": counted[clock.name] > 1,
            "does not say what it starts on": not clock.starts_on.strip(),
            "names nobody who must act": not clock.duty_holder.strip(),
            f"runs for {clock.length!r}, which is no positive whole number": not _positive(clock.length),
            f"counts in {clock.unit!r}, which is none of {', '.join(sorted(UNITS))}": clock.unit not in UNITS,
            "cites nothing": not clock.cites,
        }
        yield from (f"the clock {clock.name!r} {fault}" for fault, found in faults.items() if found)


def _positive(length: object) -> bool:
    return isinstance(length, int) and not isinstance(length, bool) and length > 0


# -- B8: drawings ----------------------------------------------------------------------------------------------------

_LINE = re.compile(
    r"stateDiagram-v2|state \"[^\"\n]*\" as \w+(?: \{)?|\}|\w+"
    r"|(?:\[\*\]|\w+) --> (?:\[\*\]|\w+)(?: : [A-Za-z0-9 _.,'()/#;-]*)?"
)
"""What a line of a diagram may be."""

_CODE = re.compile(r"#(\d{1,7});")


def misdrawn(table: Lifecycle, mermaid: str, matrix: str) -> Iterator[str]:
    """B8: names that are not in the drawings, or do there what a name does not."""
    events = tuple(dict.fromkeys(rule.event for rule in table.rules))
    shown = _CODE.sub(lambda code: chr(int(code[1])), mermaid)
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in matrix.splitlines()]
    cells = {re.sub(r"\\(.)", r"\1", cell).strip() for row in rows for cell in row}
    for kind, named in (("state", table.state_names), ("event", events)):
        yield from (f"the {kind} {name!r} is not in the diagram" for name in named if name not in shown)
        yield from (f"the {kind} {name!r} is not in the matrix" for name in named if name not in cells)
    yield from (
        f"the diagram has the line {line!r}" for line in mermaid.splitlines() if not _LINE.fullmatch(line.strip())
    )
    if {len(row) for row in rows} != {len(events) + 1} or len(rows) != len(table.states) + 2:
        yield "the matrix has not one row a state and one column an event"


def unreadable_names(table: Lifecycle) -> Iterator[str]:
    """B8: names that hold what cannot be seen, or that look alike when they are drawn."""
    for kind, named in (
        ("status", (*table.state_names, *table.members)),
        ("event", tuple(dict.fromkeys(rule.event for rule in table.rules))),
        ("role", names(role for rule in table.rules for role in rule.actors)),
    ):
        counted = Counter(map(fold, named))
        yield from (f"the {kind} {name!r} holds what cannot be seen" for name in named if one_line(name) != name)
        yield from (f"the {kind} {name!r} looks like another one" for name in named if counted[fold(name)] > 1)
