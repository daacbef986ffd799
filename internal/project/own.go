package project

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"example.org/graphgen/internal/entities"
)

// OwnFolders are the folders beside a case file that hold what people wrote. Nothing is published
// into them.
type OwnFolders map[string]string // what each holds, by its comparable path

// OwnFoldersOf are those of a case.
func OwnFoldersOf(caseFile string, c *entities.Case) OwnFolders {
	dir := filepath.Dir(caseFile)
	own := OwnFolders{
		comparablePath(filepath.Join(dir, overridesFolder)):  "what was edited by hand",
		comparablePath(filepath.Join(dir, placementsFolder)): "where things stand",
	}
	for _, s := range c.Sources {
		if folder := filepath.Dir(filepath.FromSlash(s.Text.Path)); s.Text.Path != "" && folder != "." {
			own[comparablePath(filepath.Join(dir, folder))] = fmt.Sprintf("the text of source %q", s.ID)
		}
	}
	return own
}

// Holding tells what is kept at a path that is one of these folders or in one; nothing elsewhere.
func (own OwnFolders) Holding(path string) string {
	at := comparablePath(path)
	for kept, what := range own {
		if at == kept || strings.HasPrefix(at, kept+string(filepath.Separator)) {
			return what
		}
	}
	return ""
}

// SamePath tells whether two paths lead to one file, whether or not it is there.
func SamePath(a, b string) bool { return comparablePath(a) == comparablePath(b) }

// comparablePath is where a path leads, as one that can be compared: symlinks are followed as far as
// there is something, and letters' case makes no difference.
func comparablePath(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		abs = path
	}
	rest := ""
	for at := abs; ; {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return strings.ToLower(filepath.Join(real, rest))
		} else if !os.IsNotExist(err) || filepath.Dir(at) == at {
			return strings.ToLower(abs)
		}
		at, rest = filepath.Dir(at), filepath.Join(filepath.Base(at), rest)
	}
}
