package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/places"
	"example.org/graphgen/internal/problem"
)

const defaultCase = "data/entities.json"

// Bounds on what is read, in bytes: a device or a wrong file must not fill the memory.
const (
	maxCase = entities.MaxBytes
	maxText = 1 << 30
)

// caseFlags are what every verb that reads a case takes.
type caseFlags struct {
	texts []string // SOURCE=FILE

	sum [sha256.Size]byte // of the case file, once it is read
	// By view, once the case is read:
	kept  map[string]*places.Places
	edits layers
}

func (c *caseFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&c.texts, "text", nil,
		"check the quotes of a source against a local copy, given as `SOURCE=FILE`; may be repeated")
}

// caseArgument is the one argument of such verbs.
func caseArgument(args []string) string {
	if len(args) == 0 {
		return defaultCase
	}
	return args[0]
}

// read loads and checks a case file. The problems say what is wrong with it; what is checked
// beside the case and the texts of its sources is in the options. Only where no problem is an
// error is there a network to rely on. An error is of the command's own arguments. The file
// goes: it serves the places of problems alone.
func (c *caseFlags) read(cmd *cobra.Command, args []string, options check.Options) (*network.Network, problem.List, error) {
	n, problems, _, err := c.readWithTexts(cmd, args, options)
	return n, problems, err
}

// readWithTexts is read for who needs the texts of sources as well.
func (c *caseFlags) readWithTexts(cmd *cobra.Command, args []string, options check.Options) (*network.Network, problem.List, map[string]check.SourceText, error) {
	path := caseArgument(args)
	data, err := readCase(cmd.InOrStdin(), path)
	if err != nil {
		return nil, problem.List{{
			Slug: entities.CannotRead, Severity: problem.Error, Place: problem.Place{File: path},
			Message: err.Error(), Hint: "name a case file, such as " + defaultCase,
		}}, nil, nil
	}
	size := len(data) // the bytes go once they are read
	c.sum = sha256.Sum256(data)
	file, problems := entities.Load(path, data)
	if problems.HasErrors() {
		return nil, problems, nil, nil
	}
	if options.Texts, err = c.readTexts(file, filepath.Dir(path)); err != nil {
		return nil, nil, nil, err
	}
	boundMemory(size + sizeOf(options.Texts))
	checked := network.New(entities.NewIndex(file.Case))
	edited, wrong := readEdits(path, file.Case.Views)
	options.Edits = layersOf(edited)
	problems = append(append(problems, wrong...), check.Check(file, checked, options)...)
	kept, wrong := readPlaces(path, file.Case.Views)
	c.kept, problems = kept, append(problems, wrong...)
	if !problems.HasErrors() {
		c.edits, wrong = judge(checked, edited)
		problems = append(problems, wrong...)
		checked = checked.Edited(c.edits)
	}
	problems.Sort()
	return checked, problems, options.Texts, nil
}

func readCase(stdin io.Reader, path string) ([]byte, error) {
	if path == "-" {
		return readBounded(stdin, maxCase)
	}
	return readFile(path, maxCase)
}

// readFile reads a regular file, and says in a few words why not.
func readFile(path string, most int64) ([]byte, error) {
	info, err := os.Stat(path)
	if err := expectFile(info, err); err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("this is no regular file")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, reason(err)
	}
	defer f.Close()
	return readBounded(f, most)
}

// expectFile says in a few words why something is no file to read.
func expectFile(info fs.FileInfo, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("there is no such file")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("the file may not be read")
	case err != nil:
		return reason(err)
	case info.IsDir():
		return errors.New("this is a folder, not a file")
	}
	return nil
}

func readBounded(r io.Reader, most int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, reason(err)
	}
	if int64(len(data)) > most {
		return nil, fmt.Errorf("larger than %d MB", most>>20)
	}
	return data, nil
}

// reason is an error without the operation and path that stand around it.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// readTexts reads the local copies of sources: those given by --text, and those that the
// case names where they are there.
func (c *caseFlags) readTexts(file *entities.File, dir string) (map[string]check.SourceText, error) {
	texts := map[string]check.SourceText{}
	given := map[string]bool{}
	for _, arg := range c.texts {
		source, path, ok := strings.Cut(arg, "=")
		if !ok || source == "" || path == "" {
			return nil, failure{exitUsage, fmt.Errorf("--text %q: want SOURCE=FILE", arg)}
		}
		if !slices.ContainsFunc(file.Case.Sources, func(s entities.Source) bool { return s.ID == source }) {
			return nil, failure{exitUsage, fmt.Errorf("--text %s: the case has no source %q", arg, source)}
		}
		data, err := readFile(path, maxText)
		if err != nil {
			return nil, failure{exitUsage, fmt.Errorf("--text %s: %s: %w", arg, path, err)}
		}
		texts[source], given[source] = check.SourceText{Name: path, Data: data}, true
	}
	for _, s := range file.Case.Sources {
		if s.Text.Path == "" || given[s.ID] || filepath.IsAbs(s.Text.Path) {
			continue
		}
		path := filepath.Join(dir, filepath.FromSlash(s.Text.Path))
		if data, err := readFile(path, maxText); err == nil {
			texts[s.ID] = check.SourceText{Name: path, Data: data}
		}
	}
	return texts, nil
}
