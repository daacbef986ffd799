package main

import (
	"errors"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/project"
)

// sourceAdd are the flags of source add.
type sourceAdd struct {
	caseFlags
	path                 string
	source               entities.Source
	title, kind, whoever string
}

func sourceCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "source",
		Short: "Add a source to the case",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(sourceAddCommand())
	return cmd
}

func sourceAddCommand() *cobra.Command {
	var flags sourceAdd
	cmd := &cobra.Command{
		Use:   "add [FILE]",
		Short: "Add a source, with its text",
		Long: `Adds a source to the case file, as its last source, with nothing else in the file
changed. FILE holds its text, plain or HTML; it is copied to texts/ beside the case file
unless it is in that folder already, and the case names the copy and its sha256.

The publisher is an entity of the case, by its id, name or alias, or else a new one: a
medium, unless it is given as ID:TYPE:NAME. Nothing is written where the case would get
an error that it did not have.`,
		Example: `  graphgen source add ledger.txt --title "The berth ledger" --publisher "Harbour Office" --type record
  graphgen source add audit.html --title "Audit 17" --publisher "auditor:agency:Court of Audit" \
    --url https://audit.example/17 --published 2024-05-01`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return flags.add(cmd, args) },
	}
	f := cmd.Flags()
	f.StringVar(&flags.path, "case", defaultCase, "the case `file`")
	f.StringVar(&flags.source.ID, "id", "", "the source's `id` (default made of its title)")
	f.StringVar(&flags.title, "title", "", "its `title`")
	f.StringVar(&flags.kind, "type", string(entities.Article), "its type, in a `word`: article, interview, report, record, dataset, post or other")
	f.StringVar(&flags.whoever, "publisher", "", "`who` published it")
	f.StringVar(&flags.source.URL, "url", "", "where it is, as a whole `address`")
	f.StringVar(&flags.source.Archived, "archived", "", "where an archived copy of it is, as a whole `address`")
	f.StringVar(&flags.source.Published, "published", "", "when it was published, as an EDTF `date`")
	return cmd
}

func (flags *sourceAdd) add(cmd *cobra.Command, args []string) error {
	if flags.title == "" || flags.whoever == "" {
		return failure{exitUsage, errors.New("a source wants --title and --publisher: what it is called, and who published it")}
	}
	done, err := project.Turn(flags.path)
	if err != nil {
		return failure{exitDrawing, err}
	}
	defer done()
	p, err := flags.openSound(cmd, flags.path, "--case")
	if err != nil {
		return err
	}
	n := project.NewSource{Source: flags.source, Publisher: flags.whoever}
	n.Source.Title, n.Source.Type = entities.Text{"": flags.title}, entities.SourceType(flags.kind)
	if len(args) > 0 {
		n.TextFile = args[0]
	}
	added, err := p.AddSource(n)
	return tellAdded(cmd, added, err, "")
}
