"""How we ask: questions as data, and what comes next; pure."""
