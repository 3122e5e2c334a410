"""What answers tell: mood, themes, concern. Pure: no Flask, no database, no gettext."""
