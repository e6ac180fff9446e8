"""Deadlines: what is due, overdue, stale or slipping, as of a day; nothing about time is stored."""
