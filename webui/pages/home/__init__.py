"""The page 'home'."""
