"""Prove it: strategies for everything the core speaks of, laws for tables, machines for applications, oracles."""
