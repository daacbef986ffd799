// Measures a picture that stands inline in this page, as Chromium has laid it out. Nothing
// here knows how the picture was drawn: parts are told apart by the classes that a drawing
// promises (node, edge, cluster, legend), and are taken in the order in which they are painted.
//
// A fault is {kind, where, detail}. Lengths are the picture's own, which are CSS pixels where
// it stands as wide as it was made.

const clearance = 1; // around a text, from the edge of its shape
const touch = 0.5; // by which two texts may share room, for rounding
const step = 2; // between the samples of a line

const svg = document.querySelector("svg");
const pen = document.createElement("canvas").getContext("2d");

// missing resolves to those of the families that are not here.
async function missing(families) {
	const here = name => new FontFace("sought", "local('" + name + "')").load().then(() => true, () => false);
	const found = await Promise.all(families.map(async family => await here(family) || await here(family + " Regular")));
	return families.filter((family, i) => !found[i]);
}

// partsOf lists what is painted: texts and geometry, the lowest first.
function partsOf() {
	const unknown = svg.querySelector("[transform], defs, use, clipPath, mask, textPath, foreignObject, image, rect, circle, ellipse, line, polyline, polygon");
	if (unknown) throw new Error("the measure does not know <" + unknown.tagName + "> or its transform");
	const parts = [];
	for (const element of svg.querySelectorAll("*")) {
		const isText = element instanceof SVGTextElement;
		if (!isText && !(element instanceof SVGPathElement)) continue;
		const group = element.closest("g.node, g.edge, g.cluster, g.legend") ?? svg;
		const style = getComputedStyle(element);
		parts.push({
			element, group, isText, style, order: parts.length,
			kind: group === svg ? "frame" : group.classList[0],
			filled: style.fill !== "none",
			stroked: style.stroke !== "none" && parseFloat(style.strokeWidth) > 0,
			bounds: isText ? null : boundsOf(element.getBBox()),
		});
	}
	return parts;
}

function boundsOf(box) {
	return {left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height};
}

// roomOf is where a text's ink may be: as wide as it advances, or wider where ink goes beyond,
// and as high as its ink, which is measured enlarged: the browser gives it in whole pixels.
function roomOf(part) {
	const text = part.element, advance = text.getBBox(), enlarged = 16;
	pen.font = part.style.font.replace(/([\d.]+)px/, (_, size) => size * enlarged + "px");
	pen.textAlign = "left";
	const ink = pen.measureText(text.textContent);
	const baseline = text.getStartPositionOfChar(0).y;
	return {
		left: Math.min(advance.x, advance.x - ink.actualBoundingBoxLeft / enlarged),
		right: Math.max(advance.x + advance.width, advance.x + ink.actualBoundingBoxRight / enlarged),
		top: baseline - ink.actualBoundingBoxAscent / enlarged,
		bottom: baseline + ink.actualBoundingBoxDescent / enlarged,
	};
}

function grown(box, by) {
	return {left: box.left - by, right: box.right + by, top: box.top - by, bottom: box.bottom + by};
}

function shared(a, b) {
	return {
		x: Math.min(a.right, b.right) - Math.max(a.left, b.left),
		y: Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
	};
}

function holds(box, at) {
	return at.x > box.left && at.x < box.right && at.y > box.top && at.y < box.bottom;
}

const point = (x, y) => ({x, y});

// isInside tells whether a point is in what a part fills.
function isInside(part, at) {
	const box = part.bounds;
	if (at.x < box.left || at.x > box.right || at.y < box.top || at.y > box.bottom) return false;
	part.outline ??= new Path2D(part.element.getAttribute("d"));
	return pen.isPointInPath(part.outline, at.x, at.y);
}

function cornersOf(box) {
	return [point(box.left, box.top), point(box.right, box.top), point(box.left, box.bottom), point(box.right, box.bottom)];
}

