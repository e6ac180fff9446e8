"""Stores: the reference in memory, and one file.  What they share makes the same bytes in both.

`drain` reads a batch to its end before the lock, into a `spool` of drafts; under the lock, `admit` says whether it
still fits, and `chain` links it.  `rows` says what is stored of an entry, and `marks` makes of that an entry not yet
read; `disposal` is the one entry that only a store writes, and `verifying` walks the chain.  `memory` and `sqlite` are
the two that ship.
"""
