"""Reads questionnaires from files."""
