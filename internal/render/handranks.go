package render

import (
	"context"
	"fmt"
	"slices"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/places"
)

// rerank lays a diagram out again where an editor put nodes into one rank that are not in one.
func (r *Renderer) rerank(ctx context.Context, d *diagram, placed *graphviz.Layout) (*graphviz.Layout, error) {
	groups := d.groupsOfRanks()
	if len(groups) == 0 {
		return placed, nil
	}
	program := layoutProgram(d)
	if program != string(entities.Dot) {
		d.unmet = append(d.unmet, fmt.Sprintf("nodes are to stand in one rank, and its layout is %s: dot alone has ranks", program))
		return placed, nil
	}
	kept := d.placesIn(placed)
	if !regroup(kept, groups) {
		return placed, nil
	}
	plan := newPlan(d.rankingOf(kept), d.direction)
	again, err := r.lay(ctx, d, program, plan)
	switch {
	case isGraphvizsOwn(err):
		d.unmet = append(d.unmet, "Graphviz fails on the nodes that are to stand in one rank")
		return placed, nil
	case err == nil:
		d.planned = plan
	}
	return again, err
}

// groupsOfRanks are the groups of nodes that are to stand in one rank, as far as they are there.
func (d *diagram) groupsOfRanks() [][]string {
	if d.edits.Empty() {
		return nil
	}
	var groups [][]string
	for _, group := range d.edits.Ranks {
		var here []string
		for _, id := range group {
			if d.view.Node(id) != nil {
				here = append(here, id)
			}
		}
		if len(here) > 1 {
			groups = append(groups, here)
		}
	}
	return groups
}

// regroup moves the nodes of each group into one rank: the one that has most of them, and of
// those the last, behind which fewer lines have to turn back. It tells whether any moved.
func regroup(kept *places.Places, groups [][]string) (moved bool) {
	for _, group := range groups {
		target, most := -1, 0
		for i, rank := range kept.Ranks {
			if n := common(rank, group); n > 0 && n >= most {
				target, most = i, n
			}
		}
		if target < 0 || most == len(group) {
			continue
		}
		moved = true
		for i := range kept.Ranks {
			if i == target {
				continue
			}
			kept.Ranks[i] = slices.DeleteFunc(kept.Ranks[i], func(id string) bool { return slices.Contains(group, id) })
		}
		for _, id := range group {
			if !slices.Contains(kept.Ranks[target], id) {
				kept.Ranks[target] = append(kept.Ranks[target], id)
			}
		}
	}
	return moved
}

func common(rank, group []string) (n int) {
	for _, id := range rank {
		if slices.Contains(group, id) {
			n++
		}
	}
	return n
}
