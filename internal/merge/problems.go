package merge

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/viewfile"
)

// Kept are overrides with the file that they were read from.
type Kept struct {
	Overrides *edits.Overrides
	File      string
	Text      []byte // of the file, for places
}

// Problems checks the overrides of a view, and returns those that are drawn: all without a conflict.
// The network, the view and the baselines, one for each language with edits, are without edits.
func Problems(n *network.Network, v *network.View, kept Kept, baselines map[string]edits.Baseline) (drawn *edits.Overrides, found problem.List) {
	k := &keeper{Kept: kept, wordRules: wordRulesOf(n, v, kept.Overrides)}
	var conflicts []edits.Conflict
	for _, lang := range slices.Sorted(maps.Keys(baselines)) {
		for _, c := range kept.Overrides.Conflicts(baselines[lang], lang) {
			if !slices.Contains(conflicts, c) {
				conflicts = append(conflicts, c)
				k.report(edits.Conflicts, problem.Warning, c.Thing, InWords(c)+"; it is drawn as the case has it",
					fmt.Sprintf("graphgen merge --theirs keeps the edit, --ours drops it; or edit %s", kept.File))
			}
		}
	}
	drawn = kept.Overrides.Without(conflicts)
	for i := range kept.Overrides.Edits {
		k.edit(&kept.Overrides.Edits[i], baselines)
	}
	k.ranks(drawn)
	k.worded(drawn)
	for _, r := range n.Refusals(v.Spec, drawn) {
		k.report(edits.Refused, problem.Error, r.Thing, r.Message, r.Hint)
	}
	return drawn, k.found
}

// InWords words a conflict: the old baseline, the present one, and the edit.
func InWords(c edits.Conflict) string {
	say := func(text string) string {
		if text == "" {
			return "nothing"
		}
		return "“" + text + "”"
	}
	is := say(c.Is)
	if c.Property == (edits.Property{}) {
		is = "taken out"
	}
	return problem.Printable(fmt.Sprintf("%s was %s when it was edited, is %s now by the case, and by the edit is %s", c.What(), say(c.Was), say(c.Now), is))
}

type keeper struct {
	Kept
	wordRules
	found problem.List
}

func (k *keeper) report(slug string, severity problem.Severity, t edits.Thing, message, hint string) {
	at := problem.Place{File: k.File}
	if e := k.Overrides.Of(t); e != nil {
		at = viewfile.PlaceIn(k.File, k.Text, e.Offset)
	}
	k.found = append(k.found, problem.Problem{Slug: slug, Severity: severity, Place: at, Message: message, Hint: hint})
}

func (k *keeper) shows(t edits.Thing) bool {
	if t.Line {
		return k.view.Edge(t.ID) != nil
	}
	return k.view.Node(t.ID) != nil
}

func (k *keeper) edit(e *edits.Edit, baselines map[string]edits.Baseline) {
	if e.Added != nil {
		k.added(e)
	} else if !k.shows(e.Thing) {
		k.report(edits.Gone, problem.Warning, e.Thing, fmt.Sprintf("%v: the view no longer shows it, and the edit changes nothing", e.Thing),
			"take the edit out of "+k.File+", or put back what it is of")
		return
	}
	k.looks(e)
	if k.broughtIn(e.Thing) {
		for p := range e.Changes {
			if p.Lang != "" {
				k.report(edits.Refused, problem.Error, e.Thing, fmt.Sprintf("%v: its %s is edited", e.Thing, p.Name), wordsOfCase)
			}
		}
		return
	}
	for _, lang := range slices.Sorted(maps.Keys(baselines)) {
		state := baselines[lang][e.Thing]
		if fault := k.misnames(e.Thing, k.Overrides.Words(e.Thing, lang)); fault != "" {
			k.report(edits.Refused, problem.Error, e.Thing, fmt.Sprintf("%v: %s", e.Thing, fault), ownName)
		}
		for _, name := range []string{edits.Label, edits.Below} {
			p := edits.Property{Name: name, Lang: lang}
			if c, edited := e.Changes[p]; edited && e.Added == nil {
				k.words(e.Thing, c.Is, state.Values[p], state.Caveat != "")
			}
		}
	}
}

// words checks that new words accuse nobody whom the old ones did not.
func (k *keeper) words(t edits.Thing, is, was string, caveat bool) {
	if fault := k.accuses(t, is, was, caveat); fault != "" {
		k.report(edits.Refused, problem.Error, t, fmt.Sprintf("%v: %s", t, fault), accusation)
	}
	if n := k.view.Node(t.ID); n != nil && !t.Line && n.Kind == network.OriginNode {
		k.report(edits.Refused, problem.Error, t, fmt.Sprintf("%v: no source names the origin, and a label cannot", t), "take the label out of "+k.File)
	}
}

