"""The desk: one write path, and the usual reads."""

from oversight_core.register.desk import Register
from oversight_core.register.plan import Plan

__all__ = ["Plan", "Register"]
