/**
 * The private view of a workshop: a press changes it without a new page, tells the projector in
 * this browser at once, and what is typed in the notebook is kept as it is typed. Without this
 * script every press is a form of its own.
 */

const EVERY = 5_000;
const PAUSE = 1_200; // after the last key a note is kept
const A_MINUTE = 60;
const SCRIPT = { "HX-Request": "true" };

const room = () => document.querySelector(".room[data-room]");
const channel = room() ? new BroadcastChannel(room().dataset.room) : null;
let arrived = Date.now();
let noteTimer = 0;
let sending = Promise.resolve();

const tell = () => channel.postMessage(room().dataset.mark);
const say = (text) => (room().querySelector(".unkept").textContent = text);

/** That the session is used, for the line that warns before it ends. */
function used() {
  const ctx = { status: "swapped", response: { status: 200 } };
  document.dispatchEvent(new CustomEvent("htmx:finally:request", { detail: { ctx } }));
}

/** Put the view of now in the place of the one before; a fold that was open stays open. */
function show(text, submitter = null) {
  const next = new DOMParser().parseFromString(text, "text/html").querySelector(".room[data-room]");
  if (!next) return false;
  const open = [...room().querySelectorAll("details")].map((one) => one.open && !one.contains(submitter));
  keepTyping(next);
  room().replaceWith(next);
  next.querySelectorAll("details").forEach((one, place) => (one.open = open[place] ?? false));
  arrived = Date.now();
  (next.querySelector("[aria-invalid=true], [autofocus]") ?? next.querySelector("h1")).focus();
  tell();
  used();
  return true;
}

/** What is half typed in another field than the one that was sent stays there. */
function keepTyping(next) {
  for (const id of ["park", "dissent"]) {
    const [now, then] = [document.getElementById(id), next.querySelector(`#${id}`)];
    if (now && then && now.value !== now.defaultValue && now.form?.action === then.form?.action) {
      if (!now.form.hasAttribute("data-sent")) then.value = now.value;
    }
  }
}

async function send(form, submitter) {
  const body = new FormData(form, submitter);
  form.toggleAttribute("data-sent", true);
  clearTimeout(noteTimer);
  const answer = await fetch(form.action, { method: "POST", body, headers: SCRIPT }).catch(() => null);
  const text = answer ? await answer.text().catch(() => "") : "";
  if (show(text, submitter)) return;
  form.removeAttribute("data-sent");
  say(room().dataset.unsent);
}

/** Keep a page of the notebook; only its version changes, so that nobody is interrupted. */
async function keepNote(field) {
  if (field.value === field.defaultValue) return;
  const sent = field.value;
  const body = new FormData(field.form);
  const answer = await fetch(field.dataset.note, { method: "POST", body, headers: SCRIPT }).catch(() => null);
  const text = answer ? await answer.text().catch(() => "") : "";
  const next = new DOMParser().parseFromString(text, "text/html");
  const version = next.querySelector("[name=note_version]");
  if (answer?.ok && version && field.isConnected) {
    field.form.elements.note_version.value = version.value;
    field.defaultValue = sent;
    say(room().dataset.kept);
    used();
  } else if (answer?.status === 422 || answer?.status === 409) {
    say(room().dataset.unsent);
  }
}

document.addEventListener("submit", (event) => {
  const { submitter, target } = event;
  if (!target.closest(".room[data-room]")) return;
  event.preventDefault();
  sending = sending.then(() => send(target, submitter));
});

document.addEventListener("input", ({ target }) => {
  if (target.matches("[data-note]")) {
    clearTimeout(noteTimer);
    noteTimer = setTimeout(() => (sending = sending.then(() => keepNote(target))), PAUSE);
  }
});

function tick() {
  const clock = room().querySelector(".clock[data-left]");
  if (!clock) return;
  const left = Number(clock.dataset.left) - Math.round((Date.now() - arrived) / 1000);
  const minutes = left >= 0 ? Math.ceil(left / A_MINUTE) : Math.floor(-left / A_MINUTE);
  const said = `${left >= 0 ? clock.dataset.still : clock.dataset.over} ${minutes} min`;
  if (clock.textContent !== said) clock.textContent = said;
}

/** Another window moved the room: show where it is, unless somebody is typing here. */
async function look() {
  const answer = await fetch(room().dataset.room).catch(() => null);
  if (!answer?.ok) return;
  const { mark, awake } = await answer.json().catch(() => ({}));
  if (awake) used();
  const typing = document.activeElement?.matches("input[type=text], textarea");
  if (!mark || mark === room().dataset.mark || typing) return;
  const page = await fetch(location.href, { headers: SCRIPT }).catch(() => null);
  if (page?.ok) show(await page.text());
}

if (room()) {
  tell();
  setInterval(tick, 1_000);
  setInterval(look, EVERY);
}
