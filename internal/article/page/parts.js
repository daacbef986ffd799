// What this script adds to the page are ways to look at it: everything that they show stands
// in the page without them. It asks nothing of anyone and keeps nothing.

const data = JSON.parse(document.getElementById("data").textContent);
const figure = document.querySelector(".graphgen");
const pictures = figure.querySelector(".pictures");

// The diagram stands in the page twice, of which one is to be seen. Parts of either have the
// ids of the case behind a prefix of its own.
function formOf(selector, prefix) {
  const box = pictures.querySelector(selector);
  return { box, svg: box.querySelector("svg"), part: (id) => document.getElementById(prefix + "." + id) };
}
const wide = formOf(".wide", data.wide);
const narrow = formOf(".narrow", data.narrow);
const forms = [wide, narrow];
let shown = wide; // as seeWhich has seen it
const seeWhich = () => (shown = wide.box.getClientRects().length ? wide : narrow);

const nodes = new Map(data.nodes.map((node) => [node.id, node]));
const lines = new Map(data.lines.map((line) => [line.id, line]));
const ids = [...nodes.keys(), ...lines.keys()];

// The statements that a node or a line belongs to.
const statementsOf = new Map(ids.map((id) => [id, []]));
for (const statement of data.statements) {
  for (const id of [...statement.nodes, ...statement.lines]) statementsOf.get(id).push(statement);
}

// The words of nodes, lines and switches, marked with the languages that they are in.
const tellings = new Map();
for (const p of document.getElementById("told").content.children) tellings.set(p.dataset.of, p);
const told = (id) => tellings.get(id).textContent;
const toldNodes = (id) => [...tellings.get(id).cloneNode(true).childNodes];

// say puts words into a phrase, where it has %s or, out of order, %[2]s.
function say(phrase, ...words) {
  let next = 0;
  return data.words[phrase].replace(/%(?:\[(\d)\])?s/g, (_, place) => String(words[place ? place - 1 : next++]));
}

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function button(label, act, properties) {
  return make("button", { type: "button", onclick: act, ...properties }, label);
}
