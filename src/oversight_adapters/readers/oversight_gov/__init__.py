"""Pages of single reports on Oversight.gov, as saved from a browser or copied as text."""

from oversight_adapters.readers.oversight_gov.reader import OversightGovReader

__all__ = ["OversightGovReader"]
