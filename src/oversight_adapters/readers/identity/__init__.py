"""Who or what a name means: tables of organisations, facilities and programmes by every name they go by.

A table answers exactly or not at all.  What only looks alike is proposed with a score, and never applied.
"""

from oversight_adapters.readers.identity.errors import DefectiveNames, MatchingNotInstalled
from oversight_adapters.readers.identity.loading import BUILTIN, load_names
from oversight_adapters.readers.identity.proposing import Proposal, propose
from oversight_adapters.readers.identity.rows import Alias, Known, Names, same

__all__ = [
    "BUILTIN",
    "Alias",
    "DefectiveNames",
    "Known",
    "MatchingNotInstalled",
    "Names",
    "Proposal",
    "load_names",
    "propose",
    "same",
]
