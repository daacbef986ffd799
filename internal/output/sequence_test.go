package output

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// After any sequence of Publish and PublishFolders calls the folder holds the last files and those of others,
// the manifest lists the last files with their sums, and what did not change is the same file.
func TestAnySequence(t *testing.T) {
	t.Parallel()
	sequences := 40
	if testing.Short() {
		sequences = 5
	}
	for seed := range uint64(sequences) {
		random := rand.New(rand.NewPCG(seed, 1))
		dir := t.TempDir()
		others := map[string]string{"mine.svg": "1", ".tmp-view0.svg12": "1", "view.svg~": "1", "view9/mine.html": "1"}
		fill(t, dir, others)
		last := map[string]string{}
		for step := range 6 {
			disturb(t, random, dir, others)
			next := randomContents(random)
			if random.IntN(5) == 0 {
				next = last
			}
			before := inodes(t, dir)
			var result Result
			folders := []string{"view0", "view1", "view2"}
			some := random.IntN(4) == 0
			p := Publication{By: "test"}
			if some {
				p.Stays = func(name, _ string) bool { return !slices.Contains(folders, folderOf(name)) }
				published := maps.Clone(last)
				maps.DeleteFunc(published, func(name, _ string) bool { return slices.Contains(folders, folderOf(name)) })
				next = inFolders(next, folders)
				p.Files = filesOf(next)
				maps.Copy(published, next)
				next = published
			} else {
				p.Files = filesOf(next)
			}
			result = publishAside(t, dir, p, others)
			want := maps.Clone(others)
			if some {
				for name, file := range before {
					if !slices.Contains(folders, name) && !slices.Contains(folders, folderOf(name)) && folderOf(name) != stagingName && others[name] == "" {
						want[name] = file.content // which others may have changed, or emptied of its last file
					}
				}
				maps.Copy(want, inFolders(next, folders))
			} else {
				maps.Copy(want, next)
			}
			for _, name := range result.Removed {
				if _, still := next[name]; still || others[name] != "" {
					t.Errorf("seed %d, step %d: removed %s", seed, step, name)
				}
			}
			wantHeld(t, dir, want)
			wantManifest(t, dir, next)
			for name, old := range before {
				if content, same := next[name]; same && old.content == content &&
					!os.SameFile(old.info, stat(t, filepath.Join(dir, name))) {
					t.Errorf("seed %d, step %d: %s was written again", seed, step, name)
				}
			}
			last = next
		}
		if t.Failed() {
			return
		}
	}
}

func randomContents(random *rand.Rand) map[string]string {
	contents := map[string]string{}
	for range random.IntN(6) {
		name := fmt.Sprintf("view%d%s", random.IntN(6), []string{".svg", ".dot", "/figure.html", "/page.html"}[random.IntN(4)])
		contents[name] = fmt.Sprint(random.IntN(3))
	}
	return contents
}

// publishAside publishes. Where somebody's work is in the way, that must be refused with nothing
// changed; it is then put aside, and counts among what others have.
func publishAside(t *testing.T, dir string, p Publication, others map[string]string) Result {
	t.Helper()
	before := held(t, dir)
	result, err := Publish(dir, p)
	var foreign *ForeignError
	if errors.As(err, &foreign) {
		wantHeld(t, dir, before)
		for _, f := range foreign.Files {
			if !f.Edited || before[f.Name] != "changed by hand" {
				t.Errorf("%s was refused: %s", f.Name, f.Why())
			}
		}
		p.Aside = true
		result, err = Publish(dir, p)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, aside := range result.Aside {
		others[aside.To] = "changed by hand"
	}
	return result
}

func inFolders(contents map[string]string, folders []string) map[string]string {
	in := map[string]string{}
	for name, content := range contents {
		if slices.Contains(folders, folderOf(name)) {
			in[name] = content
		}
	}
	return in
}

// disturb does what others may do to the folder meanwhile.
func disturb(t *testing.T, random *rand.Rand, dir string, others map[string]string) {
	switch random.IntN(6) {
	case 0:
		name := fmt.Sprintf([]string{"mine%d.svg", "view%d/mine.html"}[random.IntN(2)], random.IntN(3))
		others[name] = "by hand"
		fill(t, dir, map[string]string{name: "by hand"})
	case 1:
		for name := range held(t, dir) {
			if _, foreign := others[name]; !foreign {
				fill(t, dir, map[string]string{name: "changed by hand"})
				return
			}
		}
	case 2:
		for name := range held(t, dir) {
			if _, foreign := others[name]; !foreign {
				os.Remove(filepath.Join(dir, name))
				return
			}
		}
	case 3:
		fill(t, dir, map[string]string{stagingName + "/0": "half"})
	}
}

type heldFile struct {
	content string
	info    os.FileInfo
}

func inodes(t *testing.T, dir string) map[string]heldFile {
	files := map[string]heldFile{}
	for name, content := range held(t, dir) {
		files[name] = heldFile{content, stat(t, filepath.Join(dir, name))}
	}
	return files
}

func wantManifest(t *testing.T, dir string, contents map[string]string) {
	t.Helper()
	var got struct{ Files map[string]string }
	if err := json.Unmarshal([]byte(contentOf(t, filepath.Join(dir, ManifestName))), &got); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for name, content := range contents {
		want[name] = fmt.Sprintf("%x", sha256.Sum256([]byte(content)))
	}
	if !maps.Equal(got.Files, want) {
		t.Errorf("the manifest lists %v, want %v", slices.Sorted(maps.Keys(got.Files)), slices.Sorted(maps.Keys(want)))
	}
}
