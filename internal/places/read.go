package places

import (
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/viewfile"
)

// file is Places as they are written, with the place of each value.
type file struct {
	viewfile.Head
	Direction *viewfile.At[string]     `json:"direction"`
	Ranks     *[][]viewfile.At[string] `json:"ranks"`
}

// Read reads the places that a file holds for a view. It reports what is wrong with the file,
// all of severity Error, and then returns no places.
func Read(name string, data []byte, view string) (*Places, problem.List) {
	r := &reader{viewfile.Reader{
		File: name, Text: data, Slug: entities.BadPlaces, Again: "mend it, or remove it and build with --keep-places",
		Form:  "want a whole number for version, strings for view and direction, and a list of lists of ids for ranks",
		Names: "fields here are version, view, direction, ranks",
	}}
	var f file
	if !r.Decode(&f) {
		return nil, r.Found
	}
	r.check(&f, view)
	if len(r.Found) > 0 {
		r.Found.Sort()
		return nil, r.Found
	}
	p := &Places{View: view, Direction: entities.Direction(f.Direction.Value)}
	for _, rank := range *f.Ranks {
		ids := make([]string, len(rank))
		for i, id := range rank {
			ids[i] = id.Value
		}
		p.Ranks = append(p.Ranks, ids)
	}
	return p, nil
}

type reader struct{ viewfile.Reader }

// check reports what a file says that cannot be.
func (r *reader) check(f *file, view string) {
	r.Check(f.Head, Version, view)
	directions := []string{string(entities.LeftRight), string(entities.RightLeft), string(entities.TopBottom), string(entities.BottomTop)}
	switch {
	case f.Direction == nil:
		r.Missing("direction")
	case !slices.Contains(directions, f.Direction.Value):
		r.Report(f.Direction.Offset, fmt.Sprintf("unknown direction %q", f.Direction.Value), "want one of "+strings.Join(directions, ", "))
	}
	if f.Ranks == nil {
		r.Missing("ranks")
		return
	}
	r.checkRanks(*f.Ranks)
}

// checkRanks reports ids that stand twice: a node in all, what passes in one rank.
func (r *reader) checkRanks(ranks [][]viewfile.At[string]) {
	nodes := map[string]bool{}
	for _, rank := range ranks {
		passing := map[string]bool{}
		for _, id := range rank {
			seen, where := nodes, "stands in two places"
			if strings.HasPrefix(id.Value, Passing) {
				seen, where = passing, "passes a rank twice"
			}
			if seen[id.Value] {
				r.Report(id.Offset, fmt.Sprintf("%q %s", id.Value, where), "keep one of the two")
			}
			seen[id.Value] = true
		}
	}
}
