/** The projector follows the private view: at once in the same browser, within two seconds elsewhere. */

const EVERY = 2_000;
const main = document.getElementById("main");
const asks = document.body.dataset.version;
const channel = new BroadcastChannel(asks);
let busy = false;
let again = false;

const shown = () => main.querySelector("[data-mark]")?.dataset.mark;

/** Put in what is there now; what did not change stays, so that nothing moves or is read out twice. */
async function follow() {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  const answer = await fetch(location.href, { headers: { "HX-Request": "true" } }).catch(() => null);
  const text = answer?.ok ? await answer.text().catch(() => "") : "";
  const next = new DOMParser().parseFromString(text, "text/html").querySelector(".stage");
  const now = main.querySelector(".stage");
  if (next && now) {
    if (next.innerHTML === now.innerHTML) now.dataset.mark = next.dataset.mark;
    else now.replaceWith(next);
  }
  busy = false;
  if (again) {
    again = false;
    follow();
  }
}

async function look() {
  const answer = await fetch(asks).catch(() => null);
  if (!answer?.ok) return;
  const { mark } = await answer.json().catch(() => ({}));
  if (mark && mark !== shown()) follow();
}

main.classList.add("moves");
channel.addEventListener("message", follow);
setInterval(look, EVERY);
