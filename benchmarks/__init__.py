"""Measures what the program costs, one figure at a time."""
