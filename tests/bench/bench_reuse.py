"""What finding parallel passages costs: CPU seconds and memory of the whole program, and what it finds.

`python tests/bench/bench_reuse.py [FILE.jsonl | NUMBER]` runs `tifa reuse` on a file of texts, or on so many made-up
texts (1,000 by default) in which passages are planted; their share that is found is printed too.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LENGTHS = (15, 20, 30, 50, 100, 400)
TEXT_CHARS = 4000


def made_up(number: int, seed: int = 1) -> tuple[list[str], list[tuple[int, str, int, str]]]:
    """Return texts of random letters, frequent ones more often, and the planted pairs: text, words, text, words."""
    chosen = random.Random(seed)
    letters = [chr(0x4E00 + place) for place in range(3000)]
    weights = [1 / (place + 20) for place in range(3000)]
    texts = ["".join(chosen.choices(letters, weights, k=TEXT_CHARS)) for _ in range(number)]
    planted = []
    for at in range(number - 1):
        length = LENGTHS[at % len(LENGTHS)]
        words = "".join(chosen.choices(letters, weights, k=length))
        changed = "".join(chosen.choice(letters) if chosen.random() < 0.05 else letter for letter in words)
        for text, wording in ((at, words), (at + 1, changed)):
            texts[text] += f"。{wording}。" + "".join(chosen.choices(letters, weights, k=50))
        planted.append((at, words, at + 1, changed))
    return texts, planted


def main() -> None:
    """Run the benchmark and print one line of JSON."""
    asked = sys.argv[1] if len(sys.argv) > 1 else "1000"
    with tempfile.TemporaryDirectory() as folder:
        source, output = Path(asked), Path(folder) / "pairs.jsonl"
        planted: list[tuple[int, str, int, str]] = []
        if asked.isdigit():
            texts, planted = made_up(int(asked))
            source = Path(folder) / "texts.jsonl"
            rows = (json.dumps({"id": f"d{at}", "text": text}) for at, text in enumerate(texts))
            source.write_text("\n".join(rows), encoding="utf-8")
        begin = time.perf_counter()
        command = [sys.executable, "-m", "ui.cli", "reuse", str(source), "-o", str(output)]
        subprocess.run([*command, "--clusters", f"{output}.clusters"], check=True)
        wall_s = time.perf_counter() - begin
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        with output.open(encoding="utf-8") as file:
            pairs = [json.loads(line) for line in file]
    figures = {"wall_s": round(wall_s, 2), "cpu_s": round(used.ru_utime + used.ru_stime, 2)}
    figures |= {"peak_mb": used.ru_maxrss // 1024, "pairs": len(pairs)}
    if planted:
        found = {(p["a_doc"], p["b_doc"]) for p in pairs}
        figures["planted_found"] = round(sum((f"d{a}", f"d{b}") in found for a, _, b, _ in planted) / len(planted), 4)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
