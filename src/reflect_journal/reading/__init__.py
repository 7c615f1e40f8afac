"""What someone's words could mean: sentences, empty or usable, and likely labels."""
