package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"example.org/graphgen/internal/entities"
)

// expectRoom refuses to publish into the folders that the case keeps its own files in.
func (b *builder) expectRoom(caseFile string, c *entities.Case, wishes []wish) error {
	own := b.ownFolders(caseFile, c)
	if at := own.holding(b.out); at != "" {
		return failure{exitData, fmt.Errorf("-o %s: %s is kept there; choose another folder", b.out, at)}
	}
	for _, w := range wishes {
		if !w.write.bundle {
			continue
		}
		if folder := filepath.Join(b.out, w.name); own.holding(folder) != "" {
			return failure{exitData, fmt.Errorf("%s would be the folder of view %q, and %s is kept there; choose another folder with -o, or give the view another id", folder, w.view.ID, own.holding(folder))}
		}
	}
	return nil
}

// expectOther refuses to write a result over the case file itself, or among what is kept of it.
func (c *caseFlags) expectOther(target, caseFile string, of *entities.Case) error {
	if target == "" {
		return nil
	}
	if realPath(target) == realPath(caseFile) {
		return failure{exitData, fmt.Errorf("-o %s: that is the case file; choose another name", target)}
	}
	if at := c.ownFolders(caseFile, of).holding(target); at != "" {
		return failure{exitData, fmt.Errorf("-o %s: %s is kept there; choose another folder", target, at)}
	}
	return nil
}

// ownFolders are those beside a case file that hold what people wrote, by what they hold.
type ownFolders map[string]string

func (c *caseFlags) ownFolders(caseFile string, of *entities.Case) ownFolders {
	dir := filepath.Dir(caseFile)
	own := ownFolders{
		realPath(filepath.Join(dir, "edits")):  "what was edited by hand",
		realPath(filepath.Join(dir, "places")): "where things stand",
	}
	for _, s := range of.Sources {
		if folder := filepath.Dir(filepath.FromSlash(s.Text.Path)); s.Text.Path != "" && folder != "." {
			own[realPath(filepath.Join(dir, folder))] = fmt.Sprintf("the text of source %q", s.ID)
		}
	}
	return own
}

// holding tells what is kept in a folder; nothing where it is not one of these or in one.
func (own ownFolders) holding(folder string) string {
	at := realPath(folder)
	for kept, what := range own {
		if at == kept || strings.HasPrefix(at, kept+string(filepath.Separator)) {
			return what
		}
	}
	return ""
}

// realPath is where a path leads, as one that can be compared: symlinks are followed as far as
// there is something, and letters' case makes no difference.
func realPath(path string) string {
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
