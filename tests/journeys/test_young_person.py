"""A young person of sixteen: says no, changes their mind, goes away, comes back to the same question."""

from playwright.sync_api import expect

from tests.fixtures.cast import Invited
from tests.journeys.child import ChildWalk, Says
from tests.journeys.conftest import OpenPage
from tests.journeys.eye import look_at_child

FIRST = (
    Says("How are things for you right now, from 0 to 10?", ("3",)),
    Says("What makes it that number?", (), "the bus to college is a lottery"),
    Says("Has something gone well since your last review, or not?", ("No, nothing has",)),
)
THEN = (
    Says("Are you happy or not happy where you are living?", ("Happy",)),
    Says("Are you happy or not happy with the time you have with family?", ("Happy with it",)),
    Says("Do you see your social worker enough, or not enough?", ("Enough",)),
    Says("Does your social worker listen to what you say, or not?", ("Yes, they listen",)),
    Says("How much say do you have in plans about you?", ("Quite a lot",)),
    Says("Are you happy or not happy with school, college or work?", ("Happy with it",)),
    Says("Do you get the chance to try new things, or not?"),
    Says("Do you have any worries about your health, or none?", ("No, none",)),
    Says("Is bullying a problem for you, or not?", ("Sometimes",)),
    Says("Is enough being done about it, or not enough?", ("Not enough",)),
    Says("Do you feel safe or not safe?", ("Safe",)),
    Says("How ready or not ready do you feel to live more on your own?", ("Part of the way",)),
    Says("Do you know what help you can get when you leave care, or not?", ("No, I don't know",)),
    Says("What would you like to know, or get help with?", (), "council tax"),
    Says("Is there something you want to change, or not?"),
    Says("Who would you like at your review, and who not?", wishes=(("My mum", "Come"),)),
    Says("Would you like any of these for your review?", ("To have an advocate",), "biscuits"),
)


def test_a_young_person_the_whole_way(young: Invited, open_page: OpenPage) -> None:
    page = open_page()
    walk = ChildWalk(page, look_at_child)
    walk.scans_card(young.card)
    walk.comes_in_first("Owen")
    walk.sees("Hello Owen")
    expect(page.locator(".facts")).to_contain_text("There are 17 questions")
    walk.press("I don’t want to do this")
    walk.sees("That is OK")
    expect(page.locator("main")).to_contain_text("Amira can see that you did not want to.")
    walk.press("I want to do it after all")
    walk.says_alone()
    for says in FIRST:
        walk.says(says)

    walk.sees(THEN[0].question)
    walk.follow("Back")
    walk.follow("Back")
    walk.follow("Back")
    walk.follow("Back")
    walk.sees("Hello Owen")
    walk.press("Not today")
    expect(page.get_by_text("That is OK. What you said is kept. Come back when you want.")).to_be_visible()
    walk.look(page)
    walk.types_number(young.card)
    walk.comes_again()
    walk.sees("Hello Owen")
    walk.press("Yes, let’s go on")
    walk.says_alone()
    expect(page.locator(".count")).to_contain_text("Question 3 of 17")
    for says in THEN:
        walk.says(says)

    walk.sees("Here is what you said")
    walk.press("Keep it and send later")
    expect(page.get_by_text("That is OK. What you said is kept.")).to_be_visible()
    walk.types_number(young.card)
    walk.comes_again()
    walk.press("Yes, let’s go on")
    walk.says_alone()
    walk.sees("Here is what you said")
    walk.agrees("yes", "yes")
    walk.press("Send to Amira")
    walk.sees("Thank you, Owen")


def test_saying_no_works_without_scripts(young: Invited, open_page: OpenPage) -> None:
    walk = ChildWalk(open_page(scripts=False))
    walk.types_number(young.card)
    walk.comes_in_first("Owen")
    walk.press("I don’t want to do this")
    walk.sees("That is OK")
    walk.press("Finish and sign out")
    walk.types_number(young.card)
    walk.comes_again()
    expect(walk.page.get_by_text("You said you don’t want to do this.")).to_be_visible()
