"""Plug-ins: what somebody else brings, told in frozen descriptors through four hooks.

A plug-in is a module, or any object, whose functions are marked `hookimpl`; an installed one is named under the
entry-point group ``oversight``.
"""

from oversight_adapters.plugins.descriptors import ReaderType, RulebookType, StoreType, WriterType
from oversight_adapters.plugins.errors import BrokenPlugin, NameClash, UnknownAdapter
from oversight_adapters.plugins.hookspecs import hookimpl
from oversight_adapters.plugins.manager import Adapters

__all__ = [
    "Adapters",
    "BrokenPlugin",
    "NameClash",
    "ReaderType",
    "RulebookType",
    "StoreType",
    "UnknownAdapter",
    "WriterType",
    "hookimpl",
]
