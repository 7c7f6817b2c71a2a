"""One module a verb of the console program, each with a PLUGIN."""
