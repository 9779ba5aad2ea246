"""The subject itself, free of files, clocks, languages or databases."""
