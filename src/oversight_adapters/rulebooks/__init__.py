"""Rulebooks written as data files: one TOML file a body, without code."""
