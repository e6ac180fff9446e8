"""How we know: a source, a place in it, the exact words, and the check that they stand there."""

from oversight_core.provenance.excerpt import Excerpt
from oversight_core.provenance.locator import Cell, Element, Locator, Page, Pointer, TextSpan
from oversight_core.provenance.source import Source
from oversight_core.provenance.verify import stands

__all__ = ["Cell", "Element", "Excerpt", "Locator", "Page", "Pointer", "Source", "TextSpan", "stands"]
