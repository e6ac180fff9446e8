"""The canonical tables: what any body may use, one file per axis."""
