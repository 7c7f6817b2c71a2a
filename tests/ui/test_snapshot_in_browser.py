"""The HTML snapshot opened from disk: no request, no error, search, evidence, filter, languages, both pictures."""

from __future__ import annotations

import pytest

from graph.exporters.html_page import PLUGIN
from graph.folder import load

CHINESE = {"locale": "zh-CN", "color_scheme": "light"}


@pytest.fixture(scope="module")
def snapshot(seed_graph, tmp_path_factory):
    path = tmp_path_factory.mktemp("snapshot") / "seeds.html"
    PLUGIN.write(load(seed_graph), path)
    return path


@pytest.fixture
def page(browser, snapshot):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, **CHINESE)
    page = context.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: None if request.url == snapshot.as_uri() else problems.append(request.url))
    page.goto(snapshot.as_uri())
    yield page
    context.close()
    assert problems == []


def state(page):
    return page.evaluate("window.__tifa.snapshot.state()")


def click(page, name, key):
    where = page.evaluate(f"id => window.__tifa.snapshot.{name}(id)", key)
    page.mouse.click(where["x"], where["y"])


def test_a_node_opens_its_sentences(page):
    click(page, "locate", "implementation")
    page.wait_for_selector("#side .tifa-evidence")
    assert page.locator("#side h3").inner_text() == "工作落实"
    assert page.locator("#side .tifa-evidence").count() <= 10
    assert "第 " in page.locator("#side .tifa-meta").first.inner_text()


def test_a_line_opens_its_sentences_and_the_place_in_the_text(page):
    line = page.evaluate("JSON.parse(document.getElementById('payload').textContent).pictures.columns.zh.edges.find(e => e.type === 'ABOUT').id")
    click(page, "locateEdge", line)
    page.wait_for_selector("#side .tifa-evidence .tifa-mark")
    word = page.locator("#side .tifa-evidence .tifa-mark").first.inner_text()
    page.get_by_role("button", name="到原文中读").first.click()
    assert word in page.locator("#reader .tifa-focus").inner_text()
    page.get_by_role("button", name="收起").click()
    assert not page.locator("#reader").is_visible()


def test_search_suggests_and_selects(page):
    page.keyboard.press("/")
    page.keyboard.type("三服务")
    assert page.locator("#suggestions li").first.inner_text().startswith("三服务")
    page.keyboard.press("Enter")
    assert page.locator("#side h3").inner_text() == "三服务"
    assert state(page)["selected"]["kind"] == "node"


def test_the_legend_filters_by_type(page):
    before = len(state(page)["nodes"])
    button = page.locator("#legend button", has_text="口号与比喻")
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert 0 < len(state(page)["nodes"]) < before
    button.click()
    assert len(state(page)["nodes"]) == before


def test_map_language_and_shade(page):
    page.get_by_role("button", name="图谱").click()
    assert state(page)["kind"] == "map"
    page.get_by_role("button", name="English").click()
    assert page.get_by_role("button", name="Overview").is_visible()
    assert page.evaluate("document.documentElement.lang") == "en"
    page.get_by_role("button", name="Dark").click()
    assert state(page)["dark"] is True
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 23, 28)"


def test_nothing_scrolls_sideways_on_a_narrow_screen(page):
    for width in (800, 1280, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_timeout(100)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_provenance_says_what_it_was_made_from(page):
    page.locator("footer summary").click()
    text = page.locator("#provenance").inner_text()
    assert "Speech 5" in text
    assert "文稿哈希" in text
