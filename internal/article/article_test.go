package article_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"example.org/graphgen/internal/htmltest"
)

const seedCase = "../../data/entities.json"

// The list of an article's files has each of them with its sum, and nothing else.
func TestManifest(t *testing.T) {
	for _, a := range articlesOf(t, seedCase, "en", "gg-")[:2] {
		files, err := a.Files()
		if err != nil {
			t.Fatal(err)
		}
		var listed struct{ Files map[string]string }
		for _, f := range files {
			if f.Name == "manifest.json" {
				if err := json.Unmarshal(f.Data, &listed); err != nil {
					t.Fatal(err)
				}
			}
		}
		if len(listed.Files) != len(files)-1 {
			t.Errorf("%d files of %d are listed", len(listed.Files), len(files)-1)
		}
		for _, f := range files {
			sum := sha256.Sum256(f.Data)
			if f.Name != "manifest.json" && listed.Files[f.Name] != hex.EncodeToString(sum[:]) {
				t.Errorf("%s is listed as %q", f.Name, listed.Files[f.Name])
			}
			if len(f.Data) == 0 {
				t.Errorf("%s is empty", f.Name)
			}
		}
	}
}

// A figure prints every note whose number stands on its lines, and every source.
func TestFigurePrintsEveryNote(t *testing.T) {
	for _, a := range articlesOf(t, seedCase, "en", "gg-") {
		figure, err := a.Figure()
		if err != nil {
			t.Fatal(err)
		}
		root := htmltest.Parse(t, string(figure))
		ids := map[string]bool{}
		for n := range root.Descendants() {
			ids[htmltest.Attribute(n, "id")] = true
		}
		notes, _ := a.Describer.Notes(a.View)
		for _, n := range notes {
			if id := a.Drawing.Inline.ID + "..note-" + strconv.Itoa(n.Number); !ids[id] {
				t.Errorf("%s has no %s", a.Name, id)
			}
		}
		if len(notes) == 0 {
			t.Errorf("%s has no notes", a.Name)
		}
		for _, n := range notes {
			for _, e := range n.Entries {
				if !strings.Contains(string(figure), html.EscapeString(e.Who)) {
					t.Errorf("%s does not say %q", a.Name, e.Who)
				}
			}
		}
	}
}
