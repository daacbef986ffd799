// Package project is the one room in which a case is opened with all that lies beside it: the
// texts of its sources, the placements and the overrides of its views, an older revision. Each
// is read once. Open reads, Check judges what was read, Add and what else writes goes through a
// turn, so that of two programs at once neither loses what the other wrote. It must never know
// flags, exit codes or terminals: what is wrong is a list of problems or an error, and what was
// done is a value.
//
// ReadState is the case as a git revision or another file has it. What writes into a case are
// Project.Add, Project.Merge, Checked.KeepPlacements and Start; who reads to write holds a Turn
// meanwhile. Watch tells when what a case is built of is another (Digest) after a save.
package project

import (
	"crypto/sha256"
	"io"
	"path/filepath"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/inputs"
	"example.org/graphgen/internal/problem"
)

// DefaultFile is where a case file is looked for where none is named.
const DefaultFile = "data/entities.json"

// Stdin is the name of a case that comes from standard input. It has nothing beside it but texts.
const Stdin = "-"

// Bounds on what is read, in bytes: a device or a wrong file must not fill the memory.
const (
	maxCase   = entities.MaxBytes
	maxText   = 32 << 20
	maxBeside = 256 << 20 // all that a case names, together
	maxKept   = 16 << 20  // a file that is kept of a view: far more than there are nodes to place
)

// Options say how a project is opened.
type Options struct {
	Stdin io.Reader // what a case of the name Stdin is read from
	Texts []LocalCopy
}

// LocalCopy names the file that holds the text of a source, instead of the one in the case.
type LocalCopy struct{ Source, Path string }

// Project is a case file with what lies beside it, as all of it was when it was opened.
type Project struct {
	Path string            // of the case file
	File *entities.File    // nil where it could not be read
	Sum  [sha256.Size]byte // SHA-256 of the case file

	// Problems are of the case file's shape. Where there are any, nothing beside it was read.
	Problems problem.List

	Texts      map[string]check.SourceText // by the source's id; one that cannot be read has the reason
	Overrides  map[string]Overrides        // by the view's id, of views that have some
	Placements map[string]Placement        // by the view's id, of views that have one

	unused problem.List // of files that are kept of no view
}

// Open reads a case and what lies beside it. A case file that cannot be read, or is none, is a
// problem. An error is of the options, a *TextError, or of the folder that the case is in.
func Open(path string, o Options) (*Project, error) {
	p := &Project{Path: path}
	data, err := readCase(path, o.Stdin)
	if err != nil {
		p.Problems = cannotRead(path, err, "name a case file, such as "+DefaultFile)
		return p, nil
	}
	p.Sum = sha256.Sum256(data)
	if p.File, p.Problems = entities.Load(path, data); p.Problems.HasErrors() {
		return p, nil
	}
	beside, err := openBeside(path)
	if err != nil {
		return nil, err
	}
	defer beside.Close()
	if p.Texts, err = readTexts(p.File.Case, beside, o.Texts); err != nil {
		return nil, err
	}
	p.Overrides, p.Placements = map[string]Overrides{}, map[string]Placement{}
	if path == Stdin {
		return p, nil
	}
	for _, view := range p.File.Case.Views {
		if kept := readOverrides(beside, path, view.ID); kept.Overrides != nil || len(kept.Problems) > 0 {
			p.Overrides[view.ID] = kept
		}
		if kept := readPlacement(beside, path, view.ID); kept.Text != nil || len(kept.Problems) > 0 {
			p.Placements[view.ID] = kept
		}
	}
	p.unused = unusedFiles(beside, p.File.Case.Views)
	return p, nil
}

// Size is how many bytes the case file and the texts of its sources have together.
func (p *Project) Size() int {
	size := 0
	if p.File != nil {
		size = len(p.File.Text())
	}
	for _, text := range p.Texts {
		size += len(text.Data)
	}
	return size
}

func readCase(path string, stdin io.Reader) ([]byte, error) {
	if path == Stdin {
		return inputs.ReadAll(stdin, maxCase)
	}
	return inputs.Read(path, maxCase)
}

// openBeside opens the folder that a case file is in, for what the case names there. A case
// from standard input is in the folder in which the program runs.
func openBeside(caseFile string) (*inputs.Folder, error) {
	folder, err := inputs.Open(filepath.Dir(caseFile), maxBeside)
	if err != nil {
		return nil, &FolderError{Path: filepath.Dir(caseFile), Err: err}
	}
	return folder, nil
}

func cannotRead(path string, err error, hint string) problem.List {
	return problem.List{{Slug: entities.CannotRead, Severity: problem.Error, Place: problem.Place{File: path}, Message: err.Error(), Hint: hint}}
}
