"""Columns of published tables as rows of data, and the header in which they are named."""

from oversight_adapters.readers.table_columns.book import Column, ColumnBook, Piece
from oversight_adapters.readers.table_columns.names import HEAD_ROWS, name_key

__all__ = ["HEAD_ROWS", "Column", "ColumnBook", "Piece", "name_key"]
