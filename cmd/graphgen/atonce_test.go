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
