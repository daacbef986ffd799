package quotes

import (
	"errors"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// looksLikeHTML tells whether a text begins as an HTML document does: with <!doctype html
// or <html, after white space, comments and an XML declaration.
func looksLikeHTML(text string) bool {
	for {
		text = strings.TrimLeftFunc(text, unicode.IsSpace)
		closing := ""
		switch {
		case strings.HasPrefix(text, "<!--"):
			closing = "-->"
		case strings.HasPrefix(text, "<?xml"):
			closing = "?>"
		default:
			return hasTag(text, "<!doctype html") || hasTag(text, "<html")
		}
		_, rest, ok := strings.Cut(text, closing)
		if !ok {
			return false
		}
		text = rest
	}
}

// hasTag tells whether the text begins with the tag, in any case, and not with a longer name.
func hasTag(text, tag string) bool {
	if len(text) <= len(tag) || !strings.EqualFold(text[:len(tag)], tag) {
		return false
	}
	return strings.ContainsRune(" \t\r\n\f>/", rune(text[len(tag)]))
}

// dropped are the elements whose content a reader is not shown as running text: code,
// fallbacks, the document's head, ruby glosses, and what is struck out, since that is no
// longer said.
var dropped = map[atom.Atom]bool{
	atom.Head: true, atom.Title: true, atom.Script: true, atom.Style: true, atom.Template: true, atom.Noscript: true,
	atom.Iframe: true, atom.Object: true, atom.Audio: true, atom.Video: true, atom.Canvas: true, atom.Svg: true,
	atom.Noembed: true, atom.Noframes: true, atom.Datalist: true, atom.Rt: true, atom.Rp: true,
	atom.Del: true, atom.S: true, atom.Strike: true,
}

// inline are the elements that do not break a word. All others do: an element that HTML
// does not know is shown inline by browsers, but to join words that may be apart is worse
// than to part them.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.Acronym: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true,
	atom.Cite: true, atom.Code: true, atom.Data: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true,
	atom.Ins: true, atom.Kbd: true, atom.Label: true, atom.Mark: true, atom.Nobr: true, atom.Output: true, atom.Q: true,
	atom.Rb: true, atom.Ruby: true, atom.Samp: true, atom.Small: true, atom.Span: true, atom.Strong: true,
	atom.Sub: true, atom.Sup: true, atom.Time: true, atom.Tt: true, atom.U: true, atom.Var: true, atom.Wbr: true,
}

// extractHTML returns what a reader sees of an HTML document: a block a line, with an
// empty line between blocks, entities decoded; and the words of what is in its body and hidden.
func extractHTML(document string) (seen, hidden string, err error) {
	if err := withinLimits(document); err != nil {
		return "", "", err
	}
	root, err := html.Parse(strings.NewReader(document))
	if err != nil {
		return "", "", err
	}
	x := extraction{sheet: sheetOf(root)}
	x.node(root)
	if x.sheet.tries < 0 {
		return "", "", errors.New("its style sheets are too large to tell what they hide: save the text of the page instead")
	}
	return x.seen.out.String(), x.hidden.out.String(), nil
}

// extraction is what is written of a document.
type extraction struct {
	sheet        *sheet
	seen, hidden prose
	inHidden     bool
}

// prose is text that is written a block a line.
type prose struct {
	out   strings.Builder
	space bool // white space was met since the last word
	lines int  // line breaks owed before the next word
}

func (x *extraction) prose() *prose {
	if x.inHidden {
		return &x.hidden
	}
	return &x.seen
}

// node writes a node and what is below it. The parser refuses documents nested so deeply
// that this could overflow.
func (x *extraction) node(n *html.Node) {
	if n.Type == html.TextNode {
		x.prose().text(n.Data)
		return
	}
	if n.Type == html.ElementNode && dropped[n.DataAtom] {
		if !inline[n.DataAtom] {
			x.prose().space = true
		}
		return
	}
	if n.Type == html.ElementNode && !x.inHidden && x.sheet.hides(n) {
		if !inline[n.DataAtom] {
			x.seen.space = true
		}
		x.inHidden = true
		defer func() { x.inHidden = false }()
	}
	p := x.prose()
	if n.DataAtom == atom.Br && n.Type == html.ElementNode {
		p.lines = min(2, p.lines+1) // two of them are how many pages end a paragraph
		return
	}
	breaks := 2
	if n.Type != html.ElementNode || inline[n.DataAtom] && !x.sheet.isBlock(n) {
		breaks = 0
	}
	p.lines = max(p.lines, breaks)
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		x.node(child)
	}
	p.lines = max(p.lines, breaks)
}

// text writes the words of a text node. White space is folded, save the no-break kinds.
func (x *prose) text(data string) {
	for _, r := range data {
		if r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' {
			x.space = true
			continue
		}
		if x.out.Len() > 0 {
			switch {
			case x.lines > 0:
				x.out.WriteString("\n\n"[:x.lines])
			case x.space:
				x.out.WriteByte(' ')
			}
		}
		x.space, x.lines = false, 0
		x.out.WriteRune(r)
	}
}
