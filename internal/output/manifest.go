package output

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// maxManifest bounds what is read of a manifest, in bytes.
const maxManifest = 16 << 20

// manifest lists what was written, for the next time.
type manifest struct {
	Files map[string]string            `json:"files"`            // SHA-256 in lower-case hex, by name
	Made  map[string]map[string]string `json:"made,omitempty"`   // notes by producer and name
	Swaps map[string]string            `json:"before,omitempty"` // what files held before, while they are replaced
}

// manifestOf lists the files, or says which cannot be published.
func manifestOf(p Publication) (manifest, error) {
	m := manifest{Files: make(map[string]string, len(p.Files))}
	names := make([]string, len(p.Files))
	for i, f := range p.Files {
		if !isName(f.Name) {
			return m, fmt.Errorf("%q cannot be the name of a file on every system; choose another", f.Name)
		}
		names[i] = f.Name
		m.Files[f.Name] = hexSum(f.sum())
		m.note(p.By, f.Name, f.Note)
	}
	return m, expectApart(names)
}

// note puts down who published a file.
func (m *manifest) note(by, name, note string) {
	if by == "" {
		return
	}
	if m.Made == nil {
		m.Made = map[string]map[string]string{}
	}
	if m.Made[by] == nil {
		m.Made[by] = map[string]string{}
	}
	m.Made[by][name] = note
}

// origin tells who published a file, if that is known, and the note.
func (m manifest) origin(name string) (by, note string) {
	for by, notes := range m.Made {
		if note, listed := notes[name]; listed {
			return by, note
		}
	}
	return "", ""
}

// wrote tells whether a file of this sum is as it was written.
func (m manifest) wrote(name, sum string) bool {
	return sum == m.Files[name] || sum == m.Swaps[name]
}

// divide tells which files are stale once a publication is there, and what stays beside it.
func (m manifest) divide(now manifest, p Publication) (stale []string, rest manifest) {
	rest = manifest{Files: map[string]string{}}
	for _, name := range m.names() {
		if _, again := now.Files[name]; again {
			continue
		}
		by, note := m.origin(name)
		if (by == p.By || by == "") && (p.Stays == nil || !p.Stays(name, note)) {
			stale = append(stale, name)
			continue
		}
		rest.Files[name] = m.Files[name]
		rest.note(by, name, note)
	}
	return stale, rest
}

// with lists another's files, too. No file is in both.
func (m manifest) with(other manifest) (manifest, error) {
	both := manifest{Files: maps.Clone(m.Files)}
	maps.Copy(both.Files, other.Files)
	for _, one := range []manifest{m, other} {
		for by, notes := range one.Made {
			for name, note := range notes {
				both.note(by, name, note)
			}
		}
	}
	return both, expectApart(both.names())
}

// readManifest reads what an earlier time wrote. Anybody may have edited it: names that
// Publish would not write are dropped.
func readManifest(dir string) (manifest, error) {
	path := filepath.Join(dir, ManifestName)
	m := manifest{}
	if err := expectFile(path); err != nil {
		return m, err
	}
	info, err := os.Stat(path)
	if os.IsNotExist(err) {
		return m, nil
	}
	if err != nil {
		return m, advise(err)
	}
	if info.Size() > maxManifest {
		return m, damaged(path, fmt.Sprintf("%d bytes", info.Size()))
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return m, advise(err)
	}
	if err := json.Unmarshal(data, &m); err != nil {
		return m, damaged(path, err.Error())
	}
	if m.Files == nil {
		return m, damaged(path, `no "files"`)
	}
	maps.DeleteFunc(m.Files, func(name, _ string) bool { return !isName(name) })
	for _, notes := range m.Made {
		maps.DeleteFunc(notes, func(name, _ string) bool { return m.Files[name] == "" })
	}
	return m, nil
}

func damaged(path, why string) error {
	return fmt.Errorf("%s is no list of what graphgen wrote (%s); restore it, or remove it and every outdated file beside it", path, why)
}

// names returns the names, sorted.
func (m manifest) names() []string { return slices.Sorted(maps.Keys(m.Files)) }

// folders returns the folders that the files are in, sorted.
func (m manifest) folders() []string {
	folders := map[string]bool{}
	for name := range m.Files {
		folders[folderOf(name)] = true
	}
	delete(folders, "")
	return slices.Sorted(maps.Keys(folders))
}

// file returns the manifest as it is written; json sorts the names.
func (m manifest) file() File {
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		panic(err) // strings by strings can always be written
	}
	return File{Name: ManifestName, Data: append(data, '\n')}
}
