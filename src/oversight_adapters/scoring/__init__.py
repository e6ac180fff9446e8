"""How well readers read: facts held against labels that somebody wrote by hand.

`labels` loads a label file, `score` compares, and `tallies` counts by format, kind and field.
"""

from oversight_adapters.scoring.labels import ENDING, Expected, Labels, LabelsRefused, load_labels
from oversight_adapters.scoring.score import Finding, judged
from oversight_adapters.scoring.tallies import Tally, tallied

__all__ = ["ENDING", "Expected", "Finding", "Labels", "LabelsRefused", "Tally", "judged", "load_labels", "tallied"]
