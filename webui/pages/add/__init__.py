"""Adding documents in the browser."""
