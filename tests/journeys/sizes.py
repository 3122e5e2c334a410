"""Screens that pages are looked at on."""

TABLET = {"width": 768, "height": 1024}
PHONE = {"width": 360, "height": 740}
LAPTOP = {"width": 1280, "height": 800}
NARROW = {"width": 320, "height": 640}
HALF = {"width": 640, "height": 800}

STAFF_SIZES = (LAPTOP, PHONE)
