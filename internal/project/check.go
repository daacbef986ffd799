package project

import (
	"crypto/sha256"
	"fmt"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/merge"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/places"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/render"
)

// Checked is a project as it is judged. It does not hold the case file: that serves the places of
// problems alone, and goes with the Project.
type Checked struct {
	Path string // of the case file
	Sum  [sha256.Size]byte

	// Network is the case as it is drawn, with its overrides. Only where no problem is an error is
	// it to rely on, and then it has the overrides; it is nil where nothing can be told of the case.
	Network  *network.Network
	Problems problem.List // of the case and of all that lies beside it
	Texts    map[string]check.SourceText

	placements map[string]Placement
}

// Placements are where the nodes of views are to stand, by the ids of the views.
func (c *Checked) Placements() map[string]*places.Places {
	all := map[string]*places.Places{}
	for view, p := range c.placements {
		if p.Places != nil {
			all[view] = p.Places
		}
	}
	return all
}

// Check judges the project. Of the options, the texts and the overrides are the project's own.
func (p *Project) Check(o check.Options) *Checked {
	c := &Checked{Path: p.Path, Sum: p.Sum, Problems: p.Problems, Texts: p.Texts, placements: p.Placements}
	if p.Problems.HasErrors() {
		return c
	}
	views := p.File.Case.Views
	n := network.New(entities.NewIndex(p.File.Case))
	if i := n.Overreaching(views); i >= 0 {
		message := fmt.Sprintf("with view %q the views look at more than %d entities and lines together", views[i].ID, network.MostReached)
		c.Problems = problem.List{p.File.Problem(entities.TooLong, problem.Error, fmt.Sprintf("/views/%d", i), message, "narrow what they show, or take fewer hops")}
		return c
	}
	o.Texts, o.Edits = p.Texts, map[string]*edits.Overrides{}
	for _, view := range views {
		kept := p.Overrides[view.ID]
		c.Problems = append(c.Problems, kept.Problems...)
		if kept.Overrides != nil {
			o.Edits[view.ID] = kept.Overrides
		}
	}
	c.Problems = append(c.Problems, check.Check(p.File, n, o)...)
	for _, view := range views {
		c.Problems = append(c.Problems, p.Placements[view.ID].Problems...)
	}
	c.Problems = append(c.Problems, p.unused...)
	if c.Network = n; !c.Problems.HasErrors() {
		drawn, wrong := judge(n, p.Overrides)
		c.Problems = append(c.Problems, wrong...)
		c.Network = n.Edited(drawn)
	}
	c.Problems.Sort()
	return c
}

// judge tells what is wrong with the overrides of the views of a network that is without any, and
// which of them are drawn.
func judge(n *network.Network, kept map[string]Overrides) (map[string]*edits.Overrides, problem.List) {
	drawn := map[string]*edits.Overrides{}
	var problems problem.List
	for i := range n.Index().Case.Views {
		spec := &n.Index().Case.Views[i]
		k := kept[spec.ID]
		if k.Overrides == nil {
			continue
		}
		overrides, found := merge.Problems(n, n.View(spec), k.Kept, baselinesOf(n, spec, k.Overrides.Languages()))
		problems = append(problems, found...)
		drawn[spec.ID] = overrides
	}
	return drawn, problems
}

// baselinesOf are what a view says and looks like without edits, in its case's language and others.
func baselinesOf(n *network.Network, spec *entities.View, languages []string) map[string]edits.Baseline {
	baselines := map[string]edits.Baseline{}
	for _, lang := range append([]string{n.Index().Case.Language}, languages...) {
		if baselines[lang] == nil {
			baselines[lang] = render.New(n.Index(), nil, lang).Published(n.View(spec)).Baseline()
		}
	}
	return baselines
}
