/* Rows for further names open one by one. */
{
  const rows = [...document.querySelectorAll(".named")];
  const empty = (row) => !row.querySelector(".text").value.trim() && !row.querySelector(":checked");
  const show = () => rows.forEach((row, place) => {
    row.hidden = place > 0 && empty(row) && empty(rows[place - 1]);
  });
  if (rows.length) {
    rows[0].parentElement.addEventListener("input", show);
    show();
  }
}
