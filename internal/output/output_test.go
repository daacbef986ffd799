package output

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// held returns the files of a folder by name, and those in folders below as FOLDER/NAME,
// without those that it keeps for itself. Of what is no file the content is its kind, as of a
// folder that is empty.
func held(t *testing.T, dir string) map[string]string {
	t.Helper()
	files, err := heldIn(dir)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func heldIn(dir string) (map[string]string, error) {
	entries, err := os.ReadDir(dir)
	files := map[string]string{}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		switch {
		case e.Name() == ManifestName || e.Name() == lockName:
		case e.Type().IsRegular():
			data, err := os.ReadFile(path)
			if err != nil {
				return nil, err
			}
			files[e.Name()] = string(data)
		case e.IsDir():
			inside, err := heldIn(path)
			if err != nil {
				return nil, err
			}
			for name, content := range inside {
				files[e.Name()+"/"+name] = content
			}
			if len(inside) == 0 {
				files[e.Name()] = kind(e.Type())
			}
		default:
			files[e.Name()] = kind(e.Type())
		}
	}
	return files, err
}

func contentOf(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// fill writes files by path below a folder.
func fill(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// filesOf turns contents by name into files, sorted by name.
func filesOf(contents map[string]string) []File {
	var files []File
	for _, name := range slices.Sorted(maps.Keys(contents)) {
		files = append(files, File{Name: name, Data: []byte(contents[name])})
	}
	return files
}

// publish publishes files as one producer.
func publish(dir string, files []File) (Result, error) {
	return Publish(dir, Publication{By: "test", Files: files})
}

// publishFolders publishes what is in some folders; what is published beside them stays.
func publishFolders(dir string, folders []string, files []File) (Result, error) {
	return Publish(dir, Publication{By: "test", Files: files, Stays: func(name, _ string) bool {
		return !slices.ContainsFunc(folders, func(folder string) bool { return strings.EqualFold(folder, folderOf(name)) })
	}})
}

func mustPublish(t *testing.T, dir string, contents map[string]string) Result {
	t.Helper()
	result, err := publish(dir, filesOf(contents))
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func wantHeld(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	if got := held(t, dir); !maps.Equal(got, want) {
		t.Errorf("the folder holds %q, want %q", got, want)
	}
}

func wantError(t *testing.T, err error, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("error %v, want one with %q", err, part)
		}
	}
}

func TestPublishReplacesAndRemoves(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "made", "out")
	mustPublish(t, dir, map[string]string{"a.svg": "1", "b.svg": "1", "c.svg": "1"})
	fill(t, dir, map[string]string{"mine.svg": "by hand", ".tmp-a.svg1": "by others"})
	result := mustPublish(t, dir, map[string]string{"a.svg": "2"})
	if want := []string{"b.svg", "c.svg"}; !slices.Equal(result.Removed, want) {
		t.Errorf("removed %q, want %q", result.Removed, want)
	}
	wantHeld(t, dir, map[string]string{"a.svg": "2", "mine.svg": "by hand", ".tmp-a.svg1": "by others"})
}

// What is stale and already gone is not told as removed.
func TestRemovedByOthers(t *testing.T) {
	dir := t.TempDir()
	mustPublish(t, dir, map[string]string{"a.svg": "1", "b.svg": "1"})
	if err := os.Remove(filepath.Join(dir, "a.svg")); err != nil {
		t.Fatal(err)
	}
	if result := mustPublish(t, dir, nil); !slices.Equal(result.Removed, []string{"b.svg"}) {
		t.Errorf("removed %q, want b.svg alone", result.Removed)
	}
	wantHeld(t, dir, nil)
}

