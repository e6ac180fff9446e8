"""Each kind of mistake in a rulebook file gets a sentence that says where: the line, the table, the row, the column."""
# ruff: noqa: E501 (a row of the table stands on one line, as it does in a file)

from __future__ import annotations

import attrs
import pytest
from tests.rulebook_files.healthy import PORT, changed

from oversight_adapters.rulebooks import load_rulebook
from oversight_core.errors import DefectiveRulebook

TABLE = "table 'port_status'"
ISSUE, VISIT, SETTLE, DROP = (
    f"{TABLE}, row 1 (issue from not_stated), column ",
    f"{TABLE}, row 2 (visit from not_stated, opened), column ",
    f"{TABLE}, row 3 (settle from unsettled), column ",
    f"{TABLE}, row 4 (drop from unsettled), column ",
)
KEPT = "table 'port_release', column "
OPEN, SEEN, CLOSED = (f"labels 'port/status', row {n}, column " for n in ("1 (Open)", "2 (Seen)", "3 (Closed)"))
REPLY, HOURS, LIST, WATCH, OWN, ROUND, MARK = (
    f"clocks, row {n} ({name}), column "
    for n, name in enumerate(("reply", "visit", "list", "watch", "own", "round", "mark"), 1)
)
NEARER, LOST = (f"projections, row {n}, column " for n in ("1 (Open)", "2 (Closed)"))
FIRE = "notices, row 1 (fire), column "


@attrs.frozen
class Mistake:
    """One place of the healthy file, what stands there instead, where that is told, and how the telling begins.

    `also` is the number of sentences about other places, of which the change makes mistakes too.
    """

    old: str
    new: str
    place: str
    why: str
    also: int = 0


