"use strict";
// Filters and sorts the alerts. Without it the page shows them all, by entity.
(() => {
  const $ = (id) => document.getElementById(id);
  const form = $("controls");
  if (!form) return;
  const shown = $("shown"), sorted = $("sorted");
  const bands = Array.from(document.querySelectorAll(".band"));

  // fold makes text comparable: É, é and e are the same.
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const alerts = Array.from(document.querySelectorAll(".card"), (card, place) => {
    const entity = card.closest(".entity"), terms = entity.querySelector(".terms"), d = card.dataset;
    return {
      card, entity, terms, place, row: Number(d.row), score: Number(d.score), name: d.name, band: d.band, list: d.list,
      countries: d.country.split(" ").filter(Boolean), text: fold(card.textContent + " " + terms.textContent),
    };
  });

  const collator = new Intl.Collator("en", { numeric: true });
  const orders = {
    score: (a, b) => b.score - a.score || a.row - b.row,
    row: (a, b) => a.row - b.row,
    name: (a, b) => collator.compare(a.name, b.name) || a.row - b.row,
  };

  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });
  const nameOf = (code) => { try { return names.of(code) + " (" + code + ")"; } catch { return code; } };
  const offer = (select, values, label) => {
    const options = Array.from(new Set(values), (value) => new Option(label(value), value));
    options.sort((a, b) => collator.compare(a.text, b.text));
    select.append(...options);
  };
  offer($("country"), alerts.flatMap((a) => a.countries), nameOf);
  offer($("list"), alerts.map((a) => a.list), (list) => list);

  const wanted = () => {
    const words = fold($("find").value).split(/\s+/).filter(Boolean);
    const band = $("band").value, country = $("country").value, list = $("list").value;
    return (a) => (!band || a.band === band) && (!country || a.countries.includes(country)) && (!list || a.list === list) &&
      words.every((word) => a.text.includes(word));
  };

  // byEntity puts every card back under its entity.
  const byEntity = () => {
    for (const a of alerts) a.entity.append(a.card);
    sorted.querySelectorAll(".entity").forEach((run) => run.remove());
    for (const entity of new Set(alerts.map((a) => a.entity))) entity.hidden = !entity.querySelector(".card:not([hidden])");
    for (const band of bands) band.hidden = !band.querySelector(".entity:not([hidden])");
  };

  // inOrder shows the cards in one order. Those of one entity that follow each
  // other stand under a copy of its terms.
  const inOrder = (order) => {
    const runs = [];
    let last = null;
    for (const a of alerts.slice().sort(order)) {
      if (a.card.hidden) continue;
      if (a.entity !== last) {
        const run = document.createElement("section");
        run.className = "entity";
        run.append(a.terms.cloneNode(true));
        runs.push(run);
        last = a.entity;
      }
      runs[runs.length - 1].append(a.card);
    }
    sorted.querySelectorAll(".entity").forEach((run) => run.remove());
    sorted.append(...runs);
    for (const band of bands) band.hidden = true;
  };

  const show = () => {
    const wants = wanted(), order = orders[$("sort").value];
    let count = 0;
    for (const a of alerts) {
      a.card.hidden = !wants(a);
      if (!a.card.hidden) count++;
    }
    if (order) inOrder(order); else byEntity();
    sorted.hidden = !order;
    const all = count === alerts.length;
    shown.textContent = (all ? "All " : count + " of ") + alerts.length + (alerts.length === 1 ? " alert" : " alerts") + " shown, " + $("sort").selectedOptions[0].text + ".";
    shown.classList.toggle("some", !all);
  };

  let waiting = 0;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(show, 150); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  form.hidden = false;
  show();

  // What is folded away on the screen is printed.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = Array.from(document.querySelectorAll("details:not([open])"));
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of folded) details.open = false; folded = []; });
})();
