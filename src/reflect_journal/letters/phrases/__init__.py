"""Turns of phrase that close the door: one file per kind, written as people say them."""
