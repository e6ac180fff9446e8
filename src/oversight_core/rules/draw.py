"""A table as a picture: a Mermaid state diagram, and Markdown tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from oversight_core.rules.attempt import names
from oversight_core.rules.check import FINAL, ensure_sound
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_TAKEN = frozenset("as class classDef click default direction end fork join note root start state style".split())
_LOUD = re.compile(r"[^A-Za-z0-9 _.,'()/-]")


def to_mermaid(lifecycle: Lifecycle) -> str:
    """A ``stateDiagram-v2``: groups are frames where they nest, a row from a whole group is one arrow.

    Names that Mermaid would misread get another id and stand as labels; equal tables give equal text.

    Raises `DefectiveLifecycle`.

    >>> from oversight_core.rulebooks.canonical.release import RELEASE
    >>> print("\\n".join(to_mermaid(RELEASE).splitlines()[:3]))
    stateDiagram-v2
        [*] --> not_stated
        not_stated --> internal : issue
    """
    ensure_sound(lifecycle)
    ids = _ids((*lifecycle.state_names, *lifecycle.members))
    framed = _framed(lifecycle.groups)
    lines = [*_labels(ids, lifecycle.state_names), *_frames(framed, ids), f"[*] --> {ids[lifecycle.initial]}"]
    for rule in lifecycle.rules:
        starts = _starts(lifecycle, rule, framed)
        lines += [f"{ids[start]} --> {ids[rule.target]} : {_quiet(rule.event)}" for start in starts]
    lines += [f"{ids[state]} --> [*]" for state in _ends(lifecycle)]
    return "\n".join(["stateDiagram-v2", *(f"    {line}" for line in lines)]) + "\n"


def to_matrix(lifecycle: Lifecycle) -> str:
    """A Markdown table: from each state (down), by each event (across), the state it leads to."""
    events = tuple(dict.fromkeys(rule.event for rule in lifecycle.rules))
    at = lifecycle.moves.at
    rows = (
        [state, *(at[state, event].rule.target if (state, event) in at else "" for event in events)]
        for state in lifecycle.state_names
    )
    return _markdown(["from", *events], rows)


def to_rows(lifecycle: Lifecycle) -> str:
    """A Markdown table of the rows as they are written: what each requires, expects and rests on."""
    head = ["from", "event", "to", "who", "requires", "expects", "conditions", "rests on", "note"]
    return _markdown(
        head,
        (
            [
                ", ".join(names(rule.source)),
                rule.event,
                rule.target,
                " or ".join(rule.actors),
                ", ".join(rule.requires),
                ", ".join(rule.expects),
                ", ".join(rule.guards),
                "; ".join(str(citation) for citation in rule.cites),
                rule.means,
            ]
            for rule in lifecycle.rules
        ),
    )


def _ids(statuses: tuple[str, ...]) -> dict[str, str]:
    """The name itself where Mermaid reads it as a name; else a number, which no such name begins with."""
    fine = {name for name in statuses if _PLAIN.fullmatch(name) and name not in _TAKEN}
    return {name: name if name in fine else f"_{n}" for n, name in enumerate(statuses)}


def _labels(ids: dict[str, str], states: Iterable[str]) -> list[str]:
    return [f'state "{_quiet(name)}" as {ids[name]}' for name in states if ids[name] != name]


def _quiet(text: str) -> str:
    """Text with every character that Mermaid might act on as a character code."""
    return _LOUD.sub(lambda found: f"#{ord(found[0])};", text)


def _framed(groups: Iterable[Group]) -> list[Group]:
    """The groups worth a frame, largest first; of those that hold the same states, one."""
    framed: list[Group] = []
    for group in sorted(groups, key=lambda group: -len(group.states)):
        if len(group.states) > 1 and all({*group.states} != {*other.states} for other in framed):
            framed.append(group)
    return framed


def _frames(framed: list[Group], ids: dict[str, str]) -> Iterator[str]:
    """The frames, each with those that lie in it, and then with the states that lie in none of them."""
    for group in framed:
        if any(set(group.states) < set(other.states) for other in framed):
            continue
        inside = [other for other in framed if set(other.states) < set(group.states)]
        held = {state for other in inside for state in other.states}
        yield f'state "{_quiet(group.name)}" as {ids[group.name]} {{'
        yield from (f"    {line}" for line in _frames(inside, ids))
        yield from (f"    {ids[state]}" for state in group.states if state not in held)
        yield "}"


def _starts(lifecycle: Lifecycle, rule: Rule, framed: list[Group]) -> Iterator[str]:
    """What the arrows of a row start from: a frame stands for its states, unless the arrow would end inside it."""
    frames = {group.name for group in framed}
    members = lifecycle.members
    for name in names(rule.source):
        if name in frames and rule.target not in members[name]:
            yield name
        else:
            yield from members.get(name, (name,))


def _ends(lifecycle: Lifecycle) -> list[str]:
    final = {state for name in FINAL for state in lifecycle.members.get(name, ())}
    return [state for state in lifecycle.state_names if state in final and not lifecycle.moves.offered[state]]


def _markdown(head: list[str], rows: Iterable[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(_cell(cell) for cell in line) + " |\n" for line in lines)


def _cell(text: str) -> str:
    return re.sub(r"([\\`*\[\]<>|])", r"\\\1", " ".join(text.split()))
