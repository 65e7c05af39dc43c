"""Step 6: how the document and the cited ones relate."""

from loaders.relations.classify import classify

__all__ = ["classify"]