// outlineOf is the shape of a node or of a cluster: the largest filled one of its group.
function outlineOf(parts, group) {
	const size = part => (part.bounds.right - part.bounds.left) * (part.bounds.bottom - part.bounds.top);
	return parts.filter(part => part.group === group && !part.isText && part.filled)
		.reduce((largest, part) => !largest || size(part) > size(largest) ? part : largest, null);
}

// samplesOf walks along a part's course. Chromium's own getPointAtLength begins anew for each
// point, which took most of the time of a measure.
function samplesOf(part) {
	return part.samples ??= walk(part.element.getAttribute("d"));
}

function walk(course) {
	const samples = [];
	let begin, from;
	const along = (length, at) => {
		const pieces = Math.max(1, Math.ceil(length / step));
		for (let i = 1; i <= pieces; i++) samples.push(at(i / pieces));
		from = samples[samples.length - 1];
	};
	const straight = to => {
		const [a, b] = [from, to];
		along(apart(a, b), t => ({x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y)}));
	};
	for (const [, command, numbers] of course.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
		const xy = numbers.match(/-?[\d.]+/g)?.map(Number) ?? [];
		const [a, b, c] = [0, 2, 4].map(i => ({x: xy[i], y: xy[i + 1]}));
		switch (command) {
		case "M": samples.push(begin = from = a); break;
		case "L": straight(a); break;
		case "Z": straight(begin); break;
		case "C": {
			const start = from, mix = (t, k) => (1 - t) ** 3 * start[k] + 3 * (1 - t) ** 2 * t * a[k] + 3 * (1 - t) * t ** 2 * b[k] + t ** 3 * c[k];
			along(apart(start, a) + apart(a, b) + apart(b, c), t => ({x: mix(t, "x"), y: mix(t, "y")}));
			break;
		}
		default: throw new Error("the measure does not know the command " + command + " of a path");
		}
	}
	return samples;
}

const apart = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

function nameOf(part) {
	const group = part.group === svg ? part.element.closest("g[class]") ?? svg : part.group;
	const name = group.id || group.getAttribute("class");
	return part.isText ? name + " “" + part.element.textContent + "”" : name;
}

const px = length => length.toFixed(1) + " px";

// measureTexts finds what is wrong with the places of texts under each stack of fonts, with
// the sizes at which they stand in this page, and with the page's width.
function measureTexts(stacks) {
	const parts = partsOf(), faults = [];
	const rule = document.createElement("style");
	document.head.append(rule);
	for (const [name, families] of Object.entries(stacks)) {
		rule.textContent = "svg text { font-family: " + families + " !important }";
		const texts = parts.filter(part => part.isText && part.element.textContent.trim() !== "");
		for (const text of texts) text.room = roomOf(text);
		for (const fault of [...outside(parts, texts), ...overlaps(parts, texts), ...crossings(parts, texts)]) {
			faults.push({...fault, fonts: name});
		}
	}
	rule.remove();
	return [...faults, ...beneath(parts), ...smallTexts(parts)];
}

// outside finds texts that leave the picture or the shape that they stand in, or that lie on
// what is drawn within that shape.
function outside(parts, texts) {
	const faults = [], page = svg.viewBox.baseVal;
	for (const text of texts) {
		const room = text.room, report = detail => faults.push({kind: "outside", where: nameOf(text), detail});
		const over = Math.max(page.x - room.left, room.right - page.x - page.width, page.y - room.top, room.bottom - page.y - page.height);
		if (over > 0) report("leaves the picture by " + px(over));
		if (text.kind !== "node" && text.kind !== "cluster") continue;
		const shape = outlineOf(parts, text.group);
		if (!shape) {
			report("has no shape");
			continue;
		}
		if (!cornersOf(grown(room, clearance)).every(corner => isInside(shape, corner))) report("leaves its shape");
		for (const detail of parts) {
			if (detail.group !== text.group || detail.isText || detail === shape || !detail.stroked) continue;
			const both = shared(room, grown(detail.bounds, 1));
			if (both.x > 0 && both.y > 0 && samplesOf(detail).some(at => holds(room, at))) report("lies on what is drawn in its shape");
		}
	}
	return faults;
}

