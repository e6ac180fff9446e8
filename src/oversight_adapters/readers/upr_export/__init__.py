"""Tables of the Universal Periodic Review and of the Universal Human Rights Index: UPR Info's export, reports coded by
hand, and the index's export."""

from oversight_adapters.readers.upr_export.reader import UprTableReader, reader_named
from oversight_adapters.readers.upr_export.tables import UHRI_EXPORT, UPR_CODED_REPORTS, UPR_INFO_EXPORT

__all__ = ["UHRI_EXPORT", "UPR_CODED_REPORTS", "UPR_INFO_EXPORT", "UprTableReader", "reader_named"]
