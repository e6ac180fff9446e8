"""A sentence without what stands in brackets and quotation marks: who is quoted there is somebody else."""

from __future__ import annotations


def masked(folded: str, *, quotes: bool = True) -> str:
    """A sentence in which what stands in brackets, and in quotation marks, is blank; of the same length.

    >>> masked('ICE (that is, "the agency") will say "we will".')
    'ICE                          will say          .'
    """
    if "(" not in folded and "[" not in folded and '"' not in folded:
        return folded
    out, depth, quoted = list(folded), 0, False
    for at, mark in enumerate(folded):
        if mark in "([" and (depth or at == 0 or not folded[at - 1].isalnum()):  # 287(g) is a name
            depth += 1
        if quotes and mark == '"' and depth == 0:
            quoted = not quoted
            out[at] = " "
        if depth or quoted:
            out[at] = " "
        if mark in ")]" and depth:
            depth -= 1
    return "".join(out) if depth == 0 and not quoted else folded
