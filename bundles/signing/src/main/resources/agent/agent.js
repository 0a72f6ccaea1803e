// Signs with a token on this PC: the server prepares, the agent beside the browser shows, asks for the PIN and signs, the server
// finishes. Nothing of the PIN passes here.

const part = document.querySelector("[data-agent]");
const form = document.querySelector("form:has([name=tokenId])") || part.querySelector("form");
const said = part.querySelector("[data-agent-said]");
const button = part.querySelector("[data-agent-sign]");
const list = part.querySelector("[data-agent-results]");
const agent = part.dataset.agent;
const secret = "quyche-agent " + agent;

// --- words: the page has them all, in its language
function words(code, ...args) {
  const known = part.querySelector(`[data-code="${CSS.escape(code)}"]`) || part.querySelector('[data-code="unknown"]');
  return args.reduce((text, arg) => text.replace("§", arg), known.textContent);
}
function say(code, ...args) {
  said.textContent = words(code, ...args);
}
class Trouble extends Error {
  constructor(text) {
    super(text);
    this.text = text;
  }
}

// --- the agent
async function ask(method, path, body) {
  const token = localStorage.getItem(secret);
  let answer;
  try {
    answer = await fetch(agent + path, {
      method,
      mode: "cors",
      credentials: "omit",
      cache: "no-store",
      headers: { ...(body ? { "Content-Type": "application/json" } : {}), ...(token ? { Authorization: "Bearer " + token } : {}) },
      body: body ? JSON.stringify(body) : undefined,
    });
  } catch {
    part.querySelector("[data-agent-open]").hidden = false;
    throw new Trouble(words("not-running"));
  }
  const told = await answer.json();
  if (!answer.ok) throw new Trouble(words(told.code, told.detail));
  return told;
}
const pause = (millis) => new Promise((done) => setTimeout(done, millis));

async function pair() {
  const asked = await ask("POST", "/pair", { school: part.dataset.school });
  say("pairing", asked.code);
  for (;;) {
    await pause(700);
    const now = await ask("GET", "/pair/" + asked.id);
    if (now.state === "WAITING") continue;
    if (now.state !== "PAIRED") throw new Trouble(words("declined"));
    localStorage.setItem(secret, now.token);
    return;
  }
}

// --- the server
const preparations = "/api/signing/v1/preparations";
async function server(path, body) {
  for (;;) {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRF-Token": document.querySelector('meta[name="csrf"]').content },
      body: JSON.stringify(body),
    });
    if (answer.status === 429) {
      await pause(1000 * (Number(answer.headers.get("Retry-After")) || 5));
      continue;
    }
    const told = await answer.json().catch(() => ({}));
    if (answer.ok) return told;
    const all = new Set([told.detail || words("unknown"), ...(told.errors || []).map((error) => error.message), told.next]);
    throw new Trouble([...all].filter(Boolean).join(" "));
  }
}
async function giveUp(prepared) {
  for (const one of prepared) await server(`${preparations}/${one.id}/cancellation`, {}).catch(() => {});
}

// --- what came of each document
function result(title, text, href) {
  const line = document.createElement("li");
  const name = document.createElement("strong");
  name.textContent = title;
  line.append(name, " ");
  if (href) line.append(Object.assign(document.createElement("a"), { href, textContent: text }));
  else line.append(text);
  list.append(line);
}

// Whether what the form needs is there; the browser shows what is not.
function complete() {
  return [...form.elements].filter((one) => one.name !== "pin").every((one) => one.reportValidity());
}

// What the form brings in is prepared as a whole: its fields, its file, without the PIN.
async function prepareForm() {
  const entered = Object.fromEntries(
    [...new FormData(form)].filter(([name, value]) => typeof value === "string" && value && name !== "pin" && !name.startsWith("_")),
  );
  const file = form.querySelector("[type=file]").files[0];
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (let i = 0; i < bytes.length; i += 32768) binary += String.fromCharCode(...bytes.subarray(i, i + 32768));
  return [
    await server(part.dataset.agentPrepare, {
      kind: "ATTACHMENT",
      ...entered,
      fileName: file.name,
      file: btoa(binary),
    }),
  ];
}

