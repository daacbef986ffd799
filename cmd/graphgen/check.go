package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/edtf"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/project"
	"example.org/graphgen/internal/terminal"
)

type checkFlags struct {
	caseFlags
	format string
	on     string // EDTF: the day on which the case is read
	lang   languageFlags
	fonts  fontFlags
	since  string // a file or a git revision; empty: nothing was published
}

func checkCommand() *cobra.Command {
	var flags checkFlags
	cmd := &cobra.Command{
		Use:   "check [FILE]",
		Short: "Say what is wrong with a case",
		Long: `Reports what is wrong with the case file (default ` + defaultCase + `): each
problem with its place, its rule and what to do. The exit code is 1 where there is an
error. Quotes are checked against the local copies of sources that are there. The
day on which the case is read is given by --on; the clock is not asked.

--since names the case as it was published, by a git revision or a file. Each thing
that a view showed then, and that is different or gone now, by the case or by hand,
needs a correction that names it or its view. New things need none. graphgen diff
lists the changes.`,
		Example: `  graphgen check
  graphgen check --text interview=interview.html
  graphgen check --lang km
  graphgen check --on 2025-03-01
  graphgen check --since v1
  graphgen check case.json --format sarif > graphgen.sarif`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return flags.check(cmd, args) },
	}
	flags.register(cmd)
	flags.lang.register(cmd, "list the texts that are drawn and not given in these `languages`, as tags such as km or zh-Hant")
	flags.fonts.register(cmd, "look for letters in, before the program's own")
	cmd.Flags().StringVar(&flags.on, "on", "", "report a case that is more than a year old on this `day`")
	cmd.Flags().StringVar(&flags.format, "format", "text", "`text`, json or sarif (2.1.0)")
	cmd.Flags().StringVar(&flags.since, "since", "", "ask for corrections of what has changed since it was published: a git `revision`, or a file")
	return cmd
}

func (flags *checkFlags) check(cmd *cobra.Command, args []string) error {
	write, ok := map[string]func(io.Writer, problem.List) error{
		"text": func(w io.Writer, l problem.List) error { return terminal.WriteProblems(w, l.Grouped()) },
		"json": problem.WriteJSON,
		"sarif": func(w io.Writer, l problem.List) error {
			return problem.WriteSARIF(w, l, problem.Tool{Name: "graphgen", Rules: check.Described()})
		},
	}[flags.format]
	if !ok {
		return failure{exitUsage, fmt.Errorf("--format %q: want text, json or sarif", flags.format)}
	}
	if err := flags.lang.parse(cmd); err != nil {
		return err
	}
	if err := validDay(cmd, flags.on); err != nil {
		return err
	}
	fonts, err := flags.fonts.read(cmd.Context())
	if err != nil {
		return err
	}
	options := check.Options{Languages: flags.lang.given, Drawn: flags.lang.given, Uncovered: fonts.Uncovered, On: flags.on}
	if cmd.Flags().Changed("since") {
		then, err := project.ReadState(cmd.Context(), flags.since, caseArgument(args), cmd.InOrStdin())
		if err != nil {
			return stopped(cmd, err)
		}
		options.Since = &then.State
	}
	checked, err := flags.openChecked(cmd, args, options)
	if err != nil {
		return err
	}
	if err := write(asked(cmd, flags.format), checked.Problems); err != nil {
		return failure{exitDrawing, err}
	}
	if checked.Problems.HasErrors() {
		return failure{exitData, errors.New("the data has errors")}
	}
	return nil
}

// validDay refuses what --on was given and is no day.
func validDay(cmd *cobra.Command, on string) error {
	if _, err := edtf.Parse(on); err != nil && cmd.Flags().Changed("on") {
		return failure{exitUsage, fmt.Errorf("--on %q: %w; want a day, such as 2025-03-01", on, err)}
	}
	return nil
}
