"""How estimates are put: who expects what, hedges before dates, and what may stand between a verb and its date."""

from __future__ import annotations

from oversight_adapters.readers.words.dates import WHEN
from oversight_adapters.readers.words.qualifiers import QUALIFIERS

HEDGE = "(?:" + "|".join(QUALIFIERS.values()) + ")"
HEDGED = "<estimated_completion_qualifier:qualifier> (?:the )?"
_NAMED = (
    r"(?!\s(?:Census|Games|National|(?:application|filing|grant|funding|school|election|budget|appropriations?|survey)s?"
    r"(?:\s(?:cycle|season|year|period))?)\b)"
)
"""Behind a year there is none that names something ("for the 2030 Census")."""
BY = rf"(?: {HEDGED}| (?:in|on|during|for) (?:the )?|: )<estimated_completion:when>{_NAMED}"
AT = rf"(?: {HEDGED}| (?:in|on|during|for) (?:the )?|:? (?:the )?)<estimated_completion:when>"
EXPECTS = (
    r"\b(?:plans?|planned|planning|plan is|expects?|expected|expecting|intends?|intended|anticipates?|anticipated|"
    r"anticipating|estimates?|estimated|estimating|aim(?:s|ed)?|hope[sd]?|projects|projected|proposes|proposed|scheduled|targeted|"
    r"slated|due|set|on track|working|committed|goal(?: is)?)"
)
EXPECTING = (
    *"plan expect intend anticipat estimat aim hope project propos schedul target slated due set working".split(),
    *("committed", "goal", "on track"),
)
WILL = ("will", "would")
HEDGING = (
    *("by ", "at ", "in ", "on ", "near ", "toward ", "before ", "the end ", "end of", "not ", "no "),
    *("around", "about", "approximately", "roughly"),
)
DO = r"(?:complete|finish|implement|close)"
DONE = r"(?:completed?|finished|implemented|closed)"
DOING = r"(?:completing|finishing|implementing|closing|completion|implementation|closure)"
DOING_WORDS = ("completing", "finishing", "implementing", "closing", "completion", "implementation", "closure")
LIKELY = r"(?:(?:likely|probably|then|now|all|both|also|still|ultimately|eventually|instead) ){0,2}"
BEGIN = r"(?:begin|start|commence|initiate)"
BEGIN_WORDS = ("begin", "start", "commence", "initiate")

# Words between a verb and its date.  What begins, or was issued at another date, is not what is to be completed.
PAST = (
    r"\b(?:issued|published|released|dated|signed|established|adopted|approved|enacted|updated|made|found|awarded|"
    r"recommended|identified) (?:in|on)\b"
)
ELSEWHERE = (
    r"\b(?:begin|start|commenc|initiat|launch|which\b|because\b|and (?:would|will)\b|"
    r"will be (?!(?:fully )?(?:complete|finish|implement|close)))"
)
GAP = rf"[^\s;]{{0,20}}(?: (?:{PAST} {WHEN}|(?!{ELSEWHERE}|{PAST})[^\s;]+)){{0,30}}?"
GAP_TO_START = rf"[^\s;]{{0,20}}(?: (?!(?:and|then) (?:\w+ )?{DO}|complet|{PAST}|which\b)[^\s;]+){{0,30}}?"
SOMEBODY = r"(?:(?!\b(?:and|but|after|when|which|once|then|if|until|at which)\b)[^,;]){1,60}?"
START_AT = rf"(?:{HEDGE}|in|on|during) (?:the )?<estimated_start:when>"

EXPECTED = r"(?:estimated|expected|anticipated|targeted|target|planned|projected|revised|new|current|initial|original)"
OF_WHAT = (
    r"(?: (?:for|of) (?:this|the|these|those|our|its|their|all|both|implementing|completing)(?: [\w'-]+){1,10}?)??"
)
COMPLETION_DATE = (
    rf"(?<!\w)(?<!actual\s)(?:(?:{EXPECTED} (?:an? )?){{1,3}}(?:completion|implementation|closure)(?: due)?|"
    r"implementation due|completion) date"
    rf"(?: \(?ECD\)?)?{OF_WHAT},?"
)
MOVED = r"(?:extended|revised|moved|changed|pushed(?: back)?|delayed|postponed|updated|adjusted|shifted|slipped)"
OTHER_MOVES = ("updated", "adjusted", "shifted", "slipped")
IS = (
    r"(?: (?:of|is|was|to|for|as|remains)| (?:is|was) (?:now|currently|set for)|"
    rf" (?:(?:has|had|have) (?:been |now )?|was |is now |){MOVED} to)"
)
