"""What a plug-in says it brings.  A descriptor is cheap; what it describes is made when it is first needed.

New needs become new fields with a default, so that a plug-in written today keeps working.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import attrs

from oversight_adapters.texts.plain import decode
from oversight_core.moments import AsOf
from oversight_core.names import SEGMENT
from oversight_core.ports import Reader, Store, Writer
from oversight_core.provenance import Source
from oversight_core.reading import Text

if TYPE_CHECKING:
    from oversight_core.rules import RuleBook


def _is_slug(_: Any, field: attrs.Attribute[str], value: object) -> None:
    if not (isinstance(value, str) and SEGMENT.fullmatch(value)):
        raise ValueError(f"the {field.name} of an adapter is a lower-case slug, not {value!r}")


def _name() -> Any:
    return attrs.field(validator=_is_slug)


@attrs.frozen(kw_only=True)
class StoreType:
    """A kind of store.  `open` takes what the user wrote as location; raises a `StoreFailed` where it cannot."""

    name: str = _name()
    title: str
    open: Callable[[str], Store]


@attrs.frozen(kw_only=True)
class ReaderType:
    """A format that can be read.  `text` makes of a source's bytes the text that the reader reads."""

    name: str = _name()
    title: str
    make: Callable[[], Reader]
    text: Callable[[Source], Text] = decode
    media_types: tuple[str, ...] = ("text/plain",)


@attrs.frozen(kw_only=True)
class WriterType:
    """A format that can be written.

    `make` takes the dates at which statuses are wanted; a writer that is not `dated` writes the whole record, whatever
    they are.
    """

    name: str = _name()
    title: str
    make: Callable[[AsOf], Writer]
    dated: bool = True


@attrs.frozen(kw_only=True)
class RulebookType:
    """The rules of one body or programme."""

    name: str = _name()
    title: str
    load: Callable[[], RuleBook]


Descriptor = StoreType | ReaderType | WriterType | RulebookType
