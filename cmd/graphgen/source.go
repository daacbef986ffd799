package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/quotes"
	"example.org/graphgen/internal/terminal"
)

// sourceFlags are what the verbs take that read the text of one source.
type sourceFlags struct {
	caseFlags
	path string
}

func (s *sourceFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&s.path, "case", defaultCase, "the case `file`")
	cmd.Flags().StringArrayVar(&s.texts, "text", nil,
		"the local copy of the source, given as `SOURCE=FILE`, instead of the one that the case names")
}

// openSource is one source of a case that loaded, with its text.
type openSource struct {
	path   string // of the case
	data   []byte // of the case
	file   *entities.File
	source *entities.Source
	texts  map[string]check.SourceText // of all sources that are here
	text   *quotes.Text
}

// open reads the case and the source's text. What is wrong with the case's shape is told.
func (s *sourceFlags) open(cmd *cobra.Command, id string) (*openSource, error) {
	data, err := readCase(cmd.InOrStdin(), s.path)
	if err != nil {
		return nil, failure{exitData, fmt.Errorf("%s: %w; name a case file with --case, or start one with graphgen init", s.path, err)}
	}
	o := &openSource{path: s.path, data: data}
	var problems problem.List
	if o.file, problems = entities.Load(s.path, data); problems.HasErrors() {
		if err := terminal.WriteProblems(cmd.ErrOrStderr(), problems); err != nil {
			return nil, failure{exitDrawing, err}
		}
		return nil, failure{exitData, fmt.Errorf("%s has errors", s.path)}
	}
	sources := map[string]*entities.Source{}
	for i := range o.file.Case.Sources {
		sources[o.file.Case.Sources[i].ID] = &o.file.Case.Sources[i]
	}
	if o.source = sources[id]; o.source == nil {
		return nil, failure{exitUsage, fmt.Errorf("%s has no source %q%s", s.path, id, suggested(id, slices.Sorted(maps.Keys(sources))))}
	}
	beside, err := besideCase(s.path)
	if err != nil {
		return nil, err
	}
	defer beside.Close()
	if o.texts, err = s.readTexts(o.file, beside); err != nil {
		return nil, err
	}
	given, here := o.texts[id]
	switch p := o.source.Text.Path; {
	case given.Err != nil:
		return nil, failure{exitData, fmt.Errorf("the text of source %q cannot be read: %s: %w; mend that, or give --text %s=FILE", id, given.Name, given.Err, id)}
	case !here && p == "":
		return nil, failure{exitData, fmt.Errorf("the text of source %q is not here: give its text a path in the case, or --text %s=FILE", id, id)}
	case !here:
		return nil, failure{exitData, fmt.Errorf("the text of source %q is not here: it belongs at %q, in the folder of the case file; or give --text %s=FILE", id, p, id)}
	}
	if o.text, err = quotes.NewText(given.Data, quotes.FormatOf(given.Name)); err != nil {
		return nil, failure{exitData, fmt.Errorf("%s: %w", given.Name, err)}
	}
	if want := o.source.Text.SHA256; want != "" && want != quotes.Digest(given.Data) {
		return nil, failure{exitData, fmt.Errorf("%s is not the text of source %q that was read: its sha256 is %s; find out what changed before you give the new one",
			given.Name, id, quotes.Digest(given.Data))}
	}
	return o, nil
}

// suggested names the word that was most likely meant, or else the words there are.
func suggested(typed string, words []string) string {
	if nearest := entities.Nearest(typed, slices.Values(words)); nearest != "" {
		return fmt.Sprintf("; did you mean %q?", nearest)
	}
	if len(words) == 0 || len(words) > 10 {
		return ""
	}
	return "; it has " + strings.Join(words, ", ")
}
