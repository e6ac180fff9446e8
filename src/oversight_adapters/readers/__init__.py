"""Documents to candidates: one file per format, and the tables of phrases they read by."""
