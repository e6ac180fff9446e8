"""Adapters: storage, texts, readers and writers for `oversight_core`, and the plug-in machinery that finds them."""
