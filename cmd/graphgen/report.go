package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/report"
	"example.org/graphgen/internal/terminal"
)

type reportFlags struct {
	caseFlags
	format string
	out    string
	on     string // EDTF: the day on which the case is read
	lang   languageFlags
}

func reportCommand() *cobra.Command {
	var flags reportFlags
	cmd := &cobra.Command{
		Use:   "report [FILE]",
		Short: "Tell the desk everything that the diagrams say, and what stands behind it",
		Long: `Writes what an editor and a lawyer read before the diagrams of the case file
(default ` + defaultCase + `) are published: of each named person everything that
is said, accusations first; every accusation with who says it, who denies it and
whether someone was asked; each diagram line by line, with who says so, where, in
which words, whether the quote was found, how the line stands and by which rule;
figures side by side; sources, with how far the claims go into them; what check
found, and severities that the case changes, with the reasons.

It is one page of HTML that asks for nothing from anywhere, or JSON for machines.
It is in English; what the case says is in the case's language, or in that of
--lang. Where check finds errors the report is written all the same, says so at
its top, and the exit code is 1; a case that cannot be loaded has no report.`,
		Example: `  graphgen report -o report.html
  graphgen report --text interview=interview.txt -o report.html
  graphgen report --format json | jq .summary`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return flags.report(cmd, args) },
	}
	flags.register(cmd)
	cmd.Flags().StringVarP(&flags.out, "output", "o", "", "the `file` to write (default standard output)")
	cmd.Flags().StringVar(&flags.format, "format", "html", "`html` or json")
	cmd.Flags().StringVar(&flags.on, "on", "", "report a case that is more than a year old on this `day`, as check does")
	flags.lang.register(cmd, "tell what the case says in this `language`, as a tag such as km or zh-Hant (default the case's own)")
	return cmd
}

func (flags *reportFlags) report(cmd *cobra.Command, args []string) error {
	write, ok := map[string]func(*report.Report, io.Writer) error{
		"html": (*report.Report).WriteHTML, "json": (*report.Report).WriteJSON,
	}[flags.format]
	if !ok {
		return failure{exitUsage, fmt.Errorf("--format %q: want html or json", flags.format)}
	}
	if err := flags.lang.one(cmd); err != nil {
		return err
	}
	if err := validDay(cmd, flags.on); err != nil {
		return err
	}
	made, problems, err := flags.make(cmd, args, &flags.lang, check.Options{On: flags.on})
	if err != nil {
		return err
	}
	if err := expectOther(flags.out, caseArgument(args), &entities.Case{}); err != nil {
		return err
	}
	if err := flags.write(cmd, func(w io.Writer) error { return write(made, w) }); err != nil {
		return failure{exitDrawing, err}
	}
	if problems.HasErrors() {
		return failure{exitData, errors.New("the data has errors; the report says which")}
	}
	return nil
}

// make reads a case and makes its report. What cannot be loaded is told.
func (c *caseFlags) make(cmd *cobra.Command, args []string, lang *languageFlags, options check.Options) (*report.Report, problem.List, error) {
	checked, err := c.openChecked(cmd, args, options)
	if err != nil {
		return nil, nil, err
	}
	n := checked.Network
	if n == nil {
		return nil, nil, stop(cmd, checked.Problems, "the case cannot be loaded")
	}
	given := report.Given{Network: n, Problems: checked.Problems, Texts: checked.Texts, Lang: lang.of(n.Index().Case)}
	return report.New(given), checked.Problems, nil
}

// write puts the report where it is wanted, whole.
func (flags *reportFlags) write(cmd *cobra.Command, to func(io.Writer) error) error {
	var b bytes.Buffer
	if err := to(&b); err != nil {
		return err
	}
	if flags.out == "" {
		_, err := terminal.Document(cmd.OutOrStdout()).Write(b.Bytes())
		return err
	}
	return output.WriteFile(flags.out, b.Bytes())
}
