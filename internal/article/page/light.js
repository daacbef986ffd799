// Light falls on what a reader points at or stands on, with all that belongs to the same
// statements: a lit allegation has its words and whoever denies it in the light as well.

let pinned = null; // the id of what stays lit while its claims are open
let sought = null; // the ids that were searched for and found, lit while nothing else is

// around is a node or line with its statements' lines and nodes.
function around(id) {
  const lit = new Set([id]);
  const touching = statementsOf.get(id).filter((statement) => isShown(statement) && touches(statement, id));
  for (const statement of touching) [...statement.lines, ...statement.nodes].forEach((part) => lit.add(part));
  return lit;
}

// touches tells a statement about a node from one that the node only denies or answers.
function touches(statement, id) {
  if (statement.lines.includes(id)) return true;
  return statement.lines.some((line) => lines.get(line).from === id || lines.get(line).to === id) || statement.lines.length === 0;
}

function light(lit) {
  for (const { svg, part } of forms) {
    svg.classList.toggle("dims", lit !== null);
    for (const id of ids) part(id)?.classList.toggle("lit", lit !== null && lit.has(id));
  }
}

const lightUp = (id) => light(around(id));
const lightOut = () => light(pinned ? around(pinned) : sought && foundLight());

// foundLight is what search found: entities by themselves, lines and values with all that
// belongs to them.
function foundLight() {
  return sought.reduce((lit, id) => new Set([...lit, ...(isAlone(id) ? [id] : around(id))]), new Set());
}

const isAlone = (id) => nodes.has(id) && nodes.get(id).switch !== "type=figure";
