"""Where a graph is queried; one module a store."""