MISTAKES = [
    # -- the file itself
    Mistake('name = "port"\n', 'name = "The Port"\n', "`name`", "it must be a lower-case slug such as city-auditor"),
    Mistake('name = "port"\n', "", "`name`", "it is missing"),
    Mistake('version = "3"', "version = 3", "`version`", "it is a number, and must be a text"),
    Mistake('title = "the inspector of a port"', 'title = " "', "`title`", "it is blank"),
    Mistake('title = "the inspector of a port"', 'titel = "x"\ntitle = "y"', "`titel`", "there is no key 'titel'; did you mean title?"),
    Mistake('"position", "implementation"]', '"postion", "implementation", "position"]', "`uses`", "there is no table that ships 'postion'; did you mean position?"),
    Mistake('"position", "implementation"]', '"position", "position"]', "`uses`", "'position' stands twice"),
    Mistake('\nuses = [', '\nuses = [3, ', "`uses`", "it is a number, and must be a text"),
    Mistake('facts = ["latest_applied", ', 'facts = ["Some Fact", "latest_applied", ', "`facts`", "'Some Fact' must be lower-case words"),
    Mistake('conditions = "verifier_is_not_supplier"', 'conditions = "verifier_did_not_supply"', "`facts`", "the guard 'verifier_did_not_supply' needs the fact 'last_supplied_by', which is not listed"),
    # -- citations
    Mistake('force = "regulation"', 'force = "law"', "citations, row 'byelaw', column `force`", "there is no choice 'law' (allowed: statute, regulation"),
    Mistake('read = "copy"', 'read = "copied"', "citations, row 'byelaw', column `read`", "there is no choice 'copied'; did you mean copy?"),
    Mistake('provision = "Port Byelaw 12"\n', "", "citations, row 'byelaw', column `provision`", "it is missing"),
    Mistake('binds = "the port"', 'bind = "the port"', "citations, row 'byelaw', column `bind`", "there is no key 'bind'; did you mean binds?"),
    Mistake("copy = \"the city library's", "copy = \"the\\u0007 library's", "citations, row 'byelaw', column `copy`", "it holds '\\x07', which cannot be seen"),
    # -- a table
    Mistake('version = "2"\naxis = "oversight_status"', 'version = "2"\naxis = "Oversight status"', f"{TABLE}, column `axis`", "'Oversight status' must be lower-case words"),
    Mistake('version = "2"\naxis = "oversight_status"\n', 'version = "2"\n', f"{TABLE}, column `axis`", "it is missing"),
    Mistake('version = "2"\n', 'version = "2"\ninitial = "begun"\n', f"{TABLE}, column `initial`", "the initial status 'begun' is not a state (allowed: not_stated, opened"),
    Mistake('version = "2"\n', 'version = "2"\ninitail = "opened"\n', f"{TABLE}, column `initail`", "there is no key 'initail'; did you mean initial?"),
    Mistake('kinds = "recommendation"\nin_force', 'kinds = "a recommendation"\nin_force', f"{TABLE}, column `kinds`", "'a recommendation' must be a kind of item"),
    Mistake("in_force_from = 2001-03-01", 'in_force_from = "March 2024"', f"{TABLE}, column `in_force_from`", "it must be a day without quotes"),
    Mistake("in_force_from = 2001-03-01", "in_force_from = 2001-03-01T00:00:00", f"{TABLE}, column `in_force_from`", "it must be a day without quotes"),
    Mistake("in_force_from = 2001-03-01\n", "", f"{TABLE}, column `in_force_from`", "'port_status' 2 does not say from which day"),
    Mistake('version = "1"\nearlier = true', 'version = "2"\nearlier = true', f"{TABLE}, column `version`", "'port_status' 2 is both the present version and an earlier one"),
    Mistake("earlier = true", "earlier = 1", f"{TABLE}, column `earlier`", "it is a number, and must be true or false", also=1),
    Mistake("earlier = true", "earlier = true\nin_force_from = 2025-01-01", f"{TABLE}, column `in_force_from`", "'port_status' 1 was in force no earlier than 2"),
    Mistake('name = "port_status"\nversion = "1"', 'name = "prt_status"\nversion = "1"', "table 'prt_status', column `name`", "'prt_status' 1 is an earlier version of no table here"),
    Mistake('name = "port_release"', 'name = "port_status"', "table 'port_status', column `name`", "'port_status' stands twice", also=1),
    # -- states and groups
    Mistake('seen = "somebody has looked"', 'Seen = "somebody has looked"\nseen = "looked"', f"{TABLE}, states, row 'Seen'", "'Seen' must be lower-case words"),
    Mistake('seen = "somebody has looked"', "seen = 3", f"{TABLE}, states, row 'seen'", "it is a number, and must be a text"),
    Mistake('seen = "somebody has looked"', 'seen = "x"\nlost = "y"', f"{TABLE}, states, row 'lost'", "no walk from the initial state reaches 'lost'"),
    Mistake('final = ["settled", "dropped"]', 'final = "dropped"', f"{TABLE}, states, row 'settled'", "'settled' is reached, and no end is reached from it"),
    Mistake('final = ["settled", "dropped"]', 'final = ["setled", "dropped"]', f"{TABLE}, groups, row 'final'", "the group 'final' holds 'setled', which is not a state; did you mean settled?"),
    Mistake('final = ["settled", "dropped"]', 'final = ["settled", "dropped"]\nnone = []', f"{TABLE}, groups, row 'none'", "the group 'none' holds no state"),
    Mistake('final = ["settled", "dropped"]', 'final = ["settled", "dropped"]\nodd = ["seen", "settled"]', f"{TABLE}, groups, row 'odd'", "the groups "),
    Mistake('final = ["settled", "dropped"]', 'final = ["settled", "dropped"]\nstart = "not_stated"', f"{TABLE}, groups, row 'start'", "the initial state 'not_stated' stands in the group 'start'"),
    Mistake('final = ["settled", "dropped"]', 'final = ["settled", "dropped"]\nseen = "seen"', f"{TABLE}, groups, row 'seen'", "the group 'seen' stands twice"),
    Mistake('means = "still to do" }', 'mean = "still to do" }', f"{TABLE}, groups, row 'unsettled'", "there is no key 'mean'; did you mean means?"),
    Mistake('[table.states]\nnot_stated = "no source says anything yet"\nopened = "nobody has looked"\nseen', '[table.state]\nseen', f"{TABLE}, column `states`", "it is missing", also=1),
    # -- rows
    Mistake('to = "opened", who = "inspector", expects', 'to = "openned", who = "inspector", expects', ISSUE + "`to`", "the row 'issue' leads to 'openned', which is not a state; did you mean opened?"),
    Mistake('to = "seen", ', "", VISIT + "`to`", "it is missing"),
    Mistake('from = ["not_stated", "opened"]', 'from = ["not_stated", "opend"]', f"{TABLE}, row 2 (visit from not_stated, opend), column `from`", "the row 'visit' starts from 'opend', which is neither a state nor a group; did you mean opened?"),
    Mistake('from = ["not_stated", "opened"]', "from = []", f"{TABLE}, row 2 (visit), column `from`", "the row 'visit' starts from 'nothing'"),
    Mistake('from = ["not_stated", "opened"]', "from = 7", f"{TABLE}, row 2 (visit), column `from`", "it is a number, and must be a text or a list of texts"),
    Mistake('event = "visit"', 'event = "Visit!"', f"{TABLE}, row 2 (Visit! from not_stated, opened), column `event`", "'Visit!' must be lower-case words"),
    Mistake('event = "drop", to', 'event = "settle", to', f"{TABLE}, row 4 (settle from unsettled), column `event`", "several rows have the event 'settle' from 'opened'; an event names one outcome; row 3 has it already"),
    Mistake('who = ["inspector", "deputy"]', "who = []", VISIT + "`who`", "the row 'visit' from not_stated, opened lets nobody act"),
    Mistake('who = ["inspector", "deputy"]', 'who = ["inspector", "The Deputy"]', VISIT + "`who`", "'The Deputy' must be lower-case words"),
    Mistake('who = ["inspector", "deputy"], ', "", VISIT + "`who`", "it is missing"),
    Mistake('expects = "reasons"', 'expects = "Reasons given"', DROP + "`expects`", "'Reasons given' must be lower-case words"),
    Mistake('expects = ["letter"]', 'expects = ["letter", "visit_note"]', SETTLE + "`expects`", "the row 'settle' both requires and expects 'visit_note'"),
    Mistake('requires = "visit_note"', 'require = "visit_note"', SETTLE + "`require`", "there is no key 'require'; did you mean requires?"),
    Mistake('"verifier_is_not_supplier"', '"verifier_is_supplier"', SETTLE + "`conditions`", "the row 'settle' names the guard 'verifier_is_supplier', which the table does not have; a condition is code, so a file names one that ships; did you mean verifier_is_not_supplier?"),
    Mistake('expects = "report", cites = "byelaw"', 'expects = "report", cites = "bylaw"', ISSUE + "`cites`", "there is no citation 'bylaw'; did you mean byelaw?"),
    Mistake('expects = "report", cites = "byelaw"', 'expects = "report", cites = []', ISSUE + "`cites`", "the row 'issue' from not_stated cites nothing"),
    Mistake('expects = "report", cites = "byelaw"', 'expects = "report"', ISSUE + "`cites`", "it is missing"),
    Mistake('means = "seen to be done" }', "means = true }", SETTLE + "`means`", "it is true or false, and must be a text"),
    # -- a table that keeps a part of another
    Mistake('restricts = "release"', 'restricts = "relase"', KEPT + "`restricts`", "there is no table that ships 'relase'; did you mean release?"),
    Mistake('keeps = ["internal", ', 'keeps = ["internl", "internal", ', KEPT + "`keeps`", "there is no state of release 'internl'; did you mean internal?"),
    Mistake('events = ["issue", ', 'events = ["isue", "issue", ', KEPT + "`events`", "there is no kept event of release 'isue'; did you mean issue?"),
    Mistake('keeps = ["internal", ', 'keeps = ["promised", "internal", ', KEPT + "`keeps`", "no walk from the initial state reaches 'promised'"),
    Mistake('restricts = "release"', 'restricts = "release"\naxis = "release"', KEPT + "`axis`", "it is for a table with rows of its own"),
    Mistake('version = "2"\n', 'version = "2"\nkeeps = "opened"\n', f"{TABLE}, column `keeps`", "it is for a table with restricts"),
    # -- labels
    Mistake('oversight_status = "seen"', 'oversight_status = "sean"', SEEN + "`means.oversight_status`", "port/status maps 'Seen' to oversight_status 'sean', which no table here has; did you mean seen?"),
    Mistake('position = "answered"', 'positon = "answered"', SEEN + "`means.positon`", "port/status maps 'Seen' to positon 'answered', which no table here has; did you mean position?"),
    Mistake('{ oversight_status = "unsettled" }', '"unsettled"', OPEN + "`means`", "it is a text, and must be a table of names"),
    Mistake('{ oversight_status = "unsettled" }', "{}", OPEN + "`means`", "the label 'Open' says nothing"),
    Mistake('label = "Seen"', 'label = "open"', "labels 'port/status', row 2 (open), column `label`", "the label 'open' stands twice"),
    Mistake('label = "Seen"', 'label = "–"', "labels 'port/status', row 2 (–), column `label`", "the label '–' is empty"),
    Mistake('label = "Seen", ', "", "labels 'port/status', row 2, column `label`", "it is missing"),
    Mistake('label = "Seen"', 'label = "Se\\u200ben"', "labels 'port/status', row 2 (Se\\u200ben), column `label`", "it holds '\\u200b', which cannot be seen"),
    Mistake('code = "S"', 'code = "O"', SEEN + "`code`", "the label 'Seen' stands twice"),
    Mistake('scheme = "port-2024"\n', "", OPEN + "`code`", "the label 'Open' has the code 'O' of no named scheme", also=1),
    Mistake(', note = "it may be a refusal"', "", CLOSED + "`note`", "the label 'Closed' is lossy and does not note how"),
    Mistake("lossy = true", 'lossy = "yes"', CLOSED + "`lossy`", "it is a text, and must be true or false"),
    Mistake('code = "S", cites = "manual"', 'code = "S", cites = []', SEEN + "`cites`", "the label 'Seen' cites nothing"),
    Mistake('publisher = "port"\n', "", "labels 'port/status', column `publisher`", "it is missing"),
    # -- clocks
    Mistake('name = "reply"', 'name = ""', "clocks, row 1, column `name`", "it is blank"),
    Mistake('"received_on", "issued_on"]', '"received on", "issued_on"]', REPLY + "`starts_on`", "the clock 'reply' names 'received on', which is no signal: FIELD"),
    Mistake('starts_on = ["received_on", "issued_on"]', "starts_on = []", REPLY + "`starts_on`", "the clock 'reply' does not say what it starts on", also=1),
    Mistake('["received_on", "issued_on"]', '"received_on"', REPLY + "`between`", "the clock 'reply' lies between two signals, and names fewer"),
    Mistake("length = 3\n", 'length = "three"\n', REPLY + "`length`", "it must be a whole number below"),
    Mistake("length = 3\n", "length = -3\n", REPLY + "`length`", "the clock 'reply' runs for -3, which is no positive whole number"),
    Mistake("length = 3\n", "", REPLY + "`length`", "the clock 'reply' runs for None"),
    Mistake("length = 3\n", 'length = 3\nstated_in = "target_on"\n', REPLY + "`stated_in`", "the clock 'reply' has a length, and items state their own day as well"),
    Mistake('unit = "months"', 'unit = "month"', REPLY + "`unit`", "there is no choice 'month'; did you mean months?"),
    Mistake('month_end = "last day"\n', "", REPLY + "`month_end`", "the clock 'reply' counts months and does not say how a month ends"),
    Mistake('month_end = "last day"', 'month_end = "the last day"', REPLY + "`month_end`", "there is no choice 'the last day'; did you mean last day?"),
    Mistake('time_zone = "America/New_York"\n', "", HOURS + "`time_zone`", "the clock 'visit' counts hours and names no time zone"),
    Mistake("length = 14\n", 'length = 14\ntime_zone = "UTC"\n', WATCH + "`time_zone`", "the clock 'watch' names a time zone and counts no hours"),
    Mistake('calendar = "plain"\nkinds = ["rec', 'kinds = ["rec', REPLY + "`calendar`", "it is missing"),
    Mistake('calendar = "plain"\nkinds = ["rec', 'calendar = "weekends"\nkinds = ["rec', REPLY + "`calendar`", "the clock 'reply' counts days and leaves some out; say business days"),
    Mistake('kinds = ["recommendation", "document"]', "kinds = []", REPLY + "`kinds`", "the clock 'reply' runs for no kind of item"),
    Mistake('where = { type = "review" }', 'where = "review"', REPLY + "`where`", "it is a text, and must be a table of names"),
    Mistake('duty_holder = "the port"\nmet_by', "met_by", REPLY + "`duty_holder`", "it is missing"),
    Mistake('met_by = "position=answered"', 'met_by = "position=answred"', REPLY + "`met_by`", "the clock 'reply' waits for position 'answred', which no table here has"),
    Mistake('"oversight_status=final"', '"oversight_status=ended"', REPLY + "`stops_on`", "the clock 'reply' waits for oversight_status 'ended'"),
    Mistake('in_force_to = "2024"', 'in_force_to = "soon"', REPLY + "`in_force_to`", "it must be a day such as 2026-01-31"),
    Mistake('in_force_to = "2024"', "in_force_to = 2019-01-01", REPLY + "`in_force_to`", "the clock 'reply' ends before it is in force"),
    Mistake('bound = "before"', 'bound = "by"', LIST + "`bound`", "there is no choice 'by' (allowed: within, before)"),
    Mistake('unit = "hours"', 'unit = "hours"\nbound = "before"', HOURS + "`bound`", "the clock 'visit' ends before a day"),
    Mistake('each = "fiscal quarter"', 'each = "quarter"', LIST + "`each`", "there is no choice 'quarter'"),
    Mistake('each = "fiscal quarter"', 'each = "fiscal quarter"\nrepeats = true', LIST + "`repeats`", "the clock 'list' repeats and counts anew each period as well"),
    Mistake("first = 10", "first = 30", ROUND + "`first`", "the clock 'round' first runs for 30, which is no shorter than what follows"),
    Mistake("first = 10\nlength = 30\nrepeats = true", "first = 10\nlength = 30", ROUND + "`first`", "the clock 'round' has a first length, and falls due once only"),
    Mistake("marker = true", "marker = true\nduty_holder = \"the port\"", MARK + "`duty_holder`", "the clock 'mark' is a marker, and names who must act"),
    Mistake("window = 21", "window = 10", WATCH + "`window`", "the clock 'watch' has a window shorter than what it must hold"),
    Mistake("window = 21", "window = true", WATCH + "`window`", "it must be a whole number below"),
    Mistake('name = "own"', 'name = "watch"', "clocks, row 5 (watch), column `in_force_from`", "the clock 'watch' stands twice"),
    Mistake('stated_in = "target_on"\n', "", OWN + "`length`", "the clock 'own' runs for None"),
    Mistake('kinds = "action"\nduty_holder = "the port"\ncites = "manual"', 'kinds = "action"\nduty_holder = "the port"', OWN + "`cites`", "it is missing"),
    # -- projections and notices
    Mistake('statuses = ["opened", "seen"]\nlabel = "Open"', 'statuses = ["opened", "seen"]\nlabel = "Opn"', "projections, row 1 (Opn), column `label`", "oversight_status opened, seen is projected to 'Opn', which is no label here"),
    Mistake('statuses = "dropped"', 'statuses = ["dropped", "seen"]', LOST + "`statuses`", "oversight_status 'seen' is projected twice"),
    Mistake('lost = "that it was dropped"\n', "", LOST + "`lost`", "'Closed' does not mean oversight_status dropped; say what is lost"),
    Mistake('label = "Open"\ncites = "manual"', 'label = "Open"\ncites = []', NEARER + "`cites`", "the projection to 'Open' cites nothing"),
    Mistake('lost = "that it was dropped"', 'loss = "that it was dropped"\nlost = "it"', LOST + "`loss`", "there is no key 'loss'; did you mean lost?"),
    Mistake('duty = "will"', 'duty = "must"', FIRE + "`duty`", "there is no choice 'must' (allowed: will, may)"),
    Mistake('sender = "the inspector"\n', "", FIRE + "`sender`", "it is missing"),
    Mistake('recipient = "the fire brigade"', 'recipient = ""', FIRE + "`recipient`", "it is blank"),
    Mistake('holders = ["the inspector", "the deputy"]', "holders = []", FIRE + "`holders`", "the notice 'fire' names nobody who must hold the belief"),
    Mistake('suffices = [{ standard = "good reason", proposition = "a hall may burn" }]', "suffices = []", FIRE + "`suffices`", "the notice 'fire' names no belief that suffices"),
    Mistake('proposition = "a hall may burn"', 'propositon = "a hall may burn", proposition = "x"', FIRE + "`suffices.propositon`", "there is no key 'propositon'"),
    Mistake('name = "fire"', 'name = "own"', "notices, row 1 (own), column `name`", "'own' stands twice"),
]  # fmt: skip


