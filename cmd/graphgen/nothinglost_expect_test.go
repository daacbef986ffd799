package main

import (
	"path/filepath"
	"slices"
	"strings"
)

// expect wants a person's file as it was, or aside; and where it was merged or is an article, what
// it had.
func (w *lossWalk) expect(name string, args []string, code int, said string, after map[string]string, fail func(string, ...any)) {
	was := w.theirs[name]
	now, there := after[name]
	switch {
	case now == was && there:
		if code == exitDone && args[0] == "merge" && args[1] == w.path(name) {
			delete(w.theirs, name) // what it has is kept elsewhere
		}
		return
	case code == exitDone && args[0] == "merge" && (args[1] == w.path(name) || name == "data/entities.json"):
		delete(w.theirs, name)
		return
	case name == "article.md" && args[0] == "embed":
		if outsideMarkers(now) != outsideMarkers(was) {
			fail("the article is now %q", now)
		}
		w.theirs[name] = now
		return
	}
	for other, content := range after {
		if content == was && strings.HasPrefix(other, name+".kept") {
			w.theirs[other] = was
			delete(w.theirs, name)
			w.tally.aside++
			if !strings.Contains(said, filepath.Base(other)) {
				fail("nobody was told of %s", other)
			}
			return
		}
	}
	fail("%s is lost", name)
}

func outsideMarkers(text string) string {
	before, rest, _ := strings.Cut(text, "<!-- graphgen deal -->")
	_, after, _ := strings.Cut(rest, "<!-- /graphgen deal -->")
	return before + after
}

// expectBundles wants the bundles of views that the case still has.
func (w *lossWalk) expectBundles(args []string, code int, after map[string]string, fail func(string, ...any)) {
	if slices.Contains(args, "--only") {
		clear(w.bundled)
	}
	for view := range w.bundled {
		if _, there := after["out/"+view+"/page.html"]; !there && code == exitDone && slices.Contains(w.views, view) {
			fail("the bundle of %s is gone", view)
		}
		if _, there := after["out/"+view+"/page.html"]; !there {
			delete(w.bundled, view)
		}
	}
	if args[0] == "embed" && code == exitDone {
		w.bundled[args[1]] = true
	}
	if strings.Contains(strings.Join(args, " "), failing) {
		clear(w.bundled) // where the case changed they are gone
	}
}
