"""Step 1: the words of a file, whatever its format."""

from loaders.readers.formats import READERS, media_type, read
from loaders.readers.limits import Limits

__all__ = ["READERS", "Limits", "media_type", "read"]
