"""One module a source format, each with a PLUGIN."""
