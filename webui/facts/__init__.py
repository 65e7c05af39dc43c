"""What the pages tell, read from the store by the queries of `sparql/` into records."""
