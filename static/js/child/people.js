/* Rows for further names open one by one. */
{
  const empty = (row) => !row.querySelector(".text").value.trim() && !row.querySelector(":checked");
  for (const people of document.querySelectorAll(".people")) {
    const rows = [...people.querySelectorAll(".named")];
    const show = () => rows.forEach((row, place) => {
      row.hidden = place > 0 && empty(row) && empty(rows[place - 1]);
    });
    people.addEventListener("input", show);
    show();
  }
}