func TestSameFilesAreLeftUntouched(t *testing.T) {
	dir := t.TempDir()
	contents := map[string]string{"a.svg": "1", "b.svg": "1", "empty.svg": ""}
	mustPublish(t, dir, contents)
	long := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	before := map[string]fs.FileInfo{}
	for _, name := range []string{"a.svg", "b.svg", "empty.svg", ManifestName, lockName} {
		path := filepath.Join(dir, name)
		if err := os.Chtimes(path, long, long); err != nil {
			t.Fatal(err)
		}
		before[name] = stat(t, path)
	}
	mustPublish(t, dir, contents)
	for name, old := range before {
		if now := stat(t, filepath.Join(dir, name)); !os.SameFile(old, now) || !now.ModTime().Equal(long) {
			t.Errorf("%s was written again", name)
		}
	}
	contents["b.svg"] = "2"
	mustPublish(t, dir, contents)
	for _, name := range []string{"a.svg", "empty.svg"} {
		if now := stat(t, filepath.Join(dir, name)); !os.SameFile(before[name], now) || !now.ModTime().Equal(long) {
			t.Errorf("%s was written again beside another", name)
		}
	}
	if now := stat(t, filepath.Join(dir, "b.svg")); os.SameFile(before["b.svg"], now) {
		t.Error("b.svg was written in place")
	}
}

func stat(t *testing.T, path string) fs.FileInfo {
	t.Helper()
	info, err := os.Lstat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info
}

func TestNames(t *testing.T) {
	good := []string{"a", "view.svg", "View_2.dot", "_x", "a-b.c.d", "console.svg", "com.svg", "0", "view2", "view/figure.html", "a.b/c", "a/a", "view.km/x", strings.Repeat("n", 250)}
	bad := []string{
		"", ".", "..", "../a", "a/", "/a", "a//b", "a/b/c", "a/..", "../a.svg", "./a", "a/.", ".a/b", "a/.b", "nul/a", "a/nul.svg", `a\b`, `..\a`, "/etc/passwd", `C:\a`, "C:a", "a:stream", "-rf", ".hidden", "a.", "a ", " a", "a\x00b", "a\nb", "é.svg",
		"nul", "NUL.svg", "con.tar.gz", "Com1.svg", "lpt9", "aux.dot", ManifestName, lockName, stagingName,
	}
	for _, name := range good {
		dir := t.TempDir()
		mustPublish(t, dir, map[string]string{name: "1"})
		wantHeld(t, dir, map[string]string{name: "1"})
	}
	for _, name := range bad {
		dir := filepath.Join(t.TempDir(), "out")
		_, err := publish(dir, []File{{Name: "good.svg", Data: nil}, {Name: name, Data: nil}})
		wantError(t, err, "choose another")
		if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q: something was written", name)
		}
	}
	_, err := publish(t.TempDir(), []File{{Name: strings.Repeat("n", 300)}})
	wantError(t, err, "choose a shorter name")
}

func TestNamesThatAreOneFileOnSomeSystems(t *testing.T) {
	for _, names := range [][2]string{
		{"Map.svg", "map.svg"}, {"a.svg", "a.svg"}, {"a/Map.svg", "a/map.svg"}, {"A/b", "a/c"},
		{"a", "a/b"}, {"a/b", "A"},
	} {
		_, err := publish(t.TempDir(), []File{{Name: names[0], Data: nil}, {Name: names[1], Data: nil}})
		wantError(t, err, strings.Split(names[0], "/")[0], strings.Split(names[1], "/")[0], "rename one")
	}
}

// A name that changes only its case keeps its file, where both are one, too.
func TestNameChangesItsCase(t *testing.T) {
	dir := t.TempDir()
	mustPublish(t, dir, map[string]string{"Map.svg": "1"})
	mustPublish(t, dir, map[string]string{"map.svg": "1"})
	wantHeld(t, dir, map[string]string{"map.svg": "1"})
}

