/**
 * Nothing that was typed is lost: htmx carries an answer to the server; this keeps what was sent
 * until the server says that it has it, and sends it again with the same request when it may not.
 * Only what the page holds is kept, and nothing outside the page.
 */

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;

const form = document.querySelector("form[data-answers]");
const states = new WeakMap(); // by question: what is saved, what is on its way
let afterwards = null; // what waits until nothing is on its way
let pressed = null; // the question whose button was pressed
let passing = false;
let leaving = false;

const questions = () => [...form.querySelectorAll(".question")].filter((one) => states.has(one));
const requestOf = (body, question) => body.get(`${question.dataset.item}-request_id`);
const send = (question) => question.dispatchEvent(new Event("again"));

/** What the page would send about one question. */
function written(question, from = form) {
  const own = `${question.dataset.item}-`;
  const fields = [...new FormData(from)];
  return new URLSearchParams(fields.filter(([name]) => name === "csrf_token" || name.startsWith(own)));
}

/** The part of it that somebody wrote. */
function said(body) {
  const ours = /(?:^csrf_token|-version|-request_id)$/;
  return new URLSearchParams([...body].filter(([name]) => !ours.test(name))).toString();
}

function learn(question, from = form) {
  if (states.has(question)) return;
  const saved = question.hasAttribute("data-unsent") ? null : said(written(question, from));
  states.set(question, { saved, sent: null, choice: null, more: false, tries: 0, timer: 0, words: "" });
}

function unsent(question) {
  const state = states.get(question);
  return Boolean(state.sent || state.choice) || said(written(question)) !== state.saved;
}

const failing = (question) => states.get(question).words === form.dataset.unsaved;
const onItsWay = () => questions().some((question) => states.get(question).sent);

/** Say once in words how it stands; that typing goes on is shown, never spoken. */
function show(question) {
  const { words } = states.get(question);
  const line = question.querySelector(".kept");
  question.toggleAttribute("data-unsent", unsent(question));
  question.toggleAttribute("data-refused", failing(question));
  if (line.textContent !== words) line.textContent = words;
}

function wait(act) {
  afterwards = () => {
    passing = true;
    act();
    passing = false;
  };
  questions().filter(unsent).forEach(send);
}

function goOn() {
  if (!afterwards || onItsWay()) return;
  const act = afterwards;
  afterwards = null;
  act();
}

/** Take a fresh token for forms from the server, after somebody signed in anew. */
async function renew() {
  const page = await fetch(location.href).then((answer) => answer.text(), () => "");
  const fresh = new DOMParser().parseFromString(page, "text/html").querySelector("[name=csrf_token]");
  if (fresh) document.querySelectorAll("[name=csrf_token]").forEach((one) => (one.value = fresh.value));
}

/** The server will not keep this; nobody leaves the page by a button without seeing why. */
function refused(question, state) {
  state.sent = null;
  if (afterwards) question.querySelector(".kept").focus();
  afterwards = null;
}

/** Stay at the question whose button was pressed, when that button is gone. */
function stay(question) {
  if (document.activeElement === document.body) question.querySelector(".kept").focus({ preventScroll: true });
}

document.addEventListener("htmx:after:init", ({ target }) => {
  if (!target.matches(".question") || states.has(target)) return;
  learn(target);
  if (pressed === target.id) stay(target);
});

document.addEventListener("htmx:before:request", (event) => {
  const { ctx } = event.detail;
  const state = states.get(ctx.sourceElement);
  if (!state) return;
  if (!state.sent && !unsent(ctx.sourceElement)) {
    event.preventDefault();
    return;
  }
  if (state.sent) {
    state.more ||= ctx.sourceEvent.type === "change"; // this one goes first, as it was
  } else {
    const body = written(ctx.sourceElement);
    state.sent = { body, said: said(body) };
    if (state.choice) body.append(...state.choice);
    Object.assign(state, { choice: null, more: false });
  }
  clearTimeout(state.timer);
  ctx.carries = state.sent;
  ctx.request.body = state.sent.body;
});

/** Leave alone what came to stand there in the meantime, and a question with unsent text. */
document.addEventListener("htmx:before:swap", ({ detail: { tasks } }) => {
  for (const task of tasks) {
    const there = task.type === "partial" && task.target?.querySelector(".question");
    if (!there) continue;
    if (task.fragment.querySelector(".question") || unsent(there)) task.swapSpec.style = "none";
  }
});

document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
  const question = ctx.sourceElement;
  const state = states.get(question);
  if (!state || !ctx.carries) return;
  const status = ctx.status === "swapped" ? ctx.response.status : 0;
  const renewed = requestOf(written(question), question) !== requestOf(ctx.carries.body, question);
  if (status === 200 && renewed) {
    Object.assign(state, { saved: ctx.carries.said, sent: null, tries: 0, words: form.dataset.saved });
  } else {
    state.words = form.dataset.unsaved;
    if (status >= 400 && status < 500) refused(question, state);
    else state.timer = setTimeout(send, Math.min(FIRST_WAIT * 2 ** state.tries++, LONGEST_WAIT), question);
  }
  if (!state.sent && (state.more || state.choice)) send(question);
  show(question);
  if (pressed === question.id) stay(question);
  pressed = null;
  goOn();
});

document.addEventListener("submit", async (event) => {
  const { submitter, target } = event;
  const question = submitter?.closest(".question");
  if (question && !("leads" in submitter.dataset)) {
    event.preventDefault();
    pressed = question.id;
    if (submitter.name === "again") await renew();
    else states.get(question).choice = [submitter.name, submitter.value];
    send(question);
  } else if (!passing && questions().some((one) => unsent(one) && (target === form || !failing(one)))) {
    if (afterwards && !onItsWay()) return; // pressed again, and nothing moves: the form goes as a whole
    event.preventDefault();
    wait(() => target.requestSubmit(submitter));
  } else {
    leaving = target === form;
  }
});

/** A link waits for what is on its way, but for what will not arrive; then the browser asks. */
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const elsewhere = link && link.origin === location.origin && link.pathname !== location.pathname;
  const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!elsewhere || !plain || afterwards || !questions().some((one) => unsent(one) && !failing(one))) return;
  event.preventDefault();
  wait(() => location.assign(link.href));
});

/** What has to be said about a question is said where somebody just was. */
document.addEventListener("change", ({ target }) => {
  const question = target.closest(".question");
  if (question) target.closest(".field")?.after(question.querySelector(".reply"));
});

document.addEventListener("input", ({ target }) => {
  const question = target.closest(".question");
  if (question && states.has(question)) show(question);
});

addEventListener("online", () => questions().filter((one) => states.get(one).sent).forEach(send));
addEventListener("pageshow", () => (leaving = false));
addEventListener("beforeunload", (event) => {
  if (!leaving && questions().some(unsent)) event.preventDefault();
});

if (form) {
  const untouched = form.cloneNode(true);
  untouched.reset(); // a browser that goes back fills in what was typed; it is not saved for that
  form.querySelectorAll(".question").forEach((question) => learn(question, untouched));
}
