package handtest

import (
	"bytes"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/edits"
)

// paper is a published file as an editor has it open: lines of text, of which each statement of
// a node or an edge is one.
type paper struct {
	lines []*fileLine
}

// fileLine is one line; where it is a statement, it is written from its parts.
type fileLine struct {
	text string // where it is none

	of       edits.Thing
	from, to string // of an edge
	head     string // the line up to its attributes
	attrs    []attribute
	gone     bool
}

type attribute struct{ key, raw string }

const quoted = `"(?:[^"\\]|\\.)*"`

var (
	statement = regexp.MustCompile(`^(\s*(` + quoted + `)(?: -> (` + quoted + `))? )\[(.*)\];$`)
	oneRank   = regexp.MustCompile(`^\s*\{rank=same;`)
	aName     = regexp.MustCompile(quoted)
)

func open(t testing.TB, text []byte) *paper {
	p := &paper{}
	for line := range strings.Lines(string(text)) {
		l := &fileLine{text: line}
		if m := statement.FindStringSubmatch(strings.TrimSuffix(line, "\n")); m != nil {
			l.head, l.attrs = m[1], attributesOf(t, m[4])
			l.of = edits.Thing{ID: bare(m[2])}
			if m[3] != "" {
				l.from, l.to = bare(m[2]), bare(m[3])
				l.of = edits.Thing{Line: true, ID: bare(l.get("id"))}
			}
		}
		p.lines = append(p.lines, l)
	}
	return p
}

// bare is a string without its quotation marks, its escapes left as they are.
func bare(raw string) string { return strings.TrimSuffix(strings.TrimPrefix(raw, `"`), `"`) }

// attributesOf takes a list of attributes apart.
func attributesOf(t testing.TB, list string) []attribute {
	var attrs []attribute
	for list != "" {
		key, rest, found := strings.Cut(list, "=")
		if !found || rest == "" {
			t.Fatalf("no attributes: %s", list)
		}
		length := strings.IndexAny(rest+",", ", ")
		switch {
		case rest[0] == '"':
			length = len(aName.FindString(rest))
		case rest[0] == '<':
			depth := 0
			for i, c := range rest {
				if c == '<' {
					depth++
				} else if c == '>' {
					depth--
				}
				if depth == 0 {
					length = i + 1
					break
				}
			}
		}
		attrs = append(attrs, attribute{key, rest[:length]})
		list = strings.TrimPrefix(rest[length:], ", ")
	}
	return attrs
}

func (p *paper) text() []byte {
	var b bytes.Buffer
	for _, l := range p.lines {
		switch {
		case l.gone:
		case l.of == edits.Thing{}:
			b.WriteString(l.text)
		default:
			var list []string
			for _, a := range l.attrs {
				list = append(list, a.key+"="+a.raw)
			}
			b.WriteString(l.head + "[" + strings.Join(list, ", ") + "];\n")
		}
	}
	return b.Bytes()
}

// get is an attribute as it is written, or empty.
func (l *fileLine) get(key string) string {
	for _, a := range l.attrs {
		if a.key == key {
			return a.raw
		}
	}
	return ""
}

// set writes an attribute.
func (l *fileLine) set(key, raw string) {
	for i := range l.attrs {
		if l.attrs[i].key == key {
			l.attrs[i].raw = raw
			return
		}
	}
	l.attrs = append(l.attrs, attribute{key, raw})
}

func (l *fileLine) drop(key string) {
	l.attrs = slices.DeleteFunc(l.attrs, func(a attribute) bool { return a.key == key })
}

// add writes a line before the remark about the original.
func (p *paper) add(line string) {
	at := slices.IndexFunc(p.lines, func(l *fileLine) bool { return strings.Contains(l.text, "What this file was") })
	if at < 0 {
		at = len(p.lines) - 1
	}
	p.lines = slices.Insert(p.lines, at, &fileLine{text: "  " + line + "\n"})
}

// strike takes the statement of a thing out. With a node go its lines, and its place in groups.
func (p *paper) strike(t edits.Thing) {
	for _, l := range p.lines {
		switch {
		case l.of == t, !t.Line && (l.from == t.ID || l.to == t.ID):
			l.gone = true
		case t.Line || l.of != edits.Thing{}:
		case strings.TrimSpace(l.text) == `"`+t.ID+`";`:
			l.gone = true
		case oneRank.MatchString(l.text):
			l.text = strings.Replace(l.text, `"`+t.ID+`"; `, "", 1)
		}
	}
}

// shuffle writes attributes in another order, and neighbouring statements as well.
func (p *paper) shuffle(r *rand.Rand) {
	for i, l := range p.lines {
		r.Shuffle(len(l.attrs), func(a, b int) { l.attrs[a], l.attrs[b] = l.attrs[b], l.attrs[a] })
		if i > 0 && l.of.ID != "" && p.lines[i-1].of.ID != "" && r.IntN(2) == 0 {
			p.lines[i-1], p.lines[i] = l, p.lines[i-1]
		}
	}
}
