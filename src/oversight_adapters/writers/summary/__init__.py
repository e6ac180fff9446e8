"""A plain-text page for each memo that was answered, in the form of the summaries of DHS's civil-rights office."""

from oversight_adapters.writers.summary.writer import SummaryWriter

__all__ = ["SummaryWriter"]
