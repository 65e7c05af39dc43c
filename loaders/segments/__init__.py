"""Step 3: the parts of a paper and their printed numbering."""

from loaders.segments.segment import segment

__all__ = ["segment"]
