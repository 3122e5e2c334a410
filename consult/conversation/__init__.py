"""How asking proceeds. Pure: where somebody stands is derived from what was said, never stored."""
