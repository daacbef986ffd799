// Filters. A statement is shown or hidden with all its lines, its ends and whoever denies it,
// so that no choice of switches leaves an allegation without its denial.

const off = new Set(); // names of switches
const hidden = new Set(); // ids of nodes and lines

const isShown = (statement) => !statement.switches.some((name) => off.has(name));

// A node goes with its type's switch, and with the last of its statements.
function nodeShown(node) {
  const statements = statementsOf.get(node.id);
  return !off.has(node.switch) && (statements.length === 0 || statements.some(isShown));
}

function applyFilters() {
  hidden.clear();
  ways = null;
  for (const node of data.nodes) if (!nodeShown(node)) hidden.add(node.id);
  for (const statement of data.statements) if (!isShown(statement)) statement.lines.forEach((id) => hidden.add(id));
  const isKnown = (id) => nodes.has(id) || lines.has(id);
  const allHidden = (list) => list.some(isKnown) && list.filter(isKnown).every((id) => hidden.has(id));
  for (const { svg, part } of forms) {
    for (const id of ids) part(id)?.classList.toggle("off", hidden.has(id));
    for (const area of data.areas) part(area.id)?.classList.toggle("off", allHidden(area.nodes));
    svg.classList.toggle("filtered", hidden.size > 0);
  }
  for (const note of data.notes) document.getElementById(note.id).hidden = allHidden(note.of);
  for (const row of figure.querySelectorAll("[data-of]")) row.hidden = allHidden(row.dataset.of.split(" "));
  tellHidden();
  closeUp();
}

// tellHidden says how much of what is hidden: a picture that does not say so claims to be whole.
function tellHidden() {
  const parts = [];
  const count = (kind, list, gone) => {
    const missing = list.filter(gone).length;
    if (missing > 0) parts.push(say("outOf", missing, list.length, data.words[kind]));
  };
  count("entities", data.nodes.filter((node) => node.switch && node.switch !== "type=figure"), (node) => hidden.has(node.id));
  for (const kind of ["relations", "flows", "figures"]) {
    count(kind, data.statements.filter((statement) => statement.kind === kind), (statement) => !isShown(statement));
  }
  hiddenWords.textContent = parts.length ? say("hidden", parts.join("; ")) : "";
  showAll.hidden = parts.length === 0;
}

const hiddenWords = make("span", { role: "status" });
const showAll = button(data.words.showAll, () => {
  off.clear();
  for (const box of filters.querySelectorAll("input")) box.checked = true;
  applyFilters();
  filterButton.focus();
}, { className: "plain", hidden: true });

function switchOf({ name, count }) {
  const box = make("input", { type: "checkbox", checked: true, value: name });
  box.addEventListener("change", () => {
    if (box.checked) off.delete(name);
    else off.add(name);
    applyFilters();
  });
  return make("label", {}, box, make("span", {}, ...toldNodes(name), " ", make("span", { className: "count" }, String(count))));
}

const filters = make("div", { className: "filters", id: "filters", hidden: true },
  ...data.filters.map((group) => make("fieldset", {},
    make("legend", {}, ...toldNodes(group.heading)),
    ...group.switches.map(switchOf))));
const filterButton = button(data.words.filter, () => {
  filters.hidden = !filters.hidden;
  filterButton.ariaExpanded = String(!filters.hidden);
}, { className: "opens", ariaExpanded: "false", hidden: data.filters.length === 0 });
filterButton.setAttribute("aria-controls", "filters");
