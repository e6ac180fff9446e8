"""Organisations: who reviews, recommends, answers and speaks for whom."""

from __future__ import annotations

import attrs

from oversight_core.moments import Moment
from oversight_core.names import Item, several


@attrs.frozen(kw_only=True)
class Organisation:
    """A body, component, agency, operator or legislature, with the dates between which it existed under this name.

    `code` is what its own publications call it by, such as the code of a State; `region` and `memberships` are the
    groups that it belongs to, as printed.
    """

    name: str = ""
    aliases: tuple[str, ...] = attrs.field(default=(), converter=several)
    kind: str = ""  # oversight-body, department, component, law-enforcement, facility-operator, legislature
    parent: Item | None = None
    existed: Moment | None = None
    successor: Item | None = None
    code: str = ""
    region: str = ""
    memberships: tuple[str, ...] = attrs.field(default=(), converter=several)
