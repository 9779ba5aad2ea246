/**
 * Says at a question that a colleague answered it since this page was opened. It replaces nothing,
 * speaks to nobody, and waits while somebody is at that question or at a later one.
 */

const EVERY = 15_000;
const form = document.querySelector("form[data-versions]");

const versionOn = (question) => Number(document.getElementById(`${question.dataset.item}-version`)?.value);

/** Whether a line here would move what somebody is looking at. */
function inUse(question) {
  const here = document.activeElement?.closest(".question");
  if (!here) return false;
  return here === question || Boolean(question.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING);
}

function tell(question, version) {
  const line = document.createElement("p");
  const link = document.createElement("a");
  link.href = `${location.pathname}?version=${version}#${question.id}`;
  link.textContent = form.dataset.show;
  line.className = "by updated";
  line.append(`${form.dataset.updated} `, link);
  question.append(line);
}

async function look() {
  if (document.hidden) return;
  const answer = await fetch(form.dataset.versions).catch(() => null);
  if (!answer?.ok) return;
  const current = await answer.json().catch(() => ({}));
  for (const question of form.querySelectorAll(".question:not([data-unsent])")) {
    const version = current[question.dataset.item];
    const told = question.querySelector(".updated");
    if (version > versionOn(question)) {
      if (!told && !inUse(question)) tell(question, version);
    } else {
      told?.remove();
    }
  }
}

if (form) setInterval(look, EVERY);
