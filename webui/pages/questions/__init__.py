"""The page 'questions'."""
