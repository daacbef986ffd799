package pagetest

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/htmltest"
)

// telling are the forms in HTML that tell a view in words.
var telling = []string{"figure.html", "figure.img.html", "page.html"}

// drawn are the titles of the parts of a picture that are nodes or lines, by their ids in the
// case.
func drawn(picture *html.Node, kinds ...string) map[string]string {
	titles := map[string]string{}
	of := htmltest.Attribute(picture, "id") + "."
	for _, g := range all(picture, "g") {
		if kind, _, _ := strings.Cut(htmltest.Attribute(g, "class"), " "); slices.Contains(kinds, kind) {
			titles[strings.TrimPrefix(htmltest.Attribute(g, "id"), of)] = told(all(g, "title")[0])
		}
	}
	return titles
}

// told is the text of an element, without the characters that set parts of it apart or tell
// where it may break.
func told(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return oneSpaced(strings.Map(func(r rune) rune {
		if strings.ContainsRune("\u2066\u2067\u2068\u2069\u200b", r) {
			return -1
		}
		return r
	}, b.String()))
}

// picture is the drawing of a given id in a page.
func picture(root *html.Node, id string) *html.Node {
	for _, svg := range all(root, "svg") {
		if htmltest.Attribute(svg, "id") == id {
			return svg
		}
	}
	return nil
}

// row is a row of a table that stands for what is drawn.
type row struct {
	ids   []string
	cells []string
}

// rows are those of all tables but that of the sources, which comes last in HTML.
func rows(root *html.Node) []row {
	tables := all(root, "table")
	return rowsOf(tables[:max(0, len(tables)-1)])
}

func rowsOf(tables []*html.Node) []row {
	var list []row
	for _, table := range tables {
		for _, tr := range all(all(table, "tbody")[0], "tr") {
			r := row{ids: strings.Fields(htmltest.Attribute(tr, "data-of"))}
			for c := range tr.ChildNodes() {
				if c.Type == html.ElementNode {
					r.cells = append(r.cells, told(c))
				}
			}
			list = append(list, r)
		}
	}
	return list
}

// unequal lists where rows of tables and what is drawn are not the same: each node and each
// line is in one row, and each row says of what it stands for what its title in the picture
// says.
func (b *bundle) unequal(list []row, titles map[string]string) []string {
	var faults []string
	in := map[string]int{}
	for _, r := range list {
		if len(r.ids) == 0 || titles[r.ids[0]] == "" {
			faults = append(faults, fmt.Sprintf("a row of %q, which is not drawn", r.ids))
			continue
		}
		for _, id := range r.ids {
			in[id]++
			if titles[id] == "" && !b.isOffice(id) {
				faults = append(faults, fmt.Sprintf("a row tells of %s, which is not drawn", id))
			}
		}
		said, _, _ := strings.Cut(r.cells[0], " (“") // what weakens it is drawn beside how it stands
		if i := strings.LastIndex(said, " — "); i >= 0 && strings.Contains(r.ids[0], "/") {
			said = said[i+len(" — "):] // of a flow that has a name beside what moves, which is drawn
		}
		if title := titles[r.ids[0]]; !strings.Contains(title, said) {
			faults = append(faults, fmt.Sprintf("%s is drawn as %q and told as %q", r.ids[0], title, r.cells[0]))
		}
	}
	for id := range titles {
		if in[id] != 1 {
			faults = append(faults, fmt.Sprintf("%s is drawn, and in %d rows", id, in[id]))
		}
	}
	slices.Sort(faults)
	return faults
}

// isOffice tells whether a relation is drawn as an office under a name.
func (b *bundle) isOffice(id string) bool {
	for i := range b.article.View.Nodes {
		for _, office := range b.article.View.Nodes[i].Offices {
			if office.Relation.ID == id {
				return true
			}
		}
	}
	return false
}

