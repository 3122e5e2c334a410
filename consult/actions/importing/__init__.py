"""Bringing in an authority's reviews and booklets filled on paper: all or nothing, every fault told."""

from consult.actions.importing.answers import import_answers
from consult.actions.importing.faults import Fault, Faulty, Imported
from consult.actions.importing.reviews import import_reviews

__all__ = ["Fault", "Faulty", "Imported", "import_answers", "import_reviews"]
