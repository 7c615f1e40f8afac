"""What the journal shows, as one page to look at, print or hand to somebody."""
