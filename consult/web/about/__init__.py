"""Open to all: what happens with words, how accessible this is, how the guesses are made."""