async function prepareAll(chosen, token) {
  const documents = [...part.querySelectorAll("[data-agent-document]")];
  const prepared = [];
  for (const one of documents) {
    say("preparing", prepared.length, documents.length);
    try {
      prepared.push(await server(preparations, {
        documentId: one.dataset.id,
        sha256: one.dataset.sha256,
        tokenId: chosen,
        kind: token.dataset.kind,
        level: new FormData(form).get("level") || "B",
      }));
    } catch (e) {
      if (!(e instanceof Trouble)) throw e;
      result(one.dataset.title, e.text);
    }
  }
  return prepared;
}

// The agent signs part by part: what shows at several places of a document is a signature for each, one over the other. It keeps
// the key open between them; one that does not asks for the PIN again.
async function signAll(prepared) {
  const made = [];
  const parts = Math.max(...prepared.map((one) => one.parts));
  let waiting = prepared;
  let key;
  while (waiting.length) {
    const documents = waiting.map((one) => ({ id: one.id, title: one.title, data: one.data }));
    let told;
    try {
      if (!key) say("pin", waiting.length);
      told = key
        ? await ask("POST", "/sign/" + key, { documents })
        : await ask("POST", "/sign", { certificate: waiting[0].fingerprint, scheme: waiting[0].scheme, documents, parts });
    } catch (e) {
      await giveUp(waiting);
      if (!made.length || !(e instanceof Trouble)) throw e;
      waiting.forEach((one) => result(one.title, e.text));
      return made;
    }
    waiting = await take(waiting, told, made);
    key = told.next;
  }
  if (key) await ask("POST", "/sign/" + key, { documents: [] }).catch(() => {});
  return made;
}

// Where to see what was made: a copy has a page of its own.
function page(signature) {
  return part.dataset.agentDone ? part.dataset.agentDone + signature.documentId : "/signing/signatures/" + signature.id;
}

// Gives the values to the server, one by one; what has further parts goes on.
async function take(waiting, told, made) {
  const values = new Map(told.signed.map((one) => [one.id, one.value]));
  const next = [];
  let done = 0;
  for (const one of waiting) {
    if (!values.has(one.id)) {
      await giveUp([one]);
      result(one.title, words(told.code, told.detail));
      continue;
    }
    say("finishing", done++, waiting.length);
    const value = { value: values.get(one.id) };
    try {
      if (one.part < one.parts) {
        next.push(await server(`${preparations}/${one.id}/part`, value));
      } else {
        const signature = await server(`${preparations}/${one.id}/value`, value);
        made.push(signature);
        result(one.title, words("signed"), page(signature));
      }
    } catch (e) {
      if (!(e instanceof Trouble)) throw e;
      result(one.title, e.text);
    }
  }
  return next;
}

async function sign() {
  if (part.dataset.agentPrepare && !complete()) return;
  list.replaceChildren();
  part.querySelector("[data-agent-open]").hidden = true;
  const chosen = new FormData(form).get("tokenId");
  const token = part.querySelector(`[data-agent-token="${CSS.escape(chosen || "")}"]`);
  if (!token) throw new Trouble(words("no-token"));
  say("looking");
  const status = await ask("GET", "/status");
  if (!status.paired) await pair();
  const prepared = await (part.dataset.agentPrepare ? prepareForm() : prepareAll(chosen, token));
  if (!prepared.length) return say("nothing");
  const made = await signAll(prepared);
  const all = part.dataset.agentPrepare ? 1 : part.querySelectorAll("[data-agent-document]").length;
  say("done", made.length, all);
  if (made.length === 1 && all === 1) location.assign(page(made[0]));
}

button.addEventListener("click", async () => {
  button.disabled = true;
  button.setAttribute("aria-busy", "true");
  try {
    await sign();
  } catch (e) {
    said.textContent = e instanceof Trouble ? e.text : words("unknown");
  } finally {
    button.disabled = false;
    button.removeAttribute("aria-busy");
  }
});
