package output

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
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
	folded := make(map[string]string, len(files))
	for _, f := range files {
		if !isPlainName(f.Name) {
			return m, fmt.Errorf("%q cannot be the name of a file on every system; choose another", f.Name)
		}
		key := strings.ToLower(f.Name)
		if other, taken := folded[key]; taken {
			return m, fmt.Errorf("%q and %q are one file on some systems; rename one", other, f.Name)
		}
		folded[key] = f.Name
		sum := f.sum()
		m.Files[f.Name] = hex.EncodeToString(sum[:])
	}
	return m, nil
}

var (
	plainName  = regexp.MustCompile(`^[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_-])?$`)
	deviceName = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)`)
)

// isPlainName tells whether a name is that of a file in the folder itself, on whatever system
// the folder is looked at. Windows takes the names of devices for devices in every folder.
func isPlainName(name string) bool {
	return plainName.MatchString(name) && !deviceName.MatchString(name)
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
	maps.DeleteFunc(m.Files, func(name, _ string) bool { return !isPlainName(name) })
	return m, nil
}

func damaged(path, why string) error {
	return fmt.Errorf("%s is no list of what graphgen wrote (%s); restore it, or remove it and every outdated file beside it", path, why)
}

// names returns the names, sorted.
func (m manifest) names() []string { return slices.Sorted(maps.Keys(m.Files)) }

// file returns the manifest as it is written; json sorts the names.
func (m manifest) file() File {
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		panic(err) // strings by strings can always be written
	}
	return File{Name: ManifestName, Data: append(data, '\n')}
}
