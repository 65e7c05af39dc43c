"""What things are: vocabulary, shapes, registers and identifiers of luocdo. Imports nothing."""
