// Shows the looks of a picture's types of boxes, or of its standings of lines, one below the
// other, without words and colours and at one size. To be evaluated with measure.js.

const cell = {width: 168, height: 60};

// showTypes leaves one box of each type in the page. It returns the types from the top down.
function showTypes() {
	const looks = new Map();
	for (const group of svg.querySelectorAll("g.node")) {
		const type = [...group.classList].find(name => name.startsWith("type-"));
		if (!looks.has(type)) looks.set(type, group);
	}
	return showCells([...looks].map(([type, group]) => {
		const bare = group.cloneNode(true), box = group.querySelector("path").getBBox();
		bare.querySelectorAll("text, title").forEach(element => element.remove());
		return {name: type, content: bare, frame: [box.x - 6, box.y - 6, box.width + 12, box.height + 12].join(" ")};
	}));
}

// showStandings leaves a straight piece of a line of each standing in the page, and returns
// the standings with the words on the line.
function showStandings() {
	const looks = new Map();
	for (const group of svg.querySelectorAll("g.edge")) {
		const standing = [...group.classList].find(name => name.startsWith("standing-"));
		if (!looks.has(standing)) looks.set(standing, group);
	}
	return showCells([...looks].map(([standing, group]) => {
		const line = group.querySelector("path[stroke]").cloneNode();
		line.setAttribute("d", "M4 30L164 30");
		const words = [...group.querySelectorAll("text")].map(text => text.textContent).join(" ").replace(/\[\d+\]/g, "").trim();
		return {name: standing, words, content: line, frame: "0 0 " + cell.width + " " + cell.height};
	}));
}

function showCells(cells) {
	const style = svg.querySelector("style"), page = document.createElement("div");
	page.style.filter = "grayscale(1)";
	for (const {content, frame} of cells) {
		const own = svg.cloneNode(false);
		own.setAttribute("viewBox", frame);
		own.setAttribute("width", cell.width);
		own.setAttribute("height", cell.height);
		own.setAttribute("preserveAspectRatio", "none");
		own.setAttribute("style", "display:block");
		own.append(style.cloneNode(true), content);
		page.append(own);
	}
	document.body.replaceChildren(page);
	return cells.map(({name, words}) => ({name, words: words ?? ""}));
}
