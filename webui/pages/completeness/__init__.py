"""The page 'completeness'."""
