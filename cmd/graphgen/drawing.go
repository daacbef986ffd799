package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/build"
	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/project"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/render/scene"
)

// drawFlags are what the verbs take that draw.
type drawFlags struct {
	caseFlags
	draw    build.Drawer
	pages   build.Pages
	out     string
	force   bool
	timeout time.Duration
	scheme  string
	lang    languageFlags
	fonts   fontFlags
}

func (flags *drawFlags) register(cmd *cobra.Command) {
	flags.caseFlags.register(cmd)
	cmd.Flags().StringVar(&flags.pages.Prefix, "prefix", build.DefaultPrefix, "the `word` that ids in pages begin with, before the view's id; two pages in one take different words")
	cmd.Flags().StringVar(&flags.pages.Base, "base", "", "the `address` where the output folder will be on the web, for links that are to be whole, such as a card's")
	cmd.Flags().StringVarP(&flags.out, "output", "o", "out", "the `folder` to write to")
	cmd.Flags().BoolVar(&flags.force, "force", false, "put what somebody edited or wrote in the output folder aside, as NAME.kept, and go on")
	flags.fonts.register(cmd, "set pictures in, and carry in each SVG; a TTF or OTF")
	flags.lang.register(cmd, "draw in these `languages`, as tags such as km or zh-Hant (default the case's own)")
	cmd.Flags().StringVar(&flags.scheme, "scheme", string(scene.Either), "the `surroundings` that pictures are for: auto, as the page or reader has them; light or dark, always those")
	cmd.Flags().DurationVar(&flags.timeout, "timeout", 30*time.Second, "the longest that one layout may take")
}

// builder is what builds a case, once or, under --watch, again and again with workers that
// are warm and what the last build drew.
type builder struct {
	*drawFlags
	build.Builder
	fonts   *render.Fonts
	console console
}

// builder reads what the flags name. An error is of the command line.
func (flags *drawFlags) builder(cmd *cobra.Command) (*builder, error) {
	if flags.timeout <= 0 {
		return nil, failure{exitUsage, errors.New("--timeout: want more than 0")}
	}
	var err error
	if flags.pages, err = flags.pages.Checked(); err != nil {
		return nil, requested(err)
	}
	if err := flags.lang.parse(cmd); err != nil {
		return nil, err
	}
	if _, err := scene.SchemeOf(flags.scheme); err != nil {
		return nil, failure{exitUsage, fmt.Errorf("--scheme: %w", err)}
	}
	fonts, err := flags.fonts.read(cmd.Context())
	if err != nil {
		return nil, err
	}
	return &builder{drawFlags: flags, fonts: fonts, Builder: build.Builder{
		Out: flags.out, Languages: flags.lang.given, Version: programVersion(), Aside: flags.force,
		Scheme: scene.Scheme(flags.scheme), Fonts: fonts, Draw: flags.draw,
		Engine:   graphviz.New(graphviz.Options{Timeout: flags.timeout, Command: workerCommand(graphviz.Verb)}),
		Progress: viewProgress(cmd.ErrOrStderr()), Unbounded: unboundMemory,
	}}, nil
}

// workerCommand is how the program starts itself as the worker of a verb: under the program that
// GRAPHGEN_WORKER names, such as an emulator, or just so.
func workerCommand(verb string) []string {
	under := strings.Fields(os.Getenv("GRAPHGEN_WORKER"))
	self, err := os.Executable()
	if len(under) == 0 || err != nil {
		return nil
	}
	return append(under, self, verb)
}

// check checks the case, and tells what is wrong with it.
func (b *builder) check(cmd *cobra.Command, p *project.Project) (*project.Checked, error) {
	checked := p.Check(check.Options{Drawn: b.Languages, Uncovered: b.fonts.Uncovered})
	if err := b.console.problems(cmd.ErrOrStderr(), checked.Problems); err != nil {
		return nil, failure{exitDrawing, err}
	}
	if checked.Problems.HasErrors() {
		return nil, failure{exitData, errors.New("the data has errors; nothing was drawn")}
	}
	return checked, nil
}

// notBuilt is why a build ended early, with the exit code that it asks for.
func (b *builder) notBuilt(cmd *cobra.Command, err error) error {
	var occupied *build.OccupiedError
	switch {
	case errors.Is(err, build.ErrInterrupted):
		return failure{exitDrawing, err}
	case !errors.As(err, &occupied):
		return stopped(cmd, err)
	case occupied.View != "":
		return failure{exitData, fmt.Errorf("%s would be the folder of view %q, and %s is kept there; choose another folder with -o, or give the view another id", occupied.Folder, occupied.View, occupied.Holds)}
	}
	return failure{exitData, fmt.Errorf("-o %s: %s is kept there; choose another folder", b.Out, occupied.Holds)}
}

// incomplete is the error of a result that lacks something; nil where it has all.
func incomplete(r *build.Result) error {
	switch missing, lacking := r.Failed(); {
	case missing > 0:
		return failure{exitDrawing, fmt.Errorf("%d of %d views were not drawn", missing, len(r.Views))}
	case lacking > 0:
		return failure{exitDrawing, fmt.Errorf("%d outputs of views that were drawn could not be made", lacking)}
	}
	return nil
}

// requested says which flag asks for what cannot be.
func requested(err error) error {
	var wrong *build.RequestError
	if errors.As(err, &wrong) {
		return failure{exitUsage, fmt.Errorf("--%w", wrong)}
	}
	return failure{exitData, err}
}

// contents says what a view shows and what it leaves out.
func contents(v build.View) string {
	shown := fmt.Sprintf("%d nodes, %d lines", v.Nodes, v.Lines)
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
