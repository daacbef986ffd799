package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/changes"
	"example.org/graphgen/internal/jsonfile"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/project"
	"example.org/graphgen/internal/terminal"
)

type diffFlags struct {
	path   string // of the case that revisions are of
	format string
}

func diffCommand() *cobra.Command {
	var flags diffFlags
	cmd := &cobra.Command{
		Use:   "diff OLD [NEW]",
		Short: "Say what changed between two states of a case",
		Long: `Says what changed from OLD to NEW: how lines stand and by whose claim, values of
figures, names of entities, words, speakers and sources, what was edited by hand, and
what was added or removed. Each change has the views that show it. "!" marks what a
view showed before: its readers need a correction.

OLD and NEW are files, git revisions of the case file (--case, default
` + defaultCase + `), or REV:PATH as git reads it. Without NEW it is the case file as
it is. Revisions are read with the git command.`,
		Example: `  graphgen diff HEAD
  graphgen diff v1 v2 --format json
  graphgen diff published.json data/entities.json
  graphgen diff main:./case.json case.json`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error { return flags.diff(cmd, args) },
	}
	cmd.Flags().StringVar(&flags.path, "case", defaultCase, "the case `file` that revisions are of")
	cmd.Flags().StringVar(&flags.format, "format", "text", "`text` or json")
	return cmd
}

func (flags *diffFlags) diff(cmd *cobra.Command, args []string) error {
	if flags.format != "text" && flags.format != "json" {
		return failure{exitUsage, fmt.Errorf("--format %q: want text or json", flags.format)}
	}
	if len(args) == 1 {
		args = append(args, flags.path)
	}
	if args[0] == "-" && args[1] == "-" {
		return failure{exitUsage, fmt.Errorf("standard input is one case; name the other")}
	}
	var states [2]*project.State
	var err error
	for i, named := range args {
		if states[i], err = project.ReadState(cmd.Context(), named, flags.path, cmd.InOrStdin()); err != nil {
			return stopped(cmd, err)
		}
	}
	found := changes.Between(states[0].State, states[1].State)
	if flags.format == "json" {
		err = writeChangesJSON(terminal.Document(cmd.OutOrStdout()), states, found)
	} else {
		err = writeChanges(cmd.OutOrStdout(), found)
	}
	if err != nil {
		return failure{exitDrawing, err}
	}
	return nil
}

func writeChanges(w io.Writer, found []changes.Change) error {
	out := bufio.NewWriter(w)
	for _, c := range found {
		mark := " "
		if c.Published {
			mark = "!"
		}
		in := ""
		if len(c.Views) > 0 && c.Kind != changes.View {
			in = " [" + strings.Join(c.Views, ", ") + "]"
		}
		fmt.Fprintf(out, "%s %s%s\n", mark, problem.Printable(c.String()), in)
	}
	if len(found) == 0 {
		fmt.Fprintln(out, "no change")
	}
	return out.Flush()
}

// The JSON of diff, version 1.
type (
	jsonChanges struct {
		Version int          `json:"version"`
		Old     string       `json:"old"`
		New     string       `json:"new"`
		Changes []jsonChange `json:"changes"`
	}
	jsonChange struct {
		Kind      changes.Kind `json:"kind"`
		ID        string       `json:"id,omitempty"`
		Name      string       `json:"name,omitempty"`
		What      changes.What `json:"what"`
		Fact      string       `json:"fact,omitempty"`
		Was       string       `json:"was,omitempty"`
		Is        string       `json:"is,omitempty"`
		Why       string       `json:"why,omitempty"`
		Views     []string     `json:"views"`
		Published bool         `json:"published"`
		Sentence  string       `json:"sentence"`
	}
)

func writeChangesJSON(w io.Writer, states [2]*project.State, found []changes.Change) error {
	report := jsonChanges{Version: 1, Old: states[0].File.Name, New: states[1].File.Name, Changes: []jsonChange{}}
	for _, c := range found {
		views := c.Views
		if views == nil {
			views = []string{}
		}
		report.Changes = append(report.Changes, jsonChange{c.Kind, c.ID, c.Name, c.What, c.Fact, c.Was, c.Is, c.Why, views, c.Published, c.String()})
	}
	return jsonfile.Write(w, report)
}
