"""From paper to triples; the folders stand in the order of the flow (see `extraction.py`)."""
