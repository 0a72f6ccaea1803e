// The one script of ours. Pages work without it; it confirms, counts, keeps drafts, shows progress and listens for news.

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const live = () => $("#live");

document.documentElement.classList.add("js");

// --- htmx: every call carries the token; parts of a toolbar follow their list
document.addEventListener("htmx:configRequest", (event) => {
  const token = $('meta[name="csrf"]')?.content;
  if (token) event.detail.headers["X-CSRF-Token"] = token;
  const element = event.detail.elt;
  if (element.hasAttribute("data-list")) {
    element.setAttribute("hx-select-oob", $$("[data-follow][id]").map((e) => "#" + e.id).join(","));
  }
});
document.addEventListener("htmx:afterSwap", (event) => {
  const slot = event.target.closest?.("[aria-busy]");
  if (slot) slot.removeAttribute("aria-busy");
  if (event.target.id === "panel-body") $("#panel").showModal();
  countPicked();
  sortable();
});
document.addEventListener("htmx:sendError", () => say(live()?.dataset.lost));

// --- a refused form: look at what is wrong; the address is the page's own
const trouble = $("#trouble");
if (trouble) trouble.focus();
const page = document.body.dataset.page;
if (trouble && page && page !== location.pathname + location.search) history.replaceState(null, "", page);

// --- confirm
document.addEventListener("submit", (event) => {
  const form = event.target;
  const asking = form.dataset.confirm ? form : $("[data-confirm]", form);
  if (!asking || form.dataset.confirmed) {
    keep(form);
    return upload(event);
  }
  event.preventDefault();
  const dialog = $("#confirm");
  $("#confirm-text").textContent = asking.dataset.confirm;
  const yes = $("#confirm-yes");
  yes.textContent = asking.dataset.confirmLabel;
  yes.className = "btn btn-" + (asking.dataset.confirmKind === "danger" ? "danger" : "primary");
  dialog.returnValue = "no";
  dialog.onclose = () => {
    if (dialog.returnValue !== "yes") return;
    form.dataset.confirmed = "1";
    form.requestSubmit(event.submitter);
  };
  dialog.showModal();
});

// --- one click sends once
function busy(form) {
  if (form.method === "dialog" || form.method === "get") return;
  const buttons = $$('button[type="submit"]', form);
  const once = (e) => e.preventDefault();
  requestAnimationFrame(() => buttons.forEach((b) => b.setAttribute("aria-busy", "true")));
  form.addEventListener("submit", once);
  // a file comes and the page stays: nobody tells us when
  if (form.hasAttribute("data-download")) setTimeout(() => {
    buttons.forEach((b) => b.removeAttribute("aria-busy"));
    form.removeEventListener("submit", once);
  }, 4000);
}

// --- files: with progress, and without losing the page
function upload(event) {
  const form = event.target;
  if (event.defaultPrevented) return;
  if (!form.hasAttribute("data-upload") || !$$('input[type="file"]', form).some((f) => f.files.length)) return busy(form);
  event.preventDefault();
  const bar = $(".upload-progress", form);
  const call = new XMLHttpRequest();
  call.open("POST", form.action);
  call.setRequestHeader("X-Quyche-Form", "true");
  call.upload.onprogress = (e) => { if (bar && e.lengthComputable) { bar.hidden = false; bar.value = (e.loaded / e.total) * 100; } };
  call.onerror = () => { again(form, bar); say(live().dataset.failed); };
  call.onload = () => {
    const to = call.getResponseHeader("X-Quyche-Location") || call.getResponseHeader("HX-Redirect");
    if (to) return location.assign(to);
    again(form, bar);
    const answer = new DOMParser().parseFromString(call.responseText, "text/html");
    $("#main").replaceChildren(...$("#main", answer).childNodes);
    window.htmx.process($("#main"));
    $("#trouble")?.focus();
  };
  $$('button[type="submit"]', form).forEach((b) => (b.disabled = true));
  call.send(new FormData(form, event.submitter));
}
function again(form, bar) {
  delete form.dataset.confirmed;
  if (bar) bar.hidden = true;
  $$('button[type="submit"]', form).forEach((b) => (b.disabled = false));
}

