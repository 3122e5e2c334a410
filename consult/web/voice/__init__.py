"""The report: the voice of the child."""
