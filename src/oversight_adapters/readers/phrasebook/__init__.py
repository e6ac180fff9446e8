"""Phrases are data: rows that say what a sentence looks like, and how the rows that cannot read it are passed over."""

from oversight_adapters.readers.phrasebook.book import Phrasebook
from oversight_adapters.readers.phrasebook.rows import Hit, Phrase, Slot

__all__ = ["Hit", "Phrase", "Phrasebook", "Slot"]
