package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/merge"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/project"
	"example.org/graphgen/internal/terminal"
)

type mergeFlags struct {
	caseFlags
	ours, theirs bool
	adopt        bool
}

func mergeCommand() *cobra.Command {
	var flags mergeFlags
	cmd := &cobra.Command{
		Use:   "merge DOT [FILE]",
		Short: "Keep what was edited by hand in a published DOT file",
		Long: `Reads a VIEW.dot that you edited, and keeps the differences from how it was published
in edits/VIEW.json beside the case file (default ` + defaultCase + `). Every build
draws them from then on. Kept are labels, colours, shapes, positions (pos, and pin to
fix a node), groups of rank=same, and nodes and edges that were added or removed. What
else was changed is printed, and not kept.

Each edit records what it was made on. Where the case, or somebody else's merge, has
changed that since, there is a conflict: it is printed with the old, the current and
the edited value, and all else is kept. --theirs takes the edited values, --ours the
current ones. Or edit the file, or edits/VIEW.json, by hand.

An edge that you add has no claim. It is drawn as unsourced, and check names it.
--adopt puts it into the case file as a draft, with those of its nodes that the case
does not have. No other byte is changed. graphgen quote --add then gives it a claim.

An edit that would make something seem surer than its claims is refused, with its
place. Such are: removing a hedge or the words for how a line stands, making a broken
line solid, hiding something by its colour, removing a denial and keeping its
allegation, a label that accuses. You may remove a whole allegation from the picture.
Remove edits/VIEW.json to draw the view as the case has it.

No list of words can hold all that accuses. So check and report list every word that
was written by hand, and what was removed, for each view. diff and check --since
count these as changes, and a picture says how much was removed from it.`,
		Example: `  graphgen merge out/flows.dot
  graphgen merge out/flows.dot --theirs
  graphgen merge out/flows.dot case.json --adopt`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error { return flags.run(cmd, args) },
	}
	cmd.Flags().BoolVar(&flags.ours, "ours", false, "where both changed, leave what the project has")
	cmd.Flags().BoolVar(&flags.theirs, "theirs", false, "where both changed, take what the file says")
	cmd.Flags().BoolVar(&flags.adopt, "adopt", false, "put edges that were added into the case file, as drafts")
	cmd.MarkFlagsMutuallyExclusive("ours", "theirs")
	return cmd
}

func (flags *mergeFlags) run(cmd *cobra.Command, args []string) error {
	dotPath, casePath := args[0], caseArgument(args[1:])
	if casePath == "-" || dotPath == "-" {
		return failure{exitUsage, errors.New("merge reads and writes files beside each other; name them")}
	}
	done, err := project.Turn(casePath)
	if err != nil {
		return failure{exitDrawing, err}
	}
	defer done()
	p, err := flags.open(cmd, casePath)
	if err != nil {
		return err
	}
	if p.Problems.HasErrors() {
		return stop(cmd, p.Problems, "nothing was merged")
	}
	merged, err := p.Merge(dotPath, project.MergeOptions{Choice: flags.choice(), Adopt: flags.adopt})
	if merged != nil {
		if err := printMerge(cmd.ErrOrStderr(), dotPath, merged); err != nil {
			return failure{exitDrawing, err}
		}
	}
	if err != nil {
		return stopped(cmd, err)
	}
	printMerged(cmd.OutOrStdout(), merged)
	if merged.Settled {
		return nil
	}
	return failure{exitData, errors.New("all is kept but what is in conflict: --theirs takes the edited values, --ours the current ones")}
}

func (flags *mergeFlags) choice() merge.Choice {
	switch {
	case flags.ours:
		return merge.Ours
	case flags.theirs:
		return merge.Theirs
	}
	return merge.Unsettled
}

// printMerge tells what the merged file was compared with, its conflicts, three ways, and what of it
// is not kept.
func printMerge(w io.Writer, dotPath string, merged *project.Merged) error {
	if merged.Unpublished != "" {
		fmt.Fprintf(w, "graphgen: %s %s: it is compared with the case as it is now, and only pinned positions count\n", dotPath, problem.Printable(merged.Unpublished))
	}
	for _, c := range merged.Conflicts {
		is := shown(c.Is)
		if c.Property == (edits.Property{}) {
			is = "(taken out)"
		}
		fmt.Fprintf(w, "%v: conflict: %s\n    was: %s\n    is now: %s\n    edited: %s\n",
			c.Place, problem.Printable(c.What()), shown(c.Was), shown(c.Now), is)
	}
	return terminal.WriteProblems(w, merged.Notes)
}

func shown(text string) string {
	if text == "" {
		return "(nothing)"
	}
	return problem.Printable(text)
}

// printMerged tells what is kept now.
func printMerged(w io.Writer, merged *project.Merged) {
	for _, line := range merged.Told {
		fmt.Fprintln(w, line)
	}
	printAdopted(w, merged.Adopted)
	counted := fmt.Sprintf("%d edits", merged.Overrides)
	if merged.Overrides == 1 {
		counted = "1 edit"
	}
	fmt.Fprintf(w, "%s: %s\n", merged.File, map[project.FileChange]string{
		project.NoFile: "there is nothing to keep", project.Removed: "removed, no edits are left",
		project.Unchanged: "as before, " + counted, project.Written: "written, " + counted,
	}[merged.Change])
}

// printAdopted says what the case file has now, and what is still to be done.
func printAdopted(w io.Writer, adopted *project.Adopted) {
	if adopted == nil {
		return
	}
	for _, addition := range adopted.Additions {
		for _, e := range addition.Entities {
			fmt.Fprintf(w, "%v: entity %q added\n", adopted.PlaceOf(entities.AnEntity, e.ID), problem.Printable(e.ID))
		}
		id := addition.Relation.ID
		fmt.Fprintf(w, "%v: relation %q added as a draft: it has no claim yet, see graphgen quote --add --relation\n", adopted.PlaceOf(entities.ARelation, id), problem.Printable(id))
	}
	if len(adopted.Additions) == 0 {
		fmt.Fprintln(w, "there is nothing to adopt")
	}
}
