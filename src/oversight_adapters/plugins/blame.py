"""Blame: whatever the code of a plug-in raises, also to end the program, is told by the plug-in's name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from oversight_adapters.plugins.errors import BrokenPlugin
from oversight_adapters.writers.safe import shortened


def sentence(error: BaseException) -> str:
    """What went wrong, on one line of a sensible length."""
    try:
        said = str(error)
    except Exception:  # an error that cannot be printed must not hide that there is one
        said = "it does not say why"
    return shortened(f"{type(error).__name__}: {said}", 500)


@contextmanager
def blamed(plugin: str, what: str = "", *, passes: tuple[type[BaseException], ...] = ()) -> Iterator[None]:
    """Raise `BrokenPlugin` for whatever the body raises, but for errors that it `passes` and for who interrupts it."""
    try:
        yield
    except BaseException as error:  # a plug-in may even end the program; only the user may
        if isinstance(error, (KeyboardInterrupt, *passes)):
            raise
        raise BrokenPlugin(plugin, f"{what}: {sentence(error)}" if what else sentence(error)) from error
