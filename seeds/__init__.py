"""The five seed speeches, the default corpus: plain text files, shipped unchanged."""

from importlib.resources import as_file, files


def names() -> list[str]:
    """Return the seeds' file names, sorted."""
    return sorted(item.name for item in files(__name__).iterdir() if item.name.endswith(".txt"))


def folder():
    """Return a context manager that yields the folder of the seeds as a path."""
    return as_file(files(__name__))
