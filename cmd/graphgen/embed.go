package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/output"
)

type embedFlags struct {
	drawFlags
	path string // of the case
	into string
	as   string
}

func embedCommand(draw draws) *cobra.Command {
	var flags embedFlags
	flags.draw = draw
	cmd := &cobra.Command{
		Use:   "embed VIEW...",
		Short: "Make what an article needs of a view, and put it in",
		Long: `Draws the views that are named, and writes for each a folder out/VIEW with all that
an article needs of it, for whichever system the article is in. Every later build
draws it again:

  figure.html      the diagram with its notes and sources, to paste into a page
  figure.img.html  the same with an image, for systems that let no SVG through
  page.html        a page by itself, for a link or a frame
  embed.html       the frame, which takes the page's height
  VIEW.md          Markdown
  shortcode.html   for Hugo: {{< graphgen VIEW >}}
  VIEW.svg, VIEW.narrow.svg, VIEW.png, VIEW.2x.png, VIEW.card.png, VIEW.dot
  manifest.json    what each file is by its SHA-256, and of which data it was made

Everything else in out/ stays as it is. graphgen build --bundle does it for all views.

--base is where out/ will be on the web. Without it, links are relative and hold while
the folder stays whole; who shows a card for a link to page.html wants it.

--into puts the view into an article as well, between these lines, and changes no
other byte of it. The second line is added where it is missing:

  <!-- graphgen VIEW -->
  <!-- /graphgen VIEW -->

In another language than the case's the name is VIEW.LANG. An article in HTML gets
figure.html, one in Markdown gets VIEW.md; --as chooses. Where no view is named, all
are put in that the article has such lines for. Run it again when the case changed.`,
		Example: `  graphgen embed flows
  graphgen embed flows money --base https://gazette.example/graphics
  graphgen embed flows --into article.md
  graphgen embed --into article.html --as img`,
		RunE: func(cmd *cobra.Command, args []string) error { return flags.embed(cmd, args) },
	}
	flags.register(cmd)
	cmd.Flags().StringVar(&flags.path, "case", defaultCase, "the case `file`")
	cmd.Flags().StringVar(&flags.into, "into", "", "the `article` to put the views into, .html or .md")
	cmd.Flags().StringVar(&flags.as, "as", "", "the `form` in which to put them in: "+formNames()+" (default figure in HTML, markdown in Markdown)")
	return cmd
}

// embed checks, draws what is named, publishes its folders, and puts it into the article.
func (flags *embedFlags) embed(cmd *cobra.Command, args []string) error {
	if len(args) == 0 && flags.into == "" {
		return failure{exitUsage, errors.New("name the views to embed, or an article that has places for them with --into")}
	}
	if flags.as != "" && flags.into == "" {
		return failure{exitUsage, errors.New("--as is for the article of --into")}
	}
	b, err := flags.builder(cmd)
	if err != nil {
		return err
	}
	defer b.engine.Close()
	b.write = forms{bundle: true, prefix: flags.prefix, base: flags.base}
	if flags.into != "" {
		if b.place, err = openPlace(flags.into, flags.as, flags.base, flags.out); err != nil {
			return err
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
	wishes, err := flags.wishes(checked.Index().Case, args, b)
	if err != nil {
		return err
	}
	if err := b.expectRoom(checked.Index().Case, wishes); err != nil {
		return err
	}
	var spool output.Spool
	defer spool.Close()
	views, err := b.draw(cmd, checked, wishes, &spool)
	if err != nil {
		return err
	}
	tellUnkept(cmd.ErrOrStderr(), flags.path, views)
	tellOverlaps(cmd.ErrOrStderr(), views)
	o := b.outcomeOf(checked.Index().Case, views)
	o.folder = true
	if err := b.publish(cmd, o, views); err != nil || b.place == nil {
		return err
	}
	return b.place.fill(cmd.OutOrStdout(), views)
}

// wishes are the views that are named, in each language, or those that the article has places
// for where none is named.
func (flags *embedFlags) wishes(c *entities.Case, named []string, b *builder) ([]wish, error) {
	place, all := b.place, everything(c, flags.lang.of(c), b.write)
	if len(named) == 0 {
		return place.wishes(all)
	}
	for _, id := range named {
		if !slices.ContainsFunc(c.Views, func(v entities.View) bool { return v.ID == id }) {
			return nil, failure{exitUsage, fmt.Errorf("%s has no view %q%s", flags.path, id, otherViews(id, c.Views))}
		}
	}
	wishes := slices.DeleteFunc(all, func(w wish) bool { return !slices.Contains(named, w.view.ID) })
	if place != nil {
		return wishes, place.expect(wishes)
	}
	return wishes, nil
}

// otherViews names the view that was most likely meant, and the views there are.
func otherViews(typed string, views []entities.View) string {
	const most = 20
	var ids []string
	for _, v := range views {
		ids = append(ids, v.ID)
	}
	if len(ids) == 0 {
		return ""
	}
	meant := ""
	if nearest := entities.Nearest(typed, slices.Values(ids)); nearest != "" {
		meant = fmt.Sprintf("; did you mean %q?", nearest)
	}
	list := strings.Join(ids[:min(most, len(ids))], ", ")
	if more := len(ids) - most; more > 0 {
		list += fmt.Sprintf(" and %d more", more)
	}
	return meant + "\n    Its views are " + list + "."
}
