"""Everything that may be tried where a walk has come to: what suits a row, and what misses it by one thing alone."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from oversight_core.rules import Applied, Attempt, Facts, Lifecycle, NotAllowed, Rule, decide
from oversight_core.testing.choices import FIRST_CHOICE, Named, dated, in_role, suiting, variations, without
from oversight_core.testing.dating import boundaries
from oversight_core.testing.memory import remembered
from oversight_core.testing.oracle import states_of
from oversight_core.testing.stories import Story
from oversight_core.testing.walking import ITEM, passing


def sweep(table: Lifecycle, story: Story, facts: Facts, named: Named) -> Iterator[Attempt]:
    """What is tried after a story: the rows offered there with every near miss, and in a new state all others too."""
    place = _Place(table, story, {**remembered(story.walk, table), **facts}, named)
    here = {id(table.moves.at[story.state, event].rule) for event in table.moves.offered[story.state]}
    for rule in table.rules:
        if id(rule) in here:
            yield from place.around(rule)
        elif story.new:
            yield from place.elsewhere(rule)
    if story.new:
        yield from place.unheard_of()


@attrs.frozen
class _Place:
    """Where a story has come to, what is known there, and what may be named."""

    table: Lifecycle
    story: Story
    known: Facts
    named: Named

    def around(self, rule: Rule) -> Iterator[Attempt]:
        """What a row allows here, and what misses it by a piece of evidence, a condition, a day or a role."""
        for role in rule.actors:
            own = attrs.evolve(rule, actors=role)
            whole = self.whole(own, self.story.state)
            yield whole
            for n in range(len(rule.requires)):
                yield without(whole, n)
                yield without(whole, n, self.named.evidence)
            if rule.guards and (self.story.new or role == rule.actors[0]):
                yield from self.either_way(own, whole)
        suits = self.whole(rule, self.story.state)
        yield from (in_role(suits, role) for role in self.named.roles if role not in rule.actors)

    def either_way(self, rule: Rule, whole: Attempt) -> Iterator[Attempt]:
        """Each answer that the conditions of a row give to each person, and the days on which their answer turns.

        What they allow takes a system of its own each time, so it is tried in new states only.
        """
        made = [suiting(rule, choice, self.story.walk, ITEM) for choice in variations(FIRST_CHOICE)]
        told = {(one.actor, str(answer)): one for one in made if not (answer := self.answer(one)) or self.story.new}
        yield from told.values()
        days = boundaries(lambda day: bool(self.answer(dated(whole, self.story.walk, day))))
        yield from (dated(whole, self.story.walk, day) for day in days)

    def elsewhere(self, rule: Rule) -> Iterator[Attempt]:
        """What a row would allow in its own place, in every role."""
        source = rule.source if isinstance(rule.source, str) else rule.source[0]
        whole = self.whole(rule, states_of(self.table, source)[0])
        yield from (in_role(whole, role) for role in dict.fromkeys((*rule.actors, *self.named.roles)))

    def unheard_of(self) -> Iterator[Attempt]:
        """Events that no row has, with all the evidence there is."""
        everything = suiting(
            attrs.evolve(self.table.rules[0], requires=self.named.evidence), FIRST_CHOICE, self.story.walk, ITEM
        )
        for event in self.named.events:
            yield from (in_role(attrs.evolve(everything, event=event), role) for role in self.named.roles)

    def whole(self, rule: Rule, status: str) -> Attempt:
        """An attempt that suits a row, conditions included where they can be met."""
        return passing(self.table, status, rule, FIRST_CHOICE, self.story.walk, self.known)

    def answer(self, attempt: Attempt) -> Applied | NotAllowed:
        """What the table says to it."""
        return decide(self.table, self.story.state, attempt, facts=self.known)
