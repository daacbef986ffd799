package article

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
)

// manifest says what an article is made of, so that a publisher's system can tell whether what
// it has is whole and of today's data.
type manifest struct {
	Format   int               `json:"format"`
	View     string            `json:"view"`
	Language string            `json:"language"` // BCP 47
	Program  string            `json:"graphgen"` // its version
	Data     string            `json:"data"`     // SHA-256 of the case file
	Files    map[string]string `json:"files"`    // SHA-256 by name
}

// listed adds the list of the files, in lower-case hex.
func (a *Article) listed(files []File) []File {
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	m := manifest{1, a.View.Spec.ID, a.Describer.Lang, a.Version, hex.EncodeToString(a.Data[:]), map[string]string{}}
	for _, f := range files {
		sum := sha256.Sum256(f.Data)
		m.Files[f.Name] = hex.EncodeToString(sum[:])
	}
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		panic(err) // strings by strings can always be written
	}
	return append(files, File{"manifest.json", append(data, '\n')})
}
