"""Reports of the inspector general of Homeland Security, and audit reports like them, as running text."""

from oversight_adapters.readers.oig_report.reader import OigReportReader

__all__ = ["OigReportReader"]
