"""Bytes to text that remembers places."""
