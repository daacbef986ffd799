package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/render/graphviz"
)

// What is drawn only where it is asked for.
const (
	formatPNG  = "png"
	formatCard = "card"
)

type buildFlags struct {
	caseFlags
	out     string
	timeout time.Duration
	formats []string
	without []string
	lang    languageFlags
	fonts   fontFlags
}

func buildCommand() *cobra.Command {
	var flags buildFlags
	cmd := &cobra.Command{
		Use:   "build [FILE]",
		Short: "Draw the views of a case",
		Long: `Draws each view of the case file (default ` + defaultCase + `) as VIEW.svg and
VIEW.narrow.svg, to publish wide and in a column of 320 to 480 CSS pixels, and
VIEW.dot, to edit further. Outputs of views that the case no longer has, or that
could not be drawn, are removed: they may show what was corrected.

In other languages than the case's, files are VIEW.LANG.svg and so on. A text that
the case does not have in a language is shown in the case's own, and listed.

--format card adds VIEW.card.png, 1200 by 630 pixels for where a link is shown: the
diagram where all its words can be read at that size, with the notes of what is
answered; else how much there is of what, who says so and who denies it.

--font sets pictures in a newsroom's own font: texts are measured with it, and each
SVG carries what it needs of it. A font whose maker does not allow that is refused.
Letters that it lacks are set as without it.

A page that has a headline and sources of its own can have pictures without them:
--without ` + partNames() + `.
Without notes, those stay that a line cannot do without: whatever is alleged,
unsubstantiated, disputed or answered keeps its note. Corrections always stay, and
VIEW.dot has everything.`,
		Example: `  graphgen build
  graphgen build case.json -o diagrams --timeout 5s
  graphgen build --format png,card
  graphgen build --without title,caption,date
  graphgen build --lang en,km,th
  graphgen build --font House-Regular.ttf --font-bold House-Bold.ttf
  graphgen build --text interview=interview.txt`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return flags.build(cmd, args) },
	}
	flags.register(cmd)
	cmd.Flags().StringVarP(&flags.out, "output", "o", "out", "the `folder` to write to")
	cmd.Flags().StringSliceVar(&flags.formats, "format", nil, "`what` to write beside SVG and DOT: png, for VIEW.png and VIEW.2x.png; card, for VIEW.card.png")
	cmd.Flags().StringSliceVar(&flags.without, "without", nil, "the `parts` around the diagram to leave out, such as title,caption")
	flags.fonts.register(cmd, "set pictures in, and carry in each SVG; a TTF or OTF")
	flags.lang.register(cmd, "draw in these `languages`, as tags such as km or zh-Hant (default the case's own)")
	cmd.Flags().DurationVar(&flags.timeout, "timeout", 30*time.Second, "the longest that one layout may take")
	return cmd
}

// build is the way through the program: load and check, select, draw, publish.
func (flags *buildFlags) build(cmd *cobra.Command, args []string) error {
	if flags.timeout <= 0 {
		return failure{exitUsage, errors.New("--timeout must be more than nothing")}
	}
	for _, format := range flags.formats {
		if format != formatPNG && format != formatCard {
			return failure{exitUsage, fmt.Errorf("--format %q: want %s or %s", format, formatPNG, formatCard)}
		}
	}
	without, err := flags.parts()
	if err != nil {
		return err
	}
	if err := flags.lang.parse(cmd); err != nil {
		return err
	}
	fonts, err := flags.fonts.read()
	if err != nil {
		return err
	}
	checked, problems, err := flags.read(cmd, args, check.Options{Drawn: flags.lang.given, Uncovered: fonts.Uncovered})
	if err != nil {
		return err
	}
	if err := tell(cmd.ErrOrStderr(), problems); err != nil {
		return failure{exitDrawing, err}
	}
	if problems.HasErrors() {
		return failure{exitData, errors.New("the data has errors; nothing was drawn")}
	}
	languages := flags.lang.of(checked.Index().Case)
	tellUntranslated(cmd.ErrOrStderr(), checked, languages)
	var spool output.Spool
	defer spool.Close()
	views := flags.draw(cmd, checked, languages, without, fonts, &spool)
	if err := cmd.Context().Err(); err != nil {
		return failure{exitDrawing, errors.New("interrupted; nothing was written")}
	}
	return flags.publish(cmd, views)
}

// parts are what --without names.
func (flags *buildFlags) parts() ([]render.Part, error) {
	var parts []render.Part
	for _, name := range flags.without {
		part := render.Part(name)
		if name == "corrections" {
			return nil, failure{exitUsage, errors.New("--without corrections: a correction is printed wherever the diagram is")}
		}
		if !slices.Contains(render.Parts(), part) {
			return nil, failure{exitUsage, fmt.Errorf("--without %q: want %s", name, partNames())}
		}
		parts = append(parts, part)
	}
	return parts, nil
}

// partNames lists what --without takes.
func partNames() string {
	var names []string
	for _, part := range render.Parts() {
		names = append(names, string(part))
	}
	return strings.Join(names, ", ")
}

