"""The page 'bodies'."""
