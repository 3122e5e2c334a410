"""The HTML file: true to the figures, self-contained, safe, well linked, translated."""

import re
from html.parser import HTMLParser

import pytest

from consult.render.html_file import render_html
from consult.render.language import ENGLISH, Language
from tests.render.reports import EMPTY, small_report


class Page(HTMLParser):
    """Tags with their attributes, and the rows of tables as words."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.rows, self.words, self._styles = [], [], [], False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._styles = tag == "style"
        if tag == "tr":
            self.rows.append("")

    def handle_endtag(self, tag):
        if tag == "table":
            self.rows.append("")
        if tag in {"th", "td"}:
            self.rows[-1] += " "

    def handle_data(self, data):
        if not self._styles:
            self.words.append(data)
            if self.rows:
                self.rows[-1] += data

    @property
    def text(self):
        return " ".join("".join(self.words).split())

    def row(self, start):
        return next(row for row in (" ".join(one.split()) for one in self.rows) if row.startswith(start))


@pytest.fixture(scope="module")
def page():
    return Page(render_html(small_report()))


def test_every_answer_has_per_cent_count_and_base(page):
    assert page.row("11 and over 75%") == "11 and over 75% 12 19% 3 6% 1 16 answered, 1 skipped"
    assert "“No” or “Unsure” together 25% 4 of 16" in page.text


def test_a_follow_up_stands_under_its_condition(page):
    assert "Only those who said “No” were asked: Are you happy where you live?" in page.text


def test_several_answers_and_faces_are_rows(page):
    assert page.row("Mum") == "Mum 100% 3"
    assert page.row("Good 100%") == "Good 100% 8"
    assert "may add up to more than 100" in page.text


def test_joined_editions_are_named(page):
    assert "“Yep” in an earlier edition is counted as “Yes”." in page.text
    assert "Worded differently in an earlier edition" in page.text
    assert "Title of b: editions 1, 2" in page.text


def test_the_funnel_codes_and_themes(page):
    assert (
        "There were 24 reviews. Of the 20 children who were old enough, 16 sent a booklet, which is 80 of every 100."
        in (page.text)
    )
    assert page.row("Came, and spoke") == "Came, and spoke PN1 16 67% 80%"
    assert page.row("family time") == "family time 0 0 3 0 3 2"
    assert "A computer guessed mood and themes from words; it can be wrong." in page.text


def test_booklets_nobody_sent_are_only_named(page):
    assert "Booklets that nobody sent in this time: Parents, Title of p: edition 1" in page.text
    assert not any(attrs.get("id") == "b-p" for _, attrs in page.tags)


def test_bars_are_decoration_drawn_to_scale(page):
    drawings = [attrs for tag, attrs in page.tags if tag == "svg"]
    assert drawings
    assert all(attrs.get("aria-hidden") == "true" for attrs in drawings)
    widths = [
        attrs["width"] for tag, attrs in page.tags if tag == "rect" and attrs.get("class") == "b2" and "x" in attrs
    ]
    assert widths[0] == "18.40%"


def test_the_file_needs_nothing_else(page):
    assert not [tag for tag, _ in page.tags if tag in {"script", "img", "iframe"}]
    assert not [attrs for _, attrs in page.tags if "style" in attrs or any(name.startswith("on") for name in attrs)]
    links = [attrs.get("href") or attrs.get("src") for _, attrs in page.tags if {"href", "src"} & attrs.keys()]
    assert all(link.startswith("#") or link == "data:," for link in links)
    css = re.search(r"<style>(.*?)</style>", render_html(small_report()), re.S)[1]
    assert all(found.startswith(("#", '"data:')) for found in re.findall(r"url\((.{0,9})", css))
    assert "@import" not in css


@pytest.mark.parametrize("report", [small_report(), EMPTY], ids=["figures", "empty"])
def test_ids_are_unique_and_every_reference_has_one(report):
    tags = Page(render_html(report)).tags
    ids = [attrs["id"] for _, attrs in tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    pointed = {attrs["href"][1:] for tag, attrs in tags if tag == "a"}
    pointed |= {attrs["aria-labelledby"] for _, attrs in tags if "aria-labelledby" in attrs}
    assert pointed <= set(ids)


def test_wording_from_a_booklet_is_never_markup():
    text = render_html(small_report("<script>alert(1)</script>{{ 7 * 7 }}%(x)s"))
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7 * 7 }}%(x)s" in text


def test_an_empty_period_says_so():
    text = Page(render_html(EMPTY)).text
    assert "No reviews were held in this time" in text
    assert "0%" not in text


def test_words_come_from_the_language_passed_in():
    arabic = Language("ar", lambda text: f"«{text}»", lambda one, many, count: f"«{one if count == 1 else many}»")
    text = render_html(small_report(), arabic)
    assert '<html lang="ar" dir="rtl">' in text
    assert "«What we heard»" in text
    assert "«There were 24 reviews.»" in text
    assert "يوليو" in text
    assert '<html lang="en-GB" dir="ltr">' in render_html(small_report(), ENGLISH)
