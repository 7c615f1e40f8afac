"""Letters: how to ask for feedback, what to leave out, and how a reply is read."""
