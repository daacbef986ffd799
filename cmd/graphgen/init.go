package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/project"
)

type initFlags struct {
	title, language, asOf                       string
	source, sourceType, sourceTitle             string
	publisher, url, archived, published, textAt string
}

func initCommand() *cobra.Command {
	var flags initFlags
	cmd := &cobra.Command{
		Use:   "init [DIR]",
		Short: "Start a case",
		Long: `Starts a case: writes ` + defaultCase + ` in the folder (default this one), with
its first source and who published it, and a view of everything; and beside it
entities.schema.json, for your editor. What a flag does not say is asked for on a
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
	if project.IsThere(path) {
		return failure{exitUsage, fmt.Errorf("%s is there already; graphgen init starts new cases only", path)}
	}
	if err := flags.ask(cmd); err != nil {
		return failure{exitUsage, err}
	}
	c, err := project.Start(path, flags.beginning())
	var wrong *project.ProblemsError
	var field *project.FieldError
	var unwritten *project.WriteError
	switch {
	case errors.As(err, &wrong):
		printMessages(cmd.ErrOrStderr(), wrong.Problems)
		return failure{exitUsage, errors.New("no case was started")}
	case errors.As(err, &field):
		return failure{exitUsage, fmt.Errorf("--%w", err)}
	case errors.As(err, &unwritten):
		return failure{exitDrawing, err}
	case err != nil:
		return failure{exitUsage, err}
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s: a case with source %q, published by %q\n", path, c.Sources[0].ID, c.Sources[0].Publisher)
	return nil
}

func (flags *initFlags) beginning() project.Beginning {
	return project.Beginning{
		Title: flags.title, Language: flags.language, AsOf: flags.asOf, Publisher: flags.publisher, TextFile: flags.textAt,
		Source: entities.Source{
			ID: flags.source, Type: entities.SourceType(flags.sourceType), Title: entities.Text{"": flags.sourceTitle},
			URL: flags.url, Archived: flags.archived, Published: flags.published,
		},
	}
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
		{"text", "File that holds its text (may be left empty)", &flags.textAt, false, func(s string) error { _, err := project.ReadText(s); return err }},
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
