"""Names: items that parse and print, and who acts.

An `Item` is the natural key of a thing oversight speaks of.  It prints as ``kind:issuer/report/number@addressee``;
what belongs to another item carries that item's body plus a discriminator, its `part`.
"""

from oversight_core.names.actor import Actor
from oversight_core.names.item import SEGMENT, Item, items
from oversight_core.names.spelling import fingerprint, normalise, slug
from oversight_core.names.words import CONTENT, Withheld, Words, passages, several

__all__ = [
    "CONTENT",
    "SEGMENT",
    "Actor",
    "Item",
    "Withheld",
    "Words",
    "fingerprint",
    "items",
    "normalise",
    "passages",
    "several",
    "slug",
]
