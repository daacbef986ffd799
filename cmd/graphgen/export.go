package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/registry"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/project"
	"example.org/graphgen/internal/suggest"
	"example.org/graphgen/internal/terminal"
	"example.org/graphgen/internal/wording"
	"example.org/graphgen/internal/words"
)

// byCSV is the producer of the sheets in a folder.
const byCSV = "csv"

type exportFlags struct {
	caseFlags
	out, view, delimiter, loss string
	force                      bool
	lang                       languageFlags
}

func exportCommand() *cobra.Command {
	var flags exportFlags
	cmd := &cobra.Command{
		Use:   "export FORMAT [FILE]",
		Short: "Hand a case on as spreadsheets, FollowTheMoney or GraphML",
		Long: `Writes the case file (default ` + defaultCase + `) in another form:

` + listFormats(func(f formats.Format) bool { return f.Export != nil }) + `
What a form cannot hold is told on standard error, with where it was put instead: how
things stand and who denies them above all. Whatever is alleged, unsubstantiated,
disputed or unsourced says so in its own words, in every form. Only csv loses nothing.

Where check finds an error nothing is written (exit code 1).`,
		Example: `  graphgen export csv -o tables          a sheet for each part of the case
  graphgen export ftm -o case.ftm.json   for Aleph
  graphgen export graphml --view flows > flows.graphml`,
		Args: cobra.RangeArgs(1, 2),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveDefault
			}
			return formatNames(func(f formats.Format) bool { return f.Export != nil }), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error { return flags.export(cmd, args) },
	}
	flags.register(cmd)
	f := cmd.Flags()
	f.StringVarP(&flags.out, "output", "o", "", "the `file` to write (default standard output); for "+listed(ofFolders)+" the folder")
	f.StringVar(&flags.view, "view", "", "with "+listed(ofView)+": what this `view` shows (default all of the case)")
	f.StringVar(&flags.delimiter, "delimiter", "comma", "with "+listed(ofCells)+": what stands between cells, in a `word`: comma, semicolon or tab")
	f.StringVar(&flags.loss, "loss", "", "the `file` for what is lost (default standard error)")
	f.BoolVar(&flags.force, "force", false, "with "+listed(ofFolders)+": put sheets that somebody edited or wrote aside, as NAME.kept, and write")
	flags.lang.register(cmd, "tell how things stand in this `language`, as a tag such as km or zh-Hant (default the case's own)")
	return cmd
}

func listFormats(wanted func(formats.Format) bool) string {
	var b strings.Builder
	for _, f := range registry.Formats() {
		if wanted(f) {
			fmt.Fprintf(&b, "  %-8s %s\n", f.Name, f.Doc)
		}
	}
	return b.String()
}

func formatNames(wanted func(formats.Format) bool) []string {
	var names []string
	for _, f := range registry.Formats() {
		if wanted(f) {
			names = append(names, f.Name)
		}
	}
	return names
}

// What formats a flag is for.
func ofCells(f formats.Format) bool   { return f.Cells }
func ofView(f formats.Format) bool    { return f.View }
func ofGraphs(f formats.Format) bool  { return f.Graphs }
func ofInto(f formats.Format) bool    { return f.AddTo != nil }
func ofFolders(f formats.Format) bool { return f.Folder }

func listed(wanted func(formats.Format) bool) string { return strings.Join(formatNames(wanted), ", ") }

// expectHeeded refuses a flag that the format would pass over.
func expectHeeded(cmd *cobra.Command, format formats.Format) error {
	for _, flag := range []struct {
		name string
		of   func(formats.Format) bool
	}{{"view", ofView}, {"delimiter", ofCells}, {"encoding", ofCells}, {"map", ofCells}, {"graph", ofGraphs}, {"into", ofInto}} {
		if cmd.Flags().Changed(flag.name) && !flag.of(format) {
			return failure{exitUsage, fmt.Errorf("--%s is for %s; %s does not use it", flag.name, listed(flag.of), format.Name)}
		}
	}
	return nil
}

// formatCalled finds a format that does what is wanted of it.
func formatCalled(name string, wanted func(formats.Format) bool) (formats.Format, error) {
	for _, f := range registry.Formats() {
		if f.Name == name && wanted(f) {
			return f, nil
		}
	}
	names := formatNames(wanted)
	return formats.Format{}, failure{exitUsage, fmt.Errorf("there is no format %q here; want %s", name, strings.Join(names, " or "))}
}

