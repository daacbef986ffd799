// The page as it starts.

const walkHelp = make("p", { id: "walk", className: "quiet" }, data.words.walk);
const hiddenLine = make("p", { className: "hidden-count" }, hiddenWords, " ", showAll);

pictures.before(
  make("div", { className: "tools" }, searchBox, filterButton, zoomButtons),
  found, hits, filters, hiddenLine);
pictures.append(claims);
pictures.after(walkHelp, heard);
forms.forEach(setUp);
seeWhich();
applyFilters();

// What depends on the width: which form is shown, and how large.
new ResizeObserver(() => {
  seeWhich();
  zoomButtons.hidden = shown !== wide;
  if (shown === wide) layOut();
  closeUp();
  tabStop();
}).observe(pictures);

// In a frame, the page says how high it is, and links open beside it: few sites let themselves
// be shown in a frame. Where the frame forbids that, they open in it.
if (window.parent !== window) {
  const tell = () => window.parent.postMessage({ graphgen: "height", height: document.documentElement.getBoundingClientRect().height }, "*");
  new ResizeObserver(tell).observe(document.documentElement);
  window.addEventListener("load", tell);
  // It is as light or dark as the page around it says that it is, and light until that is told:
  // a reader's preference alone would make it a dark block on a page that is always light.
  const root = document.documentElement;
  if (document.querySelector('meta[name="color-scheme"]')?.content === "light dark") {
    root.style.colorScheme = "light";
    window.addEventListener("message", (event) => {
      if (event.source !== window.parent || event.data?.graphgen !== "scheme") return;
      const words = String(event.data.scheme).split(" ");
      root.style.colorScheme = !words.includes("dark") ? "light" : words.includes("light") ? "light dark" : "dark";
    });
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const opened = window.open(link.href, "_blank");
    if (!opened) return;
    event.preventDefault();
    try {
      opened.opener = null;
    } catch {
      // A window that is as shut off as the frame can do nothing with it.
    }
  });
}
