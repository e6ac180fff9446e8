"""Whatever is asked of the rules, the answer is lines of JSON or one sentence, never a traceback."""

from __future__ import annotations

import contextlib
import io
import json

from hypothesis import example, given
from hypothesis import strategies as st

from oversight_adapters.cli import main
from oversight_core.rulebooks import BUILTIN

STATUSES = sorted(
    {status for book in BUILTIN for table in book.lifecycles for status in (*table.state_names, *table.members)}
    | {row.label for book in BUILTIN for words in book.vocabularies for row in words.rows}
)
TABLES = sorted({table.name for book in BUILTIN for table in book.lifecycles} | {book.name for book in BUILTIN})

anything = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(
    lambda text: not text.startswith("-")
)


@st.composite
def spelt(draw: st.DrawFn, names: list[str]) -> str:
    """A name, perhaps in another spelling, or something else."""
    name = draw(st.sampled_from(names) | anything)
    return draw(st.sampled_from((name, name.upper(), name.replace("_", " "), f" {name} ", f"{name}:{name}")))


def asked(*arguments: str) -> None:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(["rules", *arguments, "--json"])
    assert "this should not have happened" not in err.getvalue(), err.getvalue()
    assert all(json.loads(line)["type"] for line in out.getvalue().splitlines())
    assert code in (0, 1, 2, 3)
    assert (code in (2, 3)) == bool(err.getvalue())


@given(spelt(STATUSES), spelt(STATUSES))
@example("Open", "Closed – Implemented")
def test_any_two_words_are_explained_or_told(source: str, target: str) -> None:
    asked("explain", source, target)


@given(spelt(TABLES))
@example("oversight_status@1")
@example("a.toml:b")
def test_any_name_is_shown_and_checked_or_told(name: str) -> None:
    for command in ("show", "check", "draw"):
        asked(command, name)


@given(spelt(TABLES), spelt(TABLES))
def test_any_two_names_are_compared_or_told(old: str, new: str) -> None:
    asked("diff", old, new)
