// What a person could see wrong on the page as it stands: returned as lines; nothing wrong is an empty list.
const [lang] = arguments;
const found = [];
const main = document.body;
const skip = (e) => e.closest("code, pre, samp, kbd, .trouble-code, time, script, style, option, textarea, [data-code]");
const shown = (e) => e.getClientRects().length > 0;
const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
const domains = "core|web|group|duty|compliance|directory|security|audit|platform|notice|screening|document|action|"
  + "post|role|module|permission|unit-type|demo|persistence|template|reach|calendar";
const rawKey = new RegExp("(?:^|[\\s(\"“])((?:" + domains + ")\\.[a-zA-Z][\\w-]*(?:\\.[\\w-]+)*)", "u");
const rawEnum = /(?:^|[\s(:,])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?:$|[\s),.:])/u;
const rawId = /(?:^|[^0-9A-Za-z])([0-9][0-9A-HJKMNP-TV-Z]{25})(?:$|[^0-9A-Za-z])/u;
const pattern = /\{\d\}|\?\?\?|\bnull\b|\bundefined\b|\bNaN\b/u;
const english = /(?:^|[\s(])(the|and|of|is|with|for|not|from|was|has|been|are|this|could|found|you|your|no such)(?=$|[\s,.:;)])/iu;
const vietnamese = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const text = node.nodeValue.normalize("NFC").trim();
  const element = node.parentElement;
  if (!text || !element || skip(element) || !shown(element)) continue;
  const say = (what) => found.push(what + ": " + text.slice(0, 120));
  if (rawKey.test(text)) say("a key without a text");
  if (rawEnum.test(text)) say("the name of a constant");
  if (rawId.test(text)) say("an id");
  if (pattern.test(text)) say("a place that was not filled");
  if (lang === "vi" && english.test(text)) say("English");
  if (lang === "en" && vietnamese.test(text) && element.closest("th, label, legend, button, h2.card-title, .nav-title, .filter, dt, .badge")
      && !element.closest("[lang=vi], #list .card-title, .brand, .account-menu form, .choice, .chosen, .pick")) say("Vietnamese");
}
for (const e of document.querySelectorAll("[title], [aria-label], [placeholder]")) {
  for (const name of ["title", "aria-label", "placeholder"]) {
    const text = e.getAttribute(name);
    if (text && (rawKey.test(text) || rawEnum.test(text) || pattern.test(text))) found.push(name + " shows a code: " + text);
  }
}
if (rawKey.test(document.title) || rawId.test(document.title)) found.push("the title shows a code: " + document.title);
if (!document.querySelector("h1")) found.push("no heading");
const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
for (const id of new Set(ids.filter((one, n) => ids.indexOf(one) !== n))) found.push("an id twice: " + id);
const over = document.documentElement.scrollWidth - innerWidth;
if (over > 0) {
  const wide = [...document.querySelectorAll("main *, header *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".table-box, .hidden-text"));
  found.push("wider than the screen by " + over + ": " + wide.slice(0, 3).map((e) => e.tagName + "." + e.className).join(" "));
}
return [...new Set(found)];
