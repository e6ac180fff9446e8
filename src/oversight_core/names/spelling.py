"""From text to what identifies it: normalised, as a fingerprint, as a segment of an item."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"'}
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("*_#`\u00ad\u200b\ufeff", None)
)
_SLUG = re.compile(r"[a-z0-9~]++(?:[.-][a-z0-9~]++)*+")  # what is one but for capitals
_NOTE = re.compile(r"\[[^\[\]]{0,200}\]")
# What a page puts before the subject of any document; a body's own title forms are rows of its reader.
_LEAD_IN = re.compile(r"^(?:close )?summary(?: of| regarding|:) ")


def normalise(text: str) -> str:
    """Fold a title or text to what identifies it: NFKC, casefold, ASCII quotes and dashes, single blanks, no
    bracketed notes, no lead-ins.

    >>> normalise("Summary of  ICE’s Program [Reissued on Sep. 4]")
    "ice's program"
    """
    folded = unicodedata.normalize("NFKC", text)
    if not folded.isascii() or "*" in folded or "_" in folded or "#" in folded or "`" in folded:
        folded = folded.translate(_PLAIN)  # which costs more than all that follows
    folded = folded.casefold()
    while True:  # until nothing changes, for notes may nest and lead-ins repeat
        bare = _NOTE.sub(" ", folded) if "[" in folded else folded
        bare = " ".join(bare.split())
        bare = _LEAD_IN.sub("", bare).strip(" :|-") or bare
        if bare == folded:
            return bare
        folded = bare


def fingerprint(text: str) -> str:
    """``~`` and ten hexadecimal digits of the SHA-256 of the normalised text: the identity of what has no printed id.

    >>> fingerprint("Segregation Oversight") == fingerprint("  segregation   oversight ")
    True
    """
    return "~" + hashlib.sha256(normalise(text).encode()).hexdigest()[:10]


def slug(text: str) -> str:
    """A lower-case segment of an item; a fingerprint where nothing of the text can be spelt in ASCII.

    >>> slug("GAO-24-106233"), slug("Matter for Consideration 4")
    ('gao-24-106233', 'matter-for-consideration-4')
    """
    if text.isascii() and _SLUG.fullmatch(bare := text.lower()):
        return bare
    ascii_ = unicodedata.normalize("NFKD", text.translate(_PLAIN)).encode("ascii", "ignore").decode().lower()
    bare = re.sub(r"[^a-z0-9._~]+", "-", ascii_).strip("-.")
    return bare or fingerprint(text)
