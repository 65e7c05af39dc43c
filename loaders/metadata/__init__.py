"""Step 4: what a document says of itself."""

from loaders.metadata.gathering import read_metadata

__all__ = ["read_metadata"]
