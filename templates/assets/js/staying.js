/**
 * Two minutes before a session ends because nobody uses it, the page says so and offers to stay.
 * A press tells the server; what was typed stays where it is, before and after.
 */

const WARN_BEFORE = 120; // seconds
const WRITTEN_DOWN_EVERY = 300; // the server writes down once in so many that a session is used

const bar = document.querySelector("[data-staying]");
let timer = 0;
let before = null; // where somebody was when the bar came

function warnIn(seconds) {
  clearTimeout(timer);
  bar.hidden = true;
  timer = setTimeout(warn, Math.max(seconds - WARN_BEFORE, 0) * 1000);
}

function warn() {
  before = document.activeElement;
  bar.hidden = false;
}

async function stay() {
  const form = bar.querySelector("form");
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form) }).catch(() => null);
  if (answer?.ok) {
    warnIn(Number(bar.dataset.whole));
    before?.focus();
  } else bar.querySelector("[data-over]").hidden = false;
}

if (bar) {
  warnIn(Number(bar.dataset.staying));
  bar.addEventListener("submit", (event) => {
    event.preventDefault();
    stay();
  });
  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    const saved = ctx.status === "swapped" && ctx.response.status === 200;
    if (saved) warnIn(Number(bar.dataset.whole) - WRITTEN_DOWN_EVERY);
  });
}
