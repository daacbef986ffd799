package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"example.org/graphgen/internal/build"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/soak"
)

// TestNothingOnDiskIsLost runs random sequences of commands over a folder in which people edit
// and add files meanwhile. Whatever a person wrote is there after each command: in its place, or
// aside under another name. A view that has a bundle keeps it, unless --only is said, the case
// has the view no more, or it could not be drawn and the case says something else.
func TestNothingOnDiskIsLost(t *testing.T) {
	t.Parallel()
	sequences, programs := soak.Cases(2000, 200), soak.Cases(3, 1)
	if testing.Short() {
		sequences, programs = 60, 1
	}
	cache := &drawings{engine: graphviz.New(graphviz.Options{Command: workerCommand(graphviz.Verb)}), made: map[string]*render.Drawing{}}
	defer cache.engine.Close()
	var tally lossTally
	var group sync.WaitGroup
	next := make(chan uint64)
	for range 4 {
		group.Go(func() {
			for seed := range next {
				newLossWalk(t, seed, &tally, func(args []string) (int, string) {
					var said bytes.Buffer
					draw := cache.draw
					if slices.Contains(args, failing) {
						draw = cache.fail
					}
					code := runDrawing(draw, args, strings.NewReader(""), &bytes.Buffer{}, &said)
					return code, said.String()
				}).take(2 + int(seed)%3)
			}
		})
	}
	for seed := range uint64(sequences) {
		if !t.Failed() {
			next <- seed
		}
	}
	close(next)
	group.Wait()
	for seed := range uint64(programs) {
		newLossWalk(t, 1_000_000+seed, &tally, func(args []string) (int, string) {
			code, _, said := graphgen(t, nil, args...)
			return code, said
		}).take(5)
	}
	t.Logf("%d commands done, %d refused, %d failed; %d files put aside", tally.done, tally.refused, tally.failed, tally.aside)
	if tally.refused == 0 || tally.done == 0 || tally.failed == 0 || tally.aside == 0 {
		t.Error("these sequences show little")
	}
}

type lossTally struct {
	sync.Mutex
	done, refused, failed, aside int
}

// drawings are made once for each state of a view, with everything that anybody may want of it.
type drawings struct {
	sync.Mutex
	engine *graphviz.Engine
	made   map[string]*render.Drawing
}

// failing is the timeout at which nothing can be drawn.
const failing = "1ns"

func (d *drawings) draw(ctx context.Context, r *render.Renderer, v *network.View, job build.Job, digest [sha256.Size]byte) (*render.Drawing, error) {
	all := *r
	all.Engine, all.PNG, all.Card, all.Prefix = d.engine, true, true, build.DefaultPrefix+"-"
	key := fmt.Sprintf("%x %s %v %v", digest, job.Lang, r.Without, r.Kept[v.Spec.ID])
	d.Lock()
	defer d.Unlock()
	if made := d.made[key]; made != nil {
		return made, nil
	}
	made, err := all.Draw(ctx, v)
	if err == nil {
		d.made[key] = made
	}
	return made, err
}

// lossWalk is one sequence, in a folder of its own.
type lossWalk struct {
	t       *testing.T
	tally   *lossTally
	random  *rand.Rand
	dir     string
	run     func(args []string) (int, string)
	views   []string
	theirs  map[string]string // what people wrote, by path
	bundled map[string]bool   // views that have a bundle for an article
	seen    map[string]string // what was there after the last command, by path
	done    []string
}

// fail draws nothing.
func (*drawings) fail(context.Context, *render.Renderer, *network.View, build.Job, [sha256.Size]byte) (*render.Drawing, error) {
	return nil, errors.New("out of time")
}

