"""Documents to candidates: a room for each format, and beside them what the formats share.

`words` says what words mean on their own (dates, counts, organisations), `phrasebook` what sentences look like,
`inspectors_general` and `united_nations` what several formats of one field have in common, `mapped_table` reads any
table by a mapping, `identity` knows who is who; `facts` shows a reading as people ask for it.
"""
