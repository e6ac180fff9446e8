"""Our side of W2: the 20-field nested entity as JSON and back, through what a plug-in would use for its own classes.

Named by ``OVERSIGHT_BENCH=contender_w2`` with this folder on ``PYTHONPATH``.  One field differs from the peers': money
is no float here.  `estimated_cost` is a `Decimal`, which reads the number on the wire to its last digit and is written
as a text; it equals the peers' float where that is exact.  Names are sorted, as in all that we write.
"""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import attrs
import w2_model

from oversight_adapters.codec import Values


def _class(name: str, fields: dict[str, Any]) -> type:
    types = fields | ({"estimated_cost": Decimal | None} if "estimated_cost" in fields else {})
    made = {field: attrs.field(type=type_) for field, type_ in types.items()}
    return attrs.make_class(name, made, frozen=True, slots=True, weakref_slot=False)


def w2() -> SimpleNamespace:
    """As `loads` does it: at a glance where that is sure, strictly through cattrs where it is not."""
    values = Values(w2_model.build(_class))
    return SimpleNamespace(dumps=values.dumps, loads=values.loads)
