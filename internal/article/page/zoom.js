// Zoom and pan of the wide picture. Its box scrolls sideways by itself, as it does without this
// script; where it is enlarged, the box keeps its height and is panned by dragging. A wheel or a
// finger that goes up or down goes on scrolling the page.

const full = { width: wide.svg.viewBox.baseVal.width, height: wide.svg.viewBox.baseVal.height };
const leastRead = parseFloat(getComputedStyle(wide.svg).minWidth) / full.width; // at which its words can be read
const mostEnlarged = 4;
let scale = null; // null for what the page gives it

const room = () => wide.box.clientWidth;
const wholeScale = () => Math.min(1, room() / full.width);
const givenScale = () => Math.min(1, Math.max(wholeScale(), leastRead));
const scaleNow = () => scale ?? givenScale();

function setScale(wanted, at) {
  const before = scaleNow();
  scale = Math.min(mostEnlarged, Math.max(wholeScale(), wanted));
  const box = wide.box.getBoundingClientRect();
  const x = at ? at.clientX - box.left : box.width / 2;
  const y = at ? at.clientY - box.top : box.height / 2;
  const inset = wide.svg.getBoundingClientRect();
  const pointX = (x - (inset.left - box.left)) / before;
  const pointY = (y - (inset.top - box.top)) / before;
  layOut();
  const moved = wide.svg.getBoundingClientRect();
  wide.box.scrollLeft += pointX * scale - (x - (moved.left - box.left));
  wide.box.scrollTop += pointY * scale - (y - (moved.top - box.top));
}

function layOut() {
  const style = wide.svg.style;
  style.width = style.minWidth = style.maxWidth = scale === null ? "" : `${full.width * scale}px`;
  const enlarged = scale !== null && scale > givenScale();
  const bar = wide.box.offsetHeight - wide.box.clientHeight;
  wide.box.style.height = enlarged ? `${full.height * givenScale() + bar}px` : "";
  wide.box.classList.toggle("enlarged", enlarged);
}

const zoomIn = (at) => setScale(scaleNow() * 1.4, at);
const zoomOut = (at) => setScale(scaleNow() / 1.4, at);
const zoomFit = () => setScale(wholeScale());

const zoomButtons = make("div", { className: "zoom", role: "group" },
  button("", () => zoomIn(), { className: "in", ariaLabel: data.words.zoomIn, title: data.words.zoomIn }),
  button("", () => zoomOut(), { className: "out", ariaLabel: data.words.zoomOut, title: data.words.zoomOut }),
  button(data.words.zoomFit, () => zoomFit()));

wide.box.addEventListener("wheel", (event) => {
  if (!event.ctrlKey) return; // pinching on a trackpad is a wheel with ctrl
  event.preventDefault();
  setScale(scaleNow() * Math.exp(-event.deltaY / (event.deltaMode ? 20 : 300)), event);
}, { passive: false });

wide.box.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = { "+": zoomIn, "=": zoomIn, "-": zoomOut, "0": zoomFit }[event.key];
  if (act) {
    event.preventDefault();
    act();
  } else if (event.target === wide.box && event.key in arrows) {
    const [dx, dy] = arrows[event.key];
    const [left, top] = [wide.box.scrollLeft, wide.box.scrollTop];
    wide.box.scrollBy(60 * dx, 60 * dy);
    if (wide.box.scrollLeft !== left || wide.box.scrollTop !== top) event.preventDefault();
  }
});

// Dragging pans with a mouse, two fingers zoom and pan; one finger is left to the browser.
const pointers = new Map();
let dragged = false;

wide.box.addEventListener("pointerdown", (event) => {
  if (event.pointerType === "mouse" && event.button !== 0) return;
  pointers.set(event.pointerId, event);
  dragged = false;
});
wide.box.addEventListener("pointermove", (event) => {
  const last = pointers.get(event.pointerId);
  if (!last) return;
  const other = [...pointers.values()].find((pointer) => pointer.pointerId !== event.pointerId);
  if (!other && event.pointerType === "touch") return;
  if (!other && !dragged && Math.hypot(event.clientX - last.clientX, event.clientY - last.clientY) < 5) return;
  if (!dragged) wide.box.setPointerCapture(event.pointerId);
  dragged = true;
  if (other) {
    const apart = (pointer) => Math.hypot(pointer.clientX - other.clientX, pointer.clientY - other.clientY);
    const between = { clientX: (event.clientX + other.clientX) / 2, clientY: (event.clientY + other.clientY) / 2 };
    if (apart(last) > 0) setScale(scaleNow() * apart(event) / apart(last), between);
  }
  wide.box.scrollLeft -= (event.clientX - last.clientX) / (other ? 2 : 1);
  wide.box.scrollTop -= (event.clientY - last.clientY) / (other ? 2 : 1);
  pointers.set(event.pointerId, event);
});
for (const end of ["pointerup", "pointercancel"]) {
  wide.box.addEventListener(end, (event) => pointers.delete(event.pointerId));
}
wide.box.addEventListener("click", (event) => {
  if (!dragged) return;
  event.stopPropagation(); // what was dragged was not pressed
  dragged = false;
}, { capture: true });
