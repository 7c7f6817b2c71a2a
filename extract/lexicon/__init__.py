"""Curated formulations and names (data files with sources), their loader and their matcher."""
