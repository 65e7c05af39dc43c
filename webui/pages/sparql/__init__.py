"""The page 'sparql'."""
