"""People, roles, settings, files that come in, retention and the audit, for whoever runs the service."""
