package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/inputs"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/quotes"
	"example.org/graphgen/schema"
)

const schemaName = "entities.schema.json" // beside the case file

type initFlags struct {
	title, language, asOf                       string
	source, sourceType, sourceTitle             string
	publisher, url, archived, published, textAt string

	copied []byte // the text, where it is to be copied beside the case file
}

func initCommand() *cobra.Command {
	var flags initFlags
	cmd := &cobra.Command{
		Use:   "init [DIR]",
		Short: "Start a case",
		Long: `Starts a case: writes ` + defaultCase + ` in the folder (default this one), with
its first source and who published it, and a view of everything; and beside it
` + schemaName + `, for your editor. What a flag does not say is asked for on a
terminal. Nothing is fetched, and no file is overwritten.

The source's text, plain or HTML, is copied to texts/ beside the case file, unless it
is there already, and the case names that copy and its sha256. A publisher is given by name, or as ID:TYPE:NAME.`,
		Example: `  graphgen init
  graphgen init harbour --title "The harbour deal" --source story \
    --source-title "Who owns the berths?" --publisher "The Gazette" --text story.txt`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := "."
			if len(args) > 0 {
				dir = args[0]
			}
			return flags.start(cmd, filepath.Join(dir, filepath.FromSlash(defaultCase)))
		},
	}
	f := cmd.Flags()
	f.StringVar(&flags.title, "title", "", "the case's `title`")
	f.StringVar(&flags.language, "language", "en", "the language that its texts are in, as a `tag` such as km or zh-Hant")
	f.StringVar(&flags.asOf, "as-of", "", "the `day` that it describes, as an EDTF date")
	f.StringVar(&flags.source, "source", "", "the first source's `id` (default made of its title)")
	f.StringVar(&flags.sourceType, "source-type", string(entities.Article), "its type, in a `word`: article, interview, report, record, dataset, post or other")
	f.StringVar(&flags.sourceTitle, "source-title", "", "the first source's `title`")
	f.StringVar(&flags.publisher, "publisher", "", "`who` published it")
	f.StringVar(&flags.url, "url", "", "where it is, as a whole `address`")
	f.StringVar(&flags.archived, "archived", "", "where an archived copy of it is, as a whole `address`")
	f.StringVar(&flags.published, "published", "", "when it was published, as an EDTF `date`")
	f.StringVar(&flags.textAt, "text", "", "the `file` that holds its text")
	return cmd
}

func (flags *initFlags) start(cmd *cobra.Command, path string) error {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return failure{exitUsage, fmt.Errorf("%s is there already; graphgen init starts new cases only", path)}
	}
	if err := flags.ask(cmd); err != nil {
		return failure{exitUsage, err}
	}
	c, err := flags.begin(filepath.Dir(path))
	if err != nil {
		return failure{exitUsage, err}
	}
	data := capture.Start(c)
	file, problems := entities.Load(path, data)
	if !problems.HasErrors() {
		problems = problemsOf(file, nil)
	}
	if problems.HasErrors() {
		for _, p := range problems {
			fmt.Fprintf(cmd.ErrOrStderr(), "graphgen: %s\n", problem.Printable(p.Message))
			if p.Hint != "" {
				fmt.Fprintf(cmd.ErrOrStderr(), "    %s\n", problem.Printable(p.Hint))
			}
		}
		return failure{exitUsage, errors.New("no case was started")}
	}
	if err := flags.write(path, c, data); err != nil {
		return failure{exitDrawing, err}
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s: a case with source %q, published by %q\n", path, c.Sources[0].ID, c.Sources[0].Publisher)
	return nil
}

// question is one thing that a case is started with.
type question struct {
	flag, text string
	answer     *string
	needed     bool
	refuse     func(string) error // nil takes anything
}