// delimiters are the words for what stands between cells.
var delimiters = map[string]rune{"comma": ',', "semicolon": ';', "tab": '\t'}

func (flags *exportFlags) export(cmd *cobra.Command, args []string) error {
	format, err := formatCalled(args[0], func(f formats.Format) bool { return f.Export != nil })
	if err != nil {
		return err
	}
	comma, known := delimiters[flags.delimiter]
	if !known {
		return failure{exitUsage, fmt.Errorf("--delimiter %q: want comma, semicolon or tab", flags.delimiter)}
	}
	if err := expectHeeded(cmd, format); err != nil {
		return err
	}
	if format.Folder && flags.out == "" {
		return failure{exitUsage, fmt.Errorf("%s is several files; name a folder for them with -o", format.Name)}
	}
	if err := flags.lang.one(cmd); err != nil {
		return err
	}
	checked, err := flags.openChecked(cmd, args[1:], check.Options{})
	if err != nil {
		return err
	}
	if wrong := checked.Problems.AtLeast(problem.Error); len(wrong) > 0 {
		return stop(cmd, wrong, "nothing was written: the data has errors")
	}
	subject, err := flags.subject(checked)
	if err != nil {
		return failure{exitUsage, err}
	}
	made, err := format.Export(subject, formats.ExportOptions{Comma: comma})
	if err != nil {
		return failure{exitDrawing, err}
	}
	for _, target := range []string{flags.out, flags.loss} {
		if err := expectOther(target, caseArgument(args[1:]), checked.Network.Index().Case); err != nil {
			return err
		}
	}
	if err := flags.write(cmd, format, made.Files); err != nil {
		return err
	}
	return printLoss(cmd, flags.loss, made.Loss, "What "+format.Name+" does not hold of the case")
}

// subject is what is handed on: all of the case, or a view of it.
func (flags *exportFlags) subject(c *project.Checked) (formats.Subject, error) {
	index := c.Network.Index()
	lang := flags.lang.of(index.Case)
	shown, err := c.View(flags.view)
	var unknown *project.UnknownViewError
	if errors.As(err, &unknown) {
		return formats.Subject{}, fmt.Errorf("--view: %w%s", err, suggest.Phrase(unknown.ID, unknown.Views))
	}
	return formats.Subject{View: shown, Describer: &wording.Describer{Index: index, Words: words.For(lang), Lang: lang}}, nil
}

func (flags *exportFlags) write(cmd *cobra.Command, format formats.Format, files []output.File) error {
	switch {
	case format.Folder:
		return flags.publish(cmd, files)
	case flags.out == "":
		if _, err := terminal.Document(cmd.OutOrStdout()).Write(files[0].Data); err != nil {
			return failure{exitDrawing, err}
		}
	default:
		if err := output.WriteFile(flags.out, files[0].Data); err != nil {
			return failure{exitDrawing, err}
		}
	}
	return nil
}

// publish writes the files of a folder, beside whatever else is in it.
func (flags *exportFlags) publish(cmd *cobra.Command, files []output.File) error {
	result, err := output.Publish(flags.out, output.Publication{
		By: byCSV, Files: files, Aside: flags.force,
		Stays: func(name, _ string) bool { return !strings.HasSuffix(name, ".csv") }, // of an old manifest
	})
	for _, aside := range result.Aside {
		fmt.Fprintf(cmd.ErrOrStderr(), "graphgen: %s was put aside as %s\n", filepath.Join(flags.out, aside.Name), filepath.Join(flags.out, aside.To))
	}
	for _, name := range result.Removed {
		fmt.Fprintf(cmd.ErrOrStderr(), "graphgen: %s was removed: the case has nothing for it now\n", filepath.Join(flags.out, name))
	}
	var foreign *output.ForeignError
	if errors.As(err, &foreign) {
		return failure{exitData, fmt.Errorf("%w: take it in with graphgen import, or have --force put it aside", err)}
	}
	if err != nil {
		return failure{exitDrawing, err}
	}
	return nil
}

// printLoss writes what is lost to a file, or where messages go.
func printLoss(cmd *cobra.Command, path string, loss formats.Loss, heading string) error {
	var b bytes.Buffer
	if err := loss.Write(&b, heading); err != nil {
		return failure{exitDrawing, err}
	}
	var err error
	if path == "" {
		_, err = io.Copy(cmd.ErrOrStderr(), &b)
	} else {
		err = output.WriteFile(path, b.Bytes())
	}
	if err != nil {
		return failure{exitDrawing, err}
	}
	return nil
}
