// Search over the names and words of what is shown.

// bare is a text as it is compared: without case, accents, and the marks that only tell where
// lines may break and which way letters run.
const bare = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f\u200b-\u200f\u2066-\u2069]/g, "").toLowerCase();

const searched = new Map(ids.map((id) => [id, bare([told(id), ...(nodes.get(id)?.also ?? [])].join(" "))]));
const mostListed = 12;

const query = make("input", { type: "search", id: "query", autocomplete: "off" });
const found = make("p", { className: "found", role: "status" });
const hits = make("ol", { className: "hits" });

function hitsOf(text) {
  const parts = bare(text).split(/\s+/).filter(Boolean);
  if (parts.length === 0) return null;
  return ids.filter((id) => !hidden.has(id) && parts.every((part) => searched.get(id).includes(part)));
}

function search() {
  const list = hitsOf(query.value);
  found.textContent = list ? say("found", list.length) : "";
  hits.replaceChildren(...(list ?? []).slice(0, mostListed).map((id) => {
    const hit = button("", () => goToHit(id), { className: "plain" });
    hit.append(...toldNodes(id));
    return make("li", {}, hit);
  }));
  sought = list?.length ? list : null;
  lightOut();
}

// goToHit shows a hit. What the narrow picture has no part for is found at the end of its rows.
function goToHit(id) {
  const form = shown;
  const there = isShownPart(form.part(id)) ? id : data.lines.find((line) => line.to === id && !hidden.has(line.id))?.id;
  if (there) goTo(form, there);
}

query.addEventListener("input", search);
query.addEventListener("keydown", (event) => {
  const list = hitsOf(query.value);
  if (event.key === "Enter" && list?.length) {
    event.preventDefault();
    goToHit(list[0]);
  } else if (event.key === "Escape" && query.value) {
    event.stopPropagation();
    query.value = "";
    search();
  }
});

const searchBox = make("div", { className: "search" },
  make("label", { htmlFor: "query" }, data.words.search), query);
