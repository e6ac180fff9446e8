"""Plug-ins: what somebody else brings, told in frozen descriptors through four hooks.

A plug-in is a module, or any object, whose functions are marked `hookimpl`; an installed one is named under the
entry-point group ``oversight``.
"""

from oversight_adapters.plugins.descriptors import ReaderType, RulebookType, StoreType, WriterType
from oversight_adapters.plugins.errors import BadDescriptor, BrokenPlugin, NameClash, UnknownAdapter
from oversight_adapters.plugins.hookspecs import hookimpl
from oversight_adapters.plugins.installed import Origin
from oversight_adapters.plugins.manager import Adapters

__all__ = [
    "Adapters",
    "BadDescriptor",
    "BrokenPlugin",
    "NameClash",
    "Origin",
    "ReaderType",
    "RulebookType",
    "StoreType",
    "UnknownAdapter",
    "WriterType",
    "hookimpl",
]
