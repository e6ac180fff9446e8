"""Small tables to test with: one by hand, and drawn ones of any shape that `decide` accepts."""

from hypothesis import strategies as st

from oversight_core.moments import Moment
from oversight_core.names import Actor, Item
from oversight_core.rules import (
    Attempt,
    Citation,
    Exhibit,
    Force,
    Group,
    Guard,
    Lifecycle,
    Read,
    Rule,
    State,
)

HOUSE = Citation("house rules", Force.CONVENTION, "", Read.ORIGINAL)
ITEM = Item.parse("recommendation:gao/gao-24-106233/4@ice")
STATUSES = ("a", "b", "c", "d")
EVENTS = ("go", "stop", "turn")
ROLES = ("asker", "answerer", "umpire")
KINDS = ("plan", "memo", "photo")

# What a guard does is told by a fact of its own name, so that a test says how each comes out.
GUARDS = tuple(
    Guard(name, f"{name} is so", needs, lambda _attempt, facts, need=needs[0]: facts[need])
    for name, needs in (("one", ("is_one",)), ("two", ("is_two", "more")))
)

DOOR = Lifecycle(
    "door",
    "1",
    "door",
    "unknown",
    states=(
        State("unknown", "nobody has looked"),
        State("shut", "closed, not locked"),
        State("locked", "closed and locked"),
        State("ajar", "open"),
        State("bricked_up", "a wall now"),
    ),
    rules=(
        Rule("unknown", "look", "shut", "porter", cites=HOUSE),
        Rule(
            ("unknown", "still"), "open", "ajar", "porter", requires="key", expects="reason", guards="day", cites=HOUSE
        ),
        Rule("shut", "lock", "locked", ("porter", "guard"), cites=HOUSE),
        Rule("ajar", "close", "shut", "porter", cites=HOUSE),
        Rule("still", "brick_up", "bricked_up", "mason", requires=("order", "bricks"), cites=HOUSE),
    ),
    groups=(Group("still", ("shut", "locked"), "nobody passes"), Group("final", "bricked_up")),
    guards=(Guard("day", "it is day", ("hour",), lambda _attempt, facts: 6 <= facts["hour"] < 22),),
)


def attempt(event, role="porter", shown=(), on=None):
    """An attempt on a door."""
    moment = Moment.parse(on) if on else None
    return Attempt(ITEM, event, Actor("Ann", role), moment, None, tuple(Exhibit(kind, "Ann") for kind in shown))


@st.composite
def tables(draw):
    """A table whose rows do not clash; it may have traps and states that nothing reaches."""
    free = draw(st.lists(st.tuples(st.sampled_from(STATUSES), st.sampled_from(EVENTS)), unique=True, max_size=8))
    rules = [draw(_rules([source], event)) for source, event in free]
    spread = draw(st.sets(st.sampled_from(STATUSES), min_size=2))
    if not any(event == "spread" for _, event in free):
        rules.append(draw(_rules(sorted(spread), "spread")))
    groups = draw(st.lists(st.sets(st.sampled_from(STATUSES), min_size=1).map(sorted).map(tuple), max_size=3))
    return Lifecycle(
        "drawn",
        "1",
        "drawn",
        "a",
        [State(name, name) for name in STATUSES],
        rules,
        [Group(f"group{n}", states) for n, states in enumerate(groups)],
        GUARDS,
    )


@st.composite
def _rules(draw, source, event):
    def some(of, least=0):
        return tuple(draw(st.lists(st.sampled_from(of), unique=True, min_size=least, max_size=2)))

    requires, expects = some(KINDS), some(KINDS)
    guards = some([guard.name for guard in GUARDS])
    target = draw(st.sampled_from(STATUSES))
    return Rule(
        source, event, target, some(ROLES, 1), requires, [k for k in expects if k not in requires], guards, HOUSE
    )


def attempts():
    """Attempts on drawn tables, most of them by known names."""
    return st.builds(
        lambda event, role, shown, moment: Attempt(
            ITEM, event, Actor("Ann", role), moment, None, tuple(Exhibit(kind, "Ann") for kind in shown)
        ),
        st.sampled_from((*EVENTS, "spread")) | st.text(max_size=3),
        st.sampled_from(ROLES) | st.text(max_size=3),
        st.lists(st.sampled_from(KINDS), max_size=3),
        moments(),
    )


def moments():
    """Days, months, half-open ranges, words, and nothing."""
    return st.sampled_from(("2024-02-05", "2024-02", "2023", "2024-03/..", "../2020-10-25")).map(Moment.parse) | (
        st.sampled_from((None, Moment.vague("late 2023")))
    )


def facts():
    """Some of the facts that guards of drawn tables need, and when the axis last moved."""
    flags = st.fixed_dictionaries({}, optional={name: st.booleans() for name in ("is_one", "is_two", "more")})
    return st.tuples(flags, st.fixed_dictionaries({}, optional={"latest_applied": moments()})).map(
        lambda t: t[0] | t[1]
    )
