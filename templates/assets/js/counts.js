/** Six fields for the cards of a question: how many so far, and on to the next after one digit. */

const ONE_DIGIT = 900; // so long a second digit may come

let timer = 0;

/** The sum so far, and on to the next field once no second digit comes. */
function counted(field) {
  const row = field.closest(".cards-row");
  const fields = [...row.querySelectorAll(".card-field input")];
  const people = row.querySelector(".people");
  if (people) total(fields, people);
  clearTimeout(timer);
  const next = fields[fields.indexOf(field) + 1];
  if (!next || !/^[0-9]+$/.test(field.value)) return;
  if (field.value.length > 1) focusOn(next);
  else timer = setTimeout(() => document.activeElement === field && focusOn(next), ONE_DIGIT);
}

function focusOn(field) {
  field.focus();
  field.select();
}

function total(fields, people) {
  const sum = fields.reduce((whole, one) => whole + (Number(one.value) || 0), 0);
  people.querySelector("[data-people]").textContent = sum;
  const coming = people.querySelector("[data-coming]");
  if (coming) coming.hidden = sum > Number(coming.dataset.coming);
}

document.addEventListener("input", ({ target }) => {
  if (target.matches(".card-field input")) counted(target);
});

document.addEventListener("focusin", ({ target }) => {
  if (target.matches(".card-field input")) target.select();
});
