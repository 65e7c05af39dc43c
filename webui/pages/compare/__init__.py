"""The page 'compare'."""
