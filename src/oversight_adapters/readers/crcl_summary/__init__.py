"""The reader `crcl-summary`: summaries, close summaries and memo announcements of DHS's civil-rights office."""

from oversight_adapters.readers.crcl_summary.reader import CrclSummaryReader

__all__ = ["CrclSummaryReader"]
