package main

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/renderer/html"

	"example.org/graphgen/internal/build"
)

// The same data gives the same bundle: with the case's arrays shuffled, in another process
// under another time zone, locale and number of processors. manifest.json alone tells of the
// file that it is in.
func TestSameBundle(t *testing.T) {
	folder := t.TempDir()
	embedded := func(name, file string, environment ...string) map[string][]byte {
		t.Helper()
		out := filepath.Join(folder, name)
		if code, _, stderr := graphgen(t, environment, "embed", "flows", "--case", file, "-o", out, "--timeout", "5m"); code != exitDone {
			t.Fatalf("exit code %d: %s", code, stderr)
		}
		return pictures(t, filepath.Join(out, "flows"))
	}
	shuffled := filepath.Join(folder, "shuffled.json")
	writeJSON(t, shuffled, shuffle(rand.New(rand.NewPCG(1, 6)), readJSON(t, seedCase), ""))
	want := embedded("one", seedCase)
	got := embedded("two", shuffled, "TZ=Pacific/Kiritimati", "LC_ALL=tr_TR.UTF-8", "GOMAXPROCS=1")
	for name := range want {
		if same := bytes.Equal(got[name], want[name]); same == (name == "manifest.json") {
			t.Errorf("%s is the same: %v", name, same)
		}
	}
	if len(want) < 10 || len(got) != len(want) {
		t.Errorf("%d and %d files", len(want), len(got))
	}
}

// Under a watch the bundles tell of the case file as it is, though no picture changed, and are
// made of the pictures of the last build.
func TestWatchedBundles(t *testing.T) {
	folder := t.TempDir()
	file, out := filepath.Join(folder, "entities.json"), filepath.Join(folder, "out")
	sound, err := os.ReadFile(filepath.Join(harbour, harbourCase))
	if err != nil {
		t.Fatal(err)
	}
	flags := buildFlags{bundle: true, drawFlags: drawFlags{pages: build.Pages{Prefix: "gg"}, out: out, timeout: time.Minute, scheme: "auto"}}
	cmd := &cobra.Command{}
	cmd.SetContext(context.Background())
	var told bytes.Buffer
	cmd.SetOut(&told)
	cmd.SetErr(&told)
	b, err := flags.builder(cmd)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Engine.Close()
	b.Remember = true
	built := func(data string) map[string][]byte {
		t.Helper()
		told.Reset()
		if err := os.WriteFile(file, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
		p, err := b.open(cmd, file)
		if err != nil {
			t.Fatal(err)
		}
		if err := b.build(cmd, p); err != nil {
			t.Fatalf("%v: %s", err, told.String())
		}
		return pictures(t, filepath.Join(out, "quay"))
	}
	first := built(string(sound))
	same := built(string(sound) + "\n")
	for name, data := range first {
		if equal := bytes.Equal(data, same[name]); equal == (name == "manifest.json") {
			t.Errorf("%s is the same: %v", name, equal)
		}
	}
	if got := told.String(); strings.Contains(got, "quay") {
		t.Errorf("quay was drawn again: %s", got)
	}
	for name, data := range built(strings.Replace(string(sound), "Work on the quay", "Labour on the quay", 1)) {
		switch name {
		case "figure.html", "figure.img.html", "page.html", "quay.md", "quay.svg":
			if bytes.Equal(data, first[name]) || !bytes.Contains(data, []byte("Labour on the quay")) {
				t.Errorf("%s is still the old one", name)
			}
		}
	}
	if first["page.html"] == nil || first["figure.html"] == nil {
		t.Error("the bundle has no page or no figure")
	}
}

// What goes into Markdown as HTML comes out of a reader of Markdown as it went in, whatever
// stands around it.
func TestHTMLInMarkdown(t *testing.T) {
	folder := t.TempDir()
	out, file := filepath.Join(folder, "out"), filepath.Join(folder, "article.md")
	reader := goldmark.New(goldmark.WithRendererOptions(html.WithUnsafe()))
	for as, name := range map[string]string{"figure": "figure.html", "img": "figure.img.html", "iframe": "embed.html"} {
		if err := os.WriteFile(file, []byte("- a list\n<!-- graphgen quay -->\n<!-- /graphgen quay -->\n*end*\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		args := []string{"embed", "quay", "--case", filepath.Join(harbour, harbourCase), "-o", out, "--into", file, "--as", as, "--base", "https://example.org/"}
		if code, _, stderr := graphgen(t, nil, args...); code != exitDone {
			t.Fatalf("exit code %d: %s", code, stderr)
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var page bytes.Buffer
		if err := reader.Convert(text, &page); err != nil {
			t.Fatal(err)
		}
		if whole := pictures(t, filepath.Join(out, "quay"))[name]; len(whole) == 0 || !bytes.Contains(page.Bytes(), whole) {
			t.Errorf("--as %s: the page has no %s as it was", as, name)
		}
		if !strings.HasPrefix(page.String(), "<ul>\n<li>a list</li>\n</ul>\n<!-- graphgen quay -->\n<") || !strings.Contains(page.String(), "<!-- /graphgen quay -->") {
			t.Errorf("--as %s: the page is %.200s", as, page.String())
		}
	}
}
