"""The whole way in a real browser: open, point, click, read the evidence, ask, export; nothing from a text runs."""

from __future__ import annotations

import json
import re

import pytest

WAIT_MS = 30_000


@pytest.fixture
def page(browser, explorer_url):
    """A page whose requests and errors are noted; every request must stay on the machine."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN", accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(WAIT_MS)
    page.foreign, page.errors = [], []
    page.on("request", lambda r: page.foreign.append(r.url) if not r.url.startswith((explorer_url, "ws://127.0.0.1", "data:", "blob:")) else None)
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    yield page
    assert page.foreign == []
    assert page.errors == []
    context.close()


def ready(page, url: str, picture: str = "columns"):
    page.goto(url)
    page.wait_for_function(f"window.__tifa?.{picture}?.state().labels.length")
    return page


def place(page, picture: str, kind: str, key: str) -> dict:
    """Return where a node or an edge is drawn, in pixels of the page."""
    method, before = {"node": "locate", "edge": "locateEdge"}[kind], None
    for _ in range(40):
        at = page.evaluate(f"key => window.__tifa.{picture}.{method}(key)", key)
        if at and at == before:
            return at
        before = at
        page.wait_for_timeout(250)
    raise AssertionError(f"{key} does not come to rest in the picture")


def overview(seed_graph) -> dict:
    from graph.derived import load_overview

    return load_overview(seed_graph)


def test_a_click_on_a_node_opens_its_evidence(page, explorer_url, seed_graph):
    ready(page, explorer_url)
    shared = overview(seed_graph)["findings"]["most_shared"][0]
    at = place(page, "columns", "node", shared["id"])
    page.mouse.click(at["x"], at["y"])
    page.wait_for_selector(f".tifa-details h3:text-is('{shared['name']}')")
    page.wait_for_selector(".tifa-evidence .tifa-mark")
    marked = page.locator(".tifa-evidence .tifa-mark").all_inner_texts()
    assert marked and len(page.locator(".tifa-evidence").all()) <= 10
    assert f"sel={shared['id']}" in page.url
    page.keyboard.press("Escape")


def test_a_click_on_a_line_opens_the_sentences_that_it_counts(page, explorer_url, seed_graph):
    ready(page, explorer_url)
    edge = max(overview(seed_graph)["expresses"], key=lambda e: e["count"])
    at = place(page, "columns", "edge", edge["id"])
    page.mouse.click(at["x"], at["y"])
    page.wait_for_selector(".tifa-details")
    page.wait_for_selector(".tifa-evidence")
    assert "sel=EXPRESSES~" in page.url
    total = page.locator(".tifa-total").last.inner_text()
    assert re.search(r"共 (\d+) 处", total).group(1) == str(edge["count"])


def test_a_sentence_leads_to_its_place_in_the_reader(page, explorer_url, seed_graph):
    shared = overview(seed_graph)["findings"]["most_shared"][0]
    ready(page, f"{explorer_url}/?sel={shared['id']}")
    page.locator(".tifa-actions button").first.click()
    page.wait_for_selector(".tifa-text .tifa-focus")
    assert "/reader" in page.url and "at=" in page.url
    assert page.locator(".tifa-text .tifa-mark").count() > 20


def test_an_address_can_be_sent_and_reloaded(page, explorer_url, seed_graph):
    theme = overview(seed_graph)["themes"][0]
    ready(page, f"{explorer_url}/?lang=en&sel={theme['id']}")
    page.wait_for_selector(f".tifa-details h3:text-is('{theme['name_en']}')")
    page.reload()
    page.wait_for_selector(f".tifa-details h3:text-is('{theme['name_en']}')")


def test_the_heat_map_opens_sentences(page, explorer_url):
    page.goto(f"{explorer_url}/themes")
    page.locator(".tifa-cell-full").first.click()
    page.wait_for_selector(".tifa-evidence")


def test_cypher_answers_and_refuses(page, explorer_url):
    page.goto(f"{explorer_url}/ask?q=MATCH (s:Speech) RETURN count(s) AS n")
    page.wait_for_selector(".tifa-total:has-text('1 行')")
    page.goto(f"{explorer_url}/ask?q=MATCH (n) DETACH DELETE n")
    page.wait_for_selector("[data-testid='stAlert']")


def test_the_map_is_drawn_and_selects(page, explorer_url, seed_graph):
    theme = overview(seed_graph)["themes"][0]
    ready(page, f"{explorer_url}/map", "map")
    at = place(page, "map", "node", theme["id"])
    page.mouse.click(at["x"], at["y"])
    page.wait_for_selector(f".tifa-details h3:text-is('{theme['name']}')")


def test_the_snapshot_downloads_and_opens_without_a_network(page, browser, explorer_url, tmp_path):
    ready(page, explorer_url)
    with page.expect_download() as download:
        page.locator(".st-key-snapshot button").click()
    path = tmp_path / "tifa.html"
    download.value.save_as(path)
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800}, locale="zh-CN")
    snapshot, requests = context.new_page(), []
    snapshot.on("request", lambda r: requests.append(r.url) if not r.url.startswith(("file:", "data:")) else None)
    snapshot.goto(path.as_uri())
    payload = json.loads(snapshot.locator("#payload").inner_text())
    assert payload
    snapshot.wait_for_timeout(500)
    assert requests == []
    context.close()
