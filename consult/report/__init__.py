"""What adults are told: a Report is a value, built from counts by pure functions. Start in `build.py`."""
