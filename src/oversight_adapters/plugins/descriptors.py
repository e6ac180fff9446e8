"""What a plug-in says it brings.  A descriptor is cheap; what it describes is made when it is first needed.

New needs become new fields with a default, so that a plug-in written today keeps working.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import attrs

from oversight_adapters.plugins import border
from oversight_adapters.texts.plain import decode
from oversight_core.ports import Reader, Store, Writer
from oversight_core.provenance import Source
from oversight_core.reading import Text

if TYPE_CHECKING:
    from oversight_core.rules import RuleBook


@attrs.frozen(kw_only=True)
class StoreType:
    """A kind of store.

    `open` takes what the user wrote as location; raises a `StoreFailed` where it cannot.  One that `takes_codec` is
    also given ``codec=``, the `Codec` that knows the entity kinds of every plug-in at hand.

    `exists` says whether there is a record at this location; it is asked before a command that makes none.  Without it,
    one is taken to be there.
    """

    name: str = attrs.field(validator=border.slug)
    title: str = attrs.field(validator=border.title)
    open: Callable[..., Store] = attrs.field(validator=border.called("location", codec=True))
    takes_codec: bool = attrs.field(default=False, validator=border.flag)
    exists: Callable[[str], bool] | None = attrs.field(
        default=None, validator=attrs.validators.optional(border.called("location"))
    )


@attrs.frozen(kw_only=True)
class ReaderType:
    """A format that can be read.  `text` makes of a source's bytes the text that the reader reads."""

    name: str = attrs.field(validator=border.slug)
    title: str = attrs.field(validator=border.title)
    make: Callable[[], Reader] = attrs.field(validator=border.called())
    text: Callable[[Source], Text] = attrs.field(default=decode, validator=border.called("source"))
    media_types: tuple[str, ...] = attrs.field(
        default=("text/plain",), converter=border.as_tuple, validator=border.texts
    )


@attrs.frozen(kw_only=True)
class WriterType:
    """A format that can be written.

    `make` takes the dates at which statuses are wanted; a writer that is not `dated` writes the whole record, whatever
    they are.  One that `takes_codec` is also given ``codec=``, as a store is.
    """

    name: str = attrs.field(validator=border.slug)
    title: str = attrs.field(validator=border.title)
    make: Callable[..., Writer] = attrs.field(validator=border.called("as_of", codec=True))
    dated: bool = attrs.field(default=True, validator=border.flag)
    takes_codec: bool = attrs.field(default=False, validator=border.flag)


@attrs.frozen(kw_only=True)
class RulebookType:
    """The rules of one body or programme, and the kinds of entities that it needs beyond those of the core.

    `kinds` maps a tag, which is also the kind of the items, to a frozen attrs class whose fields the codec can store.
    """

    name: str = attrs.field(validator=border.slug)
    title: str = attrs.field(validator=border.title)
    load: Callable[[], RuleBook] = attrs.field(validator=border.called())
    kinds: Mapping[str, type] = attrs.field(
        factory=dict, converter=border.as_mapping, validator=border.mapping, hash=False
    )


Descriptor = StoreType | ReaderType | WriterType | RulebookType
