"""Rulebooks written as data files: one TOML file a body, without code."""

from oversight_adapters.rulebooks.loading import LARGEST, load_rulebook
from oversight_adapters.rulebooks.writing import to_toml

__all__ = ["LARGEST", "load_rulebook", "to_toml"]
