"""Signing in: children with a card and pictures, staff with a password."""
