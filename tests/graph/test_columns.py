"""The columns' order and places: fewer crossings than before, no two rows closer than a label is high."""

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.columns import WIDTH, arrange, crossings, ordered

LEFT, MIDDLE, RIGHT = ["甲", "乙", "丙"], ["t1", "t2", "t3", "t4"], ["f1", "f2", "f3", "f4"]
ENDS = st.sampled_from([(a, b) for a in LEFT for b in MIDDLE] + [(b, c) for b in MIDDLE for c in RIGHT])
TIES = st.dictionaries(ENDS, st.integers(1, 9), max_size=20)


@settings(max_examples=60)
@given(TIES)
def test_order_is_a_permutation_with_no_more_crossings(ties):
    columns = ordered(LEFT, MIDDLE, RIGHT, ties)
    assert [sorted(column) for column in columns] == [sorted(LEFT), sorted(MIDDLE), sorted(RIGHT)]
    assert crossings(columns, ties) <= crossings([LEFT, MIDDLE, RIGHT], ties)


def test_crossed_edges_are_untangled():
    ties = {("甲", "t2"): 1, ("乙", "t1"): 1, ("t1", "f2"): 1, ("t2", "f1"): 1}
    assert crossings([["甲", "乙"], ["t1", "t2"], ["f1", "f2"]], ties) == 2
    assert crossings(ordered(["甲", "乙"], ["t1", "t2"], ["f1", "f2"], ties), ties) == 0


def rows(kind, number, **more):
    return [{"id": f"{kind}{i}", "type": kind, "size": 6, "label": "提法", "lines": ["提法"], **more} for i in range(number)]


def test_full_columns_leave_room_for_every_label():
    placed = arrange([*rows("Speech", 12), *rows("Theme", 24, lines=["提法", "提法"]), *rows("Slogan", 40, squares=[{}] * 12)])
    for kind, least in (("Speech", 45), ("Theme", 30), ("Slogan", 15)):
        ys = [node["y"] for node in placed["nodes"] if node["type"] == kind]
        assert min(b - a for a, b in zip(ys, ys[1:])) >= least
    assert all(0 < node["x"] < WIDTH and 0 < node["y"] < placed["height"] for node in placed["nodes"])


def test_no_nodes_are_no_error():
    assert arrange([])["nodes"] == []
