"""What a store answers itself; such questions are not part of the port."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from oversight_core.ports import Store


def answer(store: Store, question: str) -> Callable[..., Any] | None:
    """The method by which a store answers a question itself; None where it does not."""
    return getattr(store, question) if question in store.capabilities.answers else None
