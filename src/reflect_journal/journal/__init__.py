"""Where it lives: the journal on disk, drafts, places; the only floor with a disk."""
