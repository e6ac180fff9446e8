"""GAO's pages of open recommendations to one agency, or on one topic, as plain text."""

from oversight_adapters.readers.gao_agency_page.reader import GaoAgencyPageReader

__all__ = ["GaoAgencyPageReader"]
