package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/judges"
	"example.org/graphgen/internal/network"
)

// The seed case and its committed pictures, as seen from this package.
var (
	seedCase  = filepath.Join("..", "..", "data", "entities.json")
	committed = filepath.Join("..", "..", "out")
)

// seedSource is the seed case's one source.
const seedSource = "focus-interview"

// TestCommittedPictures holds the pictures that are committed to the data that they are drawn from.
func TestCommittedPictures(t *testing.T) {
	want := pictures(t, buildInto(t, seedCase))
	got := pictures(t, committed)
	const remedy = "run in the top folder: go run ./cmd/graphgen build"
	for name := range want {
		if got[name] == nil {
			t.Errorf("out/%s is not there; %s", name, remedy)
		} else if !bytes.Equal(got[name], want[name]) {
			t.Errorf("out/%s is stale; %s", name, remedy)
		}
	}
	for name := range got {
		if want[name] == nil {
			t.Errorf("out/%s is of no view of the case; %s", name, remedy)
		}
	}
}

// TestSeedQuotes looks for every quote of the seed case in the article.
func TestSeedQuotes(t *testing.T) {
	path, ok := seedText(t)
	if !ok {
		t.Skip("the quotes of the seed case were not checked: its article is not here")
	}
	var stdout, stderr bytes.Buffer
	code := run([]string{"check", "--text", seedSource + "=" + path, "--format", "json", seedCase}, nil, &stdout, &stderr)
	var report struct {
		Problems []struct{ Slug, Severity, Message string }
	}
	if err := json.Unmarshal(stdout.Bytes(), &report); err != nil {
		t.Fatalf("%v in %q", err, stdout.String())
	}
	for _, p := range report.Problems {
		if p.Severity == "error" || strings.HasPrefix(p.Slug, "quote") {
			t.Errorf("%s: %s [%s]", p.Severity, p.Message, p.Slug)
		}
	}
	if code != exitDone {
		t.Errorf("exit code %d: %s", code, stderr.String())
	}
	t.Logf("%d quotes were looked for in the article", len(loadSeed(t).Case.Claims))
}

// TestSeedViews makes sure that nothing which the seed case could draw is in no view.
func TestSeedViews(t *testing.T) {
	index := entities.NewIndex(loadSeed(t).Case)
	views := viewsOf(index)
	if len(views) < 5 {
		t.Errorf("%d views, want five at least", len(views))
	}
	var ids []string
	for _, r := range index.Case.Relations {
		ids = append(ids, r.ID)
	}
	for _, f := range index.Case.Flows {
		ids = append(ids, f.ID)
	}
	for _, f := range index.Case.Figures {
		ids = append(ids, f.ID)
	}
	for _, id := range ids {
		if !slices.ContainsFunc(views, func(v *network.View) bool { return v.Shows(id) }) {
			t.Errorf("no view shows %q", id)
		}
	}
}

// TestPicturesAreXML has the pictures read by a parser that is not ours.
func TestPicturesAreXML(t *testing.T) {
	xmllint := judges.Program(t, "xmllint")
	paths, err := filepath.Glob(filepath.Join(committed, "*.svg"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no pictures: %v", err)
	}
	if said, err := exec.Command(xmllint, append([]string{"--noout", "--nonet"}, paths...)...).CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, said)
	}
}

// TestDOTIsWhatTheViewIs has the DOT read by a Graphviz that is not ours, and counted.
func TestDOTIsWhatTheViewIs(t *testing.T) {
	dot := judges.Program(t, "dot")
	for _, v := range viewsOf(entities.NewIndex(loadSeed(t).Case)) {
		t.Run(v.Spec.ID, func(t *testing.T) {
			path := filepath.Join(committed, v.Spec.ID+".dot")
			if said, err := exec.Command(dot, "-Tcanon", "-o", os.DevNull, path).CombinedOutput(); err != nil || len(said) > 0 {
				t.Errorf("dot -Tcanon: %v: %s", err, said)
			}
			nodes, edges := countDOT(t, dot, path)
			if nodes != len(v.Nodes) || edges != len(v.Edges) {
				t.Errorf("%d nodes and %d edges in the DOT, %d and %d in the view", nodes, edges, len(v.Nodes), len(v.Edges))
			}
		})
	}
}

// countDOT counts nodes and edges as Graphviz reads them.
func countDOT(t *testing.T, dot, path string) (nodes, edges int) {
	t.Helper()
	out, err := exec.Command(dot, "-Tjson", path).Output()
	if err != nil {
		t.Fatalf("dot -Tjson: %v", err)
	}
	var graph struct {
		Subgraphs int               `json:"_subgraph_cnt"`
		Objects   []json.RawMessage `json:"objects"` // the subgraphs, then the nodes
		Edges     []json.RawMessage `json:"edges"`
	}
	if err := json.Unmarshal(out, &graph); err != nil {
		t.Fatal(err)
	}
	return len(graph.Objects) - graph.Subgraphs, len(graph.Edges)
}

// loadSeed loads the seed case.
func loadSeed(t testing.TB) *entities.File {
	t.Helper()
	data, err := os.ReadFile(seedCase)
	if err != nil {
		t.Fatal(err)
	}
	file, problems := entities.Load(seedCase, data)
	if problems.HasErrors() {
		t.Fatalf("%v", problems)
	}
	return file
}

// seedText finds the article, which is not part of the project: the one text beside it that
// has the sum which the seed case gives.
func seedText(t testing.TB) (path string, ok bool) {
	t.Helper()
	want := entities.NewIndex(loadSeed(t).Case).Source(seedSource).Text.SHA256
	paths, err := filepath.Glob(filepath.Join("..", "..", "..", "shared", "seeds", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if data, err := os.ReadFile(path); err == nil {
			if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) == want {
				return path, true
			}
		}
	}
	if len(paths) > 0 && judges.Required() {
		t.Errorf("none of %v is the text that the seed case was made from", paths)
	}
	return "", false
}

// buildInto builds a case file in this process, and returns the folder it wrote to.
func buildInto(t *testing.T, path string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out")
	var stdout, stderr bytes.Buffer
	if code := run([]string{"build", path, "-o", out, "--timeout", "5m"}, nil, &stdout, &stderr); code != exitDone {
		t.Fatalf("exit code %d: %s", code, stderr.String())
	}
	return out
}

// pictures reads what build wrote, but for what it keeps for itself.
func pictures(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	files, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	read := map[string][]byte{}
	for _, f := range files {
		if strings.HasPrefix(f.Name(), ".") {
			continue
		}
		if read[f.Name()], err = os.ReadFile(filepath.Join(folder, f.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return read
}

// viewsOf selects every view of a case, as build does.
func viewsOf(index *entities.Index) []*network.View {
	selected := network.New(index)
	views := make([]*network.View, len(index.Case.Views))
	for i := range index.Case.Views {
		views[i] = selected.View(&index.Case.Views[i])
	}
	return views
}
