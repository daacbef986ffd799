package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/build"
	"example.org/graphgen/internal/project"
	"example.org/graphgen/internal/render"
)

// What is drawn only where it is asked for.
const (
	formatPNG  = "png"
	formatCard = "card"
)

type buildFlags struct {
	drawFlags
	formats []string
	without []string
	bundle  bool
	watch   bool
	only    bool

	keepPlaces bool
}

func buildCommand(draw build.Drawer) *cobra.Command {
	var flags buildFlags
	flags.draw = draw
	cmd := &cobra.Command{
		Use:   "build [FILE]",
		Short: "Draw the views of a case",
		Long: `Draws each view of the case file (default ` + defaultCase + `): VIEW.svg for wide
pages, VIEW.narrow.svg for columns of 320 to 480 CSS pixels, VIEW.dot to edit.

What an earlier build or embed made is drawn again, in its languages and forms: an
article may point at it. --only removes it instead. Files of views that the case no
longer has are removed: they may show what was corrected. Where a view cannot be
drawn, its old picture stays if the case still says the same; else it is removed.

A file in the folder that you edited, or that graphgen did not write, is in the way:
it is named, and nothing is written (exit code 1). --force renames it to NAME.kept.

With --lang, files of other languages than the case's are VIEW.LANG.svg and so on. A
text that is missing in a language is shown in the case's own, and listed.

--format card adds VIEW.card.png, 1200 by 630 pixels, for where a link is shown. It is
the diagram if all its words can be read at that size. Else it is a summary: how much
there is of what, who says so and who denies it.

--bundle adds a folder VIEW for each view, with all that an article needs of it. See
graphgen embed.

Ids in VIEW.svg begin with the view's id. For two cases with views of one id in one
page, --prefix sets a word before all ids, such as the case's name.

--font sets pictures in your own font. Texts are measured with it, and each SVG
carries the part that it needs. A font that does not allow that is refused.
Characters that it lacks are set in graphgen's own.

--without leaves out parts that the page has already: ` + partNames() + `.
Some notes always stay: those of lines that are alleged, unsubstantiated, disputed or
answered. Corrections stay too, and VIEW.dot has everything.

--keep-places writes places/VIEW.json beside the case file: the ranks of the nodes,
and their order. While that file is there, every build keeps to it, and what you add
moves nothing else. Remove it to lay the view out anew. Only dot's layouts have it.

--watch builds again after each save of the case file, or of a file that it uses,
until Ctrl-C. Only what changed is drawn. Problems are printed as they come and go. A
broken case file leaves the pictures as they were.`,
		Example: `  graphgen build
  graphgen build case.json -o diagrams --timeout 5s
  graphgen build --format png,card
  graphgen build --bundle --base https://gazette.example/graphics
  graphgen build --without title,caption,date
  graphgen build --lang en,km,th
  graphgen build --only             draw nothing else, and remove what else was drawn
  graphgen build --watch
  graphgen build --font House-Regular.ttf --font-bold House-Bold.ttf
  graphgen build --keep-places
  graphgen build --text interview=interview.txt`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := flags.builder(cmd)
			if err != nil {
				return err
			}
			defer b.Engine.Close()
			if flags.keepPlaces && caseArgument(args) == project.Stdin {
				return failure{exitUsage, errors.New("--keep-places: a case from standard input has no folder to keep places in")}
			}
			if flags.watch {
				return b.watchCase(cmd, caseArgument(args))
			}
			p, err := b.open(cmd, caseArgument(args))
			if err != nil {
				return err
			}
			return b.build(cmd, p)
		},
	}
	flags.register(cmd)
	cmd.Flags().StringSliceVar(&flags.formats, "format", nil, "`what` to write beside SVG and DOT: png, for VIEW.png and VIEW.2x.png; card, for VIEW.card.png")
	cmd.Flags().StringSliceVar(&flags.without, "without", nil, "the `parts` around the diagram to leave out, such as title,caption")
	cmd.Flags().BoolVar(&flags.bundle, "bundle", false, "write a folder for each view as well, with all that an article needs of it")
	cmd.Flags().BoolVar(&flags.keepPlaces, "keep-places", false, "write places/VIEW.json beside the case file, by which views are laid out from now on")
	cmd.Flags().BoolVar(&flags.only, "only", false, "remove what earlier builds and embeds made and this one is not asked for")
	cmd.Flags().BoolVar(&flags.watch, "watch", false, "go on, and build again after each save that changes something")
	return cmd
}

// builder reads what the flags name. An error is of the command line.
func (flags *buildFlags) builder(cmd *cobra.Command) (*builder, error) {
	for _, format := range flags.formats {
		if format != formatPNG && format != formatCard {
			return nil, failure{exitUsage, fmt.Errorf("--format %q: want %s or %s", format, formatPNG, formatCard)}
		}
	}
	if cmd.Flags().Changed("base") && !flags.bundle {
		return nil, failure{exitUsage, errors.New("--base is for the folders that --bundle writes")}
	}
	without, err := flags.partsToOmit()
	if err != nil {
		return nil, err
	}
	b, err := flags.drawFlags.builder(cmd)
	if err != nil {
		return nil, err
	}
	b.Without, b.KeepPlacements, b.Only = without, flags.keepPlaces, flags.only
	b.Forms = build.Forms{
		Pictures: true, Bundle: flags.bundle, Pages: flags.pages,
		Pixels: slices.Contains(flags.formats, formatPNG), Card: slices.Contains(flags.formats, formatCard),
	}
	if cmd.Flags().Changed("prefix") && !flags.bundle {
		b.Forms.IDPrefix = flags.pages.Prefix + "-"
	}
	return b, nil
}

// build is the way through the program: a project is checked, drawn and published, and what came
// of it is told.
func (b *builder) build(cmd *cobra.Command, p *project.Project) error {
	checked, err := b.check(cmd, p)
	if err != nil {
		return err
	}
	result, err := b.Build(cmd.Context(), checked)
	if result != nil {
		b.result(cmd, checked, result)
	}
	if err != nil {
		return b.notBuilt(cmd, err)
	}
	return incomplete(result)
}

// partsToOmit are what --without names.
func (flags *buildFlags) partsToOmit() ([]render.Part, error) {
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
