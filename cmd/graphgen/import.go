package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/csv"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/project"
	"example.org/graphgen/internal/suggest"
	"example.org/graphgen/internal/terminal"
)

type importFlags struct {
	caseFlags
	into, source, speaker       string
	out, loss, delimiter        string
	title, language, entityType string
	encoding, graph             string
	columns, skip               []string
	relationType                string
	force, strict               bool
}

func importCommand() *cobra.Command {
	var flags importFlags
	cmd := &cobra.Command{
		Use:   "import FORMAT INPUT...",
		Short: "Make a case of spreadsheets, FollowTheMoney or a DOT graph",
		Long: `Makes a case file of others' files and writes it to standard output, or with -o to a
file that is not there yet:

` + listFormats(func(f formats.Format) bool { return f.Import != nil }) + `
Relations without evidence become drafts: they are drawn as unsourced, and check names
them until they have claims. One that accuses a named person is an error until then. A
link of unknown meaning gets the type linked-to, which counts as a wrongdoing until
you give it another. What is left out or guessed is printed on standard error.

With csv, a folder stands for the sheets in it. Sheets that graphgen exported make the
same case again. For others, encoding, delimiter and columns are guessed. Say with
--map which column a field is in, with --skip-column which one to leave out, and with
TABLE=FILE which table a sheet is: entities, relations, sources, claims or another
part of a case. Where a sheet may hold names or relations, graphgen asks which; it
refuses the sheet where nobody can answer. A row of entities or relations that cannot
be read is left out, and its place printed; --strict refuses the file instead.

With --into, each row of a sheet is a relation with its evidence, and goes into a case
that is there: payer and recipient (or from, to and type), amount, currency, date,
quote, source, speaker, standing. Quotes are checked where the text is here. Nothing
of the case is changed. A row that cannot be taken is printed with its cell.

If there are many entities, the views show those with the most ties, and what is
around them.

If something is wrong with a file, its place is printed, and nothing is written (exit
code 1).`,
		Example: `  graphgen import csv tables -o data/entities.json
  graphgen import csv people.csv payments.csv --map relations.from=Payer --map relations.to=Payee
  graphgen import ftm aleph.ftm.json -o data/entities.json
  graphgen import csv payments.csv --into data/entities.json --source story
  graphgen import dot network.dot --entity-type person > network.json`,
		Args: cobra.MinimumNArgs(2),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveDefault
			}
			return formatNames(func(f formats.Format) bool { return f.Import != nil }), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error { return flags.take(cmd, args) },
	}
	f := cmd.Flags()
	f.StringVarP(&flags.out, "output", "o", "", "the case `file` to write (default standard output)")
	f.StringVar(&flags.into, "into", "", "with "+listed(ofInto)+": the case `file` that a sheet with evidence is added to")
	f.StringVar(&flags.source, "source", "", "with --into: the `id` of the source of rows that name none")
	f.StringVar(&flags.speaker, "speaker", "", "with --into: the `entity` that speaks in rows that name nobody, by its id or as ID:TYPE:NAME")
	flags.caseFlags.register(cmd)
	f.Lookup("text").Usage = "with --into: " + f.Lookup("text").Usage
	f.BoolVar(&flags.force, "force", false, "replace a file that is there, which is kept beside as NAME.kept")
	f.StringVar(&flags.loss, "loss", "", "the `file` for what is lost (default standard error)")
	f.StringVar(&flags.title, "title", "", "the case's `title`, where the files have none")
	f.StringVar(&flags.language, "language", "", "the `language` of the files' texts, as a tag such as km or zh-Hant, where they do not say")
	f.StringVar(&flags.entityType, "entity-type", string(entities.Organization), "the `type` of entities whose type the files do not say")
	f.StringArrayVar(&flags.columns, "map", nil, "with "+listed(ofCells)+": the column that a field is in, as `FIELD=COLUMN` or TABLE.FIELD=COLUMN; may be repeated")
	f.StringVar(&flags.graph, "graph", "", "with "+listed(ofGraphs)+": the `graph` to take where a file has several, by name or number (default the first)")
	f.StringArrayVar(&flags.skip, "skip-column", nil, "with "+listed(ofCells)+": a `column` to leave out; may be repeated")
	f.StringVar(&flags.relationType, "relation-type", "", "with "+listed(ofCells)+": the `type` of relations whose type the files do not say, such as owns")
	f.BoolVar(&flags.strict, "strict", false, "with "+listed(ofCells)+": leave out no row and no cell: refuse a file that has one which cannot be taken")
	f.StringVar(&flags.encoding, "encoding", "", "with "+listed(ofCells)+": the `encoding`, such as windows-874 (default found)")
	f.StringVar(&flags.delimiter, "delimiter", "", "with "+listed(ofCells)+": what stands between cells, in a `word`: comma, semicolon or tab (default found)")
	for _, other := range []string{"output", "force", "title", "language"} { // are of a case that is made
		cmd.MarkFlagsMutuallyExclusive("into", other)
	}
	return cmd
}

