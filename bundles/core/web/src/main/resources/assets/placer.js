// Lays parts on the picture of a page, with mouse, touch and keys. The number fields beside it are what is sent: without this
// script they are filled in by hand.

const STEP = 1;
const LONG_STEP = 5;

for (const box of document.querySelectorAll("[data-placer]")) start(box);

function start(box) {
  const form = box.closest("form");
  const picture = box.querySelector(".placer-page");
  const told = form.querySelector("[data-placer-told]");
  const parts = [...box.querySelectorAll("[data-part]")].map((element) => ({
    element,
    name: element.dataset.part,
    ratio: Number(element.dataset.ratio),
    sized: "sized" in element.dataset,
    width: Number(element.dataset.width),
  }));
  let page = Number(box.dataset.page);
  const sheet = () => ({ width: Number(box.dataset.width), height: Number(box.dataset.height) });

  const field = (part, name) => form.elements[part.name + "." + name];
  const read = (part, name) => Number(String(field(part, name)?.value ?? "").replace(",", "."));
  const write = (part, name, value) => {
    field(part, name).value = String(Math.round(value * 10) / 10).replace(".", box.dataset.comma);
  };
  const width = (part) => (part.sized ? read(part, "width") || part.width : part.width);
  const between = (value, low, high) => Math.min(Math.max(value, low), Math.max(low, high));

  function draw() {
    for (const part of parts) {
      const shown = field(part, "shown")?.checked !== false;
      part.element.hidden = !shown || read(part, "page") !== page;
      const wide = width(part);
      part.element.style.left = (read(part, "x") / sheet().width) * 100 + "%";
      part.element.style.top = (read(part, "y") / sheet().height) * 100 + "%";
      part.element.style.width = (wide / sheet().width) * 100 + "%";
      part.element.style.height = (wide / part.ratio / sheet().height) * 100 + "%";
    }
  }

  function move(part, x, y) {
    const wide = width(part);
    write(part, "x", between(x, 0, sheet().width - wide));
    write(part, "y", between(y, 0, sheet().height - wide / part.ratio));
    draw();
  }

  function resize(part, wide) {
    if (!part.sized) return;
    const most = Math.min(100, sheet().width - read(part, "x"), (sheet().height - read(part, "y")) * part.ratio);
    write(part, "width", between(wide, 10, most));
    draw();
  }

  function tell(part) {
    if (!told) return;
    told.textContent = told.dataset.text
      .replace("[x]", field(part, "x").value)
      .replace("[y]", field(part, "y").value)
      .replace("[w]", part.sized ? field(part, "width").value : String(part.width));
  }

  for (const part of parts) {
    drag(part.element, part, (start, dx, dy) => move(part, start.x + dx, start.y + dy));
    const grip = part.element.querySelector(".placer-grip");
    if (grip) drag(grip, part, (start, dx) => resize(part, start.width + dx));
    part.element.addEventListener("keydown", (event) => {
      const far = event.shiftKey ? LONG_STEP : STEP;
      const moves = { ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far] };
      if (moves[event.key]) move(part, read(part, "x") + moves[event.key][0], read(part, "y") + moves[event.key][1]);
      else if (event.key === "+" || event.key === "=") resize(part, width(part) + 1);
      else if (event.key === "-") resize(part, width(part) - 1);
      else return;
      event.preventDefault();
      tell(part);
    });
  }

  function drag(handle, part, act) {
    handle.addEventListener("pointerdown", (event) => {
      if (event.button > 0) return;
      event.preventDefault();
      event.stopPropagation();
      part.element.focus();
      handle.setPointerCapture(event.pointerId);
      const scale = sheet().width / picture.clientWidth;
      const from = { x: read(part, "x"), y: read(part, "y"), width: width(part) };
      const go = (e) => act(from, (e.clientX - event.clientX) * scale, (e.clientY - event.clientY) * scale);
      const end = () => {
        handle.removeEventListener("pointermove", go);
        tell(part);
      };
      handle.addEventListener("pointermove", go);
      handle.addEventListener("pointerup", end, { once: true });
      handle.addEventListener("pointercancel", end, { once: true });
    });
  }

  // what is typed moves the part; another page is shown without leaving what was typed
  form.addEventListener("input", draw);
  for (const link of form.querySelectorAll("[data-placer-page]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      page = Number(link.dataset.placerPage);
      picture.src = link.dataset.picture;
      box.dataset.width = link.dataset.width;
      box.dataset.height = link.dataset.height;
      for (const other of form.querySelectorAll("[data-placer-page]")) other.removeAttribute("aria-current");
      link.setAttribute("aria-current", "page");
      draw();
    });
  }
  draw();
}
