"""The page 'search'."""