func (flags *importFlags) take(cmd *cobra.Command, args []string) error {
	format, err := formatCalled(args[0], func(f formats.Format) bool { return f.Import != nil })
	if err != nil {
		return err
	}
	if err := expectHeeded(cmd, format); err != nil {
		return err
	}
	if flags.into == "" && flags.source+flags.speaker+strings.Join(flags.texts, "") != "" {
		return failure{exitUsage, errors.New("--source, --speaker and --text are for --into")}
	}
	options, err := flags.options()
	if err != nil {
		return failure{exitUsage, err}
	}
	if _, err := os.Stat(flags.out); flags.out != "" && err == nil && !flags.force {
		return failure{exitUsage, fmt.Errorf("%s is there already; --force replaces it", flags.out)}
	}
	sources, size, err := format.InputsAt(args[1:], cmd.InOrStdin())
	if err != nil {
		return failure{exitData, err}
	}
	if flags.into != "" {
		return flags.addTo(cmd, format, sources, options)
	}
	reading := newReading(cmd.ErrOrStderr(), size)
	options.Read = reading.add
	made, err := format.TakeIn(cmd.Context(), sources, options)
	reading.end()
	var refusal *formats.Refusal
	if errors.As(err, &refusal) && refusal.Ends != nil && flags.ask(cmd, refusal, &options) {
		made, err = format.TakeIn(cmd.Context(), sources, options)
	}
	if err != nil {
		return notTaken(cmd, err)
	}
	defer made.Close()
	broken, err := project.Holds(made, sources[0].Name)
	switch {
	case errors.Is(err, project.ErrNotHeld):
		fmt.Fprintf(cmd.ErrOrStderr(), "graphgen: the case is larger than %d MB, and was not checked: see graphgen check\n", project.MostHeld>>20)
	case err != nil:
		return failure{exitDrawing, err}
	}
	if len(broken) > 0 {
		return stop(cmd, broken, "no case can be made of this: nothing was written")
	}
	if err := flags.write(cmd, made); err != nil {
		return failure{exitDrawing, err}
	}
	return printLoss(cmd, flags.loss, made.Loss, "What is lost or unsure of "+format.Name)
}

// notTaken says why files were not taken in.
func notTaken(cmd *cobra.Command, err error) error {
	var refusal *formats.Refusal
	switch {
	case errors.Is(err, context.Canceled):
		return failure{exitDrawing, errors.New("interrupted: nothing was written")}
	case errors.As(err, &refusal):
		return stop(cmd, refusal.Problems, "nothing was written")
	}
	return failure{exitDrawing, err}
}

// write writes the case, and says what it holds where that does not mix with it.
func (flags *importFlags) write(cmd *cobra.Command, made formats.Import) error {
	if flags.out == "" {
		_, err := made.WriteTo(terminal.Document(cmd.OutOrStdout()))
		return err
	}
	kept, err := output.WriteFrom(flags.out, flags.force, func(w io.Writer) error {
		_, err := made.WriteTo(interrupted{cmd.Context(), w})
		return err
	})
	if err != nil {
		return err
	}
	if kept != "" {
		fmt.Fprintf(cmd.ErrOrStderr(), "graphgen: what %s held is kept as %s\n", flags.out, kept)
	}
	t := made.Tally
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s: %d entities, %d relations of which %d are drafts, %d sources\n", flags.out, t.Entities, t.Relations, t.Drafts, t.Sources)
	return err
}

// interrupted writes until the command is stopped.
type interrupted struct {
	ctx context.Context
	w   io.Writer
}

func (i interrupted) Write(p []byte) (int, error) {
	if i.ctx.Err() != nil {
		return 0, errors.New("interrupted: nothing was written")
	}
	return i.w.Write(p)
}

func (flags *importFlags) options() (formats.ImportOptions, error) {
	o := formats.ImportOptions{Skip: flags.skip, RelationType: flags.relationType, Strict: flags.strict, Title: flags.title, EntityType: entities.EntityType(flags.entityType), Encoding: flags.encoding, Graph: flags.graph, Columns: map[string]string{}}
	var err error
	if flags.language != "" {
		if o.Language, err = entities.ParseLanguage(flags.language); err != nil {
			return o, fmt.Errorf("--language: %w", err)
		}
	}
	if types := entities.EntityTypes(); !slices.Contains(types, o.EntityType) {
		return o, fmt.Errorf("--entity-type: there is no type %q%s", flags.entityType, suggest.Phrase(flags.entityType, wordsOf(types)))
	}
	if types := entities.BuiltinRelationTypes(); flags.relationType != "" && types[flags.relationType].Label == nil {
		return o, fmt.Errorf("--relation-type: there is no type %q%s", flags.relationType, suggest.Phrase(flags.relationType, slices.Sorted(maps.Keys(types))))
	}
	if flags.delimiter != "" {
		comma, known := delimiters[flags.delimiter]
		if !known {
			return o, fmt.Errorf("--delimiter %q: want comma, semicolon or tab", flags.delimiter)
		}
		o.Comma = comma
	}
	for _, said := range flags.columns {
		field, column, ok := strings.Cut(said, "=")
		if !ok || field == "" || column == "" {
			return o, fmt.Errorf("--map %q: want FIELD=COLUMN, such as name=Company", said)
		}
		if !csv.IsField(field) {
			return o, fmt.Errorf("--map %s: no table has a field %q", said, field)
		}
		o.Columns[field] = column
	}
	return o, nil
}

func wordsOf(types []entities.EntityType) []string {
	var all []string
	for _, t := range types {
		all = append(all, string(t))
	}
	return all
}
