package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// storyCase is a small case with the text of its one source beside it.
func storyCase(t testing.TB, words []string) (path string) {
	t.Helper()
	dir := t.TempDir()
	path = filepath.Join(dir, "entities.json")
	text := strings.Join(words, ".\n") + ".\n"
	file := `{"version": 1, "title": "Story", "language": "en",
  "sources": [{"id": "story", "type": "article", "title": "The story", "publisher": "gazette", "text": {"path": "story.txt"}}],
  "entities": [
    {"id": "gazette", "type": "media", "name": "The Gazette"}
  ],
  "claims": [],
  "relations": [],
  "views": []
}
`
	for name, content := range map[string]string{"entities.json": file, "story.txt": text} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// Forty who add a quote at once lose none: each reads what the one before it wrote. Most are in
// this process, which the lock tells apart as well; some are programs of their own.
func TestQuotesAddedAtOnce(t *testing.T) {
	t.Parallel()
	const all, programs = 40, 4
	var words []string
	for i := range all {
		words = append(words, fmt.Sprintf("The harbour keeps a ledger with entry %d written down by a clerk", i))
	}
	path := storyCase(t, words)
	var group sync.WaitGroup
	for i := range all {
		args := []string{"quote", "story", fmt.Sprintf("with entry %d written", i), "--add", "--id", fmt.Sprintf("c-%d", i),
			"--case", path, "--standing", "stated", "--speaker", "gazette"}
		group.Go(func() {
			var code int
			var said bytes.Buffer
			if i < programs {
				var stderr string
				code, _, stderr = graphgen(t, nil, args...)
				said.WriteString(stderr)
			} else {
				code = run(args, strings.NewReader(""), &bytes.Buffer{}, &said)
			}
			if code != exitDone {
				t.Errorf("%d: exit code %d: %s", i, code, said.String())
			}
		})
	}
	group.Wait()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range all {
		if !strings.Contains(string(data), fmt.Sprintf(`"id": "c-%d"`, i)) {
			t.Errorf("claim %d is lost", i)
		}
	}
}

// Those who merge files of one view at once lose neither's edits; nor do two who
// put views into one article.
func TestMergedAndEmbeddedAtOnce(t *testing.T) {
	t.Parallel()
	w := newLossWalk(t, 0, &lossTally{}, nil)
	file, out := w.path("data/entities.json"), w.path("out")
	must := func(args ...string) {
		t.Helper()
		var said bytes.Buffer
		if code := run(args, strings.NewReader(""), &bytes.Buffer{}, &said); code != exitDone {
			t.Errorf("%v: exit code %d: %s", args, code, said.String())
		}
	}
	must("build", file, "-o", out)
	published, err := os.ReadFile(w.path("out/deal.dot"))
	if err != nil {
		t.Fatal(err)
	}
	labels := map[string]string{"Traders": "Merchants", "Port Agency": "Port Office", "The Gazette": "Gazette"}
	var group sync.WaitGroup
	for was, is := range labels {
		name := w.path("mail/" + is + ".dot")
		edited := strings.Replace(string(published), `label="`+was+`"`, `label="`+is+`"`, 1)
		if edited == string(published) {
			continue // this view does not show it
		}
		w.write("mail/"+is+".dot", edited)
		group.Go(func() { must("merge", name, file) })
	}
	group.Wait()
	layer, err := os.ReadFile(w.path("data/edits/deal.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, is := range []string{"Merchants", "Port Office"} {
		if !strings.Contains(string(layer), is) {
			t.Errorf("%s is lost: %s", is, layer)
		}
	}
	w.write("both.md", "<!-- graphgen deal -->\n<!-- /graphgen deal -->\n\n<!-- graphgen money -->\n<!-- /graphgen money -->\n")
	for _, view := range []string{"deal", "money"} {
		group.Go(func() { must("embed", view, "--case", file, "-o", out, "--into", w.path("both.md")) })
	}
	group.Wait()
	article, err := os.ReadFile(w.path("both.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, picture := range []string{"deal/deal", "money/money"} {
		if !strings.Contains(string(article), picture) {
			t.Errorf("%s is lost: %s", picture, article)
		}
	}
}
