"""Settings and imports, for whoever runs the service."""
