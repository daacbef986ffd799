package output

import (
	"encoding/hex"
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
	Files map[string]string `json:"files"` // SHA-256 in lower-case hex, by name
}

// manifestOf lists the files, or says which cannot be published.
func manifestOf(files []File) (manifest, error) {
	m := manifest{Files: make(map[string]string, len(files))}
	names := make([]string, len(files))
	for i, f := range files {
		if !isName(f.Name) {
			return m, fmt.Errorf("%q cannot be the name of a file on every system; choose another", f.Name)
		}
		names[i] = f.Name
		sum := f.sum()
		m.Files[f.Name] = hex.EncodeToString(sum[:])
	}
	return m, expectApart(names)
}

// part returns what it lists in the folders, whatever their letters' case, and the rest.
func (m manifest) part(folders []string) (in, rest manifest) {
	wanted := map[string]bool{}
	for _, folder := range folders {
		wanted[folded(folder)] = true
	}
	in, rest = manifest{Files: map[string]string{}}, manifest{Files: map[string]string{}}
	for name, sum := range m.Files {
		if folder := folderOf(name); folder != "" && wanted[folded(folder)] {
			in.Files[name] = sum
		} else {
			rest.Files[name] = sum
		}
	}
	return in, rest
}

// with lists another's files, too. No file is in both.
func (m manifest) with(other manifest) (manifest, error) {
	both := manifest{Files: maps.Clone(m.Files)}
	maps.Copy(both.Files, other.Files)
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
