package output

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// A folder comes with its first file and goes with its last, unless others use it.
func TestFoldersComeAndGo(t *testing.T) {
	dir := t.TempDir()
	mustPublish(t, dir, map[string]string{"flows.svg": "1", "flows/figure.html": "1", "flows/page.html": "1", "money/figure.html": "1"})
	fill(t, dir, map[string]string{"money/mine.html": "by hand"})
	result := mustPublish(t, dir, map[string]string{"flows.svg": "1", "flows/page.html": "2"})
	if want := []string{"flows/figure.html", "money/figure.html"}; !slices.Equal(result.Removed, want) {
		t.Errorf("removed %q, want %q", result.Removed, want)
	}
	wantHeld(t, dir, map[string]string{"flows.svg": "1", "flows/page.html": "2", "money/mine.html": "by hand"})
	mustPublish(t, dir, map[string]string{"flows.svg": "1"})
	wantHeld(t, dir, map[string]string{"flows.svg": "1", "money/mine.html": "by hand"})
	wantManifest(t, dir, map[string]string{"flows.svg": "1"})
}

// A folder that was left empty, as by a program that was killed, goes with the rest; one that
// is gone with its files comes again though nothing else changed.
func TestFoldersThatOthersTookAway(t *testing.T) {
	dir := t.TempDir()
	contents := map[string]string{"a/1.svg": "1", "b/1.svg": "1"}
	mustPublish(t, dir, contents)
	if err := errors.Join(os.RemoveAll(filepath.Join(dir, "a")), os.Remove(filepath.Join(dir, "b", "1.svg"))); err != nil {
		t.Fatal(err)
	}
	mustPublish(t, dir, contents)
	wantHeld(t, dir, contents)
	if err := errors.Join(os.RemoveAll(filepath.Join(dir, "a")), os.Remove(filepath.Join(dir, "b", "1.svg"))); err != nil {
		t.Fatal(err)
	}
	if result := mustPublish(t, dir, nil); len(result.Removed) > 0 {
		t.Errorf("removed %q", result.Removed)
	}
	wantHeld(t, dir, nil)
}

// Where a file or a link stands in place of a folder, or a folder in place of a file in it,
// nothing is touched, in the folder and where the link leads.
func TestWhatIsNoFolder(t *testing.T) {
	for _, name := range []string{"view", "new", "stale", "view/a.svg", "new/a.svg", "stale/a.svg"} {
		for _, instead := range []string{"file", "folder", "link to a folder", "link to a file", "link to nothing"} {
			if instead == "folder" && folderOf(name) == "" || instead == "file" && folderOf(name) != "" {
				continue
			}
			t.Run(name+" is a "+instead, func(t *testing.T) {
				parent := t.TempDir()
				dir := filepath.Join(parent, "out")
				mustPublish(t, dir, map[string]string{"view/a.svg": "1", "b.svg": "1", "stale/a.svg": "1", "stale.svg": "1"})
				fill(t, parent, map[string]string{"victim": "1", "folder/a.svg": "1"})
				path := pathIn(dir, name)
				if err := errors.Join(os.RemoveAll(path), os.MkdirAll(filepath.Dir(path), 0o755)); err != nil {
					t.Fatal(err)
				}
				up, _ := filepath.Rel(filepath.Dir(path), parent)
				var err error
				switch instead {
				case "file":
					err = os.WriteFile(path, []byte("1"), 0o644)
				case "folder":
					err = os.Mkdir(path, 0o755)
				case "link to a folder":
					err = os.Symlink(filepath.Join(up, "folder"), path)
				case "link to a file":
					err = os.Symlink(filepath.Join(up, "victim"), path)
				case "link to nothing":
					err = os.Symlink(filepath.Join(up, "nothing"), path)
				}
				if err != nil {
					t.Skip(err) // Windows lets not everybody make links
				}
				before := held(t, parent)
				result, err := publish(dir, filesOf(map[string]string{"view/a.svg": "2", "b.svg": "2", "new/a.svg": "2"}))
				wantError(t, err, filepath.FromSlash(name), "where graphgen keeps a f", "move it away")
				if len(result.Removed) > 0 {
					t.Errorf("removed %q", result.Removed)
				}
				wantHeld(t, parent, before)
			})
		}
	}
}

func TestPublishFolders(t *testing.T) {
	dir := t.TempDir()
	built := map[string]string{"flows.svg": "1", "money.svg": "1", "flows/figure.html": "1", "flows/old.html": "1", "money/figure.html": "1"}
	mustPublish(t, dir, built)
	result, err := publishFolders(dir, []string{"flows", "new"}, filesOf(map[string]string{"flows/figure.html": "2", "new/figure.html": "2"}))
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"flows/old.html"}; !slices.Equal(result.Removed, want) {
		t.Errorf("removed %q, want %q", result.Removed, want)
	}
	want := maps.Clone(built)
	delete(want, "flows/old.html")
	want["flows/figure.html"], want["new/figure.html"] = "2", "2"
	wantHeld(t, dir, want)
	wantManifest(t, dir, want)
	mustPublish(t, dir, map[string]string{"flows.svg": "1"})
	wantHeld(t, dir, map[string]string{"flows.svg": "1"})
}

// A folder is the same whatever its letters' case: the old one goes.
func TestPublishFoldersOfAnotherCase(t *testing.T) {
	dir := t.TempDir()
	mustPublish(t, dir, map[string]string{"Flows/figure.html": "1"})
	if _, err := publishFolders(dir, []string{"flows"}, filesOf(map[string]string{"flows/figure.html": "1"})); err != nil {
		t.Fatal(err)
	}
	wantHeld(t, dir, map[string]string{"flows/figure.html": "1"})
}

func TestPublishFoldersRefuses(t *testing.T) {
	dir := t.TempDir()
	built := map[string]string{"flows": "1", "a/figure.html": "1"}
	mustPublish(t, dir, built)
	_, err := publishFolders(dir, []string{"Flows"}, filesOf(map[string]string{"Flows/figure.html": "2"}))
	wantError(t, err, `"flows" cannot be a file and the folder of "Flows/figure.html"`)
	wantHeld(t, dir, built)
}
