package handtest

import (
	"regexp"
	"slices"
	"strings"

	"example.org/graphgen/internal/dot"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/original"
)

// raises are edits by which something would seem surer than it is by its claims, or could no
// longer be seen, or would be denied by nobody.
var raises = []kind{
	{"words for standing cut", func(e *editor) bool { return e.relabel("caveat", "") }},
	{"words for standing altered", func(e *editor) bool {
		return e.relabel("caveat", pick(e, "proven", "stated by the court", "alleged", "said"))
	}},
	{"words for standing moved to another line", (*editor).moveCaveat},
	{"words for standing in a comment", func(e *editor) bool { return e.commentCaveat() }},
	{"words for standing turned", (*editor).turnCaveat},
	{"hedge cut", func(e *editor) bool { return e.relabel("hedge", "") }},
	{"label of its hedge alone", (*editor).wordless},
	{"label emptied", func(e *editor) bool {
		return e.setDoubtful("label", pick(e, `""`, `" "`, `<>`, `"\n"`, `"\N"`, `"\L"`))
	}},
	{"label dropped", func(e *editor) bool { return e.dropDoubtful("label") }},
	{"style", func(e *editor) bool {
		return e.setDoubtful("style", pick(e, "solid", `""`, "bold", `"bold,solid"`, `"setlinewidth(3)"`, `"filled"`, `"tapered"`, "invis", `"dashed,solid"`, `"dotted, invis"`, `" solid "`, `"Solid"`, `"invisible"`))
	}},
	{"default style of a group", (*editor).defaultStyle},
	{"statement put among surer lines", (*editor).amongSurer},
	{"color not seen", func(e *editor) bool {
		return e.setDoubtful("color", pick(e, "white", "transparent", `"#ffffff00"`, `"#f4f6f8"`, `"white:white"`, `"red;0.1:white"`, `"0 0 1"`, `"#a3261d00"`, "none", "ivory", `""`))
	}},
	{"fontcolor not seen", func(e *editor) bool {
		return e.setDoubtful("fontcolor", pick(e, "white", "transparent", `"#ffffff00"`, `"#eee"`, `"0.0,0.0,0.99"`, `"/svg/snow"`))
	}},
	{"penwidth", func(e *editor) bool {
		return e.setDoubtful("penwidth", pick(e, "0", "0.01", `"0.0e0"`, "-1", `"0"`, `".1"`))
	}},
	{"fontsize", func(e *editor) bool { return e.setDoubtful("fontsize", pick(e, "1", "0", `"1e-3"`, "0.5", `"2.0"`)) }},
	{"tooltip cut", func(e *editor) bool { return e.setDoubtful("tooltip", pick(e, `""`, `"so it is"`)) }},
	{"standing", func(e *editor) bool { return e.setDoubtful("standing", pick(e, "record", "stated", `""`)) }},
	{"claims", func(e *editor) bool { return e.setDoubtful("claims", pick(e, `""`, "c0", `"said-p"`)) }},
	{"caveat attribute", func(e *editor) bool { return e.setDoubtful("caveat", pick(e, `""`, `"proven"`)) }},
	{"caveat attribute and label", (*editor).bothCaveats},
	{"hedge attribute", func(e *editor) bool { return e.setDoubtful("hedge", `""`) }},
	{"quantity", func(e *editor) bool { return e.relabel("value", "999") }},
	{"value of a figure taken out", (*editor).strikeValue},
	{"shape without outline", (*editor).shapeless},
	{"denying line taken out", (*editor).strikeDenial},
	{"who denies taken out", (*editor).strikeDenier},
	{"leg of a flow taken out", (*editor).strikeLeg},
	{"ends swapped", (*editor).swapEnds},
	{"ids swapped", (*editor).swapIDs},
	{"id of another line", (*editor).stealID},
	{"id dropped", func(e *editor) bool { return e.dropDoubtful("id") }},
	{"accusing name", (*editor).accuseInName},
	{"accusing line", (*editor).accuseInLine},
	{"name of somebody else", (*editor).impersonate},
	{"arrow turned", func(e *editor) bool { return e.setDoubtful("dir", pick(e, "back", "none", "both")) }},
	{"words elsewhere", func(e *editor) bool {
		return e.setDoubtful(pick(e, "xlabel", "headlabel", "taillabel", "edgetooltip", "comment"), `"proven in court"`)
	}},
	{"type", func(e *editor) bool { return e.setDoubtful("type", `"met-with"`) }},
	{"line added as if it stood", (*editor).addProven},
	{"original that was raised", (*editor).tamper},
}

// doubtful is a statement of a line or value that says how it stands or how it is weakened.
func (e *editor) doubtful(keys ...string) *fileLine {
	if len(keys) == 0 {
		keys = []string{"caveat", "hedge"}
	}
	return e.some(edits.Property{Name: "raised"}, func(_ edits.Thing, l *fileLine) bool {
		return slices.ContainsFunc(keys, func(key string) bool { return bare(l.get(key)) != "" })
	})
}

