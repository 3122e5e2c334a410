"""Shared by every room: assets, language, headers, error pages, the guard."""
