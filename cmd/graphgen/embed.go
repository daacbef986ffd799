package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/build"
	"example.org/graphgen/internal/project"
	"example.org/graphgen/internal/suggest"
)

type embedFlags struct {
	drawFlags
	path string // of the case
	into string
	as   string
}

func embedCommand(draw build.Drawer) *cobra.Command {
	var flags embedFlags
	flags.draw = draw
	cmd := &cobra.Command{
		Use:   "embed VIEW...",
		Short: "Make what an article needs of a view, and put it in",
		Long: `Draws the named views, and writes for each a folder out/VIEW with all that an article
needs of it, whichever system it is in. Every later build draws it again:

  figure.html      the diagram with its notes and sources, to paste into a page
  figure.img.html  the same with an image, for systems that let no SVG through
  page.html        a page by itself, for a link or a frame
  embed.html       the frame, which takes the page's height
  VIEW.md          Markdown
  shortcode.html   for Hugo: {{< graphgen VIEW >}}
  VIEW.svg, VIEW.narrow.svg, VIEW.png, VIEW.2x.png, VIEW.card.png, VIEW.dot
  manifest.json    what each file is by its SHA-256, and of which data it was made

Everything else in out/ stays as it is. graphgen build --bundle does it for all views.

--base is the address of out/ on the web. Without it, links are relative, and hold
while the folder stays whole. The card for a link to page.html needs it.

--into also puts the view into an article, between these two lines, and changes no
other byte of it. The second line is added if it is missing:

  <!-- graphgen VIEW -->
  <!-- /graphgen VIEW -->

In another language than the case's the name is VIEW.LANG. An article in HTML gets
figure.html, one in Markdown gets VIEW.md; --as chooses another form. Without a VIEW,
all views go in that the article has such lines for. Run it again when the case has
changed.`,
		Example: `  graphgen embed flows
  graphgen embed flows money --base https://gazette.example/graphics
  graphgen embed flows --into article.md
  graphgen embed --into article.html --as img`,
		RunE: func(cmd *cobra.Command, args []string) error { return flags.embed(cmd, args) },
	}
	flags.register(cmd)
	cmd.Flags().StringVar(&flags.path, "case", defaultCase, "the case `file`")
	cmd.Flags().StringVar(&flags.into, "into", "", "the `article` to put the views into, .html or .md")
	cmd.Flags().StringVar(&flags.as, "as", "", "the `form` in which to put them in: "+build.FigureForms()+" (default figure in HTML, markdown in Markdown)")
	return cmd
}

// embed checks, draws what is named, publishes its folders, and puts it into the article.
func (flags *embedFlags) embed(cmd *cobra.Command, args []string) error {
	if len(args) == 0 && flags.into == "" {
		return failure{exitUsage, errors.New("name the views to embed, or with --into an article that has places for them")}
	}
	if flags.as != "" && flags.into == "" {
		return failure{exitUsage, errors.New("--as is for the article of --into")}
	}
	b, err := flags.builder(cmd)
	if err != nil {
		return err
	}
	defer b.Engine.Close()
	b.Forms = build.Forms{Bundle: true, Pages: flags.pages}
	var target *build.Target
	if flags.into != "" {
		if target, err = build.OpenTarget(flags.into, flags.as, flags.pages.Base, flags.out); err != nil {
			return requested(err)
		}
	}
	p, err := b.open(cmd, flags.path)
	if err != nil {
		return err
	}
	checked, err := b.check(cmd, p)
	if err != nil {
		return err
	}
	result, err := b.Embed(cmd.Context(), checked, args, target)
	if result != nil {
		b.result(cmd, checked, result)
	}
	var unknown *project.UnknownViewError
	switch {
	case errors.As(err, &unknown):
		return failure{exitUsage, fmt.Errorf("%s has no view %q%s", flags.path, unknown.ID, otherViews(unknown))}
	case err != nil:
		return b.notBuilt(cmd, err)
	}
	printFilled(cmd.OutOrStdout(), result.Filled)
	return incomplete(result)
}

// printFilled says what was put into the article.
func printFilled(w io.Writer, filled *build.Filled) {
	if filled == nil {
		return
	}
	told := "as before"
	if filled.Written {
		told = "written"
	}
	fmt.Fprintf(w, "%s: %s, with %s as %s\n", filled.Path, told, strings.Join(filled.Names, ", "), filled.Form)
}

// otherViews names the view that was most likely meant, and the views there are.
func otherViews(unknown *project.UnknownViewError) string {
	const most = 20
	typed, ids := unknown.ID, unknown.Views
	if len(ids) == 0 {
		return ""
	}
	meant := ""
	if nearest := suggest.Nearest(typed, slices.Values(ids)); nearest != "" {
		meant = fmt.Sprintf("; did you mean %q?", nearest)
	}
	list := strings.Join(ids[:min(most, len(ids))], ", ")
	if more := len(ids) - most; more > 0 {
		list += fmt.Sprintf(" and %d more", more)
	}
	return meant + "\n    Its views are " + list + "."
}