func (e *editor) setDoubtful(key, raw string) bool {
	l := e.doubtful()
	if key == "hedge" {
		l = e.doubtful("hedge")
	}
	if l == nil || l.get(key) == raw {
		return false
	}
	l.set(key, raw)
	return e.did(l.of)
}

func (e *editor) dropDoubtful(key string) bool {
	l := e.doubtful()
	if l == nil {
		return false
	}
	l.drop(key)
	return e.did(l.of)
}

// labelOf is a label on one line, as it is written.
func labelOf(l *fileLine) string { return strings.ReplaceAll(bare(l.get("label")), `\n`, " ") }

// phraseIn finds a phrase in a label whose lines are broken otherwise.
func phraseIn(phrase string) *regexp.Regexp {
	words := strings.Fields(phrase)
	for i := range words {
		words[i] = regexp.QuoteMeta(words[i])
	}
	return regexp.MustCompile(strings.Join(words, `\s*`))
}

// relabel puts other words into a label in the place of those that an attribute has.
func (e *editor) relabel(key, with string) bool {
	l := e.doubtful(key)
	if l == nil {
		return false
	}
	label := labelOf(l)
	changed := phraseIn(bare(l.get(key))).ReplaceAllLiteralString(label, with)
	if changed == label {
		return false
	}
	l.set("label", `"`+strings.TrimSpace(changed)+`"`)
	return e.did(l.of)
}

func (e *editor) moveCaveat() bool {
	from := e.doubtful("caveat")
	to := e.some(edits.Property{Name: "raised"}, func(t edits.Thing, l *fileLine) bool { return t.Line })
	if from == nil || to == nil {
		return false
	}
	caveat := bare(from.get("caveat"))
	from.set("label", `"`+phraseIn(caveat).ReplaceAllLiteralString(labelOf(from), "")+`"`)
	to.set("label", `"`+labelOf(to)+" "+caveat+`"`)
	return e.did(from.of)
}

func (e *editor) commentCaveat() bool {
	l := e.doubtful("caveat")
	if l == nil {
		return false
	}
	caveat := bare(l.get("caveat"))
	rest := phraseIn(caveat).ReplaceAllLiteralString(labelOf(l), "")
	l.set("label", "<"+inMarkup.Replace(rest)+"<!-- "+inMarkup.Replace(caveat)+" -->>")
	return e.did(l.of)
}

func (e *editor) turnCaveat() bool {
	l := e.doubtful("caveat")
	if l == nil || !l.of.Line {
		return false
	}
	l.set("label", `"is `+pick(e, "not", "never", "no longer", "hardly")+` `+bare(l.get("hedge"))+` `+bare(l.get("caveat"))+`"`)
	return e.did(l.of)
}

// wordless leaves of a label how it stands, and takes out what it says.
func (e *editor) wordless() bool {
	l := e.doubtful("hedge")
	if l == nil {
		return false
	}
	l.set("label", `"`+strings.TrimSpace(bare(l.get("value"))+" "+bare(l.get("hedge"))+" "+bare(l.get("caveat")))+`"`)
	return e.did(l.of)
}

func (e *editor) bothCaveats() bool {
	l := e.doubtful("caveat")
	if l == nil {
		return false
	}
	l.set("label", `"`+phraseIn(bare(l.get("caveat"))).ReplaceAllLiteralString(labelOf(l), "")+`"`)
	l.drop("caveat")
	l.set("style", "solid")
	l.set("standing", "stated")
	return e.did(l.of)
}

var brokenStyle = regexp.MustCompile(`style="(dashed|dotted)"`)

func (e *editor) defaultStyle() bool {
	var groups []*fileLine
	for _, l := range e.paper.lines {
		if strings.HasPrefix(strings.TrimSpace(l.text), "edge [standing=") && brokenStyle.MatchString(l.text) {
			groups = append(groups, l)
		}
	}
	if len(groups) == 0 {
		return false
	}
	l := groups[e.IntN(len(groups))]
	l.text = brokenStyle.ReplaceAllString(l.text, pick(e, `style="solid"`, `style=bold`, `style=""`, `weight=1`))
	return e.did(edits.Thing{})
}

// amongSurer moves a statement into the group of lines that stand.
func (e *editor) amongSurer() bool {
	l := e.doubtful("caveat")
	at := slices.IndexFunc(e.paper.lines, func(l *fileLine) bool {
		return strings.HasPrefix(strings.TrimSpace(l.text), `edge [standing="stated"`) && strings.Contains(l.text, `style="solid"`)
	})
	if l == nil || !l.of.Line || at < 0 {
		return false
	}
	moved := *l
	l.gone = true
	e.paper.lines = slices.Insert(e.paper.lines, at+1, &moved)
	return e.did(l.of)
}

func (e *editor) strikeValue() bool {
	l := e.some(edits.Property{Name: "raised"}, e.nodeOf(network.ValueNode))
	if l == nil {
		return false
	}
	e.paper.strike(l.of)
	return e.did(l.of)
}

func (e *editor) shapeless() bool {
	l := e.some(edits.Property{Name: "raised"}, e.nodeOf(network.ValueNode))
	if l == nil {
		return false
	}
	l.set("shape", pick(e, "none", "point", "plaintext", "plain"))
	return e.did(l.of)
}

