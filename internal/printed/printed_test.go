package printed

import (
	"slices"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
)

// A view prints what it shows, and the names of who says so; what no view shows is not printed.
func TestByViews(t *testing.T) {
	f, problems := entities.Load("case.json", []byte(`{"version": 1,
"sources": [{"id": "story", "type": "article", "title": "The story", "publisher": "gazette"}, {"id": "memo", "type": "other", "title": "A memo"}],
"entities": [{"id": "ada", "type": "person", "name": "Ada"}, {"id": "port", "type": "agency", "name": "Port"}, {"id": "gazette", "type": "media", "name": "Gazette"}, {"id": "bo", "type": "person", "name": "Bo"}],
"claims": [{"id": "c", "source": "story", "speaker": "gazette", "quote": "heads the port", "standing": "stated"}],
"relations": [{"id": "r", "type": "heads", "from": "ada", "to": "port", "label": "leads", "claims": ["c"]}],
"views": [{"id": "v", "title": "Who leads", "include": {"ids": ["ada", "port"]}}]}`))
	if len(problems) > 0 {
		t.Fatal(problems[0])
	}
	n := network.New(entities.NewIndex(f.Case))
	read := func(texts *Texts) (all []string) {
		texts.Each(func(text entities.Text, what string, at ...any) {
			if len(text) > 0 {
				all = append(all, text[""])
			}
		})
		return all
	}
	if got, want := read(ByViews(n)), []string{"The story", "Ada", "Port", "Gazette", "leads", "Who leads"}; !slices.Equal(got, want) {
		t.Errorf("the views print %q, want %q", got, want)
	}
	if got, want := read(All(n.Index())), []string{"The story", "A memo", "Ada", "Port", "Gazette", "Bo", "leads", "Who leads"}; !slices.Equal(got, want) {
		t.Errorf("there are %q, want %q", got, want)
	}
	if !ByViews(n).Has("c") || ByViews(n).Has("bo") {
		t.Error("a claim behind a line is printed, and somebody in no view is not")
	}
}
