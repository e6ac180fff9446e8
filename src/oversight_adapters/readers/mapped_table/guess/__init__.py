"""A mapping proposed from a table itself: `guess` reads names and values, and marks what it doubts.

What is known: `headings` and `people` (names of columns) and `known_words` (positions and statuses).  What is seen:
`heads` and `finding` (where the table is), `columns` (what stands in each) and `numbering` (numbers in the text).  What
follows: `fitting` and `assigning` (which column is what), `naming` and `identifying` (what tells rows apart),
`labelling` and `writing` (sections and keys), on a `page`; `guessing` puts it together.
"""

from oversight_adapters.readers.mapped_table.guess.guessing import guess

__all__ = ["guess"]
