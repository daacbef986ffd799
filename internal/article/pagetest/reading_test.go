package pagetest

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/htmltest"
	"example.org/graphgen/internal/network"
)

// all are the elements of a name in a tree.
func all(root *html.Node, name string) []*html.Node {
	var found []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == name {
			found = append(found, n)
		}
	}
	return found
}

// textOf is what a tree says, without its pictures and rules.
func textOf(root *html.Node) string {
	var b strings.Builder
	var read func(n *html.Node)
	read = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.Type == html.ElementNode && slices.Contains([]string{"svg", "style", "script", "title"}, n.Data) {
			return
		}
		for c := range n.ChildNodes() {
			read(c)
		}
	}
	read(root)
	return oneSpaced(b.String())
}

// untold lists what a text does not say that it must, of what the view draws: who says so, in
// which words, who denies it.
func (b *bundle) untold(text string) []string {
	var missing []string
	want := func(what, said string) {
		if said = oneSpaced(said); !strings.Contains(text, said) {
			missing = append(missing, fmt.Sprintf("%s: %q", what, said))
		}
	}
	t := b.article.Describer
	want("title", t.Text(b.article.View.Spec.Title))
	want("caption", t.Text(b.article.View.Spec.Caption))
	want("date", t.AsOf())
	want("count", t.Shown(b.article.View))
	want("credit", t.Text(t.Index.Case.Credit))
	notes, _ := t.Notes(b.article.View)
	for _, n := range notes {
		number := fmt.Sprintf("[%d] ", n.Number)
		want("note", number+n.Heading)
		for _, e := range n.Entries {
			want("claim "+e.Claim.ID, e.Words())
			want("source of "+e.Claim.ID, e.Source)
		}
	}
	for _, s := range t.Sources(notes) {
		want("source "+s.ID, t.Reference(s))
	}
	for _, c := range t.Corrections(b.article.View, notes) {
		want("correction", t.Correction(c))
	}
	for _, paragraph := range t.Describe(b.article.View) {
		want("heading", paragraph.Heading)
		for _, sentence := range paragraph.Sentences {
			want(fmt.Sprint("sentence on ", sentence.IDs), sentence.String())
		}
	}
	return missing
}

// unworded lists the lines and values that are not established and whose word, speakers and
// deniers a text does not have, each time in one sentence or more.
func (b *bundle) unworded(text string) []string {
	var missing []string
	t, v := b.article.Describer, b.article.View
	want := func(id string, stands entities.Verdict) {
		if caveat := t.Caveat(stands); caveat != "" && !strings.Contains(strings.ToLower(text), strings.ToLower(oneSpaced(caveat))) {
			missing = append(missing, fmt.Sprintf("caveat of %s: %q", id, caveat))
		}
	}
	for i := range v.Edges {
		if e := &v.Edges[i]; e.Kind == network.RelationEdge || e.Kind == network.FlowEdge {
			want(e.ID, e.Verdict)
		}
	}
	for i := range v.Nodes {
		if n := &v.Nodes[i]; n.Kind == network.ValueNode {
			want(n.ID, n.Verdict)
		}
	}
	return missing
}

// strangers lists the links that lead neither to the page nor to a source of what is drawn,
// and the sources that no link leads to.
func (b *bundle) strangers(root *html.Node) []string {
	var faults []string
	want := map[string]bool{}
	notes, _ := b.article.Describer.Notes(b.article.View)
	for _, s := range b.article.Describer.Sources(notes) {
		if s.URL != "" {
			want[s.URL] = false
		}
	}
	for _, a := range all(root, "a") {
		href := htmltest.Attribute(a, "href")
		if _, known := want[href]; known {
			want[href] = true
		} else if href != "page.html" && !strings.HasPrefix(href, "#") {
			faults = append(faults, fmt.Sprintf("a link to %q", href))
		}
	}
	for href, linked := range want {
		if !linked {
			faults = append(faults, fmt.Sprintf("no link to %q", href))
		}
	}
	return faults
}
