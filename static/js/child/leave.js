/* "Stop and hide", or Escape three times: the page is covered at once, what stands in its form is kept, and no way
   leads back to it. A page that was left open locks itself. */
{
  const [THREE_WITHIN, AGAIN_AFTER, AWAY_AFTER] = [2000, 3000, 20 * 60000 + 5000];
  const button = document.querySelector("button.hide");
  const cover = () => {
    document.documentElement.classList.add("gone");
    document.title = button.dataset.title;
  };

  /* Until the server has it, this stays covered and tries again. */
  const leave = (body) => {
    const send = (keepalive) => fetch(button.form.action, { method: "POST", body, keepalive });
    send(true).catch(() => send(false)) /* a large drawing cannot outlive its page */
      .then((answer) => (answer.status < 500 ? location.replace(button.dataset.today) : Promise.reject()))
      .catch(() => setTimeout(leave, AGAIN_AFTER, body));
  };
  const hide = () => {
    if (document.documentElement.classList.contains("gone")) return;
    cover();
    letters.forget();
    const body = new FormData(button.form);
    body.append("hide", "now");
    leave(body);
  };

  const escapes = [];
  const listen = () => {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      hide();
    });
    addEventListener("keydown", ({ key, timeStamp, repeat }) => {
      if (key !== "Escape" || repeat) return;
      escapes.push(timeStamp);
      if (timeStamp - escapes[escapes.length - 3] < THREE_WITHIN) hide();
    });
  };

  let alone = 0;
  const lock = () => {
    if (document.documentElement.classList.contains("gone")) return;
    cover();
    if (button.form.id !== "q") return location.reload();
    button.form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "hide", value: "away" }));
    button.form.submit();
  };
  const stay = () => {
    clearTimeout(alone);
    alone = setTimeout(lock, AWAY_AFTER);
  };

  if (button) listen();
  if (button && !document.body.classList.contains("door")) {
    for (const kind of ["pointerdown", "keydown", "input", "scroll"]) addEventListener(kind, stay, { passive: true });
    stay();
  }

  /* A page kept by the browser for its Back button shows nothing, then asks the server anew. */
  addEventListener("pagehide", () => document.body.replaceChildren());
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}
