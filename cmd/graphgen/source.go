package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/project"
	"example.org/graphgen/internal/quotes"
	"example.org/graphgen/internal/suggest"
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

// openSource opens the project and the text of a source. What is wrong with the case's shape is told.
func (s *sourceFlags) openSource(cmd *cobra.Command, id string) (*project.Project, *quotes.Text, error) {
	p, err := s.openSound(cmd, s.path, "--case")
	if err != nil {
		return nil, nil, err
	}
	text, err := p.SourceText(id)
	var wrong *project.SourceError
	if err != nil && !errors.As(err, &wrong) {
		return nil, nil, failure{exitData, err}
	}
	switch {
	case err == nil:
		return p, text, nil
	case wrong.Err == project.ErrNoSource:
		return nil, nil, failure{exitUsage, fmt.Errorf("%s has no source %q%s", s.path, id, suggest.Phrase(id, sourcesOf(p.File.Case)))}
	case wrong.Err == project.ErrNoText && wrong.Path == "":
		err = fmt.Errorf("the text of source %q is not here: give its text a path in the case, or --text %s=FILE", id, id)
	case wrong.Err == project.ErrNoText:
		err = fmt.Errorf("the text of source %q is not here: it belongs at %q, in the folder of the case file; or give --text %s=FILE", id, wrong.Path, id)
	default:
		err = fmt.Errorf("the text of source %q cannot be read: %s: %w; mend that, or give --text %s=FILE", id, wrong.File, wrong.Err, id)
	}
	return nil, nil, failure{exitData, err}
}

// sourcesOf lists the ids of a case's sources.
func sourcesOf(c *entities.Case) []string {
	var ids []string
	for _, s := range c.Sources {
		ids = append(ids, s.ID)
	}
	slices.Sort(ids)
	return ids
}
