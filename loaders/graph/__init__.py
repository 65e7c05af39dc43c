"""Records to triples: the raw graph of a document, and the effective graph made from it."""
