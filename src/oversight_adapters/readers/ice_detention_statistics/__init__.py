"""ICE's detention statistics: the workbooks that it publishes every other week, one a fiscal year."""

from oversight_adapters.readers.ice_detention_statistics.reader import IceDetentionStatisticsReader

__all__ = ["IceDetentionStatisticsReader"]
