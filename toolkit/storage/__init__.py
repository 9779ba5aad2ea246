"""Keeps what people write: tables, one module a noun, migrations."""
