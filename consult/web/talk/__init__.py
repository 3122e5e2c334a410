"""The conversation, for whoever came in with a card."""
