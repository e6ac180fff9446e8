"""The parts of a commitment that are found by its grammar, and only read here; and parts of the page."""

from __future__ import annotations

from oversight_adapters.readers.phrasebook import Phrase

PARTS = (
    Phrase("commitment", "<actor:actor>", "CRCL", ""),
    Phrase("binding", "<modal:modal>", "will", ""),
    Phrase("doing", "<verb:verb>", "notify", ""),
    Phrase("sentence", "<text:words>", "CRCL will notify ICE.", ""),
    Phrase("condition", "<condition:words>", "if CRCL asks", ""),
    Phrase("heading", "<heading:words>", "Quarterly meetings", ""),
    Phrase("title", "<title:words>", "Plan to Monitor Transfers", ""),
    Phrase("due", "<due_on:ever>", "March 31, 2025", "sometime"),
    Phrase("facility", "<facility:facility>", "Krome North Service Processing Center", "the jail"),
    Phrase("topic", "<topics:words>", "Immigration Enforcement", ""),
    Phrase("owned", "<owner:words>", "Enforcement and Removal Operations", ""),
    Phrase("on-the-day", "<when:ever>", "March 31, 2016", "when it is done"),
    Phrase("directs", "<given_by:actor>", "Secretary Johnson", ""),
    Phrase("directed", "<given_to:actor>", "local law enforcement agencies", ""),
)
"""Rows whose words the grammar finds: they say what the words mean."""
