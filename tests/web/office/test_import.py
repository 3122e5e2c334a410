"""Files that come in through the browser: all of one, or nothing."""

import io

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from consult.store.database import Store
from tests.fixtures.cast import Cast
from tests.web.browsing import Browser, faults_on, staff_browser
from tests.web.shelves import count, look

HEADER = "child_ref,first_name,date_of_birth,review_date,kind,iro,participation_code,held_on\n"
GOOD = HEADER + "N-1,Nia,2016-05-04,2026-12-01,second,amira.hassan@larkshire.example,,\n"
PAPER = "child_ref,review_date,booklet,question,answer,submitted_on\n"


@pytest.fixture
def office(app: Flask, store: Store, cast: Cast) -> Browser:
    browser = staff_browser(app, store, cast.manager)
    browser.open("/office/import")
    return browser


def bring(office: Browser, content: str | bytes, what: str = "reviews", name: str = "reviews.csv") -> TestResponse:
    raw = content if isinstance(content, bytes) else content.encode()
    return office.send("/office/import", what=what, file=(io.BytesIO(raw), name))


def test_a_good_file_comes_in_and_again_as_before(office: Browser, store: Store, cast: Cast, app: Flask) -> None:
    page = bring(office, b"\xef\xbb\xbf" + GOOD.encode())
    assert page.status_code == 200
    assert "The reviews are in.</b> 1 new, 0 changed, 0 as before." in page.text
    assert "0 new, 0 changed, 1 as before." in bring(office, GOOD).text
    assert count(store, "review") == 3
    assert "Nia" in staff_browser(app, store, cast.officer).open("/desk").text


def test_booklets_on_paper_come_in(office: Browser, store: Store) -> None:
    row = "R-100,2026-12-08,about-me-under-11,feel_today,good,2026-11-20\n"
    page = bring(office, PAPER + row, "answers")
    assert page.status_code == 200, page.text
    assert "The booklets are in.</b> 1 new, 0 changed, 0 as before." in page.text
    assert count(store, "final_answer") == 1


def test_every_fault_is_listed_with_row_and_column(office: Browser, store: Store) -> None:
    rows = (
        "N-1,Nia,2016-05-04,2026-12-01,second,,,\n"
        "N-2,Ned,2016-99-04,2026-12-01,second,,,\n"
        "N-3,Noa,2016-05-04,2026-12-01,party,,PN0,2026-11-01\n"
    )
    before = look(store)
    page = bring(office, HEADER + rows)
    assert page.status_code == 422
    assert "Nothing came in: 3 things are wrong in the file" in page.text
    for row, column in ((3, "date_of_birth"), (4, "kind"), (4, "participation_code")):
        assert f'Row {row}</th><td><span class="nowrap">{column}</span>' in page.text
    assert look(store) == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty. The first row names the columns."),
        (GOOD.encode("utf-16"), "The file is not UTF-8 text."),
        (GOOD.replace("Nia", "Ni\xe4").encode("latin-1"), "The file is not UTF-8 text."),
        (b"PK\x03\x04\xff\xfe\x00", "The file is not UTF-8 text."),
        (GOOD.replace(",kind", "").encode(), "This column is missing."),
        (GOOD.replace("first_name", "<i>name</i>").encode(), "This column is not known."),
        (b"hello there", "The first row must name the columns"),
        ((HEADER + 'N-1,"Nia,2016').encode(), "a quotation mark is missing"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(office: Browser, store: Store, content: bytes, sentence: str) -> None:
    before = look(store)
    page = bring(office, content)
    assert page.status_code == 422
    assert sentence in page.text
    assert "<i>name" not in page.text
    assert look(store) == before


def test_an_unknown_child_or_booklet_is_told_with_its_row(office: Browser, store: Store) -> None:
    rows = "X-1,2026-12-08,about-me-under-11,feel_today,good,2026-11-20\nR-200,2026-12-08,none,x,y,2026-11-20\n"
    before = look(store)
    page = bring(office, PAPER + rows, "answers")
    assert page.status_code == 422
    assert "Row 2</th>" in page.text
    assert "Row 3</th>" in page.text
    assert look(store) == before


def test_no_cell_is_repeated(office: Browser) -> None:
    page = bring(office, PAPER + "R-100,2026-12-08,about-me-under-11,feel_today,xylophone,2026-11-20\n", "answers")
    assert page.status_code == 422
    assert "xylophone" not in page.text


def test_what_is_left_out_is_told(office: Browser, store: Store) -> None:
    before = look(store)
    page = office.send("/office/import")
    assert (page.status_code, page.text.count("Say what is in the file.") > 0) == (422, True)
    assert faults_on(page)["file"] == "Choose a file."
    page = office.send("/office/import", what="reviews", file=(io.BytesIO(b""), ""))
    assert faults_on(page) == {"file": "Choose a file."}
    assert 'value="reviews" checked' in page.text
    assert bring(office, GOOD, "secrets").status_code == 422
    assert look(store) == before


def padded(bytes_wanted: int) -> str:
    return GOOD + "\n" * (bytes_wanted - len(GOOD))


def bring_large(office: Browser, address: str, content: str) -> TestResponse:
    """The form written by hand: the test client would leave a file open behind it."""
    part = '--edge\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n{}\r\n'
    fields = {"csrf_token": office.token, "what": "reviews"}
    body = "".join(part.format(name, "", value) for name, value in fields.items())
    body += part.format("file", '; filename="reviews.csv"', content) + "--edge--\r\n"
    return office.client.post(address, data=body.encode(), content_type="multipart/form-data; boundary=edge")


def test_a_large_file_is_taken_and_a_huge_one_is_told(office: Browser, store: Store) -> None:
    assert "1 new" in bring_large(office, "/office/import", padded(3 * 1024 * 1024)).text
    before = look(store)
    page = bring_large(office, "/office/import", padded(20 * 1024 * 1024))
    assert page.status_code == 413
    assert "The file is too large" in page.text
    assert look(store) == before


def test_only_the_import_takes_large_forms(office: Browser) -> None:
    assert bring_large(office, "/office/settings", padded(3 * 1024 * 1024)).status_code == 413
