"""What made-up children draw: a few strokes with a shaky hand."""

from random import Random

from consult.booklet.drawing import Stroke, write_strokes

BLACK, RED, YELLOW, GREEN, BLUE, BROWN = range(6)
THIN, THICK = range(2)

_Lines = tuple[tuple[int, int, tuple[tuple[int, int], ...]], ...]
_GRASS = (GREEN, THICK, ((20, 350), (160, 342), (310, 352), (460, 340), (580, 348)))
_SUN = (YELLOW, THICK, ((500, 60), (530, 70), (535, 100), (505, 115), (480, 95), (485, 70), (505, 62)))
_HOUSE: _Lines = (
    _GRASS,
    _SUN,
    (BROWN, THIN, ((150, 340), (150, 190), (320, 190), (320, 340))),
    (RED, THICK, ((130, 192), (235, 100), (342, 192))),
    (BLUE, THIN, ((180, 220), (220, 220), (220, 260), (180, 260), (180, 220))),
    (BLACK, THIN, ((255, 340), (255, 270), (295, 270), (295, 340))),
)
_FOOTBALL: _Lines = (
    _GRASS,
    (BLACK, THIN, ((200, 110), (225, 120), (228, 150), (205, 162), (182, 148), (182, 122), (200, 110))),
    (BLUE, THICK, ((205, 165), (205, 250))),
    (BLACK, THIN, ((205, 250), (170, 338))),
    (BLACK, THIN, ((205, 250), (262, 318))),
    (BLACK, THIN, ((150, 215), (205, 185), (262, 205))),
    (RED, THICK, ((300, 322), (318, 315), (326, 330), (312, 342), (298, 333))),
    (BROWN, THIN, ((440, 340), (440, 200), (570, 200), (570, 340))),
)
_CAT: _Lines = (
    (BROWN, THICK, ((250, 170), (330, 165), (360, 215), (345, 270), (250, 275), (225, 220), (250, 170))),
    (BROWN, THICK, ((245, 175), (240, 125), (280, 160))),
    (BROWN, THICK, ((310, 160), (345, 120), (345, 180))),
    (GREEN, THICK, ((265, 210),)),
    (GREEN, THICK, ((320, 208),)),
    (BLACK, THIN, ((280, 240), (293, 250), (306, 240))),
)
_SUBJECTS = (_HOUSE, _FOOTBALL, _CAT)


def sketch(dice: Random) -> str:
    """One of the subjects, a little different every time, as an answer keeps it."""
    lines = dice.choice(_SUBJECTS)
    return write_strokes(
        tuple(
            Stroke(ink, pen, tuple((x + dice.randint(-5, 5), y + dice.randint(-5, 5)) for x, y in points))
            for ink, pen, points in lines
        )
    )
