"""Turns what a municipality answers about children's rights into a score with its advisory report."""
