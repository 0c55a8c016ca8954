// What makes the desk quicker; every page works without it.
"use strict";

const PLACES = { p: "/facilities", d: "/deals", r: "/rumours", c: "/changes", o: "/outlook", s: "/stories", w: "/" };
const search = document.getElementById("q-top");
const suggested = document.getElementById("suggested");
let waiting = false;
let timer;

function isWriting(target) {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
}

document.addEventListener("keydown", (event) => {
  if (isWriting(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    event.preventDefault();
    search.focus();
  } else if (waiting && PLACES[event.key]) {
    location.href = PLACES[event.key];
  }
  else decideBy(event);
  waiting = event.key === "g";
});

// The review desk: j and k move from question to question, 1 and 2 choose a side, p shows what either would change, u takes the last decision back.
const questions = [...document.querySelectorAll(".question")];
let at = 0;

function decideBy(event) {
  if (event.key === "j" || event.key === "k") {
    at = Math.max(0, Math.min(questions.length - 1, at + (event.key === "j" ? 1 : -1)));
    questions[at]?.focus();
    return;
  }
  const place = event.key === "u" ? document.querySelector(".decided") : questions[at];
  place?.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
}

if (questions.length) questions[0].focus();

async function suggest() {
  const answer = await fetch(`/api/v1/search?within=names&limit=8&q=${encodeURIComponent(search.value)}`);
  if (!answer.ok) return;
  const found = await answer.json();
  suggested.replaceChildren(...found.rows.map((row) => new Option(row.name, row.name)));
}

search.addEventListener("input", () => {
  clearTimeout(timer);
  if (search.value.length > 1) timer = setTimeout(suggest, 150);
});

// A map that is wider than the screen begins where most plants are.
const most = document.querySelector(".map a");
if (most) {
  const frame = document.querySelector(".map").parentElement;
  const from = frame.getBoundingClientRect();
  frame.scrollLeft = most.getBoundingClientRect().left - from.left - from.width / 2;
}
