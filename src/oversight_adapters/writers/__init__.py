"""Answers to documents, one file per format.

What stands in the record was written by others: every writer makes it harmless in the format it writes.
"""