// ask asks on a terminal for what no flag says. Where there is no terminal, what is needed
// must be given.
func (flags *initFlags) ask(cmd *cobra.Command) error {
	questions := []question{
		{"title", "Title of the case", &flags.title, true, nil},
		{"language", "Language of its texts", &flags.language, true, func(s string) error { _, err := entities.ParseLanguage(s); return err }},
		{"source-title", "Title of its first source", &flags.sourceTitle, true, nil},
		{"source-type", "Type of the source", &flags.sourceType, true, nil},
		{"publisher", "Who published it", &flags.publisher, true, nil},
		{"url", "Its address on the web (may be left empty)", &flags.url, false, nil},
		{"archived", "Address of an archived copy (may be left empty)", &flags.archived, false, nil},
		{"text", "File that holds its text (may be left empty)", &flags.textAt, false, func(s string) error { _, err := inputs.Read(s, maxText); return err }},
	}
	var missing []string
	for _, q := range questions {
		if q.needed && strings.TrimSpace(*q.answer) == "" {
			missing = append(missing, "--"+q.flag)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	if in, isFile := cmd.InOrStdin().(*os.File); !isFile || !term.IsTerminal(int(in.Fd())) {
		return fmt.Errorf("a case is started with %s, or on a terminal, where graphgen asks", strings.Join(missing, ", "))
	}
	in := bufio.NewReader(cmd.InOrStdin())
	for _, q := range questions {
		if cmd.Flags().Changed(q.flag) {
			continue
		}
		if err := q.put(in, cmd.ErrOrStderr()); err != nil {
			return err
		}
	}
	return nil
}

// put asks until there is an answer that is taken. Nothing stands for the usual answer.
func (q question) put(in *bufio.Reader, out io.Writer) error {
	for {
		usual := ""
		if *q.answer != "" {
			usual = " [" + *q.answer + "]"
		}
		fmt.Fprintf(out, "%s%s: ", q.text, usual)
		line, err := in.ReadString('\n')
		if err != nil {
			return errors.New("no case was started: the answers ended too early")
		}
		answer := strings.TrimSpace(line)
		if answer == "" {
			answer = *q.answer
		}
		switch {
		case answer == "" && q.needed:
			fmt.Fprintln(out, "  a case needs this")
		case answer == "" || q.refuse == nil || q.refuse(answer) == nil:
			*q.answer = answer
			return nil
		default:
			fmt.Fprintf(out, "  %s: %v\n", answer, q.refuse(answer))
		}
	}
}

// begin makes the case of the flags; its file will be in the folder.
func (flags *initFlags) begin(folder string) (entities.Case, error) {
	language, err := entities.ParseLanguage(flags.language)
	if err != nil {
		return entities.Case{}, fmt.Errorf("--language: %w", err)
	}
	publisher, isWhole := capture.ParseEntity(flags.publisher)
	if !isWhole {
		publisher = entities.Entity{ID: capture.IDFor(flags.publisher, "publisher"), Type: entities.Media, Name: entities.Text{"": flags.publisher}}
	}
	source := entities.Source{
		ID: flags.source, Type: entities.SourceType(flags.sourceType), Title: entities.Text{"": flags.sourceTitle},
		Publisher: publisher.ID, URL: flags.url, Archived: flags.archived, Published: flags.published,
	}
	if source.ID == "" {
		if source.ID = capture.IDFor(flags.sourceTitle, "source"); source.ID == publisher.ID {
			source.ID += "-source"
		}
	}
	if source.Text, err = flags.text(folder, source.ID); err != nil {
		return entities.Case{}, fmt.Errorf("--text %s: %w", flags.textAt, err)
	}
	return entities.Case{
		Schema: schemaName, Version: 1, Title: entities.Text{"": flags.title}, Language: language, AsOf: flags.asOf,
		Sources: []entities.Source{source}, Entities: []entities.Entity{publisher},
		Views: []entities.View{{ID: "overview", Title: entities.Text{"": flags.title}}},
	}, nil
}

// text names the source's text as seen from the folder of the case file. A case names no file
// outside that folder, so a text from elsewhere is to be copied.
func (flags *initFlags) text(folder, source string) (entities.LocalText, error) {
	if flags.textAt == "" {
		return entities.LocalText{}, nil
	}
	data, err := inputs.Read(flags.textAt, maxText)
	if err != nil {
		return entities.LocalText{}, err
	}
	if _, err := quotes.NewText(data, quotes.FormatOf(flags.textAt)); err != nil {
		return entities.LocalText{}, err
	}
	path, err := pathFrom(folder, flags.textAt)
	if err != nil || !filepath.IsLocal(path) {
		flags.copied = data
		path = filepath.Join("texts", source+filepath.Ext(flags.textAt))
	}
	return entities.LocalText{Path: filepath.ToSlash(path), SHA256: quotes.Digest(data)}, nil
}

// pathFrom returns the way from a folder to a file.
func pathFrom(folder, file string) (string, error) {
	from, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	to, err := filepath.Abs(file)
	if err != nil {
		return "", err
	}
	return filepath.Rel(from, to)
}

// write writes the case file last, and beside it the source's text and the schema where these
// are not there.
func (flags *initFlags) write(path string, c entities.Case, data []byte) error {
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	beside := filepath.Join(folder, schemaName)
	if _, err := os.Lstat(beside); errors.Is(err, fs.ErrNotExist) {
		if err := output.Rewrite(beside, nil, []byte(schema.Entities())); err != nil {
			return err
		}
	}
	if flags.copied != nil {
		if err := copyOnce(filepath.Join(folder, filepath.FromSlash(c.Sources[0].Text.Path)), flags.copied); err != nil {
			return err
		}
	}
	return output.Rewrite(path, nil, data)
}

// copyOnce writes a file, or leaves one that holds the same.
func copyOnce(path string, data []byte) error {
	if held, err := inputs.Read(path, maxText); err == nil && bytes.Equal(held, data) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	return output.Rewrite(path, nil, data)
}
