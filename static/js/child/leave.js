/* "Stop and hide" covers the page at once, and leaves no way back to it. */
{
  const form = document.getElementById("leave");
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    document.documentElement.classList.add("gone");
    fetch(form.action, { method: "POST", body: new FormData(form), keepalive: true }).then(
      () => location.replace(form.dataset.today),
      () => form.submit(),
    );
  });

  /* A page kept by the browser for its Back button shows nothing, then asks the server anew. */
  addEventListener("pagehide", (event) => event.persisted && document.body.replaceChildren());
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}