func newLossWalk(t *testing.T, seed uint64, tally *lossTally, run func([]string) (int, string)) *lossWalk {
	root := ""
	if info, err := os.Stat("/dev/shm"); err == nil && info.IsDir() {
		root = "/dev/shm" // where waiting for the disk takes no time
	}
	dir, err := os.MkdirTemp(root, "nothing-lost-*")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	w := &lossWalk{t: t, tally: tally, random: rand.New(rand.NewPCG(seed, 13)), dir: dir, run: run, views: []string{"deal", "money"}, theirs: map[string]string{}, bundled: map[string]bool{}}
	w.writeCase("never took a coin")
	w.write("article.md", "# The deal\n\n<!-- graphgen deal -->\n<!-- /graphgen deal -->\n\nThe rest.\n")
	w.write("out/mine.txt", "mine")
	w.write("data/edits/mine.json", "{}")
	w.write("data/mine.svg", "mine")
	return w
}

func (w *lossWalk) path(name string) string { return filepath.Join(w.dir, filepath.FromSlash(name)) }

// write is something that a person does.
func (w *lossWalk) write(name, content string) {
	if err := os.MkdirAll(filepath.Dir(w.path(name)), 0o755); err != nil {
		w.t.Error(err)
	}
	if err := os.WriteFile(w.path(name), []byte(content), 0o644); err != nil {
		w.t.Error(err)
	}
	w.theirs[name] = content
}

func (w *lossWalk) writeCase(denial string) {
	var views []string
	for _, view := range w.views {
		views = append(views, fmt.Sprintf(`{"id": %q, "title": {"en": "The %s", "km": "កំពង់ផែ"}}`, view, view))
	}
	w.write("data/entities.json", `{"version": 1, "title": "Harbour", "language": "en",
  "sources": [{"id": "story", "type": "article", "title": "The deal", "publisher": "gazette"}],
  "entities": [
    {"id": "gazette", "type": "media", "name": "The Gazette"},
    {"id": "port", "type": "agency", "name": "Port Agency"},
    {"id": "traders", "type": "group", "name": "Traders"}
  ],
  "claims": [
    {"id": "c-bribe", "source": "story", "speaker": "traders", "relayedBy": "gazette", "quote": "paid them for berths", "standing": "alleged"},
    {"id": "c-denial", "source": "story", "speaker": "port", "relayedBy": "gazette", "quote": "`+denial+`", "standing": "stated", "answers": {"claim": "c-bribe", "as": "denies"}}
  ],
  "relations": [{"id": "bribe", "type": "bribed", "from": "traders", "to": "port", "claims": ["c-bribe"]}],
  "views": [`+strings.Join(views, ",\n    ")+`]
}
`)
}

// files are all that is there, by path.
func (w *lossWalk) files() map[string]string {
	all := map[string]string{}
	err := filepath.WalkDir(w.dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(w.dir, path)
		all[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		w.t.Error(err)
	}
	return all
}

// pick returns one of the files that are there whose name ends so; nothing where there is none.
func (w *lossWalk) pick(endings ...string) string {
	var names []string
	for name := range w.seen {
		if strings.HasPrefix(name, "out/") && slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(name, e) }) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	slices.Sort(names)
	return names[w.random.IntN(len(names))]
}

func (w *lossWalk) one(of ...string) string { return of[w.random.IntN(len(of))] }

// take takes a number of steps: people do something, and then a command is run.
func (w *lossWalk) take(steps int) {
	w.command("build", w.path("data/entities.json"), "-o", w.path("out"))
	for range steps {
		if w.random.IntN(3) > 0 {
			w.person()
		}
		w.command(w.arguments()...)
		if w.t.Failed() {
			return
		}
	}
}

