"""The side index of a generation: what pages list, count and search, in one SQLite file."""
