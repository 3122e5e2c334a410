"""What is asked. Pure: no Flask, no database, no gettext."""
