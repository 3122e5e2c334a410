"""The papers: open to all, each with its title, and never an address of somewhere else's script."""

from pathlib import Path

import pytest
from flask import Flask

from consult.web.about.documents import ORDER, read_documents
from tests.web.browsing import Browser


@pytest.mark.parametrize("name", ORDER)
def test_a_paper_is_a_page_that_the_index_leads_to(app: Flask, name: str) -> None:
    browser = Browser(app)
    paper = read_documents()[name]
    assert f'href="/about/{name}"' in browser.open("/about").text
    page = browser.open(f"/about/{name}")
    assert page.status_code == 200
    assert f"<h1>{paper.title}</h1>" in page.text
    assert str(paper.body) in page.text


def test_markup_in_a_paper_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    for name in ORDER:
        (tmp_path / f"{name}.md").write_text("# Title\n\nLead\nof two lines.\n\n<script>alert(1)</script>\n")
    paper = read_documents(tmp_path)["privacy"]
    assert (paper.title, paper.lead) == ("Title", "Lead of two lines.")
    assert "<script" not in paper.body


@pytest.mark.parametrize("address", ["/about/children", "/about/young-people"])
def test_children_have_notices_of_their_own(app: Flask, address: str) -> None:
    page = Browser(app).open(address).text
    assert "What happens with your words" in page
    assert "0800 1111" in page


def test_adults_papers_are_in_english_whatever_the_child_chose(app: Flask) -> None:
    browser = Browser(app)
    with browser.client.session_transaction() as session:
        session["language"] = "pl"
    assert 'lang="en-GB"' in browser.open("/about/privacy").text
    assert 'lang="pl"' in browser.open("/about/children").text


def test_an_unknown_paper_is_not_there(app: Flask) -> None:
    assert Browser(app).open("/about/nothing").status_code == 404
