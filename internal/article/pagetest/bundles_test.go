package pagetest

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"example.org/graphgen/internal/article"
	"example.org/graphgen/internal/article/articletest"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/soak"
)

// bundle is a drawn view with the files that a publisher gets of it.
type bundle struct {
	name    string // the case's and the view's
	article *article.Article
	files   map[string]string
}

// The prefix of ids in a bundle, and another's.
const prefix, otherPrefix = "gg-", "zz-"

// judged are the cases whose views are judged, each by name, with the language it is told in.
var judged = []struct{ name, file, lang, prefix string }{
	{"seed", "../../../data/entities.json", "en", prefix},
	{"harbour", "../../../examples/harbour/data/entities.json", "en", prefix},
	{"quay in ar", "../../render/testdata/quay.json", "ar", prefix},
	{"quay in km", "../../render/testdata/quay.json", "km", prefix},
	{"quay again", "../../render/testdata/quay.json", "ar", otherPrefix},
}

// bundles are drawn once for all tests.
var bundles = sync.OnceValues(func() ([]*bundle, error) {
	var all []*bundle
	for _, j := range judged {
		c, err := articletest.Load(j.file)
		if err != nil {
			return nil, err
		}
		drawn, err := draw(j.name, c, j.lang, j.prefix)
		if err != nil {
			return nil, err
		}
		all = append(all, drawn...)
	}
	return all, nil
})

// published are all that are judged as they are.
func published(t testing.TB) []*bundle {
	t.Helper()
	all, err := bundles()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// some are those that are judged one by one, as takes a browser long: all of them, or a few that
// differ most where time is short.
func some(t testing.TB) []*bundle {
	t.Helper()
	return slices.DeleteFunc(slices.Clone(published(t)), func(b *bundle) bool {
		return !soak.On() && !slices.Contains([]string{"seed/figures", "harbour/berths", "quay in ar/quay"}, b.name)
	})
}

// named is one of them.
func named(t testing.TB, name string) *bundle {
	t.Helper()
	for _, b := range published(t) {
		if b.name == name {
			return b
		}
	}
	t.Fatalf("no bundle is named %q", name)
	return nil
}

// draw makes bundles of all views of a case.
func draw(name string, c *entities.Case, lang, prefix string) ([]*bundle, error) {
	articles, err := articletest.Draw(c, lang, prefix)
	if err != nil {
		return nil, fmt.Errorf("%s: %v", name, err)
	}
	var drawn []*bundle
	for _, a := range articles {
		b := &bundle{name + "/" + a.Name, a, map[string]string{}}
		files, err := a.Files()
		if err != nil {
			return nil, fmt.Errorf("%s: %v", b.name, err)
		}
		for _, f := range files {
			b.files[f.Name] = string(f.Data)
		}
		drawn = append(drawn, b)
	}
	return drawn, nil
}

// oneSpaced is a text as a page shows it.
func oneSpaced(text string) string { return strings.Join(strings.Fields(text), " ") }
