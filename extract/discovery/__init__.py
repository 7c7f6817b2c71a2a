"""Readings in, candidates for new formulations out: what a corpus repeats and the lexicon lacks."""
