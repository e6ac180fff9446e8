"""Words of plans: what acts, what stands beside a verb, and what opens a sentence.  Lower case, blanks single."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ACRONYMS = _words(
    "CRCL OIG OIDO GAO DOJ HHS ORR EOIR FBI BOP OMB CRT ERO OPLA OPR ODO IHSC HSI USBP OFO AMO OGC PRIV OHS LEA "
    "OAG COPA CCRB OIPM DRC NPM "
    "ODPP DMD DSCU JFRMU CMD FDNS RAIO OBP OSPA OCC OPA OSC OIS OSS OTD NTC SAC SACs DFO DFOs COR CORs AFOD AFODs "
    "SDDO SDDOs PSU PSO CPO CHCO CFO CIO COO DMC ODLS OSLTC SRT VOICE OFDT USMS USSS USCG FLETC NPPD CISA CWMD "
    "OCMO MGMT PLCY SCOPS LEAs FOD FODs NGO NGOs SLTT FPS I&A OBIM UNHCR"
)
"""Short forms of bodies beside those of the components; capitals count, since few of them are words."""

HEADS = _words(
    "office offices department departments agency agencies bureau bureaus division divisions directorate "
    "directorates branch branches unit units team teams committee committees subcommittee subcommittees council "
    "councils panel panels board boards commission commissions ombudsman secretary director directors officer "
    "officers commissioner administrator administrators inspector inspectors counsel headquarters leadership "
    "staff agent agents personnel official officials supervisor supervisors investigator investigators facility "
    "facilities contractor contractors jurisdictions component components employee employees manager managers "
    "coordinator coordinators liaison liaisons attorney attorneys advisor advisors governor congress police "
    "sheriff sheriffs operator operators provider providers administration government states authorities chief "
    "chiefs commander commanders command reviewer reviewers analyst analysts auditor auditors superintendent "
    "warden wardens member members representative representatives designee chair chairs co-chairs clinicians "
    "physicians nurses guards trainers instructors interpreters experts specialist specialists monitors partners "
    "organizations jails custodian steward principals deputies judges head heads center centers "
    "partner shelter shelters sector sectors station stations city county town village monitor state party "
    "parties mechanism mechanisms ministry ministries minister ministers ombudsperson mayor deputy sergeant sergeants "
    "lieutenant lieutenants captain captains detective detectives trooper troopers judge nurse physician "
    "clinician psychologist psychologists psychiatrist counselor counselors interpreter trainer instructor guard "
    "vendor vendors grantee grantees authority examiner examiners screeners adjudicator adjudicators "
    "secretariat legislature hospital hospitals clinic clinics prisons institutions university dispatcher dispatchers "
    "clerk volunteers professional professionals ombuds defendants respondents executive executives governors company "
    "prosecutor prosecutors workgroup subgroup"
)
"""The last word of a name or description of somebody who acts."""

PROPER_HEADS = _words(
    "services service group corps corporation inc institute patrol llc foundation association laboratory court users "
    "society union federation incorporated ltd"
)
"""The last word of a name, all of whose words have capitals, of somebody who acts."""

NAMED_HEADS = (
    "office of",
    "office for",
    "department of",
    "bureau of",
    "division of",
    "inspector general",
    "attorney general",
    "attorneys general",
    "general counsel",
    "comptroller general",
    "surgeon general",
    "task force",
    "working group",
    "enforcement and removal operations",
    "homeland security investigations",
    "civil rights division",
    "border patrol",
    "law enforcement",
    "marshals service",
    "secret service",
    "postal service",
    "legal advisor",
    "public affairs",
    "legislative affairs",
)
"""Names that end otherwise: the words by which they are known."""

NEVER_BEFORE_A_HEAD = _words(
    "of to for in on at by from with that which who if when where because as is are was were be been has have had "
    "do does did will shall must may can could would should not no nor neither none than then it they he she "
    "there its' about between among into upon under over through during before after until unless ensure ensuring "
    "ensures what how why the a an"
)
"""No word of what stands before the last word of a description of somebody."""

NEVER_IN_A_NAME = _words(
    "that which who whom whose is are was were be been has have had do does did will shall must may can could "
    "would should not if when where because while although said stated reported announced found noted"
)
"""No word of what follows "of", "for" or "in" in such a description."""

ROLES = _words(
    "dr. mr. ms. mrs. secretary director commissioner administrator chief officer governor inspector president chairman"
)
"""What stands before the name of a person who acts for a body."""

ADVERBS = _words(
    "also then therefore thereafter jointly together each both hereby further generally likewise similarly "
    "accordingly only always now thus still together instead subsequently additionally otherwise in-turn "
    "ultimately continuously either itself themselves all so again later first initially"
)
"""Words beside a modal verb that change nothing in who does what."""

LY_VERBS = _words("apply supply comply rely reply multiply imply rally ally tally bully")
"""Verbs that end as adverbs do."""

NO_VERBS = _words(
    "a an the this that these those and or of to for in on at by from with its their his her our your it they we "
    "you i he she who which what all any each every no some such more most many few other another as if when "
    "where while than but there here well soon neither nor none nothing"
)
"""Words that follow "will" or "may" and are no verb."""

PREPOSITIONS = _words("in at on upon with through by during within under for from as before after where if when once")
"""What begins words between a modal and its verb."""

VERBS = _words(
    "accept accompany act add address adhere adjust adopt advise allow amend analyze announce answer apply "
    "appoint approve arrange ask assess assign assist attend audit authorize begin brief bring build certify "
    "check clarify close collaborate collect communicate compile complete comply conduct confer confirm consider "
    "consult contact continue convene coordinate correct create decide define deliver deploy describe design "
    "designate detect determine develop direct disclose discontinue discuss disseminate distribute document draft "
    "educate eliminate employ enable encourage end engage enhance ensure enter establish evaluate examine "
    "exercise expand explain explore facilitate file finalize find focus follow forward gather give grant guide "
    "handle help hire hold host identify implement improve include incorporate inform initiate inspect institute "
    "instruct integrate interview introduce investigate invite issue join keep launch lead leverage limit log "
    "maintain make manage measure meet mitigate modify monitor notify obtain offer open operate oversee "
    "participate perform permit place plan post prepare present prevent prioritize process produce prohibit "
    "promote propose protect provide publish pursue receive recommend record reduce refer refine reject relay "
    "release remain remedy remind remove render repeat replace reply report request require resolve respond "
    "restrict retain review revise schedule seek select send serve share solicit specify standardize start stop "
    "strengthen submit support survey suspend take terminate test track train transfer translate transmit "
    "undertake update use utilize validate verify visit work"
)
"""Verbs of plans, asked for only where other words stand between a modal and its verb."""

POSSIBILITY = _words(
    "be have face need know seem appear vary differ depend result occur arise experience become exist contain "
    "want wish suffer encounter lack fail affect impact cause pose constitute suggest indicate feel believe lose "
    "feature wonder think notice hear"
)
"""What "may" says of a possibility and not of a permission."""

UNBINDING = _words("see wonder think know notice hear remember recall enjoy want wish")
"""What "will" says of somebody without binding him to anything."""

BOUND = _words(
    "required expected directed instructed tasked asked obliged obligated encouraged authorized permitted allowed "
    "responsible prohibited able accountable prepared trained"
)
"""What somebody is to be, so that the subject is still the one who is bound: "officers will be required to"."""

PRODUCING = _words(
    "hold conduct publish issue provide submit produce prepare convene complete deliver send make perform "
    "undertake release host attend receive participate begin require have organize run carry do schedule offer "
    "transmit post file give continue establish institute"
)
"""Verbs whose object may tell how often: "will hold quarterly meetings", and not "will read the annual report"."""

ASIDES = (
    "through acting together along working as where when if once subject upon in with on by within after before "
    "following pursuant consistent under during using like including for via at not to alongside jointly which "
    "who whose the a an its"
).split()
"""What begins words between commas after a subject or a modal."""

OPENERS = (
    "in addition|additionally|further|furthermore|moreover|for example|for instance|accordingly|therefore|"
    "however|finally|"
    "first|second|third|fourth|lastly|specifically|in particular|similarly|likewise|also|in turn|thus|as a result|"
    "going forward|moving forward|to that end|to this end|at the same time|as such|in short|of course|again|next|then|"
    "meanwhile|consequently|importantly|as noted|as described above|in the meantime|in general|as always|overall|"
    "thereafter|generally|typically|ordinarily|normally|as a rule|in practice|where possible|as a matter of policy"
).split("|")
"""What opens a sentence and says nothing of a condition."""

OPENING = "|".join(OPENERS).replace(" ", r"\s+")
"""The pattern of any of them."""

LEADS = _words(
    "if where when whenever once twice unless upon over in on at by within no not under before after following during "
    "beginning starting together along alongside despite notwithstanding absent rather instead unlike among via "
    "starting while although though as because since given to for with through until consistent pursuant based "
    "except provided should subject throughout prior using effective each every regardless per"
)
"""The first word of what may stand before the subject of a sentence, up to a comma."""

REPORTED = (
    r"\b(?:said|says|stated|states that|reported that|noted|found|told|believes?|alleg\w{1,4}|recommend(?:s|ed|ing)?|"
    r"suggest\w{0,4}|"
    r"claim(?:s|ed)?|argue[sd]?|asserted|explained|according to|proposed|whether|fiction|myth)\b"
)
"""Words by which somebody else speaks, asks or is asked."""

FALSE_LABELS = ("fiction", "myth", "false", "rumor", "rumour", "misconception", "claim", "misinformation")
"""What stands over a sentence that the speaker rejects."""

TRUE_LABELS = ("fact", "reality", "truth", "true", "the facts?", "the truth", "the reality")
"""What stands over one that he says."""

LINE_LABELS = (
    "(?:issue|effective|approval|review|revision|expiration|sunset|release|publication|posted|distribution|signature)"
    r"\s+dates?",
    r"date(?:\s+\w{1,12}){0,2}",
    r"(?:(?:target|estimated|planned|expected|actual)\s+)?(?:completion|due|target)\s+date",
    r"(?:responsible|lead)\s+(?:party|parties|person|office|official|component|agency)",
    r"supersed(?:ed|es)(?:\s+\w{1,12}){0,2}",
    r"(?:cancels|rescinds|replaces|amends)",
    r"federal\s+enterprise\s+architecture(?:\s+number)?",
    r"(?:(?:page\s+)?last\s+)?(?:modified|updated|reviewed|changed)(?:\s+(?:date|on))?",
    r"(?:policy|directive|document|control|file|tracking|memo|revision|version|publication|ice|cbp|dhs|uscis|opla|ero|fea)"
    r"\s+(?:number|no\.?|#)",
    r"(?:number|version|revision|status|classification|distribution|audience|volume|pages?)",
    r"(?:tags?|keywords?|topics?|categor(?:y|ies)|filed\s+under|tagged)",
    r"(?:office\s+of\s+primary\s+(?:responsibility|interest)|opr|opi|proponent|poc|point\s+of\s+contact|contact)",
    r"(?:phone|telephone|tel|fax|e-?mail|web\s?site|url|address|hours|media\s+contact|for\s+more\s+information)",
    r"(?:to|from|subject|re|cc|through|thru|via|for|memorandum\s+for|attachments?|enclosures?|references?|authorit(?:y|ies))",
    r"(?:author|by|signed|title|agency|component|office|country|region|language)",
)
"""What begins a line that tells one thing of the paper, and is over nothing; each ends in a colon."""

EMBEDDING = _words(
    "determine determines determining decide deciding know identify explain explaining specify state describe "
    "consider considering assess assessing about on of regarding including ask see evaluate understand clarify "
    "based rely relies act build improve agreed draw expand called imposed or define defining check and how "
    "circumstances situations"
)
"""Words after which "when" or "if" is asked, and is no condition; "upon" rests on some of them."""

LOOKING_BACK = _words(
    "review analyze examine assess audit evaluate consider summarize describe compare study investigate read cover "
    "include account explain respond answer address correct reconcile count list reflect"
)
"""Verbs of what has been: "in 2023" at their end tells when that was."""

HAPPENED = _words(
    "opened received filed occurred arrested issued placed apprehended admitted detained booked submitted "
    "initiated made released encountered taken held closed pending completed reported occurring arising"
)
"""Words after which "within 45 days" tells when something happened, and not by when to act."""
