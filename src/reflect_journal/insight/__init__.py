"""What they show: outlines in, frozen results out; pure."""
