"""The page 'resource'."""
