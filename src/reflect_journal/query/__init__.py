"""Which ones: filters, search and references to one reflection; pure."""
