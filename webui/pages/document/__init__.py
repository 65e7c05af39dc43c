"""The page 'document'."""
