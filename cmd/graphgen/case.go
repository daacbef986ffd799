package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/inputs"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/places"
	"example.org/graphgen/internal/problem"
)

const defaultCase = "data/entities.json"

// Bounds on what is read, in bytes: a device or a wrong file must not fill the memory.
const (
	maxCase   = entities.MaxBytes
	maxText   = 32 << 20
	maxBeside = 256 << 20 // all that a case names, together
)

// caseFlags are what every verb that reads a case takes.
type caseFlags struct {
	texts []string // SOURCE=FILE

	sum [sha256.Size]byte // of the case file, once it is read
	// By view, once the case is read:
	kept      map[string]*places.Places
	keptTexts map[string][]byte // as they were read
	edits     layers
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
	beside, err := besideCase(path)
	if err != nil {
		return nil, nil, nil, err
	}
	defer beside.Close()
	if options.Texts, err = c.readTexts(file, beside); err != nil {
		return nil, nil, nil, err
	}
	boundMemory(size + sizeOf(options.Texts))
	checked := network.New(entities.NewIndex(file.Case))
	if i := checked.Overreaching(file.Case.Views); i >= 0 {
		message := fmt.Sprintf("with view %q the views look at more than %d entities and lines together", file.Case.Views[i].ID, network.MostReached)
		return nil, problem.List{file.Problem(entities.TooLong, problem.Error, fmt.Sprintf("/views/%d", i), message, "narrow what they show, or take fewer hops")}, nil, nil
	}
	edited, wrong := readEdits(beside, path, file.Case.Views)
	options.Edits = layersOf(edited)
	problems = append(append(problems, wrong...), check.Check(file, checked, options)...)
	problems = append(problems, c.readPlaces(beside, path, file.Case.Views)...)
	problems = append(problems, unusedKept(beside, path, file.Case.Views)...)
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
		return inputs.ReadAll(stdin, maxCase)
	}
	return inputs.Read(path, maxCase)
}

// readTexts reads the local copies of sources: those given by --text, and those that the case
// names in its folder. One that is there and cannot be read has the reason.
func (c *caseFlags) readTexts(file *entities.File, beside *inputs.Folder) (map[string]check.SourceText, error) {
	texts := map[string]check.SourceText{}
	for _, arg := range c.texts {
		source, path, ok := strings.Cut(arg, "=")
		if !ok || source == "" || path == "" {
			return nil, failure{exitUsage, fmt.Errorf("--text %q: want SOURCE=FILE", arg)}
		}
		if !slices.ContainsFunc(file.Case.Sources, func(s entities.Source) bool { return s.ID == source }) {
			return nil, failure{exitUsage, fmt.Errorf("--text %s: the case has no source %q", arg, source)}
		}
		data, err := inputs.Read(path, maxText)
		if err != nil {
			return nil, failure{exitUsage, fmt.Errorf("--text %s: %s: %w", arg, path, err)}
		}
		texts[source] = check.SourceText{Name: path, Data: data}
	}
	for _, s := range file.Case.Sources {
		if _, given := texts[s.ID]; given || s.Text.Path == "" || !filepath.IsLocal(filepath.FromSlash(s.Text.Path)) {
			continue
		}
		data, err := beside.Read(s.Text.Path, maxText)
		if !errors.Is(err, inputs.ErrMissing) {
			texts[s.ID] = check.SourceText{Name: beside.Path(s.Text.Path), Data: data, Err: err}
		}
	}
	return texts, nil
}

// besideCase opens the folder that a case file is in, for what the case names there. A case
// from standard input is in the folder in which the program runs.
func besideCase(caseFile string) (*inputs.Folder, error) {
	folder, err := inputs.Open(filepath.Dir(caseFile), maxBeside)
	if err != nil {
		return nil, failure{exitData, fmt.Errorf("%s: %w", filepath.Dir(caseFile), err)}
	}
	return folder, nil
}
