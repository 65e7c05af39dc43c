"""Step 5: every place where a text refers to a document."""

from loaders.citations.find import find

__all__ = ["find"]