// --- choosing rows
function countPicked() {
  const bulk = $("[data-bulk]");
  if (!bulk) return;
  const picked = $$("[data-pick]:checked").length;
  bulk.classList.toggle("active", picked > 0);
  $("[data-count]", bulk).textContent = picked;
}
document.addEventListener("change", (event) => {
  const box = event.target;
  if (box.matches("[data-pick-all]")) $$("[data-pick]").forEach((b) => (b.checked = box.checked));
  if (box.matches("[data-pick], [data-pick-all]")) countPicked();
  const candidates = box.closest("[data-candidates]");
  if (candidates && box.checked) {
    const picker = box.closest("[data-picker]");
    const chosen = $("[data-chosen]", picker);
    if (box.type === "radio") chosen.replaceChildren();
    if (!$$("input", chosen).some((i) => i.value === box.value)) chosen.append(box.closest("li"));
    $('input[type="search"]', picker).focus();
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches('.picker input[type="search"]')) event.preventDefault();
  if (event.key === "Escape") { if ($("#menu.open")) { $("#menu").classList.remove("open"); $("[data-menu]").focus(); } $$("details[data-popup][open]").forEach((d) => { d.open = false; $("summary", d).focus(); }); }
});

// --- sorting a list that is there as a whole; one with more pages is sorted by the server, or not at all
const words = new Intl.Collator("vi", { numeric: true });
function sortKey(cell) {
  const time = $("time", cell);
  if (time) return time.dateTime;
  return cell.textContent.trim().replace(/^(\d\d)\/(\d\d)\/(\d{4})/, "$3-$2-$1");
}
function sortable() {
  for (const table of $$(".table")) {
    const body = table.tBodies[0];
    if (!body || body.rows.length < 2 || $(".pager", table.closest(".list") || table.parentElement)) continue;
    for (const head of $$("th", table.tHead)) {
      if (head.firstElementChild || head.matches(".actions, .pick")) continue;
      const button = Object.assign(document.createElement("button"), { type: "button", className: "sort" });
      button.append(...head.childNodes, Object.assign(document.createElement("span"), { className: "sort-mark" }));
      head.append(button);
    }
  }
}
document.addEventListener("click", (event) => {
  const button = event.target.closest("button.sort");
  if (!button) return;
  const head = button.parentElement;
  const up = head.ariaSort !== "ascending";
  for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
  head.ariaSort = up ? "ascending" : "descending";
  const body = head.closest("table").tBodies[0];
  const rows = [...body.rows].map((row) => [sortKey(row.cells[head.cellIndex]), row]);
  rows.sort((a, b) => (up ? 1 : -1) * words.compare(a[0], b[0]));
  body.append(...rows.map((row) => row[1]));
});
sortable();

// --- menu of phones, menus that close by themselves
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-menu]");
  const menu = $("#menu");
  if (opener && menu) { event.preventDefault(); menu.classList.toggle("open"); if (menu.classList.contains("open")) $("a", menu)?.focus(); }
  $$("details[data-popup][open]").forEach((d) => { if (!d.contains(event.target)) d.open = false; });
});

