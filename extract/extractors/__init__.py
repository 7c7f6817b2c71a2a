"""One module an extractor, each with a PLUGIN: a function on a Speech that yields mentions."""
