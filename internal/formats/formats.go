// Package formats is what every form shares that a case goes out and comes in by: what an export
// and an import are given and give, the words that must stand on a line wherever it goes, and the
// report of what is lost. Each form is a package below this one, and package registry lists them.
// What a form cannot hold is a Loss, how things stand above all: nothing alleged may read as a
// fact in any of them, and what comes in without evidence comes as an unsourced draft.
//
// It must never know a form, flags or exit codes.
package formats

import (
	"context"
	"io"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/wording"
)

// Format is one form that a case is handed on or taken in by.
type Format struct {
	Name string // as it is typed
	Doc  string // what it is, in a few words

	// Folder tells that an export is several files, for a folder of their own; Cells that the
	// options of cells and columns are heeded, and View that an export is of a view, which may
	// be less than the case.
	Folder, Cells, View bool

	// Graphs tells that a file may hold several graphs, of which an import takes one.
	Graphs bool

	// Export writes a case. It is nil where the form is only read.
	Export func(s Subject, o ExportOptions) (Export, error)

	// Import reads files. It is nil where the form is only written. An error that is a Refusal
	// says what is wrong with them, with places.
	Import func(ctx context.Context, in []Input, o ImportOptions) (Import, error)

	// AddTo reads files into a case that is there. It is nil where the form brings no evidence.
	AddTo func(ctx context.Context, in []Input, o ImportOptions, into Into) (Added, error)
}

// Subject is a case that is handed on, with what words it.
type Subject struct {
	View      *network.View // what forms that hold a graph take of it
	Describer *wording.Describer
}

// Index finds the parts of the case.
func (s Subject) Index() *entities.Index { return s.Describer.Index }

// Case is the case.
func (s Subject) Case() *entities.Case { return s.Describer.Index.Case }

// Caveat is what must stand on a line that goes out alone: how it stands, and who else answers.
func (s Subject) Caveat(v entities.Verdict) string {
	return CaveatWith(s.Describer, s.Describer.Caveat(v), v)
}

// ExportOptions are what an export may be told.
type ExportOptions struct {
	Comma rune // between cells; 0 is a comma
}

// Export is a case in another form. A single file has no name.
type Export struct {
	Files []output.File
	Loss  Loss
}

// Input is one file to read.
type Input struct {
	Name  string // as it stands in places
	Table string // which part of a case it holds, where that is told
	Open  func() (io.ReadCloser, error)
}

// ImportOptions are what an import may be told.
type ImportOptions struct {
	Title, Language string              // of the case, where the files do not say
	EntityType      entities.EntityType // of an entity whose type they do not say; empty means organization
	Columns         map[string]string   // headers by FIELD or TABLE.FIELD
	Skip            []string            // headers of columns that are left out
	RelationType    string              // of relations whose type the files do not say
	Strict          bool                // nothing is left out of a sheet: what is wrong in a row refuses it
	Encoding        string
	Comma           rune
	Graph           string          // of DOT: the name or number of the graph to take, where a file has several
	Read            func(bytes int) // told of progress; may be nil
}

// Import is a case made of others' files. It must be closed.
type Import struct {
	Tally Tally
	Loss  Loss

	Write   func(io.Writer) error // writes the case file
	Release func()                // forgets what is held for that; may be nil
}

// Tally counts what an import brought.
type Tally struct{ Sources, Entities, Relations, Drafts int }

// WriteTo writes the case file.
func (i Import) WriteTo(w io.Writer) (int64, error) {
	counted := &counter{w: w}
	err := i.Write(counted)
	return counted.n, err
}

// Close forgets what is held for writing.
func (i Import) Close() {
	if i.Release != nil {
		i.Release()
	}
}

type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}
