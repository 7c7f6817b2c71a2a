"""`tifa reuse`: pairs and clusters as JSON Lines, formulas only in the clusters, bad input in one message."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from ui.cli import program

COPIED = "始终任劳任怨把办公室的每一件小事当作事业来追求"
TEXTS = {
    "甲": ("2019-05-01", f"同志们，上午的雨下得很大。{COPIED}。大家鼓掌。"),
    "乙": ("2021-05-01", f"今年下了三场雪，山路难行。{COPIED}，这是我的心得。"),
    "丙": ("2022-05-01", "会场外面阳光很好，谁也没有迟到。"),
}
FIELDS = ["a_doc", "a_start", "a_end", "b_doc", "b_start", "b_end", "a_text", "b_text", "kind", "score"]


def run(*arguments: object):
    return CliRunner().invoke(program, ["reuse", *map(str, arguments)])


@pytest.fixture
def speeches(tmp_path):
    """A file of JSON Lines with three dated texts."""
    rows = [json.dumps({"id": doc, "date": date, "text": text}) for doc, (date, text) in TEXTS.items()]
    path = tmp_path / "speeches.jsonl"
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def rows_of(path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_writes_pairs_and_clusters_whose_words_stand_in_the_texts(speeches, tmp_path):
    pairs, clusters = tmp_path / "pairs.jsonl", tmp_path / "clusters.jsonl"
    assert run(speeches, "-o", pairs, "--clusters", clusters).exit_code == 0
    [pair] = rows_of(pairs)
    assert list(pair) == FIELDS
    assert (pair["a_doc"], pair["b_doc"], pair["kind"], pair["score"]) == ("甲", "乙", "verbatim", 1.0)
    for side in "ab":
        text = TEXTS[pair[f"{side}_doc"]][1]
        assert text[pair[f"{side}_start"] : pair[f"{side}_end"]] == pair[f"{side}_text"] == COPIED
    places = rows_of(clusters)
    assert [(p["cluster"], p["doc"], p["kind"]) for p in places] == [(1, "甲", "verbatim"), (1, "乙", "verbatim")]
    assert [p.get("earliest") for p in places] == [True, None]


def test_writes_to_standard_output(speeches):
    result = run(speeches)
    assert result.exit_code == 0 and json.loads(result.stdout)["a_text"] == COPIED


def test_same_input_gives_the_same_bytes(speeches, tmp_path):
    outputs = []
    for name in ("one", "two"):
        run(speeches, "-o", tmp_path / name, "--clusters", tmp_path / f"{name}.c")
        outputs.append(((tmp_path / name).read_bytes(), (tmp_path / f"{name}.c").read_bytes()))
    assert outputs[0] == outputs[1]


def test_identical_texts_are_reuse_too(tmp_path):
    for doc in "甲乙":
        (tmp_path / f"{doc}.txt").write_text(TEXTS["甲"][1], encoding="utf-8")
    pair = json.loads(run(tmp_path).stdout)
    assert (pair["a_doc"], pair["b_doc"]) == ("乙", "甲")
    assert pair["a_end"] - pair["a_start"] >= len(TEXTS["甲"][1]) - 2


@pytest.mark.parametrize(
    "arguments, says",
    [
        pytest.param(["missing.txt"], "no such file", id="missing source"),
        pytest.param(["x.txt", "-o", "out", "--clusters", "out"], "one file", id="one file for both"),
        pytest.param([], "Missing argument", id="no source"),
    ],
)
def test_bad_input_is_one_message(arguments, says):
    result = run(*arguments)
    assert result.exit_code == 2 and says in result.output and "Traceback" not in result.output
