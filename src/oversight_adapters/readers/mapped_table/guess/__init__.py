"""A mapping proposed from a table itself: `guess` reads names and values, and marks what it doubts."""

from oversight_adapters.readers.mapped_table.guess.guessing import guess

__all__ = ["guess"]
