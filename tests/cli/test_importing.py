from tests.actions.rows import count_rows

HERE = ("--authority", "larkshire")
REVIEWS = """\
child_ref,first_name,date_of_birth,review_date,kind,iro,participation_code,held_on
C-1,Ivy,2014-05-06,2026-10-01,initial,Amira Hassan,PN1,2026-10-01
C-2,Abe,2015-05-06,2026-10-01,initial,Amira Hassan,,
"""
ANSWERS = """\
child_ref,review_date,booklet,question,answer,submitted_on
C-1,2026-10-01,about-me-11-plus,going_now,7,2026-09-28
"""


def write(tmp_path, text):
    path = tmp_path / "in.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_both_files_come_in(run, tmp_path):
    reviews = write(tmp_path, REVIEWS)
    assert run("import", "reviews", reviews, *HERE).told == ["Reviews: 2 new, 0 changed, 0 as before."]
    write(tmp_path, REVIEWS.replace("initial,Amira Hassan,,", "second,Amira Hassan,,"))
    assert run("import", "reviews", reviews, *HERE).told == ["Reviews: 0 new, 1 changed, 1 as before."]
    answers = write(tmp_path, ANSWERS)
    assert run("import", "answers", answers, *HERE).told == ["Booklets: 1 new, 0 changed, 0 as before."]
    assert run("import", "answers", answers, *HERE).told == ["Booklets: 0 new, 0 changed, 1 as before."]
    write(tmp_path, ANSWERS.replace(",7,", ",8,"))
    refused = run("import", "answers", answers, *HERE)
    assert (refused.code, len(refused.faults)) == (1, 2)
    assert run("import", "answers", answers, "--replace", *HERE).told == ["Booklets: 0 new, 1 changed, 0 as before."]


def test_every_fault_has_its_line_and_nothing_comes_in(run, store, cast, tmp_path):
    before = count_rows(store, cast.authority_id)
    done = run("import", "reviews", write(tmp_path, REVIEWS.replace("initial", "x").replace("PN1", "PN0")), *HERE)
    assert (done.code, done.told) == (1, [])
    assert [line.split(":")[0] for line in done.faults] == [
        "row 2, kind",
        "row 2, participation_code",
        "row 3, kind",
        "Error",
    ]
    done = run("import", "answers", write(tmp_path, ANSWERS), *HERE)
    assert done.faults == [
        "row 2, child_ref: This child is not known. Import the child's review first.",
        "Error: Nothing was imported.",
    ]
    assert count_rows(store, cast.authority_id) == before


def test_which_authority_is_said_where_there_are_several(run, tmp_path):
    reviews = write(tmp_path, REVIEWS)
    expected = ["Error: There are several authorities. Say which with --authority: larkshire, otherton."]
    assert run("import", "reviews", reviews).faults == expected
    assert run("import", "reviews", reviews, "--authority", "x").faults == [
        "Error: There is no authority “x”. There are: larkshire, otherton."
    ]


def test_an_empty_database_gets_its_authority(run_empty, tmp_path):
    assert run_empty("import", "reviews", write(tmp_path, REVIEWS)).told == ["Reviews: 2 new, 0 changed, 0 as before."]
    assert run_empty("authority", "add", "main", "Again").faults == [
        "Error: There is an authority with this key already."
    ]


def test_a_file_that_is_not_there(run, tmp_path):
    for what in ("reviews", "answers"):
        done = run("import", what, tmp_path / "none.csv", *HERE)
        assert (done.code, len(done.faults)) == (1, 1)
