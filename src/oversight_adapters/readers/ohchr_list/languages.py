"""The other official languages of the United Nations, by what a paper of the review says of itself in each."""

from __future__ import annotations

import re

_ENGLISH = re.compile(r"\brecommendations?\b|universal\s{0,9}periodic", re.IGNORECASE)
_OTHERS = {
    "Arabic": re.compile(r"الاستعراض\s{1,9}الدوري\s{1,9}الشامل"),
    "Chinese": re.compile(r"普遍定期审[议查]"),
    "French": re.compile(
        r"examen\s{1,9}périodique\s{1,9}universel|source\s{1,9}de\s{1,9}la\s{1,9}position|liste\s{1,9}thématique",
        re.IGNORECASE,
    ),
    "Russian": re.compile(r"универсальн\w{2,4}\s{1,9}периодическ", re.IGNORECASE),
    "Spanish": re.compile(
        r"examen\s{1,9}periódico\s{1,9}universal|fuente\s{1,9}de\s{1,9}la\s{1,9}posición|lista\s{1,9}temática",
        re.IGNORECASE,
    ),
}
_HEAD = 16_384  # characters


def other_language(text: str) -> str:
    """The language of a text that is in none but another; "" for English, and where nothing tells.

    >>> other_language("Informe sobre el Examen Periódico Universal"), other_language("Original: French")
    ('Spanish', '')
    """
    head = text[:_HEAD]
    if _ENGLISH.search(head):
        return ""
    return next((language for language, mark in _OTHERS.items() if mark.search(head)), "")
