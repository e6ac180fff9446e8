"""A healthy rulebook file in which everything that a file may say is said once."""
# ruff: noqa: E501 (a row of the table stands on one line, as it does in a file)

PORT = """\
# The rules of a made-up port authority's inspector.
name = "port"
version = "3"
title = "the inspector of a port"
note = '''the inspector's replies
stand in letters'''
uses = ["position", "implementation"]
facts = ["latest_applied", "owner"]

[citations.byelaw]
provision = "Port Byelaw 12"
force = "regulation"
binds = "the port"
read = "copy"
copy = "the city library's print of 2019"

[citations.manual]
provision = "the inspector's manual"
force = "agency directive"
binds = "the inspector"
read = "original"

[citations.habit]
provision = "convention of this file"
force = "convention"
read = "original"

[[table]]
name = "port_status"
version = "2"
axis = "oversight_status"
kinds = "recommendation"
in_force_from = 2001-03-01
rows = [
  { from = "not_stated", event = "issue", to = "opened", who = "inspector", expects = "report", cites = "byelaw" },
  { from = ["not_stated", "opened"], event = "visit", to = "seen", who = ["inspector", "deputy"], cites = "manual" },
  { from = "unsettled", event = "settle", to = "settled", who = "inspector", requires = "visit_note", expects = ["letter"], conditions = "verifier_is_not_supplier", cites = ["manual", "habit"], means = "seen to be done" },
  { from = "unsettled", event = "drop", to = "dropped", who = "inspector", expects = "reasons", cites = "habit" },
]

[table.states]
not_stated = "no source says anything yet"
opened = "nobody has looked"
seen = "somebody has looked"
settled = "seen to be done"
dropped = "no longer asked for"

[table.groups]
unsettled = { states = ["opened", "seen"], means = "still to do" }
final = ["settled", "dropped"]

[[table]]
name = "port_status"
version = "1"
earlier = true
axis = "oversight_status"
kinds = "recommendation"

[table.states]
not_stated = "no source says anything yet"
opened = "nobody has looked"
settled = "done"

[table.groups]
final = "settled"

[[table.rows]]
from = "not_stated"
event = "issue"
to = "opened"
who = "inspector"
cites = "byelaw"

[[table.rows]]
from = "opened"
event = "settle"
to = "settled"
who = "inspector"
cites = "byelaw"

[[table]]
name = "port_release"
restricts = "release"
keeps = ["internal", "withheld", "in_redaction", "cleared", "published", "superseded"]
events = ["issue", "withhold", "release", "redact", "clear", "publish", "supersede"]

[[labels]]
name = "port/status"
publisher = "port"
scheme = "port-2024"
rows = [
  { label = "Open", means = { oversight_status = "unsettled" }, code = "O", cites = "manual" },
  { label = "Seen", means = { oversight_status = "seen", position = "answered" }, code = "S", cites = "manual" },
  { label = "Closed", means = { oversight_status = "settled" }, lossy = true, note = "it may be a refusal", cites = "manual" },
]

[[clocks]]
name = "reply"
starts_on = ["received_on", "issued_on"]
between = true
length = 3
unit = "months"
month_end = "last day"
calendar = "plain"
kinds = ["recommendation", "document"]
where = { type = "review" }
duty_holder = "the port"
met_by = "position=answered"
stops_on = ["oversight_status=final", "document.response_due_on"]
in_force_from = 2020-01-01
in_force_to = "2024"
cites = "byelaw"
means = "the port says whether it agrees"
awaits = "council_meeting"

[[clocks]]
name = "visit"
starts_on = "oversight_status=opened"
length = 36
unit = "hours"
time_zone = "America/New_York"
calendar = "weekends"
kinds = "recommendation"
duty_holder = "the inspector"
cites = "manual"

[[clocks]]
name = "list"
starts_on = "issued_on"
length = 30
unit = "business days"
bound = "before"
calendar = "weekends"
kinds = "recommendation"
each = "fiscal quarter"
met_by = "response:responded_on"
duty_holder = "the inspector"
cites = "manual"

[[clocks]]
name = "watch"
starts_on = "issued_on"
length = 14
window = 21
unit = "days"
calendar = "plain"
kinds = "custody-hold"
repeats = true
duty_holder = "the inspector"
cites = "manual"

[[clocks]]
name = "own"
starts_on = "issued_on"
stated_in = "target_on"
unit = "days"
calendar = "plain"
kinds = "action"
duty_holder = "the port"
cites = "manual"

[[clocks]]
name = "round"
starts_on = "issued_on"
first = 10
length = 30
repeats = true
unit = "days"
calendar = "plain"
kinds = "review"
duty_holder = "the harbour master"
cites = "manual"

[[clocks]]
name = "mark"
starts_on = "issued_on"
length = 5
unit = "weeks"
calendar = "plain"
kinds = "review"
marker = true
cites = "manual"

[[projections]]
axis = "oversight_status"
statuses = ["opened", "seen"]
label = "Open"
cites = "manual"

[[projections]]
axis = "oversight_status"
statuses = "dropped"
label = "Closed"
lost = "that it was dropped"
cites = "manual"

[[notices]]
name = "fire"
sender = "the inspector"
recipient = "the fire brigade"
duty = "will"
holders = ["the inspector", "the deputy"]
suffices = [{ standard = "good reason", proposition = "a hall may burn" }]
cites = "byelaw"
means = "at once"
"""


def changed(old: str, new: str) -> str:
    """The file with one place changed; that place must be there, and only once."""
    assert PORT.count(old) == 1, f"{PORT.count(old)} times: {old}"
    return PORT.replace(old, new)
