"""The panels of the collection's page: add, describe, remove, correct, export, open."""
