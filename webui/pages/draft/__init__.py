"""Looking through a draft before it is signed."""
