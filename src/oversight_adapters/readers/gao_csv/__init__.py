"""GAO's export of open recommendations, as a table."""

from oversight_adapters.readers.gao_csv.reader import GaoCsvReader

__all__ = ["GaoCsvReader"]
