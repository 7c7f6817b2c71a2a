"""What a build tells: how much was kept, what was dropped and why. Plain text, the same for the same graph."""

from __future__ import annotations

from collections.abc import Mapping

SHOWN = 20
"""Dropped sources listed one by one; the manifest has them all."""


def report(folder: str, manifest: Mapping[str, object], reused: int = 0) -> str:
    """Return the report of a build as text."""
    counts, dropped = manifest["counts"], manifest["dropped"]
    texts = len(manifest["sources"])
    nodes, relationships = (sum(counts[part].values()) for part in ("nodes", "relationships"))
    lines = [f"{folder}: {_many(texts, 'text')}, {_many(nodes, 'node')}, {_many(relationships, 'relationship')}."]
    if reused:
        lines.append(f"{_many(reused, 'text')} unchanged since the last build, {texts - reused} read now.")
    if dropped["sources"]:
        lines.append(f"Sources not kept: {len(dropped['sources'])}")
        lines += [f"  {source['path']}: {source['reason']}" for source in dropped["sources"][:SHOWN]]
        if len(dropped["sources"]) > SHOWN:
            lines.append(f"  and {len(dropped['sources']) - SHOWN} more; manifest.json lists them all.")
    if dropped.get("corrections"):
        lines.append(f"Corrections that match nothing any more: {len(dropped['corrections'])}")
        lines += [f"  {message}" for message in dropped["corrections"]]
    if dropped["mentions"]:
        lines.append(f"Found in the texts and not kept: {sum(dropped['mentions'].values())}")
        lines += [f"  {reason}: {count}" for reason, count in dropped["mentions"].items()]
    return "\n".join(lines)


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
