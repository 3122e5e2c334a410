/* "Read to me": by a press, stopped by a press, never by itself. A sentence's recording where there is
   one, else a voice that lives on this device: what stands on a child's page goes to nobody's server. */
{
  const SKIPPED = "[hidden], [aria-hidden=true], .vh, .listen, .sounds, .change, .check a, textarea, select, details:not([open])";
  const SENTENCE = /\S.*?(?:[.!?…؟]+(?=\s|$)|$)/gs;
  const pill = document.querySelector("button.listen");
  const speech = window.speechSynthesis;
  const language = (tag) => tag.split(/[-_]/)[0].toLowerCase();
  const plain = (text) => text.replace(/\s+/g, " ").trim();

  const findVoice = (tag) => {
    const voices = speech ? speech.getVoices().filter((each) => each.localService && language(each.lang) === language(tag)) : [];
    return voices.find((each) => each.lang.replace("_", "-") === tag) || voices[0];
  };

  /* What stands on the page, block by block, in its order. */
  const listBlocks = (scope) => {
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT), blocks = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let block = node.parentElement;
      if (!node.data.trim() || block.closest(SKIPPED) || !block.getClientRects().length) continue;
      while (getComputedStyle(block).display === "inline") block = block.parentElement;
      const last = blocks[blocks.length - 1];
      if (last && last.block === block) last.text += node.data;
      else blocks.push({ block, text: node.data });
    }
    return blocks;
  };

  const start = () => {
    const sounds = new Map();
    const players = document.querySelectorAll(".sounds audio");
    for (const each of players) sounds.set(plain(each.getAttribute("aria-label")), each);
    const list = document.querySelector(".sounds");
    const label = pill.querySelector("span"), readToMe = label.textContent;
    let reading = null;

    const show = () => {
      pill.hidden = !sounds.size && !findVoice(document.documentElement.lang);
      if (list) list.hidden = true;
    };

    const stop = () => {
      if (!reading) return;
      reading = null;
      speech?.cancel();
      for (const each of sounds.values()) each.pause();
      label.textContent = readToMe;
      pill.classList.remove("on");
    };

    const play = (sound) => new Promise((done) => {
      sound.currentTime = 0;
      sound.onpause = () => done(true);
      sound.onerror = () => done(false);
      sound.play().catch(() => done(false));
    });

    const speak = (text, tag, run) => new Promise((done) => {
      const voice = findVoice(tag);
      if (!voice) return done();
      const said = run.said = new SpeechSynthesisUtterance(text); // kept, or it may be swept away unfinished
      Object.assign(said, { voice, lang: voice.lang, rate: .9, onend: done, onerror: done });
      speech.speak(said);
    });

    const read = async () => {
      const run = reading = {};
      label.textContent = pill.dataset.stop;
      pill.classList.add("on");
      for (const { block, text } of listBlocks(pill.closest("fieldset, main"))) {
        const sound = sounds.get(plain(text));
        if (reading === run && sound && await play(sound)) continue;
        for (const sentence of plain(text).match(SENTENCE)) {
          if (reading !== run) return;
          await speak(sentence, block.closest("[lang]").lang, run);
        }
      }
      if (reading === run) stop();
    };

    pill.addEventListener("click", () => (reading ? stop() : read()));
    document.addEventListener("submit", stop);
    addEventListener("pagehide", stop);
    /* A covered page is silent at once, also where nothing gets through to the server. */
    new MutationObserver(() => document.documentElement.classList.contains("gone") && stop())
      .observe(document.documentElement, { attributeFilter: ["class"] });
    document.addEventListener("visibilitychange", () => document.hidden && stop());
    if (speech) speech.onvoiceschanged = show;
    show();
  };
  if (pill) start();
}
