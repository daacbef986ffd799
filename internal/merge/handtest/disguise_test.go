package handtest

import (
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/dot"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/network"
)

// disguised are edits that say something surer in letters that only look like the words for it, and
// edits that move what is drawn. None of those in neverKept may be kept at all.
var disguised = []kind{
	{"accusing name in other letters", (*editor).accuseNameDisguised},
	{"accusing line in other letters", (*editor).accuseLineDisguised},
	{"name with what a court found", (*editor).convict},
	{"added person whose name accuses", (*editor).addConvict},
	{"name of somebody else in other letters", (*editor).impersonateDisguised},
	{"doubtful line that names somebody else", (*editor).nameAnother},
	{"firmer words in other letters", (*editor).firmDisguised},
	{"words for standing in other letters", (*editor).caveatDisguised},
	{"boxes put anywhere", (*editor).putAnywhere},
	{"box put on the words for standing", (*editor).putOnCaveat},
}

var neverKept = map[string]bool{
	"accusing name in other letters": true, "accusing line in other letters": true, "name with what a court found": true,
	"added person whose name accuses": true, "name of somebody else in other letters": true, "doubtful line that names somebody else": true,
	"firmer words in other letters": true, "words for standing in other letters": true,
}

// lookalikes are letters of other scripts that look like those of Latin.
var lookalikes = map[rune]rune{
	'a': 'а', 'c': 'с', 'e': 'е', 'i': 'і', 'j': 'ј', 'o': 'о', 'p': 'р', 's': 'ѕ', 'x': 'х', 'y': 'у', 'd': 'ԁ', 'h': 'һ',
	'A': 'А', 'B': 'В', 'C': 'С', 'E': 'Е', 'H': 'Н', 'K': 'К', 'M': 'М', 'O': 'О', 'P': 'Р', 'T': 'Т', 'N': 'Ν',
}

// otherwise writes words so that they read as they did.
func (e *editor) otherwise(words string) string {
	hidden := pick(e, "\u200b", "\u200d", "\u00ad", "\u2060", "\ufe0f", "\u200c")
	switch e.IntN(6) {
	case 0: // look-alikes, of every letter that has one
		return strings.Map(func(r rune) rune {
			if other, has := lookalikes[r]; has {
				return other
			}
			return r
		}, words)
	case 1: // what shows nothing, in each word
		list := strings.Fields(words)
		for i, w := range list {
			if r := []rune(w); len(r) > 2 {
				at := 1 + e.IntN(len(r)-1)
				list[i] = string(r[:at]) + hidden + string(r[at:])
			}
		}
		return strings.Join(list, " ")
	case 2: // full width
		return strings.Map(func(r rune) rune {
			if r > ' ' && r < 0x7f {
				return r - '!' + '！'
			}
			return r
		}, words)
	case 3: // capitals
		return strings.ToUpper(words)
	case 4: // a mark over each vowel
		var b strings.Builder
		for _, r := range words {
			b.WriteRune(r)
			if strings.ContainsRune("aeiou", r) {
				b.WriteRune('\u0301')
			}
		}
		return b.String()
	}
	return strings.ReplaceAll(words, " ", hidden+" "+hidden) // beside each word
}

func (e *editor) accuseNameDisguised() bool {
	l := e.some(edits.Property{Name: "raised"}, e.nodeOf(network.EntityNode))
	if l == nil {
		return false
	}
	said := pick(e, deeds...)
	if e.IntN(4) == 0 {
		said = "b r i b e d"
	} else {
		said = e.otherwise(said)
	}
	l.set("label", string(dot.Text(said)))
	return e.did(l.of)
}

func (e *editor) accuseLineDisguised() bool {
	l := e.some(edits.Property{Name: "raised"}, func(t edits.Thing, l *fileLine) bool { return t.Line && l.get("caveat") == "" })
	if l == nil {
		return false
	}
	l.set("label", string(dot.Text(e.otherwise(pick(e, deeds...))+" "+bare(l.get("hedge")))))
	return e.did(l.of)
}

func (e *editor) convict() bool {
	l := e.some(edits.Property{Name: "raised"}, e.nodeOf(network.EntityNode))
	if l == nil {
		return false
	}
	l.set("label", string(dot.Text(labelOf(l)+pick(e, " (convicted)", ", jailed 2019", ": guilty", ", fugitive", " (ถูกจำคุก)"))))
	return e.did(l.of)
}

