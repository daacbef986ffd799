package article_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"example.org/graphgen/internal/article"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/htmltest"
	"example.org/graphgen/internal/network"
)

// cases are what pages are tested with: the seed, and an example with denials.
var cases = map[string]string{"seed": seedCase, "harbour": "../../examples/harbour/data/entities.json"}

func pageOf(t *testing.T, a *article.Article) string {
	t.Helper()
	page, err := a.Page()
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// A page lets run and apply what stands in it, and nothing else: no attribute of it is a style
// or a script, and no address of it is fetched.
func TestPagePolicy(t *testing.T) {
	for _, file := range cases {
		for _, a := range articlesOf(t, file, "en", "gg-") {
			root := htmltest.Parse(t, pageOf(t, a))
			policy := ""
			var parts []string
			for n := range root.Descendants() {
				if n.Type != html.ElementNode {
					continue
				}
				for _, at := range n.Attr {
					if at.Key == "style" || strings.HasPrefix(at.Key, "on") || at.Key == "src" || at.Key == "srcset" {
						t.Errorf("%s: <%s> has %s=%q", a.Name, n.Data, at.Key, at.Val)
					}
				}
				switch {
				case htmltest.Attribute(n, "http-equiv") == "Content-Security-Policy":
					policy = htmltest.Attribute(n, "content")
				case n.Data == "style" || n.Data == "script" && htmltest.Attribute(n, "type") != "application/json":
					sum := sha256.Sum256([]byte(htmltest.Text(n)))
					parts = append(parts, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
				}
			}
			if !strings.HasPrefix(policy, "default-src 'none'; ") || !strings.HasSuffix(policy, "; base-uri 'none'; form-action 'none'") {
				t.Errorf("%s: the policy is %s", a.Name, policy)
			}
			if len(parts) != 5 {
				t.Errorf("%s has %d scripts and style sheets, want 5", a.Name, len(parts))
			}
			for _, sum := range parts {
				if !strings.Contains(policy, sum) {
					t.Errorf("%s: the policy has no %s", a.Name, sum)
				}
			}
			if strings.Count(policy, "sha256-") != len(parts) || strings.Contains(policy, "unsafe") || strings.Contains(policy, "font-src") {
				t.Errorf("%s: the policy allows more than the page has: %s", a.Name, policy)
			}
		}
	}
}

// knowledge is what a page's script knows of the view.
type knowledge struct {
	Nodes []struct{ ID, Switch string }
	Lines []struct{ ID, From, To string }
	Notes []struct {
		ID string
		Of []string
	}
	Statements []struct {
		Kind                   string
		Lines, Nodes, Switches []string
	}
	Filters []struct {
		Heading  string
		Switches []struct {
			Name  string
			Count int
		}
	}
}

func knowledgeOf(t *testing.T, page string) (k knowledge) {
	t.Helper()
	for n := range htmltest.Parse(t, page).Descendants() {
		if n.Type == html.ElementNode && htmltest.Attribute(n, "id") == "data" {
			if err := json.Unmarshal([]byte(htmltest.Text(n)), &k); err != nil {
				t.Fatal(err)
			}
		}
	}
	return k
}

// Every line and value is part of one statement, with both ends and with all who deny or answer
// it, as far as the view draws them.
func TestStatementsHoldDenials(t *testing.T) {
	denied := 0
	for _, file := range cases {
		for _, a := range articlesOf(t, file, "en", "gg-") {
			k := knowledgeOf(t, pageOf(t, a))
			for i := range a.View.Edges {
				e := &a.View.Edges[i]
				denied += k.holds(t, a, e.ID, e.Verdict, e.From, e.To)
			}
			for i := range a.View.Nodes {
				if n := &a.View.Nodes[i]; n.Kind == network.ValueNode {
					ends := []string{n.ID}
					for j := range a.View.Edges {
						if a.View.Edges[j].To == n.ID {
							ends = append(ends, a.View.Edges[j].From)
						}
					}
					denied += k.holds(t, a, n.ID, n.Verdict, ends...)
				}
			}
		}
	}
	if denied < 10 {
		t.Errorf("only %d denials are in the views: this proves little", denied)
	}
}

// holds finds the one statement about a line or value, and returns how many are denied in it.
func (k *knowledge) holds(t *testing.T, a *article.Article, id string, v entities.Verdict, ends ...string) (denied int) {
	t.Helper()
	found := 0
	for _, s := range k.Statements {
		if !slices.Contains(s.Lines, id) && (s.Kind != "figures" || !slices.Contains(s.Nodes, id)) {
			continue
		}
		found++
		if !slices.Contains(s.Switches, "standing="+string(v.Standing)) {
			t.Errorf("%s: %s is not switched by how it stands, but by %q", a.Name, id, s.Switches)
		}
		needed := ends
		for _, c := range slices.Concat(v.Denials, v.Remarks) {
			if a.View.Node(c.Speaker) != nil {
				needed = append(needed, c.Speaker)
				denied++
			}
		}
		for _, end := range needed {
			if !slices.Contains(s.Nodes, end) {
				t.Errorf("%s: %s can be shown without %s", a.Name, id, end)
			}
			if by := k.switchOf(end); by != "" && !slices.Contains(s.Switches, by) {
				t.Errorf("%s: %s stays where %s is switched off", a.Name, id, end)
			}
		}
	}
	if found != 1 {
		t.Errorf("%s: %s is part of %d statements", a.Name, id, found)
	}
	return denied
}

func (k *knowledge) switchOf(node string) string {
	for _, n := range k.Nodes {
		if n.ID == node {
			return n.Switch
		}
	}
	return ""
}

// The page names the picture that is shown beside a link to it, and what is on that.
func TestPageCard(t *testing.T) {
	a := *articlesOf(t, seedCase, "en", "gg-")[0]
	a.Base = "https://news.example/graphics/"
	head := map[string]string{}
	for n := range htmltest.Parse(t, pageOf(t, &a)).Descendants() {
		if n.Data == "meta" {
			head[htmltest.Attribute(n, "property")+htmltest.Attribute(n, "name")] = htmltest.Attribute(n, "content")
		}
	}
	for name, want := range map[string]string{
		"og:image":     "https://news.example/graphics/overview/overview.card.png",
		"og:url":       "https://news.example/graphics/overview/page.html",
		"og:title":     a.Describer.Text(a.View.Spec.Title),
		"description":  a.Describer.Text(a.View.Spec.Caption),
		"twitter:card": "summary_large_image",
	} {
		if head[name] != want {
			t.Errorf("%s is %q, want %q", name, head[name], want)
		}
	}
	for _, name := range []string{"og:image:alt", "twitter:image:alt", "og:description"} {
		if head[name] == "" {
			t.Errorf("%s is empty", name)
		}
	}
}