// looks checks that colours can be seen and shapes drawn.
func (k *keeper) looks(e *edits.Edit) {
	n := k.view.Node(e.ID)
	lineLike := e.Line || n != nil && n.Kind == network.ValueNode
	for _, name := range []string{edits.Color, edits.FillColor, edits.FontColor} {
		c, edited := e.Changes[edits.Property{Name: name}]
		if !edited {
			continue
		}
		if fault := colourFault(e.Thing, name, c.Is, lineLike); fault != "" {
			k.report(edits.Refused, problem.Error, e.Thing, fmt.Sprintf("%v: its %s cannot be %s: %s", e.Thing, name, c.Is, fault),
				"give a colour that is seen, such as #a3261d")
		}
	}
	if c, edited := e.Changes[edits.Property{Name: edits.Shape}]; edited && !slices.Contains(edits.Shapes(), c.Is) {
		k.report(edits.Refused, problem.Error, e.Thing, fmt.Sprintf("%v: graphgen draws no shape %s", e.Thing, problem.Printable(c.Is)), "want one of "+strings.Join(edits.Shapes(), ", "))
	}
}

// added reports that no claim supports what was added, or why it cannot be added.
func (k *keeper) added(e *edits.Edit) {
	x := k.network.Index()
	lacks := func(id string) bool {
		of := k.Overrides.Of(edits.Thing{ID: id})
		return k.view.Node(id) == nil && (of == nil || of.Added == nil) || of != nil && of.Removed != nil
	}
	switch {
	case k.shows(e.Thing):
		k.report(edits.Gone, problem.Warning, e.Thing, fmt.Sprintf("%v: the view shows it by now, and adding it changes nothing", e.Thing), "take it out of "+k.File)
	case !entities.IsID(e.ID) || e.Line && e.Added.From == e.Added.To:
		k.report(edits.Refused, problem.Error, e.Thing, fmt.Sprintf("%v cannot be added: it needs an id, and a line two ends", e.Thing), "mend it in "+k.File)
	case e.Line && (lacks(e.Added.From) || lacks(e.Added.To)):
		k.report(edits.Gone, problem.Warning, e.Thing, fmt.Sprintf("%v: the view does not show both of its ends, %q and %q", e.Thing, e.Added.From, e.Added.To), "take it out of "+k.File+", or put back what it joins")
	case k.accused(k.Overrides, e) != "":
		k.report(edits.Refused, problem.Error, e.Thing, fmt.Sprintf("%v was added by hand and ties %q to wrongdoing, and nobody says so", e.Thing, k.accused(k.Overrides, e)), unsaid)
	case k.accusingName(e) != "":
		k.report(edits.Refused, problem.Error, e.Thing, fmt.Sprintf("%v was added by hand: “%s” accuses, and nobody says so", e.Thing, problem.Printable(k.accusingName(e))), accusation)
	case e.Line && k.network.Adds(e) != nil:
	case k.taken(e.Thing) != "":
		k.report(edits.Gone, problem.Warning, e.Thing, fmt.Sprintf("%v: the case has something else of this id", e.Thing), "give it another id in "+k.File)
	case e.Line:
		accuses := ""
		if k.wrongs(e) {
			accuses = " and accuses"
		}
		k.report(edits.Unsourced, problem.Warning, e.Thing, fmt.Sprintf("%v, from %q to %q, was added by hand%s, and no claim says it: it is drawn as unsourced", e.Thing, e.Added.From, e.Added.To, accuses),
			"graphgen merge --adopt puts it into the case as a draft; graphgen quote --add gives that a claim")
	case x.Entity(e.ID) == nil:
		k.report(edits.Unsourced, problem.Warning, e.Thing, fmt.Sprintf("%v was added by hand, and the case does not have it", e.Thing), "graphgen merge --adopt puts it into the case with the lines to it")
	}
}

// ranks reports groups of which the view shows fewer than two nodes.
func (k *keeper) ranks(drawn *edits.Overrides) {
	for _, group := range drawn.Ranks {
		shown := 0
		for _, id := range group {
			if of := drawn.Of(edits.Thing{ID: id}); k.view.Node(id) != nil && (of == nil || of.Removed == nil) || of != nil && of.Added != nil {
				shown++
			}
		}
		if shown < 2 {
			k.found = append(k.found, problem.Problem{Slug: edits.Gone, Severity: problem.Warning, Place: problem.Place{File: k.File},
				Message: fmt.Sprintf("of the rank %s the view shows fewer than two", strings.Join(group, ", ")), Hint: "take the rank out of " + k.File})
		}
	}
}

// worded lists words that an editor wrote, and what was taken out, for a person to read.
func (k *keeper) worded(drawn *edits.Overrides) {
	for _, told := range drawn.Told() {
		if told.What == edits.Brought {
			continue // which is told as unsourced, or is the case's
		}
		k.report(edits.Worded, problem.Note, told.Thing, problem.Printable(fmt.Sprintf("in view %q %v", drawn.View, told)),
			"no claim answers for it: read it beside what the case says")
	}
}
