"""Wrong use is told in one sentence and exits with 2."""

from __future__ import annotations

import pytest
from tests.cli.conftest import Run

from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core.ledger import Registered
from oversight_core.names import Item
from oversight_core.register import Register

WRONG = [
    ("shw",),
    ("read",),
    ("read", "--bogus", "x"),
    ("list", "--json=perhaps"),
    ("list", "--as-of", "yesterday"),
    ("list", "--as-of", "2024-13-45"),
    ("list", "--stated-by", "soon"),
    ("list", "--recorded-by", "-"),
    ("tally", "--by", "colour"),
    ("list", "--kind", "nosuch"),
    ("list", "--addressee", "Nope"),
    ("list", "--issuer", "Nope"),
    ("export", "csv", "--json"),
    ("undo",),
    ("undo", "first"),
    ("undo", "9999999"),
    ("show", "no such thing at all"),
    ("show", "GAO-99-999999 4"),
    ("show", ""),
    ("retract", "1"),
    ("retract", "1", "99", "--why", "x"),
    ("show", "-1"),
    ("show", "1", "2"),
    ("list", "--store", ""),
    ("list", "--as-of", ""),
    ("read", ""),
    ("import", "x.txt", " "),
    ("undo", "1", "--why", " "),
    ("retract", "1", "1", "--why", ""),
    ("verify", "--against", "here"),
    ("verify", "--against", "1:ab"),
    ("verify", "--against", f"-1:{'0' * 64}"),
    ("verify", "--against", f"1 :{'0' * 64}"),
    ("export", "powerpoint"),
    ("export", "jsonlines", "--as-of", "2024-01-01"),
    ("attempt", "1", "levitate", "--actor", "ICE", "--role", "addressee"),
    ("attempt", "1", "concur", "--actor", "ICE", "--role", "addressee", "--axis", "colour"),
    ("attempt", "1", "concur", "--actor", "ICE", "--role", "addressee", "--on", "someday"),
    ("attempt", "1", "concur", "--actor", " ", "--role", "addressee"),
    ("attempt", "1", "concur", "--actor", "ICE", "--role", "addressee", "--evidence", ""),
    ("attempt", "1", "concur", "--actor", "ICE", "--role", "addressee", "--evidence", ":words"),
    ("attempt", "1", "concur", "--actor", "ICE", "--role", "addressee", "--evidence", "replly"),
    ("rules", "show", "no-such-table"),
    ("rules", "diff", "no-such-table", "other"),
    ("rules", "draw", "position", "--format", "oil"),
    ("import", "x.txt", "--stated-on", "someday"),
    ("read", "x.txt", "--format", "telepathy"),
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_use_is_told(demo: Run, arguments: tuple[str, ...]) -> None:
    ran = demo(*arguments)
    assert ran.sentence
    assert ran.code == 2
    assert ran.out == ""


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("show",), "ITEM is needed"),
        (("show", "GAO-22-104529", "7"), "put quotes around a name of several words"),
        (("undo", "first"), "IMPORT is a whole number"),
        (("list", "--bogus"), "there is no option --bogus"),
        (("shw",), 'did you mean "show"?'),
        (("read", ""), "FIRST is blank"),
        (("tally", "--by", "colour"), "organisation"),
        (("list", "--kind", "documents"), "did you mean document?"),
        (("list", "--addressee", "Nope"), "addressees: ICE"),
        (("list", "--issuer", "Nope"), "issuers: crcl, gao"),
    ],
)
def test_wrong_use_is_told_in_our_words(demo: Run, arguments: tuple[str, ...], says: str) -> None:
    said = demo(*arguments).sentence
    assert says in said
    for leak in ("requires an argument", "Unused Tokens", ".;", "Invalid value"):
        assert leak not in said


def test_nothing_at_all_shows_the_commands(run: Run) -> None:
    ran = run()
    assert ran.code == 0
    for command in ("demo", "read", "import", "undo", "list", "show", "timeline", "tally", "check", "attempt"):
        assert command in ran.out
    for command in ("retract", "verify", "export", "rules", "adapters"):
        assert command in ran.out


def test_an_item_of_an_absent_rulebook_says_which_is_absent(run: Run) -> None:
    item = Item("permit", "city", "works-2024", "1")
    with SqliteStore("oversight.db") as store:
        Register(store).enter([Registered(item, None, rulebook="city_works")])
    ran = run("attempt", str(item), "remove", "--actor", "the city", "--role", "issuer")
    assert ran.code == 2
    assert ran.sentence.startswith("no rulebook 'city_works' is installed; installed: ")


def test_an_item_that_no_table_is_about_says_so(run: Run) -> None:
    item = Item("permit", "city", "works-2024", "1")
    with SqliteStore("oversight.db") as store:
        Register(store).enter([Registered(item, None)])
    ran = run("attempt", str(item), "remove", "--actor", "the city", "--role", "issuer")
    assert (ran.code, "no installed rulebook has a table for a permit" in ran.sentence) == (2, True)


@pytest.mark.parametrize(
    ("event", "says"),
    [("concurr", "did you mean concur, "), ("remove_entirely_now", "`oversight rules show` lists them")],
)
def test_an_unknown_event_is_answered_with_the_few_that_are_near(demo: Run, event: str, says: str) -> None:
    said = demo("attempt", "GAO-22-104529 6", event, "--actor", "ICE", "--role", "addressee").sentence
    assert said.startswith(f"no table has the event {event!r}; ")
    assert says in said
    assert said.count(", ") < 4
