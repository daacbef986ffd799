// The narrow picture is a column: each entity with, below it, a row for each line that leads
// from it, all hanging on one trunk. Where rows are hidden, those below move up into their room.

let column = null; // measured when the picture is first seen, as nothing can be before

function measureColumn() {
  const diagram = narrow.svg.querySelector(".diagram");
  const rows = [];
  let trunk = null;
  for (const part of diagram.children) {
    if (part.localName === "path") {
      trunk = part;
      continue;
    }
    const box = part.getBBox();
    rows.push({ part, top: box.y, trunk, shape: trunk?.getAttribute("d"), joint: jointOf(part) });
    trunk = null;
  }
  for (let after = diagram.nextElementSibling; after; after = after.nextElementSibling) {
    rows.push({ part: after, top: after.getBBox().y, trunk: null });
  }
  const { width, height } = narrow.svg.viewBox.baseVal;
  rows.forEach((row, i) => (row.room = (rows[i + 1]?.top ?? height) - row.top));
  return { rows, width, height };
}

// jointOf is the height at which a row's line leaves the trunk.
function jointOf(row) {
  const box = row.querySelector("path").getBBox();
  return box.y + box.height / 2;
}

function closeUp() {
  if (shown !== narrow) return;
  column ??= measureColumn();
  let up = 0;
  let above = null; // the entity that rows hang on
  for (const row of column.rows) {
    row.part.setAttribute("transform", `translate(0 ${-up})`);
    if (row.part.classList.contains("node")) {
      above = { ...row, up };
      row.trunk?.setAttribute("transform", `translate(0 ${-up})`);
      row.trunk?.classList.add("off"); // until a row is shown
    }
    if (row.part.classList.contains("off")) {
      up += row.room;
    } else if (row.part.classList.contains("edge")) {
      above.trunk.classList.remove("off");
      above.trunk.setAttribute("d", above.shape.replace(/ \S+$/, ` ${row.joint - (up - above.up)}`));
    }
  }
  narrow.svg.setAttribute("viewBox", `0 0 ${column.width} ${column.height - up}`);
  narrow.svg.setAttribute("height", column.height - up);
}
