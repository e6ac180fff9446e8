"""Tables and rulebooks by the names that people give them: installed ones, and those that are written in a file."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

import attrs

from oversight_adapters.cli.desk import rulebooks
from oversight_adapters.cli.exits import WrongUse
from oversight_adapters.cli.files import text_of
from oversight_core.errors import DefectiveRulebook
from oversight_core.rules import Lifecycle, RuleBook

FILE = ".toml"
"""How the name of a rulebook in a file ends."""


@attrs.frozen
class Found:
    """What a name means: a rulebook, and one of its tables where not the whole is meant."""

    book: RuleBook
    table: Lifecycle | None = None

    @property
    def tables(self) -> tuple[Lifecycle, ...]:
        """The tables that are meant."""
        return (self.table,) if self.table else self.book.lifecycles


def installed() -> dict[str, tuple[RuleBook, Lifecycle]]:
    """Every table by name, with the first rulebook that brings it; another one of a name is called BOOK:NAME."""
    return by_name(rulebooks())


def by_name(books: Iterable[RuleBook]) -> dict[str, tuple[RuleBook, Lifecycle]]:
    """The tables of some rulebooks, by name."""
    found: dict[str, tuple[RuleBook, Lifecycle]] = {}
    for book in books:
        for table in book.lifecycles:
            name = table.name
            if name in found and found[name][1] != table:
                name = f"{book.name}:{table.name}"
            found.setdefault(name, (book, table))
    return found


def named(name: str) -> Found:
    """What a name means: TABLE, TABLE@VERSION, BOOK, BOOK:TABLE, or the same with a file in the place of BOOK.

    Raises `WrongUse` with near hits, and with every mistake of a file that is no rulebook.
    """
    of, colon, table = name.rpartition(":")
    if name.endswith(FILE):
        return Found(book_in(name))
    if colon and of.endswith(FILE):
        return _table([book_in(of)], table)
    books = rulebooks()
    for book in books:
        if colon and _is(book, of):
            return _table([book], table)
    if found := [book for book in books if _is(book, name)]:
        return Found(found[0])
    return _table(books, name)


def table_named(name: str) -> Lifecycle:
    """The one table of a name.  Raises `WrongUse` where there is none, or a rulebook with several."""
    found = named(name)
    tables = [table for table in found.tables if table.name == name] or found.tables
    if len(tables) != 1:
        choices = tuple(f"{name}:{table.name}" for table in tables)
        raise WrongUse(f"{name} has {len(tables)} tables; name one of them", choices)
    return tables[0]


def chosen(names: Iterable[str]) -> list[Found]:
    """What some names mean; every installed rulebook where there are none."""
    return [named(name) for name in names] or [Found(book) for book in rulebooks()]


def book_in(path: str) -> RuleBook:
    """The rulebook in a file.  Raises `FileFailed`, and `WrongUse` with every mistake in it."""
    from oversight_adapters.rulebooks.loading import LARGEST, load_rulebook

    text = text_of(path, "a rulebook", most=LARGEST)
    try:
        return load_rulebook(text, name=path, base=rulebooks())
    except DefectiveRulebook as error:
        many = f"{len(error.faults)} mistakes are" if len(error.faults) != 1 else "1 mistake is"
        raise WrongUse(f"the rulebook {path} is refused; {many} in it:", error.faults) from None


def books_in(paths: Iterable[str]) -> list[RuleBook]:
    """The rulebooks in some files, to be used beside those installed.

    Raises as `book_in` does, and `WrongUse` for what is no such file and where two have one name.
    """
    found: dict[str, RuleBook] = {}
    for path in dict.fromkeys(paths):
        if not path.endswith(FILE):
            raise WrongUse(f"--rulebook is a file that ends in {FILE}, not {path!r}; what is installed needs no naming")
        book = book_in(path)
        if found.setdefault(book.name, book) is not book:
            raise WrongUse(f"two of the rulebooks that are given are called {book.name!r}; give one of them")
    return list(found.values())


def _is(book: RuleBook, name: str) -> bool:
    """Whether a rulebook is called so; a module of Python has underscores where it has hyphens."""
    return book.name == name.replace("_", "-")


def _table(books: Iterable[RuleBook], name: str) -> Found:
    """The present table of a name, else an earlier version of one."""
    books = list(books)
    if name in (tables := by_name(books)):
        return Found(*tables[name])
    for book in books:
        for table in (*book.lifecycles, *book.earlier):
            if name == f"{table.name}@{table.version}":
                return Found(book, table)
    known = [*tables, *(book.name for book in books)]
    near = get_close_matches(name, known, n=3, cutoff=0.4)
    hint = f"did you mean {', '.join(near)}?" if near else "`oversight rules list` lists them"
    raise WrongUse(f"no table and no rulebook is called {name!r}; {hint}")
