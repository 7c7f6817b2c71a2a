"""One module a view of the explorer, each with a PLUGIN."""
