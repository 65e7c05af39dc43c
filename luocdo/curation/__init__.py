"""People at work on the graph: accounts, their decisions, and what these change."""