// overlaps finds texts that share room, and texts of lines and clusters that share it with a box.
function overlaps(parts, texts) {
	const faults = [];
	texts.forEach((a, i) => {
		for (const b of texts.slice(i + 1)) {
			const both = shared(a.room, b.room);
			if (both.x > touch && both.y > touch) {
				faults.push({kind: "overlap", where: nameOf(a), detail: "shares " + px(both.x) + " by " + px(both.y) + " with " + nameOf(b)});
			}
		}
	});
	const boxes = [...svg.querySelectorAll("g.node")].map(group => outlineOf(parts, group));
	for (const text of texts) {
		if (text.kind !== "edge" && text.kind !== "cluster") continue;
		for (const box of boxes) {
			const both = shared(text.room, box.bounds);
			if (both.x <= touch || both.y <= touch) continue;
			if (grid(text.room).some(at => isInside(box, at))) {
				faults.push({kind: "overlap", where: nameOf(text), detail: "lies on " + nameOf(box)});
			}
		}
	}
	return faults;
}

function grid(box) {
	const points = [];
	for (let x = box.left + touch; x <= box.right - touch; x += step) {
		for (let y = box.top + touch; y <= box.bottom - touch; y += step) points.push(point(x, y));
	}
	return points;
}

const isLine = part => !part.isText && (part.kind === "edge" || part.kind === "frame" && part.stroked);

// crossings finds texts of the diagram that a line of another group runs through, arrowhead
// included, where no later shape hides it.
function crossings(parts, texts) {
	const faults = [], lines = parts.filter(isLine);
	const covers = parts.filter(part => !part.isText && part.filled && part.kind === "node");
	for (const text of texts) {
		if (!text.element.closest("g.diagram")) continue;
		const within = grown(text.room, -1);
		for (const line of lines) {
			if (line.group === text.group && line.group !== svg) continue;
			const both = shared(within, grown(line.bounds, 1));
			if (both.x <= 0 || both.y <= 0) continue;
			const at = samplesOf(line).find(at => holds(within, at)
				&& !covers.some(cover => cover.order > line.order && isInside(cover, at)));
			if (at) faults.push({kind: "crossed", where: nameOf(text), detail: "by " + nameOf(line) + " at " + px(at.x) + ", " + px(at.y)});
		}
	}
	return faults;
}

// beneath finds lines that run under a box at which they do not end: they read as two lines.
function beneath(parts) {
	const faults = [], reach = 16;
	const boxes = [...svg.querySelectorAll("g.node")].map(group => outlineOf(parts, group));
	for (const line of parts.filter(part => part.kind === "edge" && !part.isText && part.stroked)) {
		const samples = samplesOf(line), ends = [samples[0], samples[samples.length - 1]];
		for (const box of boxes) {
			if (ends.some(end => holds(grown(box.bounds, reach), end))) continue;
			const inner = grown(box.bounds, -4);
			if (samples.some(at => holds(inner, at) && isInside(box, at))) {
				faults.push({kind: "beneath", where: nameOf(line), detail: "runs beneath " + nameOf(box)});
			}
		}
	}
	return faults;
}

const smallest = 11; // CSS pixels

function smallTexts(parts) {
	const faults = [];
	for (const part of parts.filter(part => part.isText)) {
		const size = parseFloat(part.style.fontSize) * part.element.getScreenCTM().a;
		if (size < smallest - 0.01) faults.push({kind: "small", where: nameOf(part), detail: px(size)});
	}
	const page = document.documentElement;
	if (page.scrollWidth > page.clientWidth) {
		faults.push({kind: "wide", where: "page", detail: px(page.scrollWidth) + " in a column of " + px(page.clientWidth)});
	}
	return faults;
}

