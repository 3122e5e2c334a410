"""A child at a screen: every step of the way, for tests to put together."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.journeys.eye import do_not_look

PICTURES = ("Sun", "Key", "Boat")


@dataclass(frozen=True)
class Says:
    """What a child does at one question: picks, words, wishes (person, choice), or nothing, which is a skip."""

    question: str
    picks: tuple[str, ...] = ()
    words: str = ""
    wishes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ChildWalk:
    """A child at `page`; `look` is called on every page that comes up."""

    page: Page
    look: Callable[[Page], None] = do_not_look

    def sees(self, heading: str) -> None:
        """The page with this heading is up."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)
        self.look(self.page)

    def press(self, name: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=name).click()

    def follow(self, name: str) -> None:
        """Follow a link."""
        self.page.get_by_role("link", name=name).click()

    def types_number(self, number: str) -> None:
        """The number on the card, by hand."""
        self.page.goto("/")
        self.sees("Type the number on your card")
        self.page.get_by_label("Type the number on your card").fill(number)
        self.press("Next")

    def scans_card(self, number: str) -> None:
        """The square on the card opens this address."""
        self.page.goto(f"/#{number}")

    def comes_in_first(self, first_name: str) -> None:
        """After the card: the name, a picture to go by, three secret ones."""
        self.sees(f"Are you {first_name}?")
        self.press("Yes, that’s me")
        self.sees("Pick a picture for you")
        self.page.get_by_role("radio", name="Fox").check()
        self.press("This one")
        self.sees("Choose 3 secret pictures")
        self.taps(PICTURES)
        self.press("These are mine")

    def says_alone(self) -> None:
        """Before the questions: nobody helps."""
        self.sees("Is someone helping you?")
        self.page.get_by_role("radio", name="No, I’m on my own").check()
        self.press("Go on")

    def comes_again(self) -> None:
        """After the card: the three secret pictures."""
        self.sees("Tap your 3 secret pictures")
        self.taps(PICTURES)
        self.press("That’s me")

    def taps(self, pictures: Iterable[str]) -> None:
        """Tap secret pictures."""
        for each in pictures:
            self.page.get_by_role("checkbox", name=each, exact=True).check()

    def says(self, says: Says) -> None:
        """See the question, answer or skip it."""
        self.sees(says.question)
        assert re.fullmatch(rf"Question \d+ of \d+: {re.escape(says.question)} – My review", self.page.title())
        self.picks(says.picks)
        if says.words:
            self.page.locator("[name=words]").fill(says.words)
        for person, choice in says.wishes:
            self.page.get_by_role("radiogroup", name=person).get_by_role("radio", name=choice, exact=True).check()
        self.press("This is my answer" if says.picks or says.words or says.wishes else "Skip this")

    def picks(self, answers: Iterable[str]) -> None:
        """Pick answers by their words."""
        for each in answers:
            self.page.locator(".ask").get_by_text(each, exact=True).locator("xpath=../input").check()

    def skips_the_rest(self) -> None:
        """Skip until nothing is left to ask."""
        while "/check" not in self.page.url:
            self.press("Skip this")
            self.page.wait_for_load_state()

    def agrees(self, read_out: str, quote: str, held_back: Iterable[str] = ()) -> None:
        """Choose what may be read out and quoted: values of the form; questions that are held back."""
        self.page.locator(f"[name=read_out][value={read_out}]").check()
        for question in held_back:
            self.page.get_by_role("checkbox", name=question).check()
        self.page.locator(f"[name=quote][value={quote}]").check()
