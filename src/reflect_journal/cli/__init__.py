"""The doors: one file per command; the only floor that knows Typer."""
