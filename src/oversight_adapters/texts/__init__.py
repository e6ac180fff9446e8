"""Bytes to text that remembers places.

Running text: `plain` decodes it, `folded` is its twin for matching, `sentences` and `spans` say where sentences and
lines stand.
`documents` finds which kind of document it is; `layers` leads from what was read back to the page or element it is on,
and `blanks` are those that say nothing.
Web pages: `html` reads one, once `nesting` has found it not too deep; `flat` goes through its elements, `flow` writes
its text, `markup` knows its places.  PDFs: `pdf`, once `pdf_size` has found no bomb in
it, with `pdf_columns` for the order of lines, `pdf_spacing` for paragraphs, `pdf_hyphens` for words that a line parts
and `pages` for places.  Word: `docx`.
Tables: `tables` finds the format, `grid` is what all of them become, `faults` tells what is wrong with their rows.
CSV is read by `delimited`, with `quotes` for records whose quotes are wrong; JSON by `json_rows`, over `json_values`;
workbooks by `workbook`, a `worksheet` at a time out of its `sheet_xml`, and old ones by `old_workbook`; `cell_words`
are those of both, with numbers as a `number_format` shows them.  An `archive` is looked at before it is unpacked.
Files of settings in TOML: `drafting` takes their values and tells every mistake; `toml_keys` knows on which lines.
"""
