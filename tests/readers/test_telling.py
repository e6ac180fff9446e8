"""A glance at the words of a sentence says what the pattern says of it."""

from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.readers.accounting import TRIGGER, tells

WORDS = (
    "one someone nineteen tone May may MARCH marched Sept. sep Febuary July concur non-concurred nonconcur preconcur "
    "agree agreed agreement disagreeing accept accepts accepted. reject declines decline implement implemented overdue "
    "unresolved closed, closedness completed one_ _one x1 ſix １ é six-pack (ten) ten's"
).split()


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=6), st.sampled_from(["", " ", "\n", "-"]))
def test_both_say_the_same(words: list[str], between: str) -> None:
    sentence = between.join(words)
    assert tells(sentence, 0, len(sentence)) == (TRIGGER.search(sentence) is not None)