func TestHostileManifests(t *testing.T) {
	const advice = "remove it and every outdated file beside it"
	deep := strings.Repeat(`{"files":`, 20000)
	tests := []struct {
		name, manifest string
		wantError      string // "" where it is taken as it is
	}{
		{"names that lead out", `{"files": {"../victim": "", "sub/sub/victim": "", "sub/../victim": "", "sub//victim": "", "sub/.hidden": "", "sub/": "", "/victim": "", ".git/victim": "", "..": "", ".": "", "": "", "/etc/hostname": "", "..\\victim": "", "a\u0000": "", ".git": "", "NUL": "", ".graphgen-lock": ""}}`, ""},
		{"a sum that is none", `{"files": {"gone.svg": "x"}}`, ""},
		{"one of its own files", `{"files": {"` + ManifestName + `": "", "` + stagingName + `": ""}}`, ""},
		{"unknown fields", `{"files": {}, "later": [1]}`, ""},
		{"null", `null`, advice},
		{"nothing", ``, advice},
		{"no files", `{}`, advice},
		{"files null", `{"files": null}`, advice},
		{"files a list", `{"files": ["a.svg"]}`, advice},
		{"cut off", `{"files": {"a.svg": "`, advice},
		{"merge conflict", "{\n<<<<<<< HEAD\n", advice},
		{"too large", `{"files": {` + strings.Repeat(" ", maxManifest) + `}}`, advice},
		{"too deep", deep, advice},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			parent := t.TempDir()
			dir := filepath.Join(parent, "out")
			others := map[string]string{"out/sub/sub/victim": "1", "out/sub/victim": "1", "out/sub/.hidden": "1", "victim": "1", "out/.git": "1", "out/mine.svg": "1"}
			fill(t, parent, others)
			fill(t, dir, map[string]string{ManifestName: test.manifest})
			_, err := publish(dir, []File{{Name: "a.svg", Data: []byte("new")}})
			for path, content := range others {
				if got := contentOf(t, filepath.Join(parent, filepath.FromSlash(path))); got != content {
					t.Errorf("%s is %q now", path, got)
				}
			}
			_, absent := os.Lstat(filepath.Join(dir, "a.svg"))
			if test.wantError != "" {
				wantError(t, err, ManifestName, test.wantError)
				if absent == nil || contentOf(t, filepath.Join(dir, ManifestName)) != test.manifest {
					t.Error("something was written")
				}
				return
			}
			if err != nil || absent != nil {
				t.Errorf("error %v, want a.svg published", err)
			}
		})
	}
}

// Whatever stands where graphgen keeps a file stays there, and nothing else is touched.
func TestWhatIsNoFile(t *testing.T) {
	for _, name := range []string{"a.svg", "new.svg", "stale.svg", ManifestName, lockName} {
		for _, empty := range []bool{true, false} {
			dir := t.TempDir()
			mustPublish(t, dir, map[string]string{"a.svg": "1", "b.svg": "1", "stale.svg": "1"})
			path := filepath.Join(dir, name)
			if err := os.RemoveAll(path); err != nil {
				t.Fatal(err)
			}
			if err := os.Mkdir(path, 0o755); err != nil {
				t.Fatal(err)
			}
			if !empty {
				fill(t, path, map[string]string{"inside": "1"})
			}
			before := held(t, dir)
			result, err := publish(dir, filesOf(map[string]string{"a.svg": "2", "b.svg": "2", "new.svg": "2"}))
			wantError(t, err, name, "is a folder", "move it away")
			if len(result.Removed) > 0 {
				t.Errorf("removed %q", result.Removed)
			}
			wantHeld(t, dir, before)
		}
	}
}

func TestFolders(t *testing.T) {
	parent := t.TempDir()
	fill(t, parent, map[string]string{"file": "1"})
	for _, dir := range []string{filepath.Join(parent, "file"), filepath.Join(parent, "file", "below")} {
		_, err := publish(dir, []File{{Name: "a.svg", Data: nil}})
		wantError(t, err, "file", "choose another folder")
	}
	_, err := publish("", []File{{Name: "a.svg", Data: nil}})
	wantError(t, err, "name one")
	if got := contentOf(t, filepath.Join(parent, "file")); got != "1" {
		t.Errorf("the file is %q now", got)
	}
}

// What a killed run left in the staging folder goes, with or without anything to write.
func TestLeftovers(t *testing.T) {
	dir := t.TempDir()
	contents := map[string]string{"a.svg": "1"}
	mustPublish(t, dir, contents)
	for _, content := range []string{"1", "2"} {
		fill(t, dir, map[string]string{stagingName + "/0": "half", stagingName + "/17": "half"})
		contents["a.svg"] = content
		mustPublish(t, dir, contents)
		wantHeld(t, dir, contents)
	}
}

func TestLockIsGivenUpInTime(t *testing.T) {
	path := filepath.Join(t.TempDir(), lockName)
	unlock, err := lock(path, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	_, err = lock(path, 20*time.Millisecond)
	wantError(t, err, "another program has held", lockName, "end it, or wait")
	unlock()
	// The one that gave up must not keep the lock that came to it too late.
	unlock, err = lock(path, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	unlock()
}
