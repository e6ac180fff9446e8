"""Tables without code: a mapping file in TOML says which column is what, and a reader reads any table by it."""

from oversight_adapters.readers.mapped_table.errors import DefectiveMapping, MappingFault, TableRefused
from oversight_adapters.readers.mapped_table.examining import Examined
from oversight_adapters.readers.mapped_table.loading import mapping_of
from oversight_adapters.readers.mapped_table.mapping import TableMapping
from oversight_adapters.readers.mapped_table.reader import MappedTableReader

__all__ = [
    "DefectiveMapping",
    "Examined",
    "MappedTableReader",
    "MappingFault",
    "TableMapping",
    "TableRefused",
    "mapping_of",
]
