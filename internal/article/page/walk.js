// The diagram is one stop of the Tab key. Within it, arrow keys lead along lines (see ways.js);
// Page Up, Page Down, Home and End go through all. In the narrow picture lines are stops too, as
// they have rows.

const heard = make("p", { id: "heard", hidden: true }); // what is said of the part in focus

const isShownPart = (part) => part && !part.classList.contains("off");

// stops are the ids that a form's focus can be on, in reading order.
function stops(form) {
  if (form === narrow) {
    return [...form.svg.querySelectorAll(".node, .edge")].filter(isShownPart).map((part) => idOf(form, part));
  }
  const there = data.nodes.map((node) => node.id).filter((id) => isShownPart(form.part(id)));
  const rank = (id) => Math.round(middle(form.part(id)).y / 60);
  const across = getComputedStyle(form.svg).direction === "rtl" ? -1 : 1;
  return there.sort((a, b) => rank(a) - rank(b) || across * (middle(form.part(a)).x - middle(form.part(b)).x));
}

const idOf = (form, part) => part.id.slice(form.svg.id.length + 1);

function next(form, id, key) {
  const order = stops(form);
  const at = order.indexOf(id);
  switch (key) {
    case "Home": return order[0];
    case "End": return order.at(-1);
    case "PageDown": return order[at + 1];
    case "PageUp": return order[at - 1];
  }
  if (form === wide) return (ways ??= findWays(form)).get(id)[key];
  if (key === "ArrowDown") return order[at + 1];
  if (key === "ArrowUp") return order[at - 1];
  const forward = (key === "ArrowRight") === (getComputedStyle(form.svg).direction !== "rtl");
  const line = lines.get(id);
  const end = line && (forward ? line.to : line.from);
  return order.includes(end) ? end : null;
}

// goTo moves the focus, and with it the one stop of the Tab key.
function goTo(form, id) {
  const part = form.part(id);
  for (const other of form.svg.querySelectorAll("[tabindex='0']")) other.tabIndex = -1;
  part.tabIndex = 0;
  heard.textContent = hearing(id);
  part.setAttribute("aria-describedby", "heard");
  part.focus({ preventScroll: true });
  part.scrollIntoView({ block: "nearest", inline: "nearest" });
}

// hearing is what is said of a part beside its name: its lines, each with how it stands.
function hearing(id) {
  if (lines.has(id)) return "";
  const touching = data.lines.filter((line) => !hidden.has(line.id) && (line.from === id || line.to === id));
  return touching.map((line) => told(line.id)).join(". ") || data.words.alone;
}

function setUp(form) {
  form.svg.setAttribute("role", "application");
  form.svg.setAttribute("aria-describedby", "walk");
  for (const id of ids) {
    const part = form.part(id);
    if (!part) continue;
    part.setAttribute("role", "button");
    part.setAttribute("aria-label", nameOf(id, part));
    part.setAttribute("aria-haspopup", "dialog");
    part.tabIndex = -1;
    if (lines.has(id)) widen(part);
    part.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && lightUp(id));
    part.addEventListener("pointerleave", lightOut);
    part.addEventListener("click", (event) => openClaims(id, part, spotOf(event, part)));
    part.addEventListener("focus", () => {
      lightUp(id);
      ringAround(form, part);
    });
    part.addEventListener("blur", () => {
      lightOut();
      form.ring.remove();
      part.removeAttribute("aria-describedby");
    });
  }
  form.ring = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  form.ring.classList.add("ring");
  form.svg.addEventListener("keydown", (event) => {
    const part = event.target.closest(".node, .edge");
    if (!part || event.ctrlKey || event.altKey || event.metaKey) return;
    const id = idOf(form, part);
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      openClaims(id, part, part.getBoundingClientRect());
    } else if (event.key in arrows || ["Home", "End", "PageUp", "PageDown"].includes(event.key)) {
      event.preventDefault();
      const to = next(form, id, event.key);
      if (to) goTo(form, to);
    }
  });
}

// nameOf is what a part is called: the words that stand on it, as who speaks to the page reads
// them out, and what else its place in the picture tells.
function nameOf(id, part) {
  const printed = [...part.querySelectorAll("text")].map((text) => text.textContent).join(" ");
  const line = lines.get(id);
  if (!line) return [printed, nodes.get(id).is].filter(Boolean).join(", ");
  const [statement] = statementsOf.get(id);
  const saysAll = /\p{L}/u.test(printed) && (statement.kind !== "flows" || statement.lines[0] === id);
  return saysAll ? `${nodes.get(line.from).name} — ${printed} — ${nodes.get(line.to).name}` : `${printed} — ${told(id)}`;
}

// widen gives a thin line a broad one to be pressed on, that is not seen.
function widen(part) {
  const thin = part.querySelector("path[fill='none']");
  if (!thin) return;
  const broad = thin.cloneNode();
  for (const name of ["class", "stroke-dasharray", "stroke-linecap"]) broad.removeAttribute(name);
  broad.classList.add("broad");
  part.querySelector("title").after(broad);
}

// spotOf is where claims are wanted: beside the words of a line, or at the pointer where it is
// far from them; else beside the part itself.
function spotOf(event, part) {
  const spot = { left: event.clientX, right: event.clientX, top: event.clientY, bottom: event.clientY };
  const inReach = (box) => Math.abs(box.top - event.clientY) < 90 && Math.abs((box.left + box.right) / 2 - event.clientX) < 160;
  const pressed = event.detail > 0 && part.classList.contains("edge");
  const boxes = pressed ? [...part.querySelectorAll("text")].map((text) => text.getBoundingClientRect()).filter(inReach) : [part.getBoundingClientRect()];
  return boxes.reduce((all, box) => ({
    left: Math.min(all.left, box.left), right: Math.max(all.right, box.right), top: Math.min(all.top, box.top), bottom: Math.max(all.bottom, box.bottom),
  }), boxes.length ? boxes[0] : spot);
}

// ringAround marks the part in focus, for keys alone. A form's ring moves with the part.
function ringAround(form, part) {
  if (!part.matches(":focus-visible")) return;
  const box = part.getBBox();
  for (const [name, value] of Object.entries({ x: box.x - 5, y: box.y - 5, width: box.width + 10, height: box.height + 10, rx: 6 })) {
    form.ring.setAttribute(name, value);
  }
  part.append(form.ring);
}

// tabStop leaves each form one part that the Tab key stops at.
function tabStop() {
  for (const form of forms) {
    const now = [...form.svg.querySelectorAll("[tabindex='0']")];
    if (now.length === 1 && isShownPart(now[0])) continue;
    for (const part of now) part.tabIndex = -1;
    const first = form === shown ? stops(form)[0] : undefined;
    if (first) form.part(first).tabIndex = 0;
  }
}
