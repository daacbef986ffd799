package output

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What is not as it was written is somebody's: it is refused by name, whether it would be
// replaced or removed, and nothing else is touched either. Put aside, it is there still.
func TestSomebodysWork(t *testing.T) {
	published := map[string]string{"a.svg": "1", "b.dot": "1", "v/a.svg": "1", "stale.svg": "1"}
	for name, removed := range map[string]bool{"a.svg": false, "v/a.svg": false, "stale.svg": true, "new.svg": false} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			mustPublish(t, dir, published)
			fill(t, dir, map[string]string{name: "by hand"})
			before := held(t, dir)
			manifest := contentOf(t, filepath.Join(dir, ManifestName))
			next := map[string]string{"a.svg": "2", "b.dot": "2", "v/a.svg": "2", "new.svg": "2"}
			p := Publication{By: "test", Files: filesOf(next)}
			_, err := Publish(dir, p)
			var foreign *ForeignError
			if !errors.As(err, &foreign) || len(foreign.Files) != 1 {
				t.Fatalf("error %v, want that %s is refused", err, name)
			}
			if f := foreign.Files[0]; f.Name != name || f.Removed != removed || f.Edited != (name != "new.svg") {
				t.Errorf("told %+v", f)
			}
			wantError(t, err, filepath.FromSlash(name))
			wantHeld(t, dir, before)
			if contentOf(t, filepath.Join(dir, ManifestName)) != manifest {
				t.Error("the manifest was written")
			}
			fill(t, dir, map[string]string{name + ".kept": "earlier"})
			p.Aside = true
			result, err := Publish(dir, p)
			if want := []Aside{{name, name + ".kept-2"}}; err != nil || !slices.Equal(result.Aside, want) {
				t.Fatalf("put aside %v, error %v", result.Aside, err)
			}
			next[name+".kept"], next[name+".kept-2"] = "earlier", "by hand"
			wantHeld(t, dir, next)
		})
	}
}

// A manifest may name anybody's file: the sum tells that it is not graphgen's.
func TestManifestNamesAnothersFile(t *testing.T) {
	for _, sum := range []string{"", "x", strings.Repeat("0", 64)} {
		dir := t.TempDir()
		fill(t, dir, map[string]string{"mine.txt": "1", ManifestName: fmt.Sprintf(`{"files": {"mine.txt": %q}}`, sum)})
		_, err := publish(dir, filesOf(map[string]string{"a.svg": "1"}))
		wantError(t, err, "mine.txt", "was changed since graphgen wrote it")
		wantHeld(t, dir, map[string]string{"mine.txt": "1"})
	}
}

// What is the same already, and what its producer takes for its own, is in nobody's way.
func TestOurs(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, map[string]string{"a.svg": "1", "b.dot": "settled"})
	p := Publication{By: "test", Files: filesOf(map[string]string{"a.svg": "1", "b.dot": "2"}), Ours: func(name string, data []byte) bool {
		return name == "b.dot" && string(data) == "settled"
	}}
	if _, err := Publish(dir, p); err != nil {
		t.Fatal(err)
	}
	wantHeld(t, dir, map[string]string{"a.svg": "1", "b.dot": "2"})
}

// Each producer removes its own files alone, and only those that it does not let stay.
func TestProducers(t *testing.T) {
	dir := t.TempDir()
	if _, err := Publish(dir, Publication{By: "build", Files: []File{{Name: "a.svg", Data: []byte("1"), Note: "n"}, {Name: "b.svg", Data: []byte("1")}}}); err != nil {
		t.Fatal(err)
	}
	if _, err := Publish(dir, Publication{By: "csv", Files: filesOf(map[string]string{"claims.csv": "1"})}); err != nil {
		t.Fatal(err)
	}
	all := map[string]string{"a.svg": "1", "b.svg": "1", "claims.csv": "1"}
	wantHeld(t, dir, all)
	wantManifest(t, dir, all)
	result, err := Publish(dir, Publication{By: "build", Stays: func(name, note string) bool { return name == "a.svg" && note == "n" }})
	if err != nil || !slices.Equal(result.Removed, []string{"b.svg"}) {
		t.Errorf("removed %q, error %v", result.Removed, err)
	}
	delete(all, "b.svg")
	wantHeld(t, dir, all)
	wantManifest(t, dir, all)
	if _, err := Publish(dir, Publication{By: "csv"}); err != nil {
		t.Fatal(err)
	}
	delete(all, "claims.csv")
	wantHeld(t, dir, all)
}

// A run that was killed between its manifests leaves files of which the first tells what they
// held: they are graphgen's still.
func TestKilledBetweenManifests(t *testing.T) {
	dir := t.TempDir()
	old := map[string]string{"a.svg": "1", "b.svg": "1"}
	mustPublish(t, dir, old)
	next := map[string]string{"a.svg": "2", "b.svg": "2"}
	now, err := manifestOf(Publication{By: "test", Files: filesOf(next)})
	if err != nil {
		t.Fatal(err)
	}
	now.Swaps = map[string]string{}
	for name := range old {
		if now.Swaps[name], err = sumOf(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	fill(t, dir, map[string]string{ManifestName: string(now.file().Data), "a.svg": "2"})
	third := map[string]string{"a.svg": "3", "b.svg": "3"}
	mustPublish(t, dir, third)
	wantHeld(t, dir, third)
	if manifest := contentOf(t, filepath.Join(dir, ManifestName)); strings.Contains(manifest, `"before"`) {
		t.Errorf("what was is listed still: %s", manifest)
	}
}

// What is in the way is told before anything is made.
func TestInTheWay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	if found, err := InTheWay(dir, []string{"a.svg"}, nil); err != nil || len(found) > 0 {
		t.Errorf("in no folder: %v, %v", found, err)
	}
	mustPublish(t, dir, map[string]string{"a.svg": "1", "b.svg": "1"})
	fill(t, dir, map[string]string{"b.svg": "2", "c.svg": "1"})
	found, err := InTheWay(dir, []string{"a.svg", "b.svg", "c.svg", "d.svg"}, nil)
	names := map[string]bool{}
	for _, f := range found {
		names[f.Name] = f.Edited
	}
	if want := map[string]bool{"b.svg": true, "c.svg": false}; err != nil || !maps.Equal(names, want) {
		t.Errorf("found %v, error %v", names, err)
	}
	if _, err := os.Lstat(filepath.Join(dir, stagingName)); err == nil {
		t.Error("it was staged")
	}
}
