/* When nothing gets through: what stands in the form stays, sealed where this tablet can do that, and the page says so.
   Letters from before go as soon as there is a way. */
{
  const note = document.getElementById("unsaved"), main = document.querySelector("main");
  let pressed, touched;

  const post = async () => {
    const answer = main.id !== "blank" && await letters.flush(); /* the blank page has its own way */
    if (!answer) return;
    if (answer.kept && note && !touched) return location.reload();
    main.prepend(Object.assign(document.createElement("p"), { className: "note", textContent: answer.words }));
  };
  addEventListener("input", () => { touched = true; });
  addEventListener("online", post);
  post();

  const fail = async ([form, submitter]) => {
    delete form.dataset.sent;
    try {
      const { question } = form.dataset;
      const page = question && navigator.serviceWorker.controller && await letters.kept(); /* without, what follows fails */
      const fields = submitter.name ? [[submitter.name, "1"]] : [...new FormData(form)];
      await letters.keep(page, { [question]: fields });
      location.assign(`/talk/offline#p${form.action.match(/\d+$/)}`);
    } catch { /* no means, or storage full or denied: the words stay in the box */
      note.hidden = false;
    }
  };

  document.addEventListener("submit", (event) => {
    if (event.target.action.endsWith("/leave")) letters.forget();
    if (event.defaultPrevented || !note || !event.target.contains(note)) return;
    pressed = [event.target, event.submitter];
    if (navigator.onLine) return;
    event.preventDefault();
    fail(pressed);
  });
  navigator.serviceWorker?.addEventListener("message", () => pressed && fail(pressed));
}
