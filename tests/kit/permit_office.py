"""A healthy plug-in with something of every kind, in lines that a mutant can change."""

import os
import threading
from datetime import date

import attrs

from oversight_adapters.plugins import ReaderType, RulebookType, StoreType, WriterType, hookimpl
from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.writers.csv import CsvWriter
from oversight_core import RuleBook
from oversight_core.errors import StoreFailed
from oversight_core.names import CONTENT, Words
from oversight_core.reading import Reading

CALLS = []
KEPT = {}
DONE = threading.Event()


@attrs.frozen
class Permit:
    title: str = ""
    day: date | None = None
    remark: Words = attrs.field(default="", metadata=CONTENT)


def moved(permit):
    return permit


class OfficeReader:
    name = "permit-office"

    def recognise(self, source):
        return 3 * source.content.startswith(b"PERMIT")

    def read(self, text):
        return Reading(source=text.source, format=self.name)

    def value(self, excerpt):
        return str(excerpt.words)


class OfficeWriter(CsvWriter):
    name = "permit-office"


def open_store(location, *, codec):
    if os.path.basename(location) != "permit-office.store":
        raise StoreFailed(location, "no permit office is there")
    return MemoryStore(codec=codec)


def load_rules():
    return RuleBook("permit-office", "1", "Permit office", lifecycles=())


def make_reader():
    return OfficeReader()


@hookimpl
def oversight_stores():
    yield StoreType(name="permit-office", title="the shelf of a permit office", open=open_store, takes_codec=True)


@hookimpl
def oversight_readers():
    yield ReaderType(name="permit-office", title="letters of a permit office", make=make_reader)


@hookimpl
def oversight_writers():
    yield WriterType(name="permit-office", title="tables of a permit office", make=OfficeWriter)


@hookimpl
def oversight_rulebooks():
    yield RulebookType(name="permit-office", title="permits", load=load_rules, kinds={"office-permit": Permit})
