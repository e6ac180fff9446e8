"""Every version of every built-in table, the earlier ones too, by name and version."""

from oversight_core.rulebooks import BUILTIN

TABLES = {(table.name, table.version): table for book in BUILTIN for table in (*book.lifecycles, *book.earlier)}
EACH = tuple(TABLES.values())


def named(table) -> str:
    return f"{table.name}-{table.version}"
