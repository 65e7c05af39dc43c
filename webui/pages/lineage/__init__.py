"""The page 'lineage'."""
