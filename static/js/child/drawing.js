/* Drawing with finger, pen or mouse. Every finished stroke goes into the form as JSON; the server draws it again. */
{
  const start = (box) => {
    const [WIDTH, HEIGHT, MOST_POINTS, MOST_LETTERS, MOST_STROKES, APART] = [600, 400, 20000, 190000, 2000, 3];
    const sheet = box.querySelector(".drawing");
    const field = box.querySelector("[name=drawing]");
    const picked = (name) => box.querySelector(`[name=${name}]:checked`);
    let strokes = [];
    let wiped = [];
    let stroke = null;
    let path = null;

    const draw = ([ink, pen, x, y, ...rest]) => {
      path = document.createElementNS(sheet.namespaceURI, "path");
      path.setAttribute("d", `M${x} ${y}L${(rest.length ? rest : [x, y]).join(" ")}`);
      path.setAttribute("stroke", box.querySelector(`[name=colour][value="${ink}"]`).dataset.ink);
      path.setAttribute("stroke-width", box.querySelector(`[name=pen][value="${pen}"]`).dataset.width);
      sheet.append(path);
    };
    const keep = () => { field.value = strokes.length ? JSON.stringify(strokes) : ""; };
    const redraw = () => {
      sheet.replaceChildren();
      strokes.forEach(draw);
      keep();
    };
    const full = () => field.value.length > MOST_LETTERS || strokes.length >= MOST_STROKES
      || strokes.reduce((sum, each) => sum + each.length / 2, stroke.length / 2) > MOST_POINTS;
    const where = (event) => {
      const { left, top, width, height } = sheet.getBoundingClientRect();
      const within = (share, most) => Math.round(Math.min(Math.max(share, 0), 1) * most);
      return [within((event.clientX - left) / width, WIDTH), within((event.clientY - top) / height, HEIGHT)];
    };

    sheet.addEventListener("pointerdown", (event) => {
      if (!event.isPrimary || event.button) return;
      sheet.setPointerCapture(event.pointerId);
      stroke = [Number(picked("colour").value), Number(picked("pen").value), ...where(event)];
      if (full()) stroke = null;
      else draw(stroke);
    });
    sheet.addEventListener("pointermove", (event) => {
      if (!stroke || !event.isPrimary || full()) return;
      const [x, y] = where(event);
      const [lastX, lastY] = stroke.slice(-2);
      if (Math.abs(x - lastX) + Math.abs(y - lastY) < APART) return;
      stroke.push(x, y);
      path.setAttribute("d", `${path.getAttribute("d")} ${x} ${y}`);
    });
    const end = () => {
      if (stroke) strokes.push(stroke);
      stroke = null;
      keep();
    };
    sheet.addEventListener("pointerup", end);
    sheet.addEventListener("pointercancel", end);

    /* Undo also brings back what "Start again" wiped. */
    const [undo, again] = box.querySelectorAll(".tools button");
    undo.addEventListener("click", () => {
      if (strokes.length) strokes.pop();
      else [strokes, wiped] = [wiped, []];
      redraw();
    });
    again.addEventListener("click", () => {
      if (strokes.length) [strokes, wiped] = [[], strokes];
      redraw();
    });

    strokes = JSON.parse(field.value || "[]");
    redraw();
    box.hidden = box.querySelector(".tools").hidden = false;
  };
  if (window.PointerEvent) document.querySelectorAll(".draw").forEach(start);
}
