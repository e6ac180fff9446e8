"""Reports as the scrapers of unitedstates/inspectors-general describe them: `report.json`."""

from oversight_adapters.readers.ig_scraper.reader import IgScraperReader
from oversight_adapters.readers.ig_scraper.records import records_text

__all__ = ["IgScraperReader", "records_text"]
