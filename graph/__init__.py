"""Records in, property graph out: model, build, folder, stores, layouts, exporters."""