// strikeDenial takes out a line that draws a denial, of a value or of a relation.
func (e *editor) strikeDenial() bool {
	l := e.some(edits.Property{Name: "raised"}, func(t edits.Thing, _ *fileLine) bool {
		edge := e.view.Edge(t.ID)
		if !t.Line || edge == nil {
			return false
		}
		return edge.Kind == network.DisputesEdge || len(e.denies[t]) > 0
	})
	if l == nil {
		return false
	}
	e.paper.strike(l.of)
	return e.did(l.of)
}

func (e *editor) strikeDenier() bool {
	l := e.some(edits.Property{Name: "raised"}, func(t edits.Thing, _ *fileLine) bool { return !t.Line && len(e.denies[t]) > 0 })
	if l == nil {
		return false
	}
	e.paper.strike(l.of)
	return e.did(l.of)
}

func (e *editor) strikeLeg() bool {
	l := e.some(edits.Property{Name: "raised"}, func(t edits.Thing, _ *fileLine) bool {
		edge := e.view.Edge(t.ID)
		return t.Line && edge != nil && edge.Kind == network.FlowEdge
	})
	if l == nil {
		return false
	}
	e.paper.strike(l.of)
	return e.did(l.of)
}

func (e *editor) swapEnds() bool {
	l := e.some(edits.Property{Name: "raised"}, func(t edits.Thing, l *fileLine) bool { return t.Line && l.from != l.to })
	if l == nil {
		return false
	}
	l.head = "    " + string(dot.ID(l.to)) + " -> " + string(dot.ID(l.from)) + " "
	return e.did(l.of)
}

func (e *editor) swapIDs() bool {
	one, two := e.doubtful("caveat"), e.some(edits.Property{Name: "raised"}, func(t edits.Thing, _ *fileLine) bool { return t.Line })
	if one == nil || two == nil || !one.of.Line {
		return false
	}
	a, b := one.get("id"), two.get("id")
	one.set("id", b)
	two.set("id", a)
	return e.did(one.of)
}

func (e *editor) stealID() bool {
	one, two := e.doubtful("caveat"), e.some(edits.Property{Name: "raised"}, func(t edits.Thing, _ *fileLine) bool { return t.Line })
	if one == nil || two == nil || !one.of.Line {
		return false
	}
	two.set("id", one.get("id"))
	if e.IntN(2) == 0 {
		one.gone = true
	}
	return e.did(one.of)
}

// deed words that this test holds for accusations without asking the program.
var deeds = []string{"bribed the minister", "the murderer", "launders money", "Corrupt official", "stole it", "human trafficker"}

func (e *editor) accuseInName() bool {
	l := e.some(edits.Property{Name: "raised"}, e.nodeOf(network.EntityNode))
	if l == nil {
		return false
	}
	l.set("label", `"`+pick(e, deeds...)+`"`)
	return e.did(l.of)
}

func (e *editor) accuseInLine() bool {
	l := e.some(edits.Property{Name: "raised"}, func(t edits.Thing, l *fileLine) bool { return t.Line && l.get("caveat") == "" })
	if l == nil {
		return false
	}
	l.set("label", `"`+pick(e, deeds...)+" "+bare(l.get("hedge"))+`"`)
	return e.did(l.of)
}

// impersonate gives a node the name of another entity.
func (e *editor) impersonate() bool {
	one := e.some(edits.Property{Name: "raised"}, e.nodeOf(network.EntityNode))
	two := e.some(edits.Property{Name: "raised"}, e.nodeOf(network.EntityNode))
	if one == nil || two == nil {
		return false
	}
	name := e.baseline[two.of].Values[e.inLang(edits.Label)]
	one.set("label", string(dot.Text(pick(e, name, strings.ToUpper(name), name+" "))))
	return e.did(one.of)
}

// addProven adds a line that says of itself that it stands.
func (e *editor) addProven() bool {
	l := e.some(edits.Property{Name: "raised"}, func(t edits.Thing, l *fileLine) bool { return t.Line })
	if l == nil {
		return false
	}
	e.paper.add(string(dot.ID(l.from)) + " -> " + string(dot.ID(l.to)) + ` [id="proven-by-hand", type="` + pick(e, "bribed", "met-with") +
		`", label="` + pick(e, deeds...) + `", standing="record", style="solid", claims="c0", caveat="` + pick(e, "", deeds[0], "so it is") + `"];`)
	return e.did(edits.Thing{Line: true, ID: "proven-by-hand"})
}

// tamper raises a line both in the file and in what it was when it was published.
func (e *editor) tamper() bool {
	if !e.bothCaveats() {
		return false
	}
	e.tampered = true
	return true
}

var packed = regexp.MustCompile(`original="[^"]*"`)

// repack has a file say that it was published as it is.
func repack(text []byte) []byte {
	empty := packed.ReplaceAllLiteral(text, []byte(`original=""`))
	return packed.ReplaceAllLiteral(empty, []byte(`original="`+original.Pack(empty)+`"`))
}

// unpacked is a file that does not say what it was.
func unpacked(text []byte) []byte { return packed.ReplaceAllLiteral(text, []byte(`comment=""`)) }
