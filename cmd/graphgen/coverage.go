package main

import (
	"bufio"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/coverage"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/jsonfile"
	"example.org/graphgen/internal/problem"
)

func coverageCommand() *cobra.Command {
	var flags sourceFlags
	var format string
	cmd := &cobra.Command{
		Use:   "coverage SOURCE",
		Short: "List a source's sentences with the claims that rest on them",
		Long: `Lists the sentences of a source's text, each with its line and column and the
claims whose quote lies in it: "+" marks a sentence with claims, "-" one with none.
Claims whose quote the text does not have, or has more than once, stand at the end.

What is printed is the source's own prose: it is for reading, not for publishing.`,
		Example: `  graphgen coverage interview
  graphgen coverage interview --text interview=interview.html --format json`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			write, ok := map[string]func(io.Writer, string, coverage.Coverage) error{
				"text": writeCoverage, "json": writeCoverageJSON,
			}[format]
			if !ok {
				return failure{exitUsage, fmt.Errorf("--format %q: want text or json", format)}
			}
			p, text, err := flags.openSource(cmd, args[0])
			if err != nil {
				return err
			}
			if err := write(asked(cmd, format), args[0], coverage.Of(p.File.Case, args[0], text)); err != nil {
				return failure{exitDrawing, err}
			}
			return nil
		},
	}
	flags.register(cmd)
	cmd.Flags().StringVar(&format, "format", "text", "`text` or json")
	return cmd
}

func writeCoverage(w io.Writer, _ string, c coverage.Coverage) error {
	out := bufio.NewWriter(w)
	claims := map[*entities.Claim]bool{}
	for _, s := range c.Sentences {
		mark := "-"
		if len(s.Claims) > 0 {
			mark = "+"
		}
		fmt.Fprintf(out, "%s %-7s %s\n", mark, fmt.Sprintf("%d:%d", s.Place.Line, s.Place.Column), problem.Printable(s.Text))
		for _, cl := range s.Claims {
			claims[cl] = true
			fmt.Fprintf(out, "          %s, %s by %s: “%s”\n", cl.ID, cl.Standing, cl.Speaker, problem.Printable(cl.Quote))
		}
	}
	for _, u := range c.Unplaced {
		fmt.Fprintf(out, "%v: %s: “%s”\n", u.Status, u.Claim.ID, problem.Printable(u.Claim.Quote))
	}
	fmt.Fprintf(out, "%d sentences: %d with claims, %d with none; claims: %d in the text, %d not\n",
		len(c.Sentences), c.Covered(), len(c.Sentences)-c.Covered(), len(claims), len(c.Unplaced))
	return out.Flush()
}

// The JSON of coverage. Lines and columns count from 1, columns in Unicode code points.
type (
	jsonCoverage struct {
		Source    string         `json:"source"`
		Sentences []jsonSentence `json:"sentences"`
		Unplaced  []jsonUnplaced `json:"unplaced"`
		Counts    jsonCovered    `json:"counts"`
	}
	jsonSentence struct {
		Line   int      `json:"line"`
		Column int      `json:"column"`
		Text   string   `json:"text"`
		Claims []string `json:"claims"`
	}
	jsonUnplaced struct {
		Claim  string `json:"claim"`
		Status string `json:"status"`
	}
	jsonCovered struct {
		Sentences int `json:"sentences"`
		Covered   int `json:"covered"`
	}
)

func writeCoverageJSON(w io.Writer, source string, c coverage.Coverage) error {
	report := jsonCoverage{
		Source: source, Sentences: []jsonSentence{}, Unplaced: []jsonUnplaced{},
		Counts: jsonCovered{len(c.Sentences), c.Covered()},
	}
	for _, s := range c.Sentences {
		claims := []string{}
		for _, cl := range s.Claims {
			claims = append(claims, cl.ID)
		}
		report.Sentences = append(report.Sentences, jsonSentence{s.Place.Line, s.Place.Column, s.Text, claims})
	}
	for _, u := range c.Unplaced {
		report.Unplaced = append(report.Unplaced, jsonUnplaced{u.Claim.ID, u.Status.String()})
	}
	return jsonfile.Write(w, report)
}
