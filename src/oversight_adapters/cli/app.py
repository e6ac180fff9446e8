"""The commands, one row each; a command's module is loaded when the command is used."""

from __future__ import annotations

from functools import cache

from cyclopts import App, Parameter
from rich.console import Console

from oversight_adapters.cli.options import not_blank
from oversight_core import __version__

COMMANDS = (
    ("demo", "demo:demo", "Make a record of sample documents and show what can be asked of it."),
    ("read", "read:read", "Read documents and show every value with its words; nothing is kept."),
    ("import", "import_:import_", "Read documents into the record."),
    ("undo", "undo:undo", "Take a whole import back."),
    ("list", "list_:list_", "List recommendations, and memos that are known by counts only."),
    ("show", "show:show", "Show an item: its statuses, its values, and the words behind each."),
    ("timeline", "timeline:timeline", "Show what happened to an item, and when it was said and recorded."),
    ("tally", "tally:tally", "Count where recommendations stand."),
    ("due", "due:due", "Show what falls due soon: who must do what by when."),
    ("overdue", "due:overdue", "Show what is late, and since when."),
    ("diff", "diff:diff", "Show what changed between two saved pages of one list."),
    ("check", "check:check", "Show where the record contradicts itself."),
    ("attempt", "attempt:attempt", "Record a step, if the rules allow it."),
    ("retract", "retract:retract", "Take one entry back."),
    ("dispose", "dispose:dispose", "Forget the words of an item under a named authority."),
    ("verify", "verify:verify", "Prove that the record is whole."),
    ("backup", "backup:backup", "Copy the record into another file, proved."),
    ("restore", "restore:restore", "Put a backup in the place of the record."),
    ("export", "export:export", "Write the record in another format."),
    ("score", "score:score", "Hold what is read against labels that somebody wrote by hand."),
    ("names", "names:names", "Show what a name means, or what it may mean."),
    ("adapters", "adapters:adapters", "List stores, readers, writers and rulebooks that are installed."),
    ("new-adapter", "new_adapter:new_adapter", "Write a plug-in project to start from, with tests that pass."),
)
RULES = (
    ("list", "rules:list_", "List the rulebooks and their tables."),
    ("show", "rules_show:show", "Show every row of a table, or all that a rulebook brings, and what it cites."),
    ("draw", "rules:draw", "Draw a table as a Mermaid diagram or a matrix."),
    ("check", "rules_check:check", "Look for defects in tables and clocks, and count what was looked at."),
    ("diff", "rules:diff", "Show the decisions that differ between two tables or rulebooks."),
    ("explain", "rules_explain:explain", "Say how to get from one status to another, and what is missing."),
)
MAPPING = (
    ("guess", "mapping:guess", "Propose a mapping file for a table."),
    ("check", "mapping:check", "Show what a mapping makes of a table; nothing is stored."),
)
PHRASES = (("check", "phrases:check", "Try every phrase on its examples, and say which are never used."),)


class _Pipe(Console):
    """A console that leaves it to the guard when nobody reads any more."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


_HOME = "oversight_adapters.cli.commands."


@cache
def app() -> App:
    """The command line."""
    plain = Parameter(negative=(), show_default=False, validator=not_blank)
    whole = App(
        name="oversight",
        help="Who recommended what, who answered how, what is open, and the words each value came from.",
        version=__version__,
        console=_Pipe(),
        default_parameter=plain,
        suppress_keyboard_interrupt=False,  # the guard sees to it
    )
    for name, home, help_ in COMMANDS:
        whole.command(_HOME + home, name=name, help=help_)
    for group, help_of_group, commands in (
        ("mapping", "Tell which column of a table is what, without code.", MAPPING),
        ("phrases", "Look at the tables by which documents are read.", PHRASES),
        ("rules", "Look at the tables that decide what is allowed.", RULES),
    ):
        inner = App(name=group, help=help_of_group)
        for name, home, help_ in commands:
            inner.command(_HOME + home, name=name, help=help_)
        whole.command(inner)
    return whole
