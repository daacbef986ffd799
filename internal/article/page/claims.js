// A press on a line or an entity opens the notes that account for it: who says so, in which
// words and where, and who denies it. They are copies of the notes below the picture.

const claims = make("dialog", { className: "claims" });
claims.setAttribute("aria-labelledby", "claims-title");
let opener = null;

function openClaims(id, part, at) {
  opener = part;
  pinned = id;
  const title = make("h2", { id: "claims-title", tabIndex: -1 }, ...toldNodes(id));
  const close = button("", () => closeClaims(true), { className: "close", ariaLabel: data.words.close });
  claims.replaceChildren(close, title, ...notesOn(id));
  if (claims.childElementCount === 2) claims.append(make("p", { className: "quiet" }, data.words.alone));
  if (!claims.open) claims.show();
  place(at);
  lightUp(id);
  title.focus({ preventScroll: true });
  claims.scrollTop = 0;
  claims.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function closeClaims(back) {
  if (!claims.open) return;
  claims.close();
  pinned = null;
  pictures.style.minHeight = "";
  lightOut();
  if (back) opener?.focus();
}

// notesOn are the notes that account for what is shown of a node or a line, each below the
// sentences that it is for.
function notesOn(id) {
  const shown = new Set([id]);
  for (const statement of statementsOf.get(id).filter(isShown)) {
    if (!touches(statement, id)) continue;
    statement.lines.forEach((line) => shown.add(line));
    if (statement.kind === "figures") statement.nodes.filter((node) => nodes.get(node).switch === "type=figure").forEach((node) => shown.add(node));
  }
  return data.notes.filter((note) => note.of.some((of) => shown.has(of))).map((note) => {
    const sentences = note.of.filter((of) => shown.has(of) && of !== id);
    const printed = document.getElementById(note.id);
    return make("section", {},
      ...sentences.map((of) => make("p", { className: "sentence" }, ...toldNodes(of))),
      ...[...printed.children].map((child) => child.cloneNode(true)));
  });
}

// place puts the open claims beside the point or box that they were asked for at, where they
// hide neither it nor what stands above and below the pictures.
function place(at) {
  const room = pictures.getBoundingClientRect();
  claims.style.left = claims.style.top = "0";
  const { width, height } = claims.getBoundingClientRect();
  const after = at.right - room.left + 16;
  const before = at.left - room.left - 16 - width;
  const most = room.width - width;
  const left = after <= most ? after : before >= 0 ? before : Math.max(0, most);
  const overlaps = left < at.right - room.left && left + width > at.left - room.left;
  const top = overlaps ? at.bottom - room.top + 12 : at.top - room.top - 16;
  claims.style.left = `${left}px`;
  claims.style.top = `${Math.max(0, Math.min(top, room.height - height))}px`;
  if (overlaps && top + height > room.height) claims.style.top = `${top}px`;
  pictures.style.minHeight = `${Math.ceil(parseFloat(claims.style.top) + height)}px`;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && claims.open) {
    event.preventDefault();
    closeClaims(true);
  }
});
document.addEventListener("pointerdown", (event) => {
  if (claims.open && !claims.contains(event.target) && !event.target.closest(".node, .edge")) closeClaims(false);
});
