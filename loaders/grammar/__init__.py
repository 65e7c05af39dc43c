"""What several steps read alike: numbers, dates, lists and clauses, a .py and a .toml each."""
