"""A folded twin of a text, for matching: same length, so that every place in it is a place in the original.

Typographic quotes and dashes, odd blanks, emphasis marks and all line ends become plain.
"""

from __future__ import annotations

_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "`": "'", "“": '"', "”": '"', "„": '"', "\t": " ", "\f": "\n", "\v": "\n"}
    | dict.fromkeys("*_", " ")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000", " ")
    | dict.fromkeys(map(chr, range(0x2000, 0x200B)), " ")
    | dict.fromkeys("\u0085\u2028\u2029", "\n")
)

_ODD_ASCII = "`*_\t\f\v"


def fold(content: str) -> str:
    """The folded twin of a text.

    >>> fold("ICE’s “plan” — *two*\\r\\nlines")
    'ICE\\'s "plan" -  two  \\nlines'
    """
    # A line at a time: most are ASCII, and translate far faster than a text with one curly quote, or need not at all.
    odd = any(mark in content for mark in _ODD_ASCII)
    folded = "\n".join([line.translate(_PLAIN) if odd or not line.isascii() else line for line in content.split("\n")])
    if "\r" in folded:
        folded = folded.replace("\r\n", " \n").replace("\r", "\n")
    return folded
