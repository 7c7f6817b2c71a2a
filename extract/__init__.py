"""Text in, records out: readers, cleaning, structure, extractors and the lexicon."""
