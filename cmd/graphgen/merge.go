package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/inputs"
	"example.org/graphgen/internal/merge"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/original"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/terminal"
	"example.org/graphgen/internal/viewfile"
)

type mergeFlags struct {
	ours, theirs bool
	adopt        bool
}

func mergeCommand() *cobra.Command {
	var flags mergeFlags
	cmd := &cobra.Command{
		Use:   "merge DOT [FILE]",
		Short: "Keep what was edited by hand in a published DOT file",
		Long: `Reads a VIEW.dot that was edited, and keeps what differs from how it was published in
edits/VIEW.json beside the case file (default ` + defaultCase + `). Every build draws it
from then on. Kept are labels, colours, shapes, places (pos, and pin to hold a node
where it stands), groups of rank=same, and nodes and edges that were added or taken
out. What else was changed is told, and not kept.

Each edit records what it was made on. Where the case, or somebody else's merge, has
changed the same since, there is a conflict: what it was, what it is now and what the
file says are shown, and all else is kept. --theirs takes what was edited, --ours
leaves what the project has. Or edit the file, or edits/VIEW.json, by hand.

An edge that was added has no claim. It is drawn as unsourced, and check names it.
--adopt puts it into the case file as a draft, with the nodes that the case does not
have, and no other byte changed; graphgen quote --add then gives it a claim.

An edit that would make something seem surer than its claims is refused, with its
place: the words for how a line stands or a hedge left out, a broken line made solid,
something hidden by its colour, a denial taken out while its allegation stays, a label
that accuses. To take a whole allegation out of the picture is nobody's business but
the editor's. Remove edits/VIEW.json to draw the view as the case has it.

No list of words can tell all that accuses. check and report list every word that was
written by hand, and what was taken out, for each view; diff and check --since count
them as changes; and a picture says how much was taken out of it.`,
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

// merging is one merge, with the files that it reads.
type merging struct {
	dotPath, casePath string
	dot, caseText     []byte
	file              *entities.File
	network           *network.Network // without edits
	view              *network.View
	kept              merge.Kept
}

func (flags *mergeFlags) run(cmd *cobra.Command, args []string) error {
	m := &merging{dotPath: args[0], casePath: caseArgument(args[1:])}
	if m.casePath == "-" || m.dotPath == "-" {
		return failure{exitUsage, errors.New("merge reads and writes files beside each other; name them")}
	}
	done, err := turnAt(m.casePath)
	if err != nil {
		return err
	}
	defer done()
	problems, graph, err := m.read()
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		return stop(cmd, problems, "nothing was merged")
	}
	base, err := m.base(cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	edited, wrong := merge.ReadEdited(m.dotPath, graph, m.published(base))
	if edited.Lang == "" {
		edited.Lang = m.file.Case.Language
	}
	in := merge.Merging{
		Network: m.network, View: m.view, Ground: groundsOf(m.network, m.view.Spec, []string{edited.Lang})[edited.Lang],
		Layer: m.kept.Layer, Base: base, Edited: edited, Choice: flags.choice(),
	}
	outcome := merge.Merge(in)
	m.tellConflicts(cmd.ErrOrStderr(), edited, outcome)
	if refused := slices.Concat(wrong, outcome.Refusals); len(refused) > 0 {
		return stop(cmd, refused, "nothing was merged")
	}
	if err := terminal.WriteProblems(cmd.ErrOrStderr(), outcome.Notes); err != nil {
		return failure{exitDrawing, err}
	}
	if err := flags.keep(cmd, m, outcome); err != nil || outcome.Settled() {
		return err
	}
	return failure{exitData, errors.New("all but what is in conflict is kept: --theirs takes what was edited, --ours leaves what the project has")}
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

// read reads the files. Problems are of what they hold, an error is of the command line.
func (m *merging) read() (problem.List, *dotfile.Graph, error) {
	var err error
	if m.dot, err = inputs.Read(m.dotPath, dotfile.MaxBytes); err != nil {
		return cannotRead(m.dotPath, err, "name a VIEW.dot that graphgen published, such as out/flows.dot"), nil, nil
	}
	if m.caseText, err = inputs.Read(m.casePath, maxCase); err != nil {
		return cannotRead(m.casePath, err, "name the case file, such as "+defaultCase), nil, nil
	}
	file, problems := entities.Load(m.casePath, m.caseText)
	if problems.HasErrors() {
		return problems, nil, nil
	}
	m.file, m.network = file, network.New(entities.NewIndex(file.Case))
	graph, err := dotfile.Read(m.dotPath, m.dot)
	var broken *dotfile.Error
	if errors.As(err, &broken) {
		return problem.List{{Slug: entities.Syntax, Severity: problem.Error, Place: broken.Place, Message: broken.Message, Hint: broken.Hint}}, nil, nil
	}
	at := slices.IndexFunc(file.Case.Views, func(v entities.View) bool { return v.ID == graph.ID })
	if at < 0 {
		return problem.List{{Slug: "unknown-id", Severity: problem.Error, Place: problem.Place{File: m.dotPath},
			Message: fmt.Sprintf("the graph is called %q, and %s has no such view", problem.Printable(graph.ID), m.casePath),
			Hint:    "a published file has the id of its view: " + viewNames(file.Case)}}, nil, nil
	}
	m.view = m.network.View(&file.Case.Views[at])
	beside, err := besideCase(m.casePath)
	if err != nil {
		return nil, nil, err
	}
	defer beside.Close()
	m.kept, problems = readViewEdits(beside, m.casePath, graph.ID)
	return problems, graph, nil
}

func cannotRead(path string, err error, hint string) problem.List {
	return problem.List{{Slug: entities.CannotRead, Severity: problem.Error, Place: problem.Place{File: path}, Message: err.Error(), Hint: hint}}
}

func viewNames(c *entities.Case) string {
	var names []string
	for i := range c.Views {
		names = append(names, c.Views[i].ID)
	}
	return strings.Join(names, ", ")
}

// base is what the file was when it was published; nil where it no longer says so.
func (m *merging) base(w io.Writer) (*merge.Sheet, error) {
	text, err := original.Unpack(m.dot)
	var graph *dotfile.Graph
	if err == nil && text != nil {
		graph, err = dotfile.Read(m.dotPath, text)
	}
	if err != nil || text == nil {
		why := "does not say what it was when it was published"
		if err != nil {
			why = err.Error()
		}
		_, err := fmt.Fprintf(w, "graphgen: %s %s: it is compared with what the case gives now, and places count where pin holds them\n", m.dotPath, problem.Printable(why))
		return nil, err
	}
	return merge.ReadOriginal(m.dotPath, graph), nil
}

// published is what the file had when it was published, as far as that is known.
func (m *merging) published(base *merge.Sheet) map[edits.Thing]bool {
	if base != nil {
		return base.Things()
	}
	things := map[edits.Thing]bool{}
	for t := range groundsOf(m.network, m.view.Spec, nil)[m.file.Case.Language] {
		things[t] = true
	}
	return things
}

// tellConflicts shows conflicts three ways.
func (m *merging) tellConflicts(w io.Writer, edited *merge.Sheet, outcome merge.Outcome) {
	tell := func(at problem.Place, c edits.Conflict) {
		is := shown(c.Is)
		if c.Property == (edits.Property{}) {
			is = "(taken out)"
		}
		fmt.Fprintf(w, "%v: conflict: %s\n    was: %s\n    is now: %s\n    edited: %s\n",
			at, problem.Printable(c.What()), shown(c.Was), shown(c.Now), is)
	}
	for _, c := range outcome.Outstanding {
		tell(viewfile.PlaceIn(m.kept.File, m.kept.Text, m.kept.Layer.Of(c.Thing).Offset), c)
	}
	for _, c := range outcome.Conflicts {
		at := problem.Place{File: m.dotPath}
		if item := edited.Items[c.Thing]; item != nil {
			at = item.At
		}
		tell(at, c)
	}
}

func shown(text string) string {
	if text == "" {
		return "(nothing)"
	}
	return problem.Printable(text)
}

// keep writes what came of a merge: the case with what is adopted, the layer, and then the mark in
// the file that was merged that a build may write over it.
func (flags *mergeFlags) keep(cmd *cobra.Command, m *merging, outcome merge.Outcome) error {
	layer := outcome.Layer
	var adoption *adoption
	if flags.adopt {
		var err error
		if adoption, err = m.adopt(layer); err != nil {
			return err
		}
		layer = adoption.layer
	}
	if adoption != nil && len(adoption.additions) > 0 {
		if err := output.Rewrite(m.casePath, m.caseText, adoption.text); err != nil {
			return failure{exitDrawing, err}
		}
	}
	told, err := m.writeLayer(layer)
	if err != nil {
		return failure{exitDrawing, err}
	}
	// A file with conflicts is merged in part: it is not to be written over yet.
	if len(outcome.Conflicts) == 0 {
		settled := original.Settle(m.dot)
		if err := output.Accept(m.dotPath, settled); err != nil {
			return failure{exitDrawing, err}
		}
		if !bytes.Equal(settled, m.dot) {
			if err := output.Rewrite(m.dotPath, m.dot, settled); err != nil {
				return failure{exitDrawing, err}
			}
		}
	}
	out := cmd.OutOrStdout()
	for _, line := range outcome.Told {
		fmt.Fprintln(out, line)
	}
	adoption.tell(out)
	fmt.Fprintf(out, "%s: %s\n", m.kept.File, told)
	return nil
}

// writeLayer writes the edits of a view, or removes the file where there are none, and tells
// what it did.
func (m *merging) writeLayer(layer *edits.Layer) (told string, err error) {
	if layer.Empty() && m.kept.Text == nil {
		return "there is nothing to keep", nil
	}
	if err := keptBeside(m.casePath, "edits"); err != nil {
		return "", err
	}
	switch {
	case layer.Empty():
		return "removed, no edits are left", output.Discard(m.kept.File, m.kept.Text)
	case bytes.Equal(layer.Bytes(), m.kept.Text):
		return fmt.Sprintf("as before, %s", counted(layer)), nil
	}
	return fmt.Sprintf("written, %s", counted(layer)), output.Keep(m.kept.File, m.kept.Text, layer.Bytes())
}

func counted(layer *edits.Layer) string {
	n := len(layer.Edits) + len(layer.Ranks)
	if n == 1 {
		return "1 edit"
	}
	return fmt.Sprintf("%d edits", n)
}