// person edits, adds, damages or removes something.
func (w *lossWalk) person() {
	edit := func(name string, change func(string) string) {
		if data, err := os.ReadFile(w.path(name)); name != "" && err == nil {
			if changed := change(string(data)); changed != string(data) {
				w.write(name, changed)
			}
		}
	}
	switch w.random.IntN(11) {
	case 0:
		edit(w.pick(".dot"), func(s string) string { return strings.Replace(s, `label="Traders"`, `label="Merchants"`, 1) })
	case 1: // a formatter
		edit(w.pick(".dot"), func(s string) string { return strings.ReplaceAll(s, "\n", "\n\n") })
	case 2:
		edit(w.pick(".dot"), func(s string) string {
			before, rest, _ := strings.Cut(s, `original="`)
			_, after, found := strings.Cut(rest, `"`)
			if !found {
				return s
			}
			return before + `original="` + w.one("", "x") + `"` + after
		})
	case 3:
		edit(w.pick(".svg", ".html", ".md", ".png", ".csv", ".json"), func(s string) string { return s + "<!-- mine -->\n" })
	case 4:
		w.write(w.one("out/port.svg", "out/deal.card.png", "out/money.km.svg", "out/money/page.html", "out/claims.csv", "out/deal.svg.kept", "out/deal/mine.html"), "mine")
	case 5:
		edit("article.md", func(s string) string { return s + "More.\n" })
	case 6: // a view is given another id
		w.views[0] = w.one("deal", "port", "deal")
		w.writeCase("never took a coin")
	case 7: // a view comes or goes
		if len(w.views) > 1 {
			w.views = w.views[:1]
		} else {
			w.views = append(w.views, "money")
		}
		w.writeCase("never took a coin")
	case 8:
		w.writeCase(w.one("never took anything", "never took a coin"))
	case 9:
		if name := w.pick(".svg", ".dot"); name != "" {
			os.Remove(w.path(name))
			delete(w.theirs, name)
		}
	case 10:
		w.write("out/.graphgen-manifest.json", w.one(`{"files": {"mine.txt": "00"}}`, `{"files": {}}`))
		delete(w.theirs, "out/.graphgen-manifest.json")
	}
}

// arguments are those of some command.
func (w *lossWalk) arguments() []string {
	file, out := w.path("data/entities.json"), w.path("out")
	view := w.views[w.random.IntN(len(w.views))]
	maybe := func(args []string, more ...string) []string {
		if w.random.IntN(4) == 0 {
			return append(args, more...)
		}
		return args
	}
	switch w.random.IntN(10) {
	case 0, 1, 2, 3:
		args := []string{"build", file, "-o", out}
		for _, more := range [][]string{{"--lang", "km"}, {"--lang", "en,km"}, {"--format", "png"}, {"--format", "card"}, {"--bundle"}, {"--only"}, {"--timeout", failing}, {"--force"}, {"--keep-places"}, {"--without", "title"}} {
			args = maybe(args, more...)
		}
		return args
	case 4, 5:
		args := maybe(maybe(maybe([]string{"embed", view, "--case", file, "-o", out}, "--force"), "--timeout", failing), "--base", "https://example.org/")
		if view == "deal" {
			args = append(args, "--into", w.path("article.md"))
		}
		return args
	case 6:
		return maybe([]string{"export", "csv", file, "-o", out}, "--force")
	case 7:
		return []string{"export", "csv", file, "-o", w.path("tables")}
	}
	if dot := w.pick(".dot"); dot != "" {
		return maybe(maybe([]string{"merge", w.path(dot), file}, "--theirs"), "--adopt")
	}
	return []string{"build", file, "-o", out}
}

// command runs one, and wants everything that people wrote.
func (w *lossWalk) command(args ...string) {
	w.done = append(w.done, strings.ReplaceAll(strings.Join(args, " "), w.dir, "."))
	code, said := w.run(args)
	after := w.files()
	w.seen = after
	fail := func(format string, values ...any) {
		w.t.Errorf("%s\nafter %s\nexit code %d, said %s", fmt.Sprintf(format, values...), strings.Join(w.done, "\n      "), code, said)
	}
	w.tally.Lock()
	defer w.tally.Unlock()
	switch code {
	case exitDone:
		w.tally.done++
	case exitData:
		w.tally.refused++
	case exitDrawing:
		w.tally.failed++
	default:
		fail("this is no way to end")
	}
	if code != exitDone && said == "" {
		fail("nothing was said")
	}
	for _, name := range slices.Sorted(maps.Keys(w.theirs)) {
		w.expect(name, args, code, said, after, fail)
	}
	w.expectBundles(args, code, after, fail)
}
