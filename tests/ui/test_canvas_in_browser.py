"""The graph component in a real browser, without Streamlit: what lights, what is selected, what overlaps."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from graph.folder import load
from graph.map_layout import layout_of
from graph.overview import overview_of
from graph.picture import columns_picture, map_picture
from graph.snapshot import picture_words

PAGE = """<!doctype html><meta charset="utf-8"><body style="margin:8px"><div id="host"></div><script type="module">
import component from "/graph.js";
window.told = [];
window.draw = (picture, selected = null, height = 600) => component({
  parentElement: document.getElementById("host"),
  data: { picture, height, selected, testid: "g" },
  setStateValue: (name, value) => window.told.push([name, value]),
  setTriggerValue: (name, value) => window.told.push([name, value]),
});
window.ready = true;
</script>"""


@pytest.fixture(scope="module")
def pictures(seed_graph):
    G = load(seed_graph)
    overview = overview_of(G)
    return {
        "columns": columns_picture(overview, **picture_words("columns", "zh")),
        "columns_en": columns_picture(overview, **picture_words("columns", "en"), language="en"),
        "map": map_picture(layout_of(G), **picture_words("map", "zh")),
    }


@pytest.fixture
def page(browser):
    page = browser.new_page(viewport={"width": 900, "height": 900})
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    bodies = {"/": ("text/html", PAGE), "/graph.js": ("text/javascript", (files("ui") / "frontend/graph.js").read_text("utf-8"))}

    def answer(route):
        kind, body = bodies.get(route.request.url.removeprefix("http://tifa.test"), ("text/plain", ""))
        route.fulfill(body=body, content_type=f"{kind}; charset=utf-8")

    page.route("**/*", answer)
    page.goto("http://tifa.test/")
    page.wait_for_function("window.ready")
    yield page
    page.close()
    assert errors == []


def draw(page, picture, selected=None):
    page.evaluate("([picture, selected]) => void window.draw(picture, selected)", [picture, selected])
    page.wait_for_timeout(100)


def state(page):
    return page.evaluate("window.__tifa.g.state()")


def click(page, where, times=1):
    page.mouse.click(where["x"], where["y"], click_count=times)
    page.wait_for_timeout(50)


def node(page, key):
    return page.evaluate("id => window.__tifa.g.locate(id)", key)


def edge(page, key):
    return page.evaluate("id => window.__tifa.g.locateEdge(id)", key)


def overlapping(boxes):
    return [
        (a["id"], b["id"])
        for i, a in enumerate(boxes)
        for b in boxes[i + 1 :]
        if a["x1"] < b["x2"] - 1 and b["x1"] < a["x2"] - 1 and a["y1"] < b["y2"] - 1 and b["y1"] < a["y2"] - 1
    ]


@pytest.mark.parametrize("width", [720, 900, 1280])
@pytest.mark.parametrize("kind", ["columns", "columns_en", "map"])
def test_labels_do_not_overlap_and_stay_inside(page, pictures, kind, width):
    page.set_viewport_size({"width": width, "height": 900})
    draw(page, pictures[kind])
    boxes = state(page)["labels"]
    assert len(boxes) > 20
    assert overlapping(boxes) == []
    assert all(box["x1"] >= 0 and box["x2"] <= width - 16 for box in boxes)
    if kind != "map":
        assert len(boxes) == len(pictures[kind]["nodes"])


def test_pointing_at_a_text_lights_only_what_stands_in_it(page, pictures):
    picture = pictures["columns"]
    draw(page, picture)
    text = next(n["id"] for n in picture["nodes"] if n["type"] == "Speech")
    where = node(page, text)
    page.mouse.move(where["x"], where["y"])
    page.wait_for_timeout(50)
    lit = state(page)["lit"]
    by_id = {e["id"]: e for e in picture["edges"]}
    triples = {(t, f) for s, t, f, _ in picture["lit"] if s == text}
    for one in (by_id[key] for key in lit["edges"]):
        assert one["from"] == text or (one["from"], one["to"]) in triples
    assert {(e["from"], e["to"]) for e in picture["edges"]} & triples <= {(by_id[k]["from"], by_id[k]["to"]) for k in lit["edges"]}
    assert {key for _, texts in lit["marks"] for key in texts} == {text}


def test_a_theme_lights_the_texts_that_use_its_formulations_under_it(page, pictures):
    picture = pictures["columns"]
    draw(page, picture)
    theme = picture["lit"][0][1]
    click(page, node(page, theme))
    page.mouse.move(5, 5)
    page.wait_for_timeout(50)
    marks = {(f, s) for f, texts in state(page)["lit"]["marks"] for s in texts}
    assert marks == {(f, s) for s, t, f, _ in picture["lit"] if t == theme}


def test_clicks_select_and_empty_ground_lets_go(page, pictures):
    picture = pictures["columns"]
    draw(page, picture)
    first, line = picture["nodes"][0]["id"], picture["edges"][3]["id"]
    click(page, node(page, first))
    click(page, edge(page, line))
    click(page, {"x": 20, "y": 12})
    click(page, node(page, first))
    page.keyboard.press("Escape")
    chosen = [value for name, value in page.evaluate("window.told") if name == "selected"]
    assert chosen == [{"kind": "node", "id": first}, {"kind": "edge", "id": line}, None, {"kind": "node", "id": first}, None]


def test_a_click_on_a_label_selects_its_node(page, pictures):
    draw(page, pictures["columns"])
    box = next(b for b in state(page)["labels"] if b["id"] == pictures["columns"]["nodes"][-1]["id"])
    frame = page.evaluate("(() => { const r = document.querySelector('canvas').getBoundingClientRect(); return [r.left, r.top]; })()")
    click(page, {"x": frame[0] + box["x1"] + 20, "y": frame[1] + (box["y1"] + box["y2"]) / 2})
    assert state(page)["selected"] == {"kind": "node", "id": box["id"]}


def test_a_double_click_opens(page, pictures):
    draw(page, pictures["columns"])
    key = pictures["columns"]["nodes"][0]["id"]
    where = node(page, key)
    page.mouse.dblclick(where["x"], where["y"])
    page.wait_for_timeout(400)
    assert ["opened", key] in page.evaluate("window.told")


def test_the_keyboard_walks_and_selects(page, pictures):
    picture = pictures["columns"]
    draw(page, picture)
    texts = [n["id"] for n in picture["nodes"] if n["type"] == "Speech"]
    page.keyboard.press("Tab")
    for key in ("ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
    assert state(page)["focused"] == texts[1]
    page.keyboard.press("ArrowRight")
    focused = state(page)["focused"]
    assert next(n for n in picture["nodes"] if n["id"] == focused)["type"] == "Theme"
    page.keyboard.press("Enter")
    assert page.evaluate("window.told").pop() == ["selected", {"kind": "node", "id": focused}]


def test_new_data_keeps_the_canvas_and_the_selection(page, pictures):
    picture = pictures["columns"]
    draw(page, picture)
    page.evaluate("document.querySelector('canvas').dataset.first = 'yes'")
    key = next(n["id"] for n in picture["nodes"] if n["type"] == "Theme")
    click(page, node(page, key))
    fewer = {**picture, "nodes": [n for n in picture["nodes"] if n["type"] != "Slogan"]}
    kept = {n["id"] for n in fewer["nodes"]}
    fewer["edges"] = [e for e in picture["edges"] if {e["from"], e["to"]} <= kept]
    draw(page, fewer)
    assert page.evaluate("document.querySelectorAll('canvas[data-first=yes]').length") == 1
    assert state(page)["selected"] == {"kind": "node", "id": key}
    assert set(state(page)["nodes"]) == kept


def test_the_page_selects_too_and_its_echo_does_not_undo_a_later_click(page, pictures):
    picture = pictures["columns"]
    a, b = ({"kind": "node", "id": n["id"]} for n in picture["nodes"][:2])
    draw(page, picture, a)
    assert state(page)["selected"] == a
    click(page, node(page, b["id"]))
    draw(page, picture, a)
    assert state(page)["selected"] == b
    draw(page, picture, None)
    assert state(page)["selected"] is None
    assert page.evaluate("window.told") == [["selected", b]]


def test_hostile_names_are_drawn_as_text(page, pictures):
    text = "<img src=x onerror=\"window.hacked=1\">"
    picture = json.loads(json.dumps(pictures["columns"]))
    for one in picture["nodes"]:
        one.update(full=text, label=text, lines=[text], small=text)
    picture["words"] = {key: text for key in picture["words"]}
    draw(page, picture)
    click(page, node(page, picture["nodes"][0]["id"]))
    assert page.evaluate("window.hacked") is None
    assert page.locator("#host img").count() == 0
