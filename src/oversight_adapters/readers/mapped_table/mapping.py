"""What a mapping file says, once it is read and checked: where the table is, which column is what, what words mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from oversight_core.rulebooks.restating import needed
from oversight_core.rules.citation import Citation, Force, Read
from oversight_core.rules.lifecycle import Lifecycle
from oversight_core.rules.rulebook import RuleBook
from oversight_core.rules.vocabulary import Mapping, Vocabulary, fold

KEEP, WARN, ERROR = "keep", "warn", "error"
"""What to do with an unknown word or a collision: keep it silently, keep it and say so, refuse the file."""


@attrs.frozen(kw_only=True)
class Pick:
    """Where a value comes from, and how its words are read: a row of the mapping.

    `row` is its name, such as ``fields.number``, and the phrase of its excerpts.  It comes from the `column` of that
    name (or one of the `other` names), the `position`-th of several that share it; or it is a `constant`; or it is the
    `item` of another kind, with the parts in `of`.  `reads` says what its words are read as: text, whole, amount,
    yes-no, date or item.
    """

    row: str
    reads: str = "text"
    column: str = ""
    other: tuple[str, ...] = ()
    position: int = 0
    optional: bool = False
    unescape: str = ""
    between: tuple[str, str] | None = None
    begins: bool = False
    shape: str = "any"
    split: str = ""
    dates: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    constant: str | int | bool | None = None
    item: str = ""
    of: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that its column may have; none for what comes from no column."""
        return (self.column, *self.other) if self.column else ()


@attrs.frozen(kw_only=True)
class Header:
    """Where the header is: in a `row` (counted from 1), or in the first row that `holds` these names.

    It may be `height` rows high, whose names are joined by `join`; where it comes `again`, it is a header again.
    """

    row: int = 0
    holds: tuple[str, ...] = ()
    height: int = 1
    join: str = " "
    again: bool = False


@attrs.frozen(kw_only=True)
class BlockLine:
    """A line that stands alone in its row and heads the rows below it; what it says becomes the column `column`."""

    column: str
    starts: tuple[str, ...] = ()
    between: tuple[str, str] | None = None
    dates: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class LeftOut:
    """Rows to leave out: those whose first words start so, or whose `column` holds one of `words` or is `empty`."""

    starts: tuple[str, ...] = ()
    column: str = ""
    words: tuple[str, ...] = ()
    empty: bool = False


@attrs.frozen(kw_only=True)
class Table:
    """Where the table is in its file."""

    format: str = ""
    delimiter: str = ""
    sheets: tuple[str, ...] = ()
    rows: str = ""
    header: Header = Header()
    block: BlockLine | None = None
    end: tuple[str, ...] = ()
    leave_out: tuple[LeftOut, ...] = ()


@attrs.frozen(kw_only=True)
class Stated:
    """Where the table says as of when it speaks: the words between two others, in the rows above its header."""

    between: tuple[str, str]
    dates: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Identity:
    """What makes the item of a row: the parts of its name, each of one or more columns."""

    report: tuple[Pick, ...] = ()
    number: tuple[Pick, ...] = ()
    addressee: tuple[Pick, ...] = ()
    part: tuple[Pick, ...] = ()
    collision: str = ERROR


@attrs.frozen(kw_only=True)
class Speaker:
    """Who says what a label says: its name, and the role in which it speaks."""

    name: Pick
    role: str = ""


@attrs.frozen(kw_only=True)
class Labels:
    """One column of status words: which axis they speak on, what each means, and what to do with an unknown one.

    `words` maps a word to a state or group of the axis; the words in `nothing` state nothing.
    """

    name: str
    words_in: Pick
    axis: str
    words: tuple[tuple[str, str], ...]
    nothing: tuple[str, ...] = ()
    unknown: str = ERROR
    on: Pick | None = None
    stated: Pick | None = None
    by: Speaker | None = None

    @property
    def meanings(self) -> tuple[tuple[str, str], ...]:
        """Every word that is known, and what it means; "" of one that states nothing."""
        return (*self.words, *((word, "") for word in self.nothing))


@attrs.frozen(kw_only=True)
class Entity:
    """A kind of item and, for each of its fields, where the value comes from."""

    kind: str
    cls: type[Any]
    fields: tuple[tuple[str, tuple[Pick, ...]], ...] = ()

    def picks(self, field: str) -> tuple[Pick, ...]:
        """Where a field comes from; nothing where it is not mapped."""
        return dict(self.fields).get(field, ())


@attrs.frozen(kw_only=True)
class TableMapping:
    """A whole mapping file; `mapping_of` makes one from its text.

    Each row of the table becomes an item of `entity`; where `document` is given, the report that it belongs to
    becomes one as well.  The rulebook that they are `governed_by` is that of the issuer, where none is named.
    Columns in `never` are not read at all; those in `ignore` are known not to be needed.
    """

    name: str
    version: str = "1"
    title: str = ""
    issuer: str
    governed_by: str = ""
    table: Table = Table()
    entity: Entity
    document: Entity | None = None
    identity: Identity = Identity()
    labels: tuple[Labels, ...] = ()
    stated: Stated | None = None
    never: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    lifecycles: tuple[Lifecycle, ...] = attrs.field(default=(), repr=False)

    def rulebook(self) -> RuleBook:
        """What the mapping's words mean, for the register that takes what is read by it.

        Its vocabularies speak of the tables that govern its items, and cite nobody but the mapping's author.
        """
        vocabularies = tuple(self._vocabulary(labels) for labels in self.labels if labels.words)
        title = f"words of {self.title or self.name}, as its mapping reads them"
        facts = needed(self.lifecycles)
        return RuleBook(f"mapping-{self.name}", self.version, title, self.lifecycles, vocabularies, facts=facts)

    def vocabulary(self, labels: Labels) -> str:
        """The name of the vocabulary that a column of status words makes."""
        return f"mapping-{self.name}/{labels.name}"

    def _vocabulary(self, labels: Labels) -> Vocabulary:
        provision = f"the mapping {self.name} {self.version}, as its author reads the words"
        cites = Citation(provision, Force.CONVENTION, "", Read.ORIGINAL)
        rows = (Mapping(word, ((labels.axis, meaning),), cites=cites) for word, meaning in labels.words)
        return Vocabulary(self.vocabulary(labels), self.issuer, tuple(rows))

    def picks(self) -> Iterator[Pick]:
        """Every row of the mapping that names where a value comes from."""
        for entity in (self.entity, self.document):
            for _, picks in entity.fields if entity else ():
                yield from picks
        parts = self.identity
        yield from (*parts.report, *parts.number, *parts.addressee, *parts.part)
        for labels in self.labels:
            yield from (one for one in (labels.words_in, labels.on, labels.stated) if one)
            if labels.by:
                yield labels.by.name


def word_key(word: str) -> str:
    """A status word without what printing changes; whatever is nothing but dashes is one dash.

    >>> word_key(" AGREED  with") == word_key("Agreed With"), word_key("—") == word_key("--")
    (True, True)
    """
    return fold(word) or ("-" if word.strip() else "")


def column_key(name: str) -> str:
    """A column's name without what printing changes: case and runs of blanks.

    >>> column_key("Publication  Number ") == column_key("publication number")
    True
    """
    return " ".join(name.split()).casefold()


def covers(name: str, column: str) -> bool:
    """Whether the name of a column is that of another, or of the object of JSON that holds it.

    >>> covers("Contact", "contact.phone"), covers("Contact", "contacted")
    (True, False)
    """
    key, whole = column_key(name), column_key(column)
    return whole == key or whole.startswith(f"{key}.")
