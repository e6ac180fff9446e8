"""Rulebooks written as data files: one TOML file a body, without code."""

from oversight_adapters.rulebooks.loading import LARGEST, load_rulebook

__all__ = ["LARGEST", "load_rulebook"]