// unjoined lists the relations whose row does not join what the picture does.
func unjoined(list []row, titles map[string]string, c *entities.Case) []string {
	var faults []string
	for i := range c.Relations {
		id := c.Relations[i].ID
		at := slices.IndexFunc(list, func(r row) bool { return len(r.ids) > 0 && r.ids[0] == id })
		if at < 0 {
			continue
		}
		if line := strings.Join(list[at].cells[:3], " — "); !strings.HasPrefix(titles[id], line) {
			faults = append(faults, fmt.Sprintf("%s is drawn as %q and told as %q", id, titles[id], line))
		}
	}
	return faults
}

// Tables have a row for each node and line of either picture, and say of it what the picture
// does.
func TestTables(t *testing.T) {
	for _, b := range published(t) {
		figure := htmltest.Parse(t, b.files["figure.html"])
		id := b.article.Drawing.Inline.ID
		wide := drawn(picture(figure, id), "node", "edge")
		if len(wide) == 0 {
			t.Errorf("%s: nothing is drawn", b.name)
		}
		// The narrow picture names those where a line ends on the line itself.
		if got, want := drawn(picture(figure, id+"..narrow"), "edge"), drawn(picture(figure, id), "edge"); !maps.Equal(got, want) {
			t.Errorf("%s: the narrow picture has lines\n%v\nwant\n%v", b.name, got, want)
		}
		for _, name := range telling {
			list := rows(htmltest.Parse(t, b.files[name]))
			for _, fault := range b.unequal(list, wide) {
				t.Errorf("%s: %s: %s", b.name, name, fault)
			}
		}
		for _, fault := range unjoined(rows(figure), wide, b.article.Describer.Index.Case) {
			t.Errorf("%s: %s", b.name, fault)
		}
		if got, want := rowsOf(all(htmltest.Parse(t, asHTML(t, b.files[b.article.Name+".md"])), "table")), rows(figure); !slices.EqualFunc(got, want, sameCells) {
			t.Errorf("%s: the tables in Markdown have other rows:\n%v\n%v", b.name, got, want)
		}
	}
}

// sameCells tells whether rows say the same, however the lines of a cell are set apart.
func sameCells(a, b row) bool {
	said := func(r row) string {
		return strings.NewReplacer(";", "", " ", "").Replace(strings.Join(r.cells, "|"))
	}
	return said(a) == said(b)
}

// The judge of tables finds a row that is wrong, missing or too many.
func TestTableFaults(t *testing.T) {
	b := named(t, "harbour/berths")
	good := b.files["figure.html"]
	titles := drawn(picture(htmltest.Parse(t, good), b.article.Drawing.Inline.ID), "node", "edge")
	list := rows(htmltest.Parse(t, good))
	for _, planted := range []struct {
		name string
		list []row
		want string
	}{
		{"a row left out", list[1:], "blue-lantern is drawn, and in 0 rows"},
		{"a row twice", append(slices.Clone(list), list[0]), "blue-lantern is drawn, and in 2 rows"},
		{"a row of something else", append(slices.Clone(list), row{[]string{"sand"}, []string{"Sand"}}), `a row of ["sand"], which is not drawn`},
		{"another's name", append([]row{{list[0].ids, list[1].cells}}, list[1:]...), `blue-lantern is drawn as "Blue Lantern Shipping — organization"`},
	} {
		if faults := strings.Join(b.unequal(planted.list, titles), "\n"); !strings.Contains(faults, planted.want) {
			t.Errorf("%s: found %q, want %q", planted.name, faults, planted.want)
		}
	}
	turned := slices.Clone(list)
	for i, r := range turned {
		if r.ids[0] == "company-paid-malee" {
			turned[i].cells = []string{r.cells[2], r.cells[1], r.cells[0]}
		}
	}
	if faults := unjoined(turned, titles, b.article.Describer.Index.Case); len(faults) != 1 {
		t.Errorf("a line turned around: found %q", faults)
	}
}

// Every form that tells a view tells all of it: notes, sentences, who says so in which words
// and where, who denies it.
func TestEveryFormTellsAll(t *testing.T) {
	for _, b := range published(t) {
		for _, name := range telling {
			root := htmltest.Parse(t, b.files[name])
			for _, fault := range slices.Concat(b.untold(textOf(root)), b.unworded(textOf(root)), b.strangers(root)) {
				t.Errorf("%s: %s: %s", b.name, name, fault)
			}
		}
	}
}
