"""The reviewing officer's desk."""