func (e *editor) addConvict() bool {
	e.paper.add(`"added-by-hand" [type="person", label=` + string(dot.Text(pick(e, "Convicted trafficker Bo Lund", e.otherwise("murderer")+" Bo Lund"))) + `];`)
	return e.did(edits.Thing{ID: "added-by-hand"})
}

// other is an entity with a name of its own of some letters, and another node.
func (e *editor) other() (node, other *fileLine, name string) {
	node = e.some(edits.Property{Name: "raised"}, e.nodeOf(network.EntityNode))
	other = e.some(edits.Property{Name: "raised"}, e.nodeOf(network.EntityNode))
	if node == nil || other == nil || node.of == other.of {
		return nil, nil, ""
	}
	name = e.baseline[other.of].Values[e.inLang(edits.Label)]
	if name == e.baseline[node.of].Values[e.inLang(edits.Label)] || len(strings.Fields(name)) < 2 || strings.ContainsFunc(name, func(r rune) bool { return r > 0x24f }) {
		return nil, nil, ""
	}
	return node, other, name
}

func (e *editor) impersonateDisguised() bool {
	node, _, name := e.other()
	if node == nil {
		return false
	}
	words := strings.Fields(name)
	slices.Reverse(words)
	node.set("label", string(dot.Text(pick(e, e.otherwise(name), name+".", "Mr "+name, "“"+name+"”", strings.Join(words, ", ")))))
	return e.did(node.of)
}

// nameAnother has a line that is doubtful name a person whom it does not join.
func (e *editor) nameAnother() bool {
	l := e.doubtful("caveat")
	if l == nil || !l.of.Line {
		return false
	}
	for i := range e.view.Nodes {
		n := &e.view.Nodes[i]
		if n.Entity == nil || n.Entity.Type != "person" || n.ID == l.from || n.ID == l.to {
			continue
		}
		name := e.baseline[edits.Thing{ID: n.ID}].Values[e.inLang(edits.Label)]
		if len(strings.Fields(name)) < 2 || strings.Contains(labelOf(l), name) || strings.ContainsFunc(name, func(r rune) bool { return r > 0x24f }) {
			continue
		}
		l.set("label", string(dot.Text(name+": "+labelOf(l))))
		return e.did(l.of)
	}
	return false
}

func (e *editor) firmDisguised() bool {
	l := e.doubtful("caveat")
	if l == nil || !l.of.Line {
		return false
	}
	l.set("label", string(dot.Text(e.otherwise(pick(e, "proven", "undeniable", "proved"))+" "+labelOf(l))))
	return e.did(l.of)
}

func (e *editor) caveatDisguised() bool {
	l := e.doubtful("caveat")
	if l == nil {
		return false
	}
	caveat, label := bare(l.get("caveat")), labelOf(l)
	changed := phraseIn(caveat).ReplaceAllLiteralString(label, strings.NewReplacer("alleged", "аlleged", "disputed", "dіsputed", "unsubstantiated", "").Replace(caveat))
	if changed == label {
		return false
	}
	l.set("label", `"`+changed+`"`)
	return e.did(l.of)
}

// putAnywhere pins boxes to any place, one on another or far off.
func (e *editor) putAnywhere() bool {
	did := false
	for range 1 + e.IntN(3) {
		if l := e.some(edits.Property{Name: "raised"}, e.nodeOf(network.EntityNode)); l != nil {
			l.set("pos", `"`+pick(e, "0,0", "200,-100", "350.5,-260", "90,-700", "1200,-40")+`!"`)
			did = e.did(l.of)
		}
	}
	return did
}

// putOnCaveat pins a box between the ends of a doubtful line, where its words stand.
func (e *editor) putOnCaveat() bool {
	line := e.doubtful("caveat")
	l := e.some(edits.Property{Name: "raised"}, e.nodeOf(network.EntityNode))
	if line == nil || l == nil || !line.of.Line || l.of.ID == line.from || l.of.ID == line.to {
		return false
	}
	var x, y float64
	for _, end := range e.paper.lines {
		if !end.of.Line && (end.of.ID == line.from || end.of.ID == line.to) {
			var endX, endY float64
			if _, err := fmt.Sscanf(bare(end.get("pos")), "%f,%f", &endX, &endY); err != nil {
				return false
			}
			x, y = x+endX/2, y+endY/2
		}
	}
	l.set("pos", fmt.Sprintf(`"%.1f,%.1f!"`, x, y))
	return e.did(l.of)
}
