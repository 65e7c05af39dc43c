"""The relations between documents, by how much they say.

Source: contract of the graph, section 4. `luocdo.ttl` orders them by sub-property.
"""

from __future__ import annotations

from typing import Final

LINEAGE: Final = ("basedOn", "implements", "continues", "reviews", "guides", "replaces")
"""What a lineage follows."""

CHANGES: Final = (
    "amends",
    "supplements",
    "suspends",
    "corrects",
    "promulgates",
    "approves",
    "consolidates",
)
"""What else one document does to another."""

STRENGTH: Final = {
    **dict.fromkeys(LINEAGE, 3),
    **dict.fromkeys(CHANGES, 3),
    "repeals": 2,
    "cites": 1,
    "mentions": 0,
}
"""3 for what no other relation implies, less for what is also written beside a stronger one."""
