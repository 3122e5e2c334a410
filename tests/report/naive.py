"""A second way to the same figures, slow and plain: look at every row for every figure, with fractions."""

from fractions import Fraction
from math import floor

SCALE = [str(number) for number in range(11)]
FACES = ["good", "ok", "not_good", "mix", "unsure"]
AUDIENCES = ["child", "young_person", "parent", "carer", "professional", "after_review", "anytime", "peer_survey"]


def per_cent(part, whole):
    return floor(Fraction(part, whole) * 100 + Fraction(1, 2)) if whole else None


def expected_json(authority):
    """What `render_json` should say, but for period, mode and quotes."""
    return {
        "returns": [_returns(authority, band) for band in ("under-11", "11-plus", "all")],
        "questions": _questions(authority),
        "participation": [_participation(authority, f"PN{number}") for number in range(8)],
        "themes": _themes(authority),
    }


def _returns(authority, band):
    reviews = [one for one in authority.reviews if band in (one.band, "all")]
    young = [one for one in reviews if one.outcome == "too_young"]
    back = [one for one in reviews if one.outcome == "returned"]
    lost = [one for one in reviews if one not in young and one not in back]
    return {
        "band": band,
        "reviews": len(reviews),
        "too_young": len(young),
        "not_returned": len(lost),
        "returned": len(back),
        "percent": {
            "too_young": per_cent(len(young), len(reviews)),
            "not_returned": per_cent(len(lost), len(reviews)),
            "returned": per_cent(len(back), len(reviews)),
        },
        "returned_of_old_enough": per_cent(len(back), len(reviews) - len(young)),
        "why_not_returned": {
            why: sum(one.outcome == why for one in lost)
            for why in ("never_invited", "declined", "started", "no_answer")
        },
    }


def _participation(authority, code):
    held = [one.code for one in authority.reviews if one.held and one.code]
    older = [one for one in held if one != "PN0"]
    return {
        "code": code,
        "count": held.count(code),
        "percent": per_cent(held.count(code), len(held)),
        "percent_of_old_enough": None if code == "PN0" else per_cent(older.count(code), len(older)),
    }


def _themes(authority):
    rows = []
    written = [(review, answer) for review in authority.reviews for answer in review.answers]
    names = {theme for _, answer in written for theme in answer.themes}
    totals = {name: sum(name in answer.themes for _, answer in written) for name in names}
    for name in sorted(sorted(names), key=totals.get, reverse=True):
        for band in ("under-11", "11-plus"):
            found = [(review, answer) for review, answer in written if name in answer.themes and review.band == band]
            if found:
                moods = ("positive", "negative", "neutral", "mixed", "not_assessed")
                mood = {one: sum(answer.mood == one for _, answer in found) for one in moods}
                booklets = len({id(review) for review, _ in found})
                rows.append({"theme": name, "band": band, "answers": len(found), "booklets": booklets, "mood": mood})
    return rows


def _questions(authority):
    rows = []
    keys = {key for key, _ in authority.editions}
    newest = {key: max(number for one, number in authority.editions if one == key) for key in keys}
    for key in sorted(keys, key=lambda one: (AUDIENCES.index(authority.editions[one, newest[one]].audience), one)):
        used = {one.edition for one in authority.reviews if one.booklet == key and one.answers} | {newest[key]}
        asked = []
        for number in sorted(used, reverse=True):
            asked += [
                (q, number) for q in authority.editions[key, number] if q.key not in [one.key for one, _ in asked]
            ]
        for question, number in asked:
            for band in ("under-11", "11-plus"):
                row = _question(authority, key, (question, number), used, band)
                audience = authority.editions[key, number].audience
                meant = {"child": ["under-11"], "young_person": ["11-plus"]}.get(audience, ["under-11", "11-plus"])
                if row["asked"] or band in meant:
                    rows.append(row)
    return rows


def _question(authority, key, asked, used, band):
    question, newest = asked
    editions = {number: booklet for (one, number), booklet in authority.editions.items() if one == key}
    rows = [
        (review.edition, answer)
        for review in authority.reviews
        for answer in review.answers
        if (review.booklet, review.band, answer.question) == (key, band, question.key)
    ]
    answered = [(edition, answer) for edition, answer in rows if answer.picked is not None]
    sets = [{_today(editions, question.key, edition, newest, one) for one in a.picked} for edition, a in answered]
    options = []
    for option in _names(question) + [
        _today(editions, question.key, number, newest, name)
        for number in sorted(used, reverse=True)
        if (old := editions[number].find(question.key))
        for name in _names(old)
    ]:
        if option not in options:
            options.append(option)
    counted = {option: sum(option in one for one in sets) for option in options}
    total = sum(bool(one & set(question.headline)) for one in sets)
    return {
        "booklet": key,
        "key": question.key,
        "band": band,
        "editions": sorted({edition for edition, _ in rows}) or [newest],
        "text": question.text,
        "asked": len(rows),
        "answered": len(answered),
        "skipped": len(rows) - len(answered),
        "answered_percent": per_cent(len(answered), len(rows)),
        "options": [{"key": one, "count": n, "percent": per_cent(n, len(answered))} for one, n in counted.items()],
        "headline": {"keys": list(question.headline), "count": total, "percent": per_cent(total, len(answered))}
        if question.headline
        else None,
    }


def _names(question):
    fixed = {"scale": SCALE, "faces": FACES, "words": []}.get(question.kind)
    own = [one.key for one in question.options] if fixed is None else list(fixed)
    return [*own, "other"] if question.other else own


def _today(editions, question, since, newest, name):
    for number in range(since + 1, newest + 1):
        later = editions[number].find(question)
        for option in later.options if later else ():
            if name in option.was:
                name = option.key
                break
    return name
