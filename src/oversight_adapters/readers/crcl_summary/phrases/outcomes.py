"""What came of it: findings, what an agency agreed to or reports done, and the promise to release a memo."""

from __future__ import annotations

from oversight_adapters.readers.crcl_summary.phrases.common import ADVERBS, THE, UNIT, Family
from oversight_adapters.readers.phrasebook import Phrase
from oversight_adapters.readers.words.numbers import COUNT

CLAUSE = Phrase("clause", "<text:words>", "the locks were replaced", "")
"""Words that say it themselves; where they begin and end, the row before them decides."""

_ALSO = r"(?:\s*,? (?:also|further|additionally|subsequently|has|have|likewise|concurred and)){0,3}"
_AGREED = rf"(?:{THE}<committed_by:component>{UNIT}|(?<!\w)(?:it|the (?:agency|component|facility))){_ALSO}"
_FOUND = r"(?:found|determined|concluded|observed|identified|noted)"

ACTIONS = Family(
    "actions",
    (
        Phrase(
            "agreed-done",
            rf"{_AGREED} agreed and <state:done> ",
            "CBP agreed and immediately made changes to its form.",
            "CBP agreed to make changes to its form.",
            "A.4 29",
        ),
        Phrase(
            "agreed-to",
            rf"{_AGREED} <state:agreed> to "
            rf"(?!(?:all|both|some|most|each|these|those|the|CRCL|CRCL's|that)\W|{COUNT}|\d|"
            r"(?:[\w']+ ){0,4}?recommendations?\W)",
            "CBP also agreed to retrain its officers.",
            "CBP did not agree to retrain its officers.",
            "A.4 28",
        ),
        Phrase(
            "agreed-list",
            rf"{_AGREED} <state:agreed> to(?: (?:do |take )?the following(?: actions?| steps)?)?\s*:",
            "CBP agreed to take the following actions:",
            "CBP agreed to the following week.",
        ),
        Phrase(
            "reported-done",
            rf"(?:{THE}<performed_by:component>{UNIT}|(?<!\w)(?:it|the (?:agency|component)))(?: "
            rf"(?:also|further|additionally|has))* "
            r"(?:reported|stated|confirmed|noted|indicated|(?:informed|advised|told) CRCL) (?:that )?<who:doer> "
            r"(?:(?:has|had|have) )?(?:(?:since|already|now|also|subsequently) )?<state:done>(?!\w)",
            "CBP reported that it had already retrained its officers.",
            "CBP reported that it will retrain its officers.",
        ),
        Phrase(
            "has-done",
            rf"{THE}<performed_by:component> (?:has|have) (?:also )?<state:has-done>(?!\w)",
            "CBP has since issued a policy statement.",
            "CBP has often issued a policy statement.",
        ),
        Phrase(
            "done-in-answer",
            r"(?:as a result(?: of [^,;]{3,80})?|in response(?: to [^,;]{3,80})?)\s*, "
            rf"{THE}<performed_by:component>{UNIT} (?:has )?(?:also )?<state:done>(?!\w)",
            "As a result of CRCL's recommendations, ICE has updated its form.",
            "As a result of the storm ICE has updated its form.",
        ),
        Phrase(
            "further-done",
            r"(?:in addition|additionally|further|furthermore|moreover|subsequently)\s*,? (?:[\w'()-]+ "
            r"){1,8}?<state:were-done>(?!\w)",
            "In addition, the locks were replaced.",
            "In addition, the locks should be replaced.",
            "seed 1",
        ),
        Phrase(
            "also-did",
            rf"(?:(?:in addition|additionally|further|furthermore|moreover|subsequently)\s*,? )?"
            rf"(?:{THE}<performed_by:component>|the facility|it|the agency) also (?:has )?<state:done>(?!\w)",
            "ICE also replaced the locks.",
            "ICE also will replace the locks.",
        ),
        Phrase(
            "further-did",
            rf"(?:in addition|additionally|further|furthermore|moreover|subsequently)\s*,? "
            rf"(?:{THE}<performed_by:component>|the facility|it|the agency) (?:has )?<state:done>(?!\w)",
            "In addition, TSA has replaced its scanners.",
            "In addition, TSA has new scanners.",
        ),
        Phrase(
            "agreed-and-did",
            rf"{THE}<performed_by:component>{_ALSO} agreed to [^.;]{{3,240}}?,? and (?:also )?(?:has|had) (?:also )?"
            r"<state:done>(?!\w)",
            "CBP agreed to retrain its officers, and has updated its form.",
            "CBP agreed to retrain its officers and to have its form updated.",
        ),
    ),
)
"""Rows of actions.  What follows the row is the action; a reported one may be followed by more of them."""

FINDINGS = Family(
    "findings",
    (
        Phrase(
            "office-found",
            rf"<issuer:office>{ADVERBS} {_FOUND} that <text:words>",
            "CRCL found that officers were not trained.",
            "CRCL will decide whether officers were trained.",
        ),
        Phrase(
            "review-found",
            r"(?<!\w)(?:the|this|that|CRCL's|its) (?:[\w-]+ ){0,3}?(?:investigation|review|experts?) "
            rf"(?:(?:also|further) )?(?:{_FOUND}|revealed) that <text:words>",
            "The investigation found that officers were not trained.",
            "The investigation asked whether officers were trained.",
        ),
        Phrase(
            "finding-by-office",
            r"(?<!\w)finding by CRCL that <text:words>",
            "the finding by CRCL that USCIS discriminated against an applicant",
            "the finding by a court that USCIS discriminated",
        ),
    ),
)
"""Rows of findings.  What follows the row is the finding."""

RELEASES = Family(
    "releases",
    (
        Phrase(
            "will-post",
            r"(?:CRCL|the office|we) <promised:promise> (?:a|the) (?:<form:form> )?(?:version|copy) of",
            "CRCL will post a redacted version of this memorandum.",
            "CRCL has posted a redacted version of this memorandum.",
            "A.1 7",
        ),
        Phrase(
            "will-be-posted",
            r"(?:a|the) (?:<form:form> )?(?:version|copy) of (?:this|the) [^;]{3,120}? <promised:promised>(?!\w)",
            "A redacted version of the memorandum will be posted on the website.",
            "A redacted version of the memorandum is posted on the website.",
        ),
        Phrase(
            "after-which",
            r"<condition:condition>, (?:CRCL|the office|we|a|the) [^;]{0,160}?(?:will|plans to|intends to) ",
            "Once it has been reviewed, CRCL will post a copy of this memorandum.",
            "Once it has been reviewed, CRCL posted a copy of this memorandum.",
        ),
        Phrase(
            "when-ready",
            r"(?:post|posted|publish|published|release|released|available)(?:\W[^;]{0,200}?)? <condition:ready>",
            "CRCL will post a copy on its website once it has been reviewed.",
            "CRCL will post a copy on its website.",
        ),
    ),
)
"""Rows of a promise to release.  It is the office's own, never an action of the agency."""
