"""Keep the graph: protocols, the embedded store with its generations, a remote store."""
