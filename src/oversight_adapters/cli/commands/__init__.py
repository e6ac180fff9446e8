"""One file for each command: it parses nothing and decides nothing, it asks and prints."""
