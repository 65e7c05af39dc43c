"""The page 'help'."""
