/* The blank page: every change is sealed at once, and posted when there is a way. */
{
  const [AGAIN_MS, PAUSE_MS] = [5000, 400];
  const main = document.getElementById("blank"), state = document.getElementById("state");
  const changed = new Map(), page = letters.blank(document);
  let slot = "", presses = 0, sealed = 0, soon = 0, busy = Promise.resolve();

  const say = (words) => { state.textContent = words; };

  /* One letter holds whatever is not known to have arrived. */
  const seal = async (forms) => {
    sealed = presses;
    const answers = Object.fromEntries(forms.map((form) => [form.dataset.question, [...new FormData(form)]]));
    try {
      slot = await letters.keep(await page, answers, localStorage[slot] ? slot : "");
      say(main.dataset.locked);
    } catch { say(main.dataset.unkept); }
  };
  const work = async () => {
    const taken = new Map(changed);
    if (sealed !== presses) await seal([...taken.keys()]);
    const answer = await letters.flush();
    if (!answer) return;
    for (const [form, press] of taken) if (changed.get(form) === press) changed.delete(form);
    const known = await page;
    known.after = Math.max(known.after, answer.sequence || 0);
    say(answer.words);
    document.getElementById("on").hidden = false;
  };
  const now = () => {
    clearTimeout(soon);
    busy = busy.then(work).catch(() => {});
  };
  const note = (form) => {
    changed.set(form, ++presses);
    clearTimeout(soon);
    soon = setTimeout(now, PAUSE_MS);
  };

  main.addEventListener("input", ({ target }) => note(target.form));
  /* Strokes, undo and "Start again" change a drawing without an input of their own. */
  for (const kind of ["pointerup", "click"]) {
    main.addEventListener(kind, ({ target }) => target.closest(".draw") && note(target.closest("form")));
  }
  addEventListener("online", now);
  document.addEventListener("visibilitychange", now);
  new MutationObserver(now).observe(document.documentElement, { attributeFilter: ["class"] }); /* hidden */
  setInterval(now, AGAIN_MS);
  now();

  const answered = document.forms[location.hash.slice(1)];
  if (answered) {
    say(main.dataset.locked);
    answered.scrollIntoView();
  }
}
