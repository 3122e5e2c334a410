"""Cut a full variable font down to what a child's page needs: about 18 kB instead of 40 or more.

    .venv/bin/python scripts/cut_fonts.py 'Lexend[HEXP,wght].ttf' static/fonts/lexend.woff2
    .venv/bin/python scripts/cut_fonts.py --script arabic NotoSansArabic.woff2 static/fonts/arabic.woff2

The sources are the variable fonts of the projects named in docs/licences.md. Kept: the letters of
English, Welsh, Polish, Romanian and the other languages written with them, digits, the marks our
pages use; or the letters and marks of Arabic, which other languages share; weights 400 to 600.
Every other axis is set to its default.
"""

import argparse
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ASCII = "".join(chr(code) for code in range(0x20, 0x7F))
WESTERN = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŸŒœ"
WELSH = "ŴŵŶŷẀẁẂẃẄẅỲỳ"
POLISH = "ĄąĆćĘęŁłŃńŚśŹźŻż"
ROMANIAN = "ĂăȘșȚțŞşŢţ"
MARKS = "\u00a0£€°·–—‘’“”…•×½¿¡«»"
LETTERS = ASCII + WESTERN + WELSH + POLISH + ROMANIAN + MARKS
ARABIC = "".join(chr(code) for code in range(0x600, 0x700)) + "\u200c\u200d\u200e\u200f"
SCRIPTS = {"latin": LETTERS, "arabic": ARABIC}
FEATURES = {
    "latin": ["kern", "mark", "ccmp", "locl"],
    "arabic": ["init", "medi", "fina", "rlig", "liga", "ccmp", "locl", "kern", "mark", "mkmk"],
}
WEIGHTS = (400, 600)


def cut(source: Path, target: Path, script: str) -> int:
    """Write the cut font as WOFF2; returns its size in bytes."""
    font = TTFont(source)
    options = Options()
    options.hinting = False
    options.layout_features = FEATURES[script]
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(text=SCRIPTS[script])
    subsetter.subset(font)
    limits = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    limits["wght"] = WEIGHTS
    font = instancer.instantiateVariableFont(font, limits)
    font.flavor = "woff2"
    font.save(target)
    return target.stat().st_size


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--script", choices=sorted(SCRIPTS), default="latin")
    arguments = parser.parse_args()
    print(f"{arguments.target}: {cut(arguments.source, arguments.target, arguments.script)} bytes")
