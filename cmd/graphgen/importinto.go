package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/project"
	"example.org/graphgen/internal/suggest"
	"example.org/graphgen/internal/terminal"
)

// addTo adds what sheets say to a case that is there.
func (flags *importFlags) addTo(cmd *cobra.Command, format formats.Format, in []formats.Input, o formats.ImportOptions) error {
	if flags.into == project.Stdin {
		return failure{exitUsage, errors.New("--into wants a case file that can be written to")}
	}
	done, err := project.Turn(flags.into)
	if err != nil {
		return failure{exitDrawing, err}
	}
	defer done()
	p, err := flags.openSound(cmd, flags.into, "--into")
	if err != nil {
		return err
	}
	if all := sourcesOf(p.File.Case); flags.source != "" && !slices.Contains(all, flags.source) {
		return failure{exitUsage, fmt.Errorf("--source: %s has no source %q%s", flags.into, flags.source, suggest.Phrase(flags.source, all))}
	}
	found, err := format.AddTo(cmd.Context(), in, o, formats.Into{File: p.File, Text: p.TextHere, Try: p.Try, Source: flags.source, Speaker: flags.speaker})
	if err != nil {
		return notTaken(cmd, err)
	}
	if err := terminal.WriteProblems(cmd.ErrOrStderr(), found.Left); err != nil {
		return failure{exitDrawing, err}
	}
	if err := printLoss(cmd, flags.loss, found.Loss, "What is left out or unsure"); err != nil {
		return err
	}
	if found.Rows+found.Known == 0 && len(found.Left) > 0 {
		return failure{exitData, errors.New("no row can be added: nothing was written")}
	}
	if found.Rows > 0 {
		if _, err := p.Add(found.Additions...); err != nil {
			return stopped(cmd, err)
		}
	}
	if err := found.Write(cmd.OutOrStdout(), flags.into); err != nil {
		return failure{exitDrawing, err}
	}
	return nil
}
