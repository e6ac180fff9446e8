"""Connections that break a promise, each as a careless store might, to see that the kills find it out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any


class AnswersBeforeItCommits(sqlite3.Connection):
    """Puts off each commit until it is used again: what was acknowledged is not yet on the disk."""

    due = False

    def execute(self, sql: str, *given: Any) -> sqlite3.Cursor:
        if self.due:
            self.due = False
            super().execute("COMMIT")
        if sql == "COMMIT":
            self.due = True
            return super().execute("SELECT 1")
        return super().execute(sql, *given)


class CommitsInHalves(sqlite3.Connection):
    """Commits in the middle of what it writes, as somebody might do to keep the log small."""

    def execute(self, sql: str, *given: Any) -> sqlite3.Cursor:
        cursor = super().execute(sql, *given)
        if sql.startswith("INSERT"):
            self._halve()
        return cursor

    def executemany(self, sql: str, rows: Iterable[Any], /) -> sqlite3.Cursor:
        given = list(rows)
        super().executemany(sql, given[: len(given) // 2])
        self._halve()
        return super().executemany(sql, given[len(given) // 2 :])

    def _halve(self) -> None:
        if self.in_transaction:
            super().execute("COMMIT")
            super().execute("BEGIN IMMEDIATE")


class LeavesWordsBehind(sqlite3.Connection):
    """Lets go of a page without overwriting it: what was forgotten can still be read in the bytes of the file."""

    def execute(self, sql: str, *given: Any) -> sqlite3.Cursor:
        return super().execute("PRAGMA secure_delete = OFF" if "secure_delete" in sql else sql, *given)
