"""Step 2: a text that the grammars can read, with the way back to what was printed."""