// measureContrast finds texts and lines that do not stand out from what is behind them, by
// the contrast ratio of WCAG 2.2, in the colours of the scheme that the page is shown in.
function measureContrast() {
	const parts = partsOf(), faults = [];
	const report = (part, kind, ratio, least) => {
		if (ratio < least) faults.push({kind, where: nameOf(part), detail: ratio.toFixed(2) + ":1 of " + least + ":1"});
	};
	for (const part of parts) {
		if (part.isText) {
			const room = boundsOf(part.element.getBBox()), centre = point((room.left + room.right) / 2, (room.top + room.bottom) / 2);
			report(part, "faint-text", leastContrast(parts, part, "fill", [centre, ...cornersOf(room)]), 4.5);
			if (part.stroked) report(part, "faint-text", contrast(over(colourOf(part, "fill"), white), over(colourOf(part, "stroke"), white)), 4.5);
		} else if (part.kind === "edge" && isClearing(parts, part)) {
			continue;
		} else if (part.stroked) {
			report(part, "faint-line", leastContrast(parts, part, "stroke", spread(part)), 3);
		} else if (part.kind === "edge" || part.kind === "node" && part !== outlineOf(parts, part.group)) {
			report(part, "faint-line", leastContrast(parts, part, "fill", spread(part)), 3);
		}
	}
	return faults;
}

// isClearing tells whether a part only clears the way for a later one of its group: a stroke
// for one along the same course, a filled shape for one within it.
function isClearing(parts, part) {
	const course = part.element.getAttribute("d");
	return parts.some(later => later.group === part.group && later.order > part.order && !later.isText
		&& (part.filled ? encloses(part.bounds, later.bounds) : course === later.element.getAttribute("d")));
}

function encloses(a, b) {
	return a.left < b.left && b.right < a.right && a.top < b.top && b.bottom < a.bottom;
}

function spread(part) {
	const samples = samplesOf(part);
	return [0.05, 0.25, 0.5, 0.75, 0.95].map(share => samples[Math.floor(share * samples.length)]);
}

function leastContrast(parts, part, property, points) {
	return Math.min(...points.map(at => {
		const behind = backgroundAt(parts, part, at);
		return contrast(over(colourOf(part, property), behind), behind);
	}));
}

const white = {r: 255, g: 255, b: 255, a: 1}; // the page

// backgroundAt is the colour of what fills the picture beneath a part. What other lines fill,
// their arrowheads, is too small to be a background.
function backgroundAt(parts, part, at) {
	parts.fills ??= parts.filter(part => part.filled && !part.isText);
	return parts.fills.filter(below => below.order < part.order && (below.kind !== "edge" || below.group === part.group) && isInside(below, at))
		.reduce((behind, below) => over(colourOf(below, "fill"), behind), white);
}

function colourOf(part, property) {
	part.colours ??= {};
	return part.colours[property] ??= computedColour(part, property);
}

function computedColour(part, property) {
	const numbers = part.style[property].match(/^rgba?\(([^)]*)\)$/)?.[1].split(/[\s,/]+/).map(Number);
	if (!numbers) throw new Error("the measure does not know the colour " + part.style[property]);
	const a = (numbers[3] ?? 1) * parseFloat(part.style[property + "Opacity"]) * opacityOf(part.element);
	return {r: numbers[0], g: numbers[1], b: numbers[2], a};
}

const opacities = new Map();

// opacityOf is how much of an element is seen, with all that it stands in.
function opacityOf(element) {
	if (!opacities.has(element)) {
		const own = parseFloat(getComputedStyle(element).opacity);
		opacities.set(element, element === svg ? own : own * opacityOf(element.parentElement));
	}
	return opacities.get(element);
}

function over(colour, behind) {
	const mix = (front, back) => front * colour.a + back * (1 - colour.a);
	return {r: mix(colour.r, behind.r), g: mix(colour.g, behind.g), b: mix(colour.b, behind.b), a: 1};
}

function contrast(a, b) {
	const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
	const linear = value => value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
	return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}
