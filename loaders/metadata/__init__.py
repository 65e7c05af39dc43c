"""Step 4: what a document says of itself."""

from loaders.metadata.gathering import read_metadata
from loaders.metadata.site_facts import complete

__all__ = ["complete", "read_metadata"]
