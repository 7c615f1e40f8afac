"""Turns of phrase that close the door: one file per kind, as people write them."""
