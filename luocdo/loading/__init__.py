"""Many files at once: what came of each before, who reads them, and what is kept in between."""