// tell writes the errors and warnings, and how many notes check has beside them.
func tell(w io.Writer, problems problem.List) error {
	if err := problem.WriteText(w, problems.AtLeast(problem.Warning), colourful(w)); err != nil {
		return err
	}
	if n := problems.Count(problem.Note); n > 0 {
		_, err := fmt.Fprintf(w, "graphgen: %s; see graphgen check\n", problems.Summary())
		return err
	}
	return nil
}

// drawn is a view's files in one language, or why there are none.
type drawn struct {
	name  string // of the files, up to their endings
	shows string
	files []output.File
	err   error

	carried int // bytes that fonts take of an SVG
}

// draw selects and draws the views in each language, in the order given. More are at work than the engine has
// workers, so that words are measured while layouts run, but not all: each holds all its
// words meanwhile. The spool has what is drawn until the last view is there.
func (flags *buildFlags) draw(cmd *cobra.Command, n *network.Network, languages []string, without []render.Part, fonts *render.Fonts, spool *output.Spool) []drawn {
	engine := graphviz.New(graphviz.Options{Timeout: flags.timeout, Command: workerCommand()})
	defer engine.Close()
	renderer := render.New(n.Index(), engine, "")
	if renderer.PNG = slices.Contains(flags.formats, formatPNG); renderer.PNG {
		unboundMemory()
	}
	renderer.Card = slices.Contains(flags.formats, formatCard)
	renderer.Without = without
	renderer.SetIn(fonts)
	views := n.Index().Case.Views
	results := make([]drawn, len(views)*len(languages))
	shown := newProgress(cmd.ErrOrStderr(), len(results))
	defer shown.end()
	places := make(chan struct{}, 2*runtime.GOMAXPROCS(0))
	var group sync.WaitGroup
	for i := range results {
		spec, lang := &views[i/len(languages)], languages[i%len(languages)]
		places <- struct{}{}
		group.Go(func() {
			v := n.View(spec)
			drawing, err := renderer.In(lang).Draw(cmd.Context(), v)
			results[i] = drawn{name: fileName(n.Index().Case, spec.ID, lang), shows: contents(v), err: err}
			if err == nil {
				results[i].files, results[i].carried = filesOf(results[i].name, drawing, spool), drawing.Carried
			}
			shown.step()
			<-places
		})
	}
	group.Wait()
	return results
}

func filesOf(name string, d *render.Drawing, spool *output.Spool) []output.File {
	files := []output.File{
		{Name: name + ".svg", Data: d.SVG},
		{Name: name + ".narrow.svg", Data: d.Narrow},
		{Name: name + ".dot", Data: d.DOT},
	}
	if d.PNG != nil {
		files = append(files, output.File{Name: name + ".png", Data: d.PNG}, output.File{Name: name + ".2x.png", Data: d.PNG2x})
	}
	if d.Card != nil {
		files = append(files, output.File{Name: name + ".card.png", Data: d.Card})
	}
	for i := range files {
		files[i] = spool.Hold(files[i])
	}
	return files
}

// workerCommand is how the program starts itself for layouts: under the program that
// GRAPHGEN_WORKER names, such as an emulator, or just so.
func workerCommand() []string {
	under := strings.Fields(os.Getenv("GRAPHGEN_WORKER"))
	self, err := os.Executable()
	if len(under) == 0 || err != nil {
		return nil
	}
	return append(under, self, graphviz.Verb)
}

// publish writes what was drawn and tells what was not.
func (flags *buildFlags) publish(cmd *cobra.Command, views []drawn) error {
	var files []output.File
	failed, carried := 0, 0
	for _, v := range views {
		carried = max(carried, v.carried)
		if v.err != nil {
			failed++
			fmt.Fprintf(cmd.ErrOrStderr(), "graphgen: view %q was not drawn: %v\n", v.name, v.err)
		}
		files = append(files, v.files...)
	}
	if carried > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "graphgen: the font takes up to %d KB of each SVG\n", (carried+1023)/1024)
	}
	result, err := output.Publish(flags.out, files)
	if err != nil {
		return failure{exitDrawing, err}
	}
	for _, v := range views {
		if v.err == nil {
			fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", filepath.Join(flags.out, v.name+".svg"), v.shows)
		}
	}
	for _, name := range result.Removed {
		fmt.Fprintf(cmd.OutOrStdout(), "%s: removed, this build does not draw it\n", filepath.Join(flags.out, name))
	}
	if failed > 0 {
		return failure{exitDrawing, fmt.Errorf("%d of %d views were not drawn", failed, len(views))}
	}
	return nil
}

// contents says what a view shows and what it leaves out.
func contents(v *network.View) string {
	shown := fmt.Sprintf("%d nodes, %d lines", len(v.Nodes), len(v.Edges))
	var left []string
	for _, kind := range []struct {
		missing int
		word    string
	}{
		{v.LeftOut.Entities, "entities"}, {v.LeftOut.Relations, "relations"},
		{v.LeftOut.Flows, "flows"}, {v.LeftOut.Figures, "figures"},
	} {
		if kind.missing > 0 {
			left = append(left, fmt.Sprintf("%d %s", kind.missing, kind.word))
		}
	}
	if len(left) == 0 {
		return shown
	}
	return shown + "; left out " + strings.Join(left, ", ")
}
