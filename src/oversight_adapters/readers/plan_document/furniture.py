"""What is on a page and says nothing in it: buttons, menus, the form for comments; and lines that a label begins."""

from __future__ import annotations

import re

from oversight_adapters.readers.plan_document import vocabulary as words
from oversight_adapters.readers.words.dates import DAY, MONTH_NAME

_BUTTON = re.compile(
    r"skip\s+to\s+(?:main\s+)?content|an\s+official\s+website\s+of\s+the\s+(?:united\s+states|u\.s\.)\s+government|"
    r"here'?s\s+how\s+you\s+know|official\s+websites?\s+uses?\s+\.gov|secure\s+\.gov\s+websites\s+use\s+https|"
    r"(?:main\s+)?menu|search(?:\s+this\s+site|\s+form)?|home|breadcrumbs?|you\s+are\s+here:?|print(?:er[\s-]friendly)?"
    r"(?:\s+(?:page|version))?|(?:e-?)?mail(?:\s+this(?:\s+page)?)?|facebook|twitter|linkedin|x|instagram|youtube|"
    r"share(?:\s*/\s*email|\s+this(?:\s+(?:page|article|story))?)?:?(?:\s+(?:on|via|to)\s+\w{1,20})?|tweet|"
    r"(?:(?:share|facebook|twitter|tweet|linkedin|e-?mail|print|pinterest|whatsapp|copy\s?link|more)\s{0,3}){1,8}|"
    r"page\s\d{1,4}(?:\s(?:of|/)\s\d{1,4})?|-{1,2}\s?\d{1,4}\s?-{1,2}|\d{1,4}|"
    r"(?:english|español|espanol|a\+\s*\|?|a-)|(?:back|return)\s+to\s+top|top\s+of\s+page|read\s+more|learn\s+more|"
    r"(?:expand|collapse|close)\s+all|(?:«|<|<<)?\s?(?:older|previous|newer|next)\s+(?:post|page|story)s?\s?(?:»|>|>>)?|"
    r"(?:«|<|<<)\s?(?:older|previous)\s+posts?\s{1,9}(?:newer|next)\s+posts?\s?(?:»|>|>>)|sitemap|contact\s+us",
    re.IGNORECASE,
)
_CRUMBS = re.compile(
    r"[^»›\n]{1,60}(?:\s{0,3}[»›]\s{0,3}[^»›\n]{1,60}){1,8}|home(?:\s{0,3}(?:»|›|>|/|::)\s{0,3}[^»›>/\n]{1,80}){1,8}",
    re.IGNORECASE,
)
_LABELLED = re.compile(rf"(?:{'|'.join(words.LINE_LABELS)})\s?(?:\([^()]{{1,20}}\))?\s?:(?:\s|$)", re.IGNORECASE)
_POSTED = re.compile(r"(?:posted|published|filed|written|submitted)\s+(?:on|by|in|at)\b", re.IGNORECASE)
_SET = re.compile(
    r"(?:(?:respectfully\s+)?submitted|prepared|presented)\s+(?:for|by|to)\s(?=[^.]{1,200}$)|"
    rf"(?:adopted|approved|revised|amended|updated|issued|effective|reviewed|ratified)(?:\s+(?:on|as\s+of))?\s+(?:{DAY})\W*$",
    re.IGNORECASE,
)
_STAMPED = re.compile(
    rf"(?!{DAY}){MONTH_NAME}\s+[\d ,]{{4,14}}\W*$|"  # FEB 2 9 2008, as a stamp is scanned
    r"\d{1,5}\s[\w. ]{1,40}\s(?:street|st|avenue|ave|road|boulevard|drive)\b[.,]?(?:\s+[ns]\.?[we]\.?)?\W*$",
    re.IGNORECASE,
)
_BYLINE = re.compile(rf"(?:{DAY})\s{{1,9}}(?:by|at|in)\s")

_COMMENTS = re.compile(
    r"leave\s+a\s+(?:reply|comment)|fill\s+in\s+your\s+details\s+below\b[^\n]{0,200}|post\s+a\s+comment|"
    r"add\s+(?:a|new)\s+comment|comments\s+are\s+closed\.?|"
    r"(?:\d{1,4}|one|two|three|no)\s+(?:comments?|responses?|thoughts?)(?:\s+(?:on|to)\b[^\n]{0,200})?|"
    r"you\s+are\s+commenting\s+using\b[^\n]{0,200}|was\s+this\s+page\s+helpful\??|stay\s+connected",
    re.IGNORECASE,
)
_LINKS = re.compile(
    r"share\s+this(?:\s+page)?:?|like\s+this:?|related(?:\s+(?:posts?|links?|content|pages?))?:?", re.IGNORECASE
)


def is_furniture(line: str) -> bool:
    """Whether a line is a button, a menu or the way to a page, and no part of what it says.

    >>> is_furniture("Skip to main content"), is_furniture("Home » Newsroom » Directives"), is_furniture("Homes")
    (True, True, False)
    """
    bare = " ".join(line.split()).strip(" *#|·•_=~-")
    if not bare:
        return line.strip() != ""  # a line drawn across
    return len(bare) < 200 and bool(_BUTTON.fullmatch(bare) or _CRUMBS.fullmatch(bare))


def is_labelled(line: str) -> bool:
    """Whether a line tells one thing of the paper by a label, such as *Effective Date: May 5*; no heading does."""
    bare = line.strip(" \t\r*#>")
    return bool(_LABELLED.match(bare) or _SET.match(bare) or _STAMPED.match(bare)) or is_posted(line)


def is_posted(line: str) -> bool:
    """Whether a line says when, by whom or under what a post was put up."""
    bare = line.strip(" \t\r*#>")
    return _POSTED.match(bare) is not None or _BYLINE.match(bare) is not None


def tail_at(folded: str) -> int:
    """Where the furniture at the end of a copied page begins: the form for comments, or links to share it.

    Links to share it stand at the top of a page too, and end one only in its second half.
    """
    at = 0
    for line in folded.split("\n"):
        bare = line.strip(" \t\r#:")
        if at and (_COMMENTS.fullmatch(bare) or (_LINKS.fullmatch(bare) and at > len(folded) / 2)):
            return at
        at += len(line) + 1
    return len(folded)
