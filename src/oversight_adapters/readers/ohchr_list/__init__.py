"""Lists of a State's recommendations by theme, and reports of the Working Group, of the Universal Periodic Review."""

from oversight_adapters.readers.ohchr_list.reader import OhchrListReader

__all__ = ["OhchrListReader"]
