"""Read the graph as pages: documents, lineage, obligations, questions, SPARQL."""

from webui.application import create_app

__all__ = ["create_app"]
