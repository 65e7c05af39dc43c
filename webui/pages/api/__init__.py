"""What programs ask: the catalogue's questions and lineages, described by OpenAPI."""
