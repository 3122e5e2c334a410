"""Read to me: by a press, stopped by a press, never by itself, and no button where nothing can be heard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from consult.actions.voicing import record
from consult.store.database import Store
from tests.actions.deeds import begin
from tests.fixtures.apps import sit_down
from tests.fixtures.cast import Cast, Invited
from tests.fixtures.sounds import make_wav
from tests.journeys.conftest import OpenPage

FEEL, HINT = "How do you feel today?", "Pick the face that fits best."
ANSWERS = ["Good", "OK", "Not good", "A mix", "I don’t know"]
LOCAL = '{name: "Ann", lang: "en-GB", localService: true}'
REMOTE = '{name: "Cloud", lang: "en-GB", localService: false}'
FOREIGN = '{name: "Jan", lang: "pl-PL", localService: true}'
VOICES = """(() => {
  const heard = JSON.parse(sessionStorage.heard || "[]");
  const note = (what) => { heard.push(what); sessionStorage.heard = JSON.stringify(heard); };
  const speech = {
    getVoices: () => [%s],
    speak(said) { this.said = said; note(`${said.voice.name}: ${said.text}`); window.finish = () => said.onend(); },
    cancel() { note("cancel"); this.said?.onerror(); this.said = null; },
  };
  Object.defineProperty(window, "speechSynthesis", {value: speech});
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () {
    note(`plays ${this.getAttribute("aria-label")}`);
    return play.call(this);
  };
})()"""
"""A device whose voices say a sentence until `finish` is called; what it was told to do outlives the page."""
SettleDown = Callable[..., Page]


@pytest.fixture
def settle(open_page: OpenPage, app: object, store: Store, child: Invited) -> SettleDown:
    """A child before the first question, on a device with these voices: `settle(LOCAL)`."""

    def sit(*voices: str, scripts: bool = True) -> Page:
        page = open_page(scripts=scripts)
        page.add_init_script(VOICES % ", ".join(voices))
        client = app.test_client()  # type: ignore[attr-defined]
        sit_down(client, begin(store, child))
        cookie = client.get_cookie("consult")
        page.goto("/")
        page.context.add_cookies([{"name": "consult", "value": cookie.value, "url": page.url}])
        page.goto("/talk/1")
        expect(page.get_by_role("heading", level=1)).to_have_text(FEEL)
        return page

    return sit


def heard(page: Page) -> list[str]:
    """What the device was told, from the first page on."""
    found: list[str] = page.evaluate('JSON.parse(sessionStorage.heard || "[]")')
    return found


def wait_for(page: Page, *told: str) -> None:
    """Until that is exactly what the device was told."""
    page.wait_for_function("(told) => (sessionStorage.heard || '[]') === JSON.stringify(told)", arg=list(told))


def test_it_reads_question_hint_and_answers(settle: SettleDown) -> None:
    page = settle(REMOTE, FOREIGN, LOCAL)
    page.get_by_role("button", name="Read to me").click()
    told = []
    for sentence in [FEEL, HINT, *ANSWERS]:
        told.append(f"Ann: {sentence}")
        wait_for(page, *told)
        expect(page.get_by_role("button", name="Stop", exact=True)).to_be_visible()
        page.evaluate("finish()")
    while (following := heard(page)[len(told) :])[-1:] != ["cancel"]:
        page.evaluate("finish()")
        page.wait_for_timeout(20)
    expect(page.get_by_role("button", name="Read to me")).to_be_visible()
    assert following == ["Ann: Don’t read this out at my review.", "Ann: It still goes in your file.", "cancel"]


def test_a_press_stops_it_and_the_next_begins_again(settle: SettleDown) -> None:
    page = settle(LOCAL)
    page.get_by_role("button", name="Read to me").click()
    page.get_by_role("button", name="Stop", exact=True).click()
    expect(page.get_by_role("button", name="Read to me")).to_be_visible()
    page.wait_for_timeout(200)
    wait_for(page, f"Ann: {FEEL}", "cancel")
    page.get_by_role("button", name="Read to me").click()
    wait_for(page, f"Ann: {FEEL}", "cancel", f"Ann: {FEEL}")


def test_it_never_begins_by_itself(settle: SettleDown) -> None:
    page = settle(LOCAL)
    page.locator(".opt input").first.check()
    page.reload()
    page.get_by_role("button", name="Read to me").focus()
    page.wait_for_timeout(500)
    for path in ("/talk/help", "/talk/check"):
        page.goto(path)
        expect(page.get_by_role("button", name="Read to me")).to_be_visible()
    assert heard(page) == []


@pytest.mark.parametrize("way", ["I need help", "Skip this"])
def test_leaving_stops_it(settle: SettleDown, way: str) -> None:
    page = settle(LOCAL)
    page.get_by_role("button", name="Read to me").click()
    wait_for(page, f"Ann: {FEEL}")
    page.get_by_role("link" if way == "I need help" else "button", name=way).click()
    page.wait_for_url(lambda url: "/talk/1" not in url)
    wait_for(page, f"Ann: {FEEL}", "cancel")


@pytest.mark.parametrize("way", ["button", "Escape"])
def test_hiding_silences_it_at_once(settle: SettleDown, way: str) -> None:
    page = settle(LOCAL)
    page.route("**/leave", lambda _route: None)  # the server never hears of it
    page.get_by_role("button", name="Read to me").click()
    wait_for(page, f"Ann: {FEEL}")
    if way == "button":
        page.get_by_role("button", name="Stop and hide").click()
    else:
        for _ in range(3):
            page.keyboard.press("Escape")
    wait_for(page, f"Ann: {FEEL}", "cancel")


@pytest.mark.parametrize("voices", [(), (REMOTE,), (FOREIGN,)], ids=["none", "far away", "another language"])
def test_no_voice_no_button(settle: SettleDown, voices: tuple[str, ...]) -> None:
    page = settle(*voices)
    for path in ("/talk/1", "/talk/help", "/talk/check"):
        page.goto(path)
        assert page.get_by_role("button", name="Read to me").count() == 0
        assert page.get_by_text("Read to me").locator("visible=true").count() == 0


def test_voices_may_come_late(settle: SettleDown) -> None:
    page = settle()
    page.evaluate(f"speechSynthesis.getVoices = () => [{LOCAL}]")
    assert page.get_by_role("button", name="Read to me").count() == 0
    page.evaluate("speechSynthesis.onvoiceschanged()")
    expect(page.get_by_role("button", name="Read to me")).to_be_visible()


def test_a_recording_is_heard_before_a_voice(settle: SettleDown, store: Store, cast: Cast) -> None:
    record(store, cast.manager, FEEL, "en", make_wav())
    record(store, cast.manager, "Good", "en", make_wav())
    page = settle(LOCAL)
    assert page.locator("audio").locator("visible=true").count() == 0
    page.get_by_role("button", name="Read to me").click()
    wait_for(page, f"plays {FEEL}", f"Ann: {HINT}")
    page.evaluate("finish()")
    wait_for(page, f"plays {FEEL}", f"Ann: {HINT}", "plays Good", "Ann: OK")
    page.get_by_role("button", name="Stop", exact=True).click()


def test_a_recording_needs_no_voice(settle: SettleDown, store: Store, cast: Cast) -> None:
    record(store, cast.manager, FEEL, "en", make_wav())
    page = settle()
    page.get_by_role("button", name="Read to me").click()
    wait_for(page, f"plays {FEEL}")
    expect(page.get_by_role("button", name="Read to me")).to_be_visible()


def test_a_recording_stops_when_told(settle: SettleDown, store: Store, cast: Cast) -> None:
    record(store, cast.manager, FEEL, "en", make_wav(30))
    page = settle(LOCAL)
    page.get_by_role("button", name="Read to me").click()
    for _ in range(100):  # the content policy forbids wait_for_function, which evaluates strings
        if page.evaluate("document.querySelector('audio').currentTime") > 0:
            break
        page.wait_for_timeout(100)
    assert not page.evaluate("document.querySelector('audio').paused")
    page.get_by_role("button", name="Stop", exact=True).click()
    assert page.evaluate("document.querySelector('audio').paused")
    page.wait_for_timeout(200)
    wait_for(page, f"plays {FEEL}", "cancel")


def test_without_scripts_a_recording_can_be_played(settle: SettleDown, store: Store, cast: Cast) -> None:
    record(store, cast.manager, FEEL, "en", make_wav())
    page = settle(LOCAL, scripts=False)
    page.locator("summary", has_text="Read to me").click()
    player = page.locator("audio")
    expect(player).to_be_visible()
    assert (player.get_attribute("controls"), player.get_attribute("preload")) == ("", "none")
    page.goto("/talk/help")
    assert page.get_by_text("Read to me").locator("visible=true").count() == 0, "nothing there to be heard"
