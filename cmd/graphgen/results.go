package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/build"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/project"
	"example.org/graphgen/internal/terminal"
)

// console prints what is wrong with builds. Under --watch it prints only what is new since the last.
type console struct {
	news         bool
	lastProblems problem.List
	lastMissing  string // translations
}

// problems prints errors, each kind of warning once, and how much more check has beside them.
func (c *console) problems(w io.Writer, problems problem.List) error {
	serious := problems.AtLeast(problem.Warning)
	if c.news {
		return c.since(w, serious)
	}
	kinds := serious.Kinds()
	if err := terminal.WriteProblems(w, kinds); err != nil {
		return err
	}
	if problems.Count(problem.Note) > 0 || len(kinds) < len(serious) {
		_, err := fmt.Fprintf(w, "graphgen: %s; see graphgen check\n", problems.Summary())
		return err
	}
	return nil
}

// since prints the problems that were not there at the last build, and those that are there no
// more. A problem that only moved is the same.
func (c *console) since(w io.Writer, serious problem.List) error {
	if err := terminal.WriteProblems(w, notAmong(serious, c.lastProblems)); err != nil {
		return err
	}
	for _, p := range notAmong(c.lastProblems, serious) {
		if _, err := fmt.Fprintf(w, "mended: %s [%s]\n", problem.Printable(p.Message), p.Slug); err != nil {
			return err
		}
	}
	c.lastProblems = serious
	return nil
}

// notAmong returns the problems that are not among the others, where each of these counts once.
func notAmong(list, others problem.List) problem.List {
	left := slices.Clone(others)
	return slices.DeleteFunc(slices.Clone(list), func(p problem.Problem) bool {
		at := slices.IndexFunc(left, func(o problem.Problem) bool {
			return o.Slug == p.Slug && o.Message == p.Message && o.Severity == p.Severity
		})
		if at >= 0 {
			left = slices.Delete(left, at, at+1)
		}
		return at >= 0
	})
}

// untranslated prints which texts are not there in the languages, unless it was just said.
func (c *console) untranslated(w io.Writer, checked *project.Checked, languages []string) {
	var said strings.Builder
	printUntranslated(&said, checked.Network, languages)
	if said.String() != c.lastMissing {
		io.WriteString(w, said.String()) // a standard error that is gone has no reader to tell
	}
	c.lastMissing = said.String()
}

// result prints what was drawn, what was not, and what became of the folder.
func (b *builder) result(cmd *cobra.Command, c *project.Checked, r *build.Result) {
	out, messages := cmd.OutOrStdout(), cmd.ErrOrStderr()
	b.console.untranslated(messages, c, r.Languages)
	printLayouts(messages, c.Path, r.Views)
	printFailed(messages, r.Views)
	for _, aside := range r.Aside {
		fmt.Fprintf(messages, "graphgen: %s was put aside as %s\n", b.at(aside.Name), b.at(aside.To))
	}
	for _, v := range r.Views {
		if v.Err != nil || v.Again || !r.Published {
			continue
		}
		if v.Forms.Pictures {
			fmt.Fprintf(out, "%s: %s\n", b.at(v.Name+".svg"), contents(v))
		}
		if v.Bundled > 0 {
			fmt.Fprintf(out, "%s%c: %d files for an article\n", b.at(v.Name), filepath.Separator, v.Bundled)
		}
	}
	for _, gone := range r.Removed {
		if gone.Files == 0 {
			fmt.Fprintf(out, "%s: removed, %s\n", b.at(gone.Name), gone.Why)
		} else {
			fmt.Fprintf(out, "%s%c: removed with %d files, %s\n", b.at(gone.Name), filepath.Separator, gone.Files, gone.Why)
		}
	}
	for _, name := range r.Old {
		fmt.Fprintf(messages, "graphgen: %s could not be drawn now: the old one stays, since the case says the same\n", b.at(name))
	}
	printPlacements(out, messages, r.Placements)
}

// at is where a published file is.
func (b *builder) at(name string) string { return filepath.Join(b.Out, filepath.FromSlash(name)) }

// printLayouts prints which views are not laid out as was wished for, each once.
func printLayouts(w io.Writer, caseFile string, views []build.View) {
	told := map[string]bool{}
	tell := func(once, format string, args ...any) {
		if !told[once] {
			told[once] = true
			fmt.Fprintf(w, "graphgen: "+format+"\n", args...)
		}
	}
	for _, v := range views {
		if why := v.Warnings.Placement; why != "" {
			tell("placement "+v.ID, "view %q was laid out anew, not as in %s: %s", v.ID, project.PlacementPath(caseFile, v.ID), why)
		}
	}
	for _, v := range views {
		for _, why := range v.Warnings.Overrides {
			tell("overrides "+v.ID+why, "view %q: not every edit could be followed: %s", v.ID, why)
		}
	}
	for _, v := range views {
		if overlaps := v.Warnings.Overlaps; overlaps != "" {
			tell("overlaps "+v.ID, "warning: in the layout of view %q %s; show fewer, or choose another layout", v.ID, overlaps)
		}
	}
}

// printFailed prints what could not be drawn, and what the font costs.
func printFailed(w io.Writer, views []build.View) {
	carried := 0
	for _, v := range views {
		carried = max(carried, v.Carried)
		if v.Err != nil {
			fmt.Fprintf(w, "graphgen: view %q was not drawn: %v\n", v.Name, v.Err)
		}
		for _, lack := range v.Lacks {
			fmt.Fprintf(w, "graphgen: view %q has no %s: %v\n", v.Name, lack.Output, lack.Err)
		}
	}
	if carried > 0 {
		fmt.Fprintf(w, "graphgen: the font takes up to %d KB of each SVG\n", (carried+1023)/1024)
	}
}

// printPlacements prints where it is kept how views stand.
func printPlacements(out, messages io.Writer, kept []project.KeptPlacement) {
	for _, k := range kept {
		told := "as before"
		if k.Written {
			told = "written"
		}
		if k.Places == nil {
			fmt.Fprintf(messages, "graphgen: view %q: there are no places to keep, since dot does not lay it out\n", k.View)
		} else {
			fmt.Fprintf(out, "%s: %s, %d nodes in %d ranks\n", k.Path, told, k.Places.Nodes(), len(k.Places.Ranks))
		}
	}
}
