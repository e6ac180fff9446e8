"""The list of reports on the website of Homeland Security's inspector general, as text."""

from oversight_adapters.readers.dhs_oig_listing.reader import DhsOigListingReader

__all__ = ["DhsOigListingReader"]
