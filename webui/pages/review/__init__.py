"""What waits for a curator, and the form on which one decides."""
