/** One key for an answer, on the page for a meeting and nowhere else; never while somebody types. */

const LETTERS = { "?": "!unknown", n: "!not_applicable" };
const ARROWS = { ArrowLeft: "prev", ArrowRight: "next" };
const CHOICE = "input[type=radio], input[type=checkbox]";

const typing = (place) => place.closest("textarea, select, input") && !place.matches(CHOICE);

function answer(key) {
  if (LETTERS[key]) return document.querySelector(`.question input[value="${LETTERS[key]}"]`);
  return document.querySelectorAll(".question .choices > .choice input")[/^[0-9]$/.test(key) ? key : -1];
}

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing(target)) return;
  if (ARROWS[key] && !target.matches(CHOICE)) {
    document.querySelector(`a[rel=${ARROWS[key]}]`)?.click();
    return;
  }
  const chosen = answer(key);
  if (!chosen) return;
  event.preventDefault();
  chosen.click();
  if (key === "n") document.querySelector('[name$="-reason"]')?.focus();
});

document.querySelectorAll(".keys").forEach((line) => (line.hidden = false));
document.body.classList.add("with-keys");
