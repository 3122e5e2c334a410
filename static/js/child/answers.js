/* Small kindnesses; the server checks everything again. */
{
  /* A double tap sends once; after a while the button works again. */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 4000);
  });

  /* "Nothing right now" stands alone. */
  document.addEventListener("change", ({ target }) => {
    if (target.type !== "checkbox" || !target.checked) return;
    for (const other of target.form.querySelectorAll(`[type=checkbox][name="${target.name}"]:checked`)) {
      if (other !== target && ("alone" in target.dataset || "alone" in other.dataset)) other.checked = false;
    }
  });

  /* What not to read out matters only with "Yes, but not these". */
  const held = document.getElementById("held");
  if (held) {
    const show = () => { held.hidden = held.disabled = held.form.elements.read_out.value !== "some"; };
    held.form.addEventListener("change", show);
    show();
  }
}
