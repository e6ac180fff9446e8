"""Rulebooks written as data files: one TOML file a body, without code."""

from oversight_adapters.rulebooks.loading import load_rulebook
from oversight_adapters.rulebooks.writing import to_toml

__all__ = ["load_rulebook", "to_toml"]
