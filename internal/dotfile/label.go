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

// Plain is the text that Graphviz draws for a label or tooltip that is no HTML, with a line
// break between its lines, however they are aligned.
//
// The escapes: https://graphviz.org/docs/attr-types/escString/.
func (v Value) Plain(names Names) string {
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
	return reference.ReplaceAllStringFunc(text, html.UnescapeString)
}

// Label is what Graphviz draws on a node: its label, or its name where it has none.
func (n *Node) Label() string {
	label, given := n.Attrs["label"]
	if !given {
		return n.ID
	}
	return label.Plain(Names{'N': n.ID})
}

// Label is what Graphviz draws on an edge.
func (e *Edge) Label() string {
	return e.Attrs["label"].Plain(Names{'T': e.From, 'H': e.To, 'E': e.From + "->" + e.To})
}
