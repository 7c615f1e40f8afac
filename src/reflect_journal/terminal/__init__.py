"""How it looks and how it listens: the only floor that knows rich and questionary."""
