"""Responses: what an addressee answered, in words, dates and counts, and what its department says to that."""

from __future__ import annotations

import attrs

from oversight_core.moments import Moment
from oversight_core.names import CONTENT, Item, Words


@attrs.frozen(kw_only=True)
class Response:
    """An answer to a document.  The counts are as stated; one that is not stated is None, never zero.

    The position on a single recommendation is not here: it is an entry on that recommendation's axis.
    """

    answers: Item | None = None
    responder: str = ""
    on_behalf_of: str = ""
    responded_on: Moment | None = None
    concurred: int | None = None
    partially_concurred: int | None = None
    non_concurred: int | None = None


@attrs.frozen(kw_only=True)
class DepartmentalResponse:
    """What a department says about a matter of one of its components, for itself and not for the component."""

    about: Item | None = None
    given_on: Moment | None = None
    text: Words = attrs.field(default="", metadata=CONTENT)
