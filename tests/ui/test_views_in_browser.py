"""The further views in a real browser: concordance, comparison, questions, a speech uploaded and corrected, narrow pages."""

from __future__ import annotations

import shutil

import pytest

WAIT_MS = 60_000
VIEWS = ("", "map", "reader", "themes", "formulations", "compare", "ask", "corpus")
HOSTILE = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>'


@pytest.fixture(scope="module")
def graph(seed_graph, tmp_path_factory):
    """A copy of the seeds' graph that may be changed."""
    folder = tmp_path_factory.mktemp("views") / "graph"
    shutil.copytree(seed_graph, folder)
    return folder


@pytest.fixture(scope="module")
def url(graph, served):
    """The explorer on that graph."""
    with served(graph) as address:
        yield address


@pytest.fixture
def page(browser, url):
    """A page whose errors are noted."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    page = context.new_page()
    page.set_default_timeout(WAIT_MS)
    page.broken = []
    page.on("pageerror", lambda error: page.broken.append(str(error)))
    yield page
    assert page.broken == []
    context.close()


def shared_id(graph) -> str:
    from graph.derived import load_overview

    return str(load_overview(graph)["findings"]["most_shared"][0]["id"])


def test_a_line_of_the_concordance_leads_to_its_place_and_back(page, url, graph):
    page.goto(f"{url}/formulations?id={shared_id(graph)}")
    page.wait_for_selector(".tifa-kwic-row")
    wording = page.locator(".tifa-kwic-key").first.inner_text()
    page.locator(".tifa-kwic-row").first.click()
    page.wait_for_selector(".tifa-text .tifa-focus")
    assert "/reader" in page.url and wording in page.locator(".tifa-text .tifa-focus").inner_text()
    page.go_back()
    page.wait_for_selector(".tifa-kwic-row")
    assert f"id={shared_id(graph)}" in page.url


def test_the_concordance_is_sorted_and_its_order_can_be_sent(page, url, graph):
    page.goto(f"{url}/formulations?id={shared_id(graph)}")
    page.wait_for_selector(".tifa-kwic-row")
    before = page.locator(".tifa-kwic-place").all_inner_texts()
    page.locator(".tifa-kwic-sort button").nth(2).click()
    page.wait_for_url("**sort=right**")
    after = page.locator(".tifa-kwic-place").all_inner_texts()
    assert sorted(before) == sorted(after) and before != after
    page.reload()
    page.wait_for_selector(".tifa-kwic-sort button:nth-of-type(3)[aria-pressed=true]")
    assert page.locator(".tifa-kwic-place").all_inner_texts() == after


def test_the_details_lead_to_the_dossier(page, url, graph):
    page.goto(f"{url}/reader?sel={shared_id(graph)}")
    page.locator(".st-key-to_dossier button").click()
    page.wait_for_selector(".tifa-kwic-row")
    assert f"/formulations?id={shared_id(graph)}" in page.url


def test_a_number_opens_its_sentences(page, url, graph):
    page.goto(f"{url}/formulations?id={shared_id(graph)}")
    number = page.locator(".st-key-dossier_speeches .tifa-grid-link:not(.tifa-typed)").first
    count = int(number.inner_text())
    number.click()
    page.wait_for_selector(".tifa-evidence")
    assert page.locator(".tifa-evidence").count() == min(count, 10)
    assert "sel=USES~" in page.url


def test_two_speeches_are_compared_passage_by_passage(page, url, graph):
    from graph.folder import read_manifest

    ids = [source["id"] for source in read_manifest(graph)["sources"]]
    page.goto(f"{url}/compare?left={ids[0]}&right={ids[3]}")
    page.wait_for_selector(".tifa-parallel")
    sides = page.locator(".tifa-parallel").first.locator(".tifa-quote").all_inner_texts()
    assert len(sides) == 2
    page.locator(".tifa-parallel-name").first.click()
    page.wait_for_selector(".tifa-text .tifa-focus")
    assert f"speech={ids[0]}" in page.url


def test_a_question_is_answered_and_its_names_open(page, url):
    page.goto(f"{url}/ask?question=formulations-of-theme&slot_theme=loyalty")
    name = page.locator(".tifa-grid .tifa-typed").first
    text = name.inner_text()
    name.click()
    page.wait_for_selector(f".tifa-details h3:text-is('{text}')")


def test_a_speech_is_uploaded_corrected_and_taken_out(page, url, graph):
    name = '新讲话<b onclick="window.broken=1">.txt'
    text = f"在全县干部大会上的讲话\n同志们：\n要做到“两个维护”，{HOSTILE}，坚持“三严三实”。\n"
    page.goto(f"{url}/corpus?do=add")
    page.wait_for_selector("input[type=file]", state="attached")
    files = [("坏.xyz", b"x"), (name, text.encode())]
    page.set_input_files("input[type=file]", [{"name": n, "mimeType": "text/plain", "buffer": data} for n, data in files])
    page.locator(".st-key-add_files button:not([disabled])").click()
    page.wait_for_selector(".tifa-told:has-text('已加入')")
    told = page.locator(".st-key-corpus_report").inner_text()
    assert "坏.xyz：没有加入" in told and "不能读的格式" in told
    page.wait_for_selector(".tifa-grid:has-text('在全县干部大会上的讲话')")
    page.locator(".tifa-grid-link:text-is('在全县干部大会上的讲话')").click()
    page.goto(f"{url}/formulations?id={_id_of(graph, '三严三实')}")
    page.wait_for_selector(".tifa-kwic-row")
    page.locator(".tifa-kwic-row").first.click()
    page.wait_for_selector(".tifa-text .tifa-focus")
    assert HOSTILE in page.locator(".tifa-text").inner_text()
    page.goto(f"{url}/corpus?do=correct&sel={_id_of(graph, '三严三实')}")
    page.locator(".st-key-correct_do button").click()
    page.wait_for_selector(".tifa-told:has-text('已更正')")
    page.goto(f"{url}/?sel={_id_of(graph, '两个维护')}")
    page.wait_for_selector(".tifa-details h3")
    assert _id_of(graph, "三严三实") is None
    page.goto(f"{url}/corpus?do=correct")
    page.locator("[class*='st-key-undo_'] button").click()
    page.wait_for_selector(".tifa-told:has-text('已撤销')")
    assert _id_of(graph, "三严三实")
    assert page.evaluate("window.broken") is None


def _id_of(graph, name: str) -> str | None:
    from graph.folder import load

    return next((own for own, d in load(graph).nodes(data=True) if d.get("name") == name and d["label"] == "Principle"), None)


@pytest.mark.parametrize("width", [1280, 800])
def test_no_view_scrolls_sideways(page, url, width):
    page.set_viewport_size({"width": width, "height": 900})
    wide = []
    for view in VIEWS:
        page.goto(f"{url}/{view}")
        page.wait_for_selector(".st-key-bar")
        page.wait_for_timeout(700)
        if page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth > innerWidth + 1"):
            wide.append(view or "overview")
    assert wide == []


def test_the_language_is_switched_in_place(page, url):
    page.goto(f"{url}/corpus?do=export")
    page.wait_for_selector(".tifa-grid")
    page.locator(".st-key-language button").click()
    page.wait_for_selector(".tifa-part:has-text('Texts')")
    assert "do=export" in page.url and "lang=en" in page.url
    assert page.locator("[data-testid=stSegmentedControl], [data-testid=stButtonGroup]").first.inner_text().split()[0] == "Look"
