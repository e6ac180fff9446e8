"""How a position is worded: concurred, partially, not, and for whom."""

from __future__ import annotations

CONCURRED = r"(?:concur(?:s|red|ring)|agree(?:s|d|ing))"
NOT = (
    r"(?:(?:did|does|has|have) not (?:concur|agree)(?:red|d)?|not (?:concurring|agreeing)|"
    r"non-?\s*concur(?:s|red|ring)?|disagree(?:s|d|ing)?)"
)
FOR = r"(?:\s*, on behalf of [^,;]{2,60},)?"
PARTLY = r"(?:partially|partly)"
# Before a verb that nothing may turn into another: the blank after a word that is neither "partially" nor "not".
PLAINLY = (
    r"(?:(?<=[(,;:/])|(?<!\s)(?<!fully)(?<!partially)(?<!partial)(?<!partly)(?<!part)(?<!not)(?<!non)(?<!non-)\s+)"
)
