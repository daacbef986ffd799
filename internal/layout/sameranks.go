package layout

import (
	"context"
	"slices"
)

// joinRanks lays the graph out again where nodes are to stand in one rank that do not.
func (l *layouter) joinRanks(ctx context.Context, d *draft) (*draft, error) {
	if len(l.SameRanks) == 0 {
		return d, nil
	}
	if l.program != Dot {
		return d.warned(Warning{Kind: SameRanksForDot}), nil
	}
	kept := d.ranks()
	if !regroup(kept, l.SameRanks) {
		return d, nil
	}
	again, err := l.lay(ctx, attempt{labels: d.labels, plan: newPlan(l.rankingOf(kept), d.direction, d.labels)})
	if graphvizFails(err) {
		return d.warned(Warning{Kind: SameRanksFail}), nil
	}
	if err != nil {
		return nil, err
	}
	again.notKept = d.notKept
	return again, nil
}

// regroup moves the nodes of each group into one rank: the one that has most of them, and of
// those the last, behind which fewer edges have to turn back. It tells whether any moved.
func regroup(kept *Ranks, groups [][]string) (moved bool) {
	for _, group := range groups {
		target, most := -1, 0
		for i, rank := range kept.Ranks {
			if n := inGroup(rank, group); n > 0 && n >= most {
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
			kept.Ranks[i] = slices.DeleteFunc(kept.Ranks[i], func(m Member) bool { return m.in(group) })
		}
		for _, id := range group {
			if !slices.Contains(kept.Ranks[target], Member{ID: id}) {
				kept.Ranks[target] = append(kept.Ranks[target], Member{ID: id})
			}
		}
	}
	return moved
}

// inGroup counts the nodes of a rank that are in a group.
func inGroup(rank []Member, group []string) (n int) {
	for _, m := range rank {
		if m.in(group) {
			n++
		}
	}
	return n
}

func (m Member) in(group []string) bool { return !m.Passing && slices.Contains(group, m.ID) }
