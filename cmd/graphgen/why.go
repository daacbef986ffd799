package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/report"
)

type whyFlags struct {
	caseFlags
	path   string
	format string
	lang   languageFlags
}

func whyCommand() *cobra.Command {
	var flags whyFlags
	cmd := &cobra.Command{
		Use:   "why ID [ID]",
		Short: "Say why a line is drawn as it is",
		Long: `Answers for a relation, a flow, a figure or one of its values (FIGURE/1 for the
first), an entity, a claim, a source or a view of the case, or for what joins two
entities: what is drawn, how it stands and by which rule, who says so, where and
in which words, who denies it, whether someone was asked, and which diagrams have
it. It tells the same as graphgen report does.

An id that the case does not have is wrong usage (exit code 2). Errors that check
finds are counted, and the answer given all the same.`,
		Example: `  graphgen why rumoured-complicity
  graphgen why hun-manet cambodian-government
  graphgen why figure-259/2 --text interview=interview.txt
  graphgen why overview --format json`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error { return flags.why(cmd, args) },
	}
	flags.register(cmd)
	cmd.Flags().StringVar(&flags.path, "case", defaultCase, "the case `file`")
	cmd.Flags().StringVar(&flags.format, "format", "text", "`text` or json")
	flags.lang.register(cmd, "tell what the case says in this `language`, as a tag such as km or zh-Hant (default the case's own)")
	return cmd
}

func (flags *whyFlags) why(cmd *cobra.Command, args []string) error {
	write, ok := map[string]func(io.Writer, []report.Answer) error{
		"text": report.WriteAnswers, "json": report.WriteAnswersJSON,
	}[flags.format]
	if !ok {
		return failure{exitUsage, fmt.Errorf("--format %q: want text or json", flags.format)}
	}
	if err := flags.lang.one(cmd); err != nil {
		return err
	}
	made, problems, err := flags.make(cmd, []string{flags.path}, &flags.lang, check.Options{})
	if err != nil {
		return err
	}
	if problems.HasErrors() {
		fmt.Fprintf(cmd.ErrOrStderr(), "graphgen: %s; see graphgen check\n", problems.Summary())
	}
	answers, err := answers(made, args)
	var unknown *report.UnknownError
	if errors.As(err, &unknown) {
		return failure{exitUsage, fmt.Errorf("%s: %w", flags.path, err)}
	}
	if err := write(asked(cmd, flags.format), answers); err != nil {
		return failure{exitDrawing, err}
	}
	return nil
}

// answers answers for one id, or for what joins two.
func answers(made *report.Report, ids []string) ([]report.Answer, error) {
	if len(ids) == 1 {
		return made.Why(ids[0])
	}
	between, err := made.WhyBetween(ids[0], ids[1])
	return []report.Answer{between}, err
}
