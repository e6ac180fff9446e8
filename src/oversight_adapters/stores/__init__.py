"""Stores: the reference in memory, and one file.  What they share makes the same bytes in both.

`drain` reads a batch to its end before the lock, into a `spool` of drafts; under the lock, `admit` says whether it
still fits, and `chain` links it.  `rows` says what is stored of an entry, `plain` tells that as plain data, and `marks`
makes of it an entry not yet read; `disposal` is the one entry that only a store writes, and `verifying` walks the
chain.  `held` is all of that for a record that fits in memory.  `memory` and `sqlite` are the two that ship.
"""
