"""What a summary of a report says of its recommendations, in a list of reports or on a page about one."""

from __future__ import annotations

from oversight_adapters.readers.oig_report.page import Page
from oversight_adapters.readers.oig_report.recommendations import Known
from oversight_adapters.readers.oig_report.reconcile import settle
from oversight_adapters.readers.oig_report.scope import Scope
from oversight_adapters.readers.oig_report.statements import Statements
from oversight_adapters.texts.sentences import sentences
from oversight_core.names import Item


def tell_summary(page: Page, document: Item, number: str, start: int, end: int) -> None:
    """All that the sentences of a summary tell of the report, as those of a report would."""
    said = Statements.of(Scope(page, document, number, None, Known(), []))
    for span in sentences(page.text, start, end):
        said.sentence(*span)
    settle(said)
