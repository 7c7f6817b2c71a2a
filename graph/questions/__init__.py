"""Questions that analysts ask again and again: as data (`*.toml`), run on any store, checked against plain walks (`twins`)."""