def told(text: str) -> tuple[str, ...]:
    with pytest.raises(DefectiveRulebook) as refused:
        load_rulebook(text, name="port.toml")
    assert str(refused.value).startswith("rulebook 'port.toml' is refused: ")
    return tuple(refused.value.faults)


@pytest.mark.parametrize("mistake", MISTAKES, ids=[f"{one.place}: {one.why[:40]}" for one in MISTAKES])
def test_one_mistake_is_one_sentence_that_says_where(mistake: Mistake) -> None:
    text = changed(mistake.old, mistake.new)
    sentences = told(text)
    found = [one for one in sentences if f"{mistake.place}: {mistake.why}" in one]
    assert (len(found), len(sentences)) == (1, 1 + mistake.also), sentences
    column = mistake.place.split("`")[-2:][0].partition(".")[0]
    if f"{column} =" in mistake.new:
        at = PORT.index(mistake.old) + mistake.new.index(f"{column} =")
        assert found[0].startswith(f"line {text.count(chr(10), 0, at) + 1}, ")


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    text = changed('to = "seen", ', 'to = "sen", ')
    for old, new in (('unit = "months"', 'unit = "month"'), ('duty = "will"', 'duty = "must"'), ("uses = [", "us = [")):
        text = text.replace(old, new, 1)
    lines = [int(sentence.split()[1].rstrip(",")) for sentence in told(text)]
    assert len(lines) >= 4
    assert lines == sorted(lines)
