"""Make a graph folder of so many Speeches from a smaller one: `python tests/bench/multiply_graph.py GRAPH OUT 75000`.

For measuring only, where building so many texts takes too long: every Speech with its sections, sentences and
relationships stands in the result several times, each time with ids of its own; what the texts name stands once.
Numbers of the nodes that stand once, and the texts themselves, are not multiplied.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

_OWN = r"(speech|section|sentence)-([0-9a-f]{13})[0-9a-f]{3}"
_RELATIONSHIP = r"^r-([0-9a-f]{13})[0-9a-f]{3}$"
_NODES = ("Speech", "Section", "Sentence")
_SHARED = ("ABOUT", "ATTRIBUTED_TO", "COMPRISES", "CONTAINS", "CO_OCCURS", "ISSUED_BY", "QUOTATION_OF", "READING_OF", "VARIANT_OF")


def renamed(column: pa.ChunkedArray, number: int) -> pa.ChunkedArray:
    """Return a column with the ids of its texts, sections, sentences and relationships in their `number`th form."""
    own, relationship = f"\\1-\\2x{number:02}", f"r-\\1x{number:02}"
    if pa.types.is_string(column.type):
        column = pc.replace_substring_regex(column, _OWN, own)
        return pc.replace_substring_regex(column, _RELATIONSHIP, relationship)
    if pa.types.is_list(column.type):
        whole = column.combine_chunks()
        whole = whole.chunk(0) if isinstance(whole, pa.ChunkedArray) else whole
        values = pc.replace_substring_regex(whole.flatten(), _OWN, own)
        return pa.chunked_array([pa.ListArray.from_arrays(whole.offsets, values, mask=pc.is_null(whole))])
    return column


def multiplied(table: pa.Table, times: int) -> pa.Table:
    """Return a table with every row so many times; the first time as it is."""
    columns = [name for name in table.column_names if name not in ("text", "name")]
    parts = [table]
    for number in range(1, times):
        part = table
        for name in columns:
            part = part.set_column(part.column_names.index(name), table.schema.field(name), renamed(table[name], number).cast(table.schema.field(name).type))
        parts.append(part)
    return pa.concat_tables(parts)


def main() -> None:
    """Write the folder that the command line names."""
    source, target, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    texts = pq.read_table(source / "nodes" / "Speech.parquet").num_rows
    times = -(-count // texts)
    shutil.rmtree(target, ignore_errors=True)
    for part, shared in (("nodes", None), ("relationships", _SHARED)):
        (target / part).mkdir(parents=True)
        for path in sorted((source / part).glob("*.parquet")):
            once = path.stem in shared if shared else path.stem not in _NODES
            table = pq.read_table(path)
            pq.write_table(table if once else multiplied(table, times), target / part / path.name)
    manifest = json.loads((source / "manifest.json").read_text("utf-8"))
    manifest["sources"] = [{**one, "doc": f"{one['doc']}-{number}"} for number in range(times) for one in manifest["sources"]]
    (target / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False), "utf-8")
    print(f"{target}: {texts * times} speeches.")


if __name__ == "__main__":
    main()
