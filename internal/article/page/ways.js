// The ways of arrow keys in the wide picture. Each leads along a line to the nearest neighbour
// that way or, where no line leads that way, to the nearest entity. Those that would be passed by
// on all ways are led to from nearby, by an arrow that would lead nowhere.

const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
let ways = null; // of each node by key, as long as the same nodes are shown

function findWays(form) {
  const order = stops(form);
  const found = new Map(order.map((id) => [id, waysFrom(form, id, order)]));
  for (;;) {
    const reached = reachedFrom(order[0], found);
    const missed = order.find((id) => !reached.has(id));
    const spare = missed && spareWay(form, [...reached], found, missed);
    if (!spare) return found;
    found.get(spare.id)[spare.key] = missed;
  }
}

function waysFrom(form, id, order) {
  const near = neighbours(id);
  return Object.fromEntries(Object.entries(arrows).map(([key, direction]) =>
    [key, nearest(form, id, near, direction) ?? nearest(form, id, order, direction)]));
}

function reachedFrom(first, found) {
  const reached = new Set([first]);
  for (const id of reached) { // which grows on the way
    for (const to of Object.values(found.get(id))) if (to) reached.add(to);
  }
  return reached;
}

// spareWay is, of arrows that lead nowhere, one from the entity nearest to the one that is
// missed, if there is any that way.
function spareWay(form, reached, found, missed) {
  const to = middle(form.part(missed));
  let best = null;
  let least = Infinity;
  for (const id of reached) {
    const from = middle(form.part(id));
    for (const [key, [dx, dy]] of Object.entries(arrows)) {
      if (found.get(id)[key]) continue;
      const isThatWay = (to.x - from.x) * dx + (to.y - from.y) * dy > 0;
      const cost = Math.hypot(to.x - from.x, to.y - from.y) + (isThatWay ? 0 : 1e6);
      if (cost < least) [best, least] = [{ id, key }, cost];
    }
  }
  return best;
}

function middle(part) {
  const box = part.getBBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

// neighbours are the nodes that a shown line joins to this one.
function neighbours(id) {
  const near = new Set();
  for (const line of data.lines) {
    if (hidden.has(line.id)) continue;
    if (line.from === id) near.add(line.to);
    if (line.to === id) near.add(line.from);
  }
  near.delete(id);
  return [...near];
}

// nearest finds, of some nodes, the nearest to one in a direction; what lies off the straight
// way counts as farther.
function nearest(form, id, candidates, [dx, dy]) {
  const from = middle(form.part(id));
  let best = null;
  let least = Infinity;
  for (const candidate of candidates) {
    if (candidate === id) continue;
    const to = middle(form.part(candidate));
    const along = (to.x - from.x) * dx + (to.y - from.y) * dy;
    const aside = Math.abs((to.x - from.x) * dy) + Math.abs((to.y - from.y) * dx);
    if (along <= 0 || aside > along * 2.5) continue;
    const cost = along + 2 * aside;
    if (cost < least) [best, least] = [candidate, cost];
  }
  return best;
}
