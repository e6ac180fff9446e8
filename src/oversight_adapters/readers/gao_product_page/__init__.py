"""GAO's page of one product: the report, what it recommends, and what became of that."""

from oversight_adapters.readers.gao_product_page.reader import GaoProductPageReader

__all__ = ["GaoProductPageReader"]
