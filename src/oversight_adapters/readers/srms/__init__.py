"""ICE's records of segregation: reports on placements, as spreadsheets that were released under the FOIA."""

from oversight_adapters.readers.srms.reader import SrmsReader

__all__ = ["SrmsReader"]
