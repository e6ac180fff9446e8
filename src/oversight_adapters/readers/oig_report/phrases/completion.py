"""By when a component expects to be done."""

from __future__ import annotations

from oversight_adapters.readers.phrasebook import Phrase

_HEDGE = r"(?:<estimated_completion_qualifier:qualifier> (?:the )?)?"
_WHEN = rf"{_HEDGE}(?:the )?<estimated_completion:date>"
_DONE = r"(?:complet(?:e|ed|ing|ion)|finish(?:ed|ing)?|implement(?:ed|ing|ation)?|finaliz(?:e|ed|ing))"

COMPLETION = (
    Phrase(
        "ecd",
        rf"(?<![\w-])(?:(?:revised |new )?estimated completion date|ECD)(?:\s*\(\s*ECD\s*\))?\s*(?:[:-]"
        rf"|of|is)\s*{_WHEN}",
        "Estimated Completion Date (ECD): September 30, 2019.",
        "Estimated Completion Date (ECD): to be determined.",
        "C.2 16",
    ),
    Phrase(
        "estimated-completion-by",
        rf"(?<![\w-])(?:estimate[sd]?|anticipate[sd]?|expect(?:s|ed)?|project(?:s|ed)?|plans|intends)(?"
        rf": (?:that|it|they|to|its|the|full|of|this|these|will|be|actions?|recommendation|work|correct"
        rf"ive)){{0,8}}? {_DONE}(?: [\w'-]+){{0,12}}? {_HEDGE}<estimated_completion:date>",
        "ICE estimated completion by March 31, 2019.",
        "ICE estimated the cost of March 31, 2019 exactly.",
        "C.2 17",
    ),
)
"""Rows of estimates."""