// --- drafts: kept in this browser until the form is sent
const who = document.body.dataset.who;
for (const form of $$("form[data-draft]")) {
  const key = "draft:" + form.dataset.draft + ":" + who + ":" + location.pathname;
  const kept = () => $$("input[type=text], textarea", form).filter((f) => f.name && !f.name.startsWith("_"));
  if (!trouble) {
    const saved = JSON.parse(localStorage.getItem(key) || "{}");
    const empty = kept().filter((f) => !f.value && saved[f.name]);
    for (const field of empty) field.value = saved[field.name];
    if (empty.length) say(live()?.dataset.draft);
  }
  form.addEventListener("input", () => localStorage.setItem(key, JSON.stringify(Object.fromEntries(kept().map((f) => [f.name, f.value])))));
  form.addEventListener("submit", () => localStorage.removeItem(key));
}
// What was sent while the session had ended is filled in again after the next sign-in, for the same person only.
function keep(form) {
  if (!form.matches("form.form") || !who) return;
  const fields = $$("input, textarea, select", form).filter((f) => f.name && !f.name.startsWith("_") && !["password", "hidden", "file"].includes(f.type) && !f.closest("[data-chosen]"));
  const chosen = $$("[data-chosen] li", form).map((li) => { const i = $("input", li); return { picker: li.closest("[data-picker]").id, type: i.type, name: i.name, value: i.value, checked: i.checked, label: li.textContent.trim() }; });
  const values = fields.map((f) => ({ name: f.name, value: f.value, checked: f.checked }));
  sessionStorage.setItem("sent", JSON.stringify({ who, action: form.action, values, chosen }));
}
function fillAgain() {
  const sent = JSON.parse(sessionStorage.getItem("sent") || "null");
  if (!sent) return;
  if (!who) return sessionStorage.setItem("sent", JSON.stringify({ ...sent, lost: true }));
  sessionStorage.removeItem("sent");
  const form = sent.lost && sent.who === who && $$("form.form").find((f) => f.action === sent.action);
  if (!form) return;
  for (const was of sent.values) {
    for (const field of $$("[name]", form).filter((f) => f.name === was.name && !f.closest("[data-chosen]"))) {
      if (!["checkbox", "radio"].includes(field.type)) field.value = was.value;
      else if (field.value === was.value) field.checked = was.checked;
    }
  }
  for (const list of $$("[data-chosen]", form)) list.replaceChildren();
  for (const one of sent.chosen) {
    const item = document.createElement("li");
    const label = Object.assign(document.createElement("label"), { className: "choice" });
    label.append(Object.assign(document.createElement("input"), { type: one.type, name: one.name, value: one.value, checked: one.checked }), Object.assign(document.createElement("span"), { textContent: one.label }));
    item.append(label);
    $("[data-chosen]", document.getElementById(one.picker))?.append(item);
  }
  say(live().dataset.draft);
}
fillAgain();
if ($('form[action="/sign-out"]')) {
  $('form[action="/sign-out"]').addEventListener("submit", () => Object.keys(localStorage).filter((k) => k.startsWith("draft:")).forEach((k) => localStorage.removeItem(k)));
}

// --- news
function say(text, href) {
  if (!text || !live()) return;
  const toast = document.createElement(href ? "a" : "p");
  toast.className = "toast";
  toast.textContent = text;
  if (href) toast.href = href;
  live().append(toast);
  setTimeout(() => toast.remove(), 8000);
}
// Only the page that is looked at listens: browsers allow few lines to one server. What it missed, it is told when it is
// looked at again: the count of notices, and which modules there are.
// A browser gives a line up for good that was answered otherwise than by news (a server that just starts): it is asked
// for again after a while.
const QUIET_MS = 30_000;
let events = null;
let modules = document.body.dataset.modules;
const shown = new Set();
function listen() {
  if (events || document.hidden || !document.body.classList.contains("framed")) return;
  events = new EventSource("/events");
  events.addEventListener("modules", (event) => {
    if (event.data === modules) return;
    modules = event.data;
    document.body.dispatchEvent(new Event("quyche:modules"));
  });
  events.addEventListener("unread", (event) => {
    const count = Number(event.data);
    for (const bell of $$("[data-bell]")) { bell.textContent = count; bell.hidden = count === 0; }
  });
  events.addEventListener("notice", (event) => {
    if (shown.has(event.lastEventId)) return;
    shown.add(event.lastEventId);
    const notice = JSON.parse(event.data);
    say(notice.title, notice.link);
  });
  events.addEventListener("error", () => {
    if (events?.readyState !== EventSource.CLOSED) return;
    deafen();
    setTimeout(listen, QUIET_MS);
  });
}
function deafen() {
  events?.close();
  events = null;
}
listen();
document.addEventListener("visibilitychange", () => (document.hidden ? deafen() : listen()));
addEventListener("pagehide", deafen);
addEventListener("pageshow", listen);
