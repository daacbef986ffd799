// Package hosttest shows the host pages of examples/hosts to Chromium and axe-core, to Hugo and
// to WordPress's filter. It holds tests alone, and must never know how a figure is made: what it
// judges is an article with a diagram, as its readers have it. That the pages are made of the
// example as it is now, cmd/graphgen tests.
package hosttest

import (
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"example.org/graphgen/internal/judges"
	"example.org/graphgen/internal/judges/chromium"
)

func TestMain(m *testing.M) { os.Exit(chromium.Sharing{Tests: m}.Run()) }

// host is an article with what stands in it.
type host struct {
	name  string
	page  string            // the file that is opened
	files map[string]string // of its site
	shown []shown           // in their order
}

// shown is a view that a host shows.
type shown struct {
	as      string // figure, img or iframe
	element string // by a selector of the page
	texts   []string
	links   []string // where its sources are
}

const credit, asOf = "Diagram: an invented example", "As of 10 May 2024"

// hosts are all of them. Hugo builds its own.
func hosts(t *testing.T) []host {
	t.Helper()
	gazette := "https://gazette.example/berths"
	statement := "https://bluelantern.example/statement"
	return []host{
		{"plain", "index.html", folder(t, "plain"), []shown{
			{"figure", `[id="gg-berths..figure"]`, []string{"Who gets the berths", "What pilots and the dockers’ union say, and what those they speak of answer.", credit, asOf, "I never took one baht"}, []string{gazette, statement}},
			{as: "iframe", element: `[id="gg-count..frame"]`},
		}},
		{"hugo", "sand/index.html", built(t), []shown{
			{"figure", `[id="gg-sand..figure"]`, []string{"The way of the sand", "From the river beds to Singapore.", credit, asOf, "The dredgers took our bank"}, []string{gazette, statement}},
		}},
		{"wordpress", "index.html", folder(t, "wordpress"), []shown{
			{"img", `[id="gg-quay..figure"]`, []string{"Work on the quay", "Who hired whom, and who goes without pay.", credit, asOf, "have worked eleven weeks without pay"}, []string{gazette}},
		}},
	}
}

// examples is the folder of the host pages, as seen from this package.
var examples = filepath.Join("..", "..", "..", "examples", "hosts")

func folder(t *testing.T, name string) map[string]string {
	t.Helper()
	return filesIn(t, filepath.Join(examples, name))
}

// filesIn are the files of a site that is in a folder.
func filesIn(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	site := os.DirFS(folder)
	err := fs.WalkDir(site, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(site, name)
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// built is what Hugo makes of its site. It writes nothing beside the site itself.
func built(t *testing.T) map[string]string {
	t.Helper()
	hugo, site := judges.Program(t, "hugo"), t.TempDir()
	if err := os.CopyFS(site, os.DirFS(filepath.Join(examples, "hugo"))); err != nil {
		t.Fatal(err)
	}
	public := filepath.Join(site, "built")
	build := exec.Command(hugo, "--source", site, "--destination", public, "--cacheDir", filepath.Join(site, "cache"), "--baseURL", "https://host.example/")
	if said, err := build.CombinedOutput(); err != nil || strings.Contains(string(said), "WARN") {
		t.Fatalf("hugo: %v\n%s", err, said)
	}
	return filesIn(t, public)
}

// with is the host with another page.
func (h host) with(page string) host {
	h.files = maps.Clone(h.files)
	h.files[h.page] = page
	return h
}
