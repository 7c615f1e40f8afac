"""What things are: the words, values and rules of the journal; pure."""
