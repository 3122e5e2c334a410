"""Longer words and letters that run the other way fit on every page of a child as well."""

import pytest
from flask import Flask

from tests.journeys.conditions import BRIEFLY, find_faults_under
from tests.journeys.conftest import OpenPage
from tests.journeys.pages import pages_of


@pytest.mark.parametrize(("tag", "direction"), [("pl", "ltr"), ("ar", "rtl")])
def test_every_page_fits(tag: str, direction: str, open_sample: OpenPage, gallery: Flask, gallery_address: str) -> None:
    page = open_sample()
    signing = gallery.session_interface.get_signing_serializer(gallery)  # type: ignore[attr-defined]
    page.context.add_cookies([{"name": "consult", "value": signing.dumps({"language": tag}), "url": gallery_address}])
    faults = []
    for name in pages_of("u11", "door"):
        page.goto(f"/gallery/{name}")
        assert page.locator(f"html[lang={tag}][dir={direction}]").count(), name
        faults += [f"{name}: {fault}" for fault in find_faults_under(page, BRIEFLY)]
    assert not faults, "\n".join(faults)
