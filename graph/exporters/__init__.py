"""One module an export format, each with a PLUGIN."""
