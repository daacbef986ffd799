// A press on a line or an entity opens the notes that account for it: who says so, in which
// words and where, and who denies it. They are copies of the notes below the picture.

const claims = make("div", { className: "claims", role: "dialog", hidden: true, tabIndex: -1 });
claims.setAttribute("aria-labelledby", "claims-title");
let opener = null;

function openClaims(id, part, at) {
  opener = part;
  pinned = id;
  const notes = notesOn(id);
  if (notes.length === 0) notes.push(make("p", { className: "quiet" }, data.words.alone));
  claims.replaceChildren(
    button("", () => closeClaims(true), { className: "close", ariaLabel: data.words.close }),
    make("h2", { id: "claims-title" }, ...toldNodes(id)), ...notes);
  claims.hidden = false;
  lightUp(id);
  place(at);
  claims.focus({ preventScroll: true });
  claims.scrollTop = 0;
  claims.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function closeClaims(back) {
  if (claims.hidden) return;
  claims.hidden = true;
  pinned = null;
  pictures.style.minHeight = "";
  lightOut();
  if (back) opener?.focus();
}

// notesOn are the notes that account for what is shown of a node or a line, each below the
// sentences that it is for.
function notesOn(id) {
  const about = new Set([id]);
  for (const statement of statementsOf.get(id).filter(isShown)) {
    if (!touches(statement, id)) continue;
    statement.lines.forEach((line) => about.add(line));
    if (statement.kind === "figures") statement.nodes.filter((node) => nodes.get(node).switch === "type=figure").forEach((node) => about.add(node));
  }
  return data.notes.filter((note) => note.of.some((of) => about.has(of))).map((note) => {
    const sentences = note.of.filter((of) => about.has(of) && of !== id);
    const printed = document.getElementById(note.id);
    return make("section", {},
      ...sentences.map((of) => make("p", { className: "sentence" }, ...toldNodes(of))),
      ...[...printed.children].map((child) => child.cloneNode(true)));
  });
}

// place puts the open claims beside what they were asked for at or, where there is no room for
// that, below it. The pictures take as much more room as they need.
function place(at) {
  claims.style.left = claims.style.top = "0";
  const room = pictures.getBoundingClientRect();
  const { width, height } = claims.getBoundingClientRect();
  const most = room.width - width;
  const covers = (left) => [...shown.svg.querySelectorAll(".node.lit")].filter((part) => {
    const box = part.getBoundingClientRect();
    return box.right > room.left + left && box.left < room.left + left + width && box.bottom > at.top - 16 && box.top < at.top - 16 + height;
  }).length;
  const sides = [at.right - room.left + 16, at.left - room.left - 16 - width].filter((left) => left >= 0 && left <= most);
  const beside = sides.sort((a, b) => covers(a) - covers(b))[0] ?? -1;
  const top = beside >= 0 ? Math.min(at.top - room.top - 16, room.height - height) : at.bottom - room.top + 12;
  claims.style.left = `${beside >= 0 ? beside : Math.max(0, Math.min(at.left - room.left, most))}px`;
  claims.style.top = `${Math.max(0, top)}px`;
  pictures.style.minHeight = `${Math.ceil(Math.max(0, top) + height)}px`;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !claims.hidden) {
    event.preventDefault();
    closeClaims(true);
  }
});
document.addEventListener("pointerdown", (event) => {
  if (!claims.contains(event.target) && !event.target.closest(".node, .edge")) closeClaims(false);
});
