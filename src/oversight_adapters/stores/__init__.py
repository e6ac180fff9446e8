"""Stores: the reference in memory, and one file.  What they share makes the same bytes in both."""
