package dotfile

import (
	"html"
	"regexp"
	"strings"
)

// Names are what the escapes in labels stand for: \N a node's name, \G the graph's, \E an edge,
// \T and \H its tail and head, \L the thing's label.
type Names map[byte]string

// reference is a character reference as Graphviz takes them: it needs the semicolon.
var reference = regexp.MustCompile(`&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);`)

// Plain is the text that Graphviz draws for a label or tooltip, with a line break between its
// lines, however they are aligned. Of an HTML-like label it is what is left without tags.
//
// The escapes, which HTML-like labels have too: https://graphviz.org/docs/attr-types/escString/.
func (v Value) Plain(names Names) string {
	if v.HTML {
		return strings.Join(v.Pieces(names), "")
	}
	return reference.ReplaceAllStringFunc(v.unescaped(names), html.UnescapeString)
}

// breaking are tags between which text stands in lines of its own.
var breaking = regexp.MustCompile(`(?i)^</?(br|tr|td|hr)\b`)

var tag = regexp.MustCompile(`<!--(?s:.*?)-->|<[^>]*>`)

// Pieces are the texts of an HTML-like label between its tags, in which line breaks are pieces of
// their own: what stands in a font of its own is one or more of them.
func (v Value) Pieces(names Names) []string {
	var pieces []string
	add := func(text string) {
		text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' }), " ")
		if text = reference.ReplaceAllStringFunc(Value{Text: text}.unescaped(names), html.UnescapeString); text != "" {
			pieces = append(pieces, text)
		}
	}
	from := 0
	for _, at := range tag.FindAllStringIndex(v.Text, -1) {
		add(v.Text[from:at[0]])
		if from = at[1]; breaking.MatchString(v.Text[at[0]:at[1]]) && len(pieces) > 0 && pieces[len(pieces)-1] != "\n" {
			pieces = append(pieces, "\n")
		}
	}
	add(v.Text[from:])
	if len(pieces) > 0 && pieces[len(pieces)-1] == "\n" {
		pieces = pieces[:len(pieces)-1]
	}
	return pieces
}

// unescaped undoes the escapes of a text.
func (v Value) unescaped(names Names) string {
	var b strings.Builder
	for i := 0; i < len(v.Text); i++ {
		c := v.Text[i]
		if c != '\\' || i+1 == len(v.Text) {
			b.WriteByte(c)
			continue
		}
		i++
		switch escaped := v.Text[i]; escaped {
		case 'n', 'l', 'r':
			b.WriteByte('\n')
		default:
			if name, stands := names[escaped]; stands {
				b.WriteString(name)
			} else {
				b.WriteByte(escaped)
			}
		}
	}
	text := b.String()
	if strings.HasSuffix(v.Text, `\l`) || strings.HasSuffix(v.Text, `\r`) {
		text = strings.TrimSuffix(text, "\n") // it ends the last line, and begins none
	}
	return text
}

// Name is a node's name as Graphviz draws it where the node has no label.
func (n *Node) Name() string { return Value{Text: n.ID}.Plain(nil) }

// Label is what Graphviz draws on a node: its label, or its name where it has none.
func (n *Node) Label() string {
	label, given := n.Attrs.Lookup("label")
	if !given {
		return n.Name()
	}
	return label.Plain(Names{'N': n.Name()})
}

// Label is what Graphviz draws on an edge.
func (e *Edge) Label() string {
	return e.Attrs.Get("label").Plain(Names{'T': e.From, 'H': e.To, 'E': e.From + "->" + e.To})
}
