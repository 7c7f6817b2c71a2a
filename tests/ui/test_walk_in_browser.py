"""The map's and the themes' gestures in a real browser: path, expand, flow, words side by side, themes together."""

from __future__ import annotations

import pytest


@pytest.fixture
def page(browser, explorer_url):
    """A page in Chinese; no script of it may fail."""
    context, errors = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN"), []
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


def _nodes(page) -> list[str]:
    page.wait_for_function("window.__tifa?.map?.state().nodes.length")
    page.wait_for_timeout(1000)
    return page.evaluate("window.__tifa.map.state().nodes")


def test_a_path_is_begun_ended_checked_and_left(page, explorer_url):
    page.goto(f"{explorer_url}/map?sel=study")
    page.get_by_role("button", name="从这里找路径").click()
    page.get_by_text("路径的起点").wait_for()
    page.goto(page.url.replace("sel=study", "sel=epidemic"))
    page.get_by_role("button", name="路径到这里").click()
    page.get_by_text("路径不是论断").wait_for()
    page.locator(".tifa-evidence").nth(1).wait_for()
    assert {"study", "epidemic"} < set(_nodes(page))
    page.locator(".tifa-count").first.click()
    page.get_by_text("两端").wait_for()
    assert "sel=EXPRESSES~" in page.url
    page.get_by_role("button", name="返回全图").click()
    page.wait_for_url(lambda url: "from=" not in url)


def test_expanding_adds_the_neighbours(page, explorer_url):
    page.goto(f"{explorer_url}/map?sel=study")
    page.get_by_role("button", name="展开邻点").click()
    page.get_by_text("只看“学习提能”").wait_for()
    before = set(_nodes(page))
    page.goto(page.url.replace("sel=study", "sel=truth"))
    page.get_by_role("button", name="展开邻点").click()
    page.wait_for_url("**grown=truth**")
    assert before < set(_nodes(page))


def test_each_theme_picture_leads_to_sentences(page, explorer_url):
    for part, number in (("flow", ".tifa-flow-bar"), ("beside", ".tifa-cell-full"), ("words", ".tifa-count")):
        page.goto(f"{explorer_url}/themes?part={part}")
        page.locator(number).first.click()
        page.locator(".tifa-evidence").first.wait_for()
