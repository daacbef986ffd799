package network

import (
	"maps"
	"strconv"
	"testing"

	"example.org/graphgen/internal/entities"
)

// clustersOf returns for each node that stands in a cluster the cluster's ID, and for each
// cluster that stands in another, that one's.
func clustersOf(v *View) map[string]string {
	in := map[string]string{}
	for _, n := range v.Nodes {
		if n.Cluster != "" {
			in[n.ID] = n.Cluster
		}
	}
	for _, c := range v.Clusters {
		in[c.ID] = c.Parent
	}
	return in
}

func TestClusters(t *testing.T) {
	const government, ministry = "cluster/part-of/government", "cluster/part-of/ministry"
	figures := entities.Selection{Types: []string{"figure"}}
	for _, test := range []struct {
		name string
		spec entities.View
		want map[string]string
	}{
		{"parts nest; a rumour and a hedge contain nothing", entities.View{Cluster: entities.ByPartOf, Exclude: figures},
			map[string]string{government: "", ministry: government, "government": government, "ministry": ministry, "police": ministry}},
		{"only what the view shows contains", entities.View{
			Cluster: entities.ByPartOf, Exclude: entities.Selection{Types: figures.Types, IDs: []string{"r-police", "r-ministry"}}},
			map[string]string{government: "", "government": government, "police": government}},
		{"a country with its own, not one that stands alone", entities.View{Cluster: entities.ByCountry,
			Include: entities.Selection{Types: []string{"country", "ministry"}}},
			map[string]string{"cluster/country/AR": "", "arland": "cluster/country/AR", "ministry": "cluster/country/AR"}},
		{"types", entities.View{Cluster: entities.ByType, Include: entities.Selection{IDs: []string{"loner", "borland", "corland"}}},
			map[string]string{"cluster/type/group": "", "loner": "cluster/type/group", "cluster/type/country": "",
				"borland": "cluster/type/country", "corland": "cluster/type/country"}},
		{"a figure's values", entities.View{Include: entities.Selection{IDs: []string{"n"}}},
			map[string]string{"n": "", "n/1": "n", "n/2": "n"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := clustersOf(viewOf(smallCase(), test.spec)); !maps.Equal(got, test.want) {
				t.Errorf("%v, want %v", got, test.want)
			}
		})
	}
}

// partsCase ties entities by plain facts, each pair a part and its whole.
func partsCase(pairs ...[2]string) *entities.Case {
	c := &entities.Case{Claims: []entities.Claim{{ID: "fact", Speaker: "a", Standing: entities.Stated}}}
	seen := set{}
	for i, pair := range pairs {
		for _, id := range pair {
			if !seen[id] {
				seen[id] = true
				c.Entities = append(c.Entities, entities.Entity{ID: id})
			}
		}
		c.Relations = append(c.Relations, entities.Relation{
			ID: "r" + strconv.Itoa(i), Type: "part-of", From: pair[0], To: pair[1], Claims: []string{"fact"},
		})
	}
	return c
}

func TestCirclesContainNothing(t *testing.T) {
	c := partsCase([2]string{"a", "b"}, [2]string{"b", "c"}, [2]string{"c", "a"}, [2]string{"d", "a"}, [2]string{"e", "e"})
	v := viewOf(c, entities.View{Cluster: entities.ByPartOf})
	want := map[string]string{"cluster/part-of/a": "", "a": "cluster/part-of/a", "d": "cluster/part-of/a"}
	if got := clustersOf(v); !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if len(v.Edges) != 5 {
		t.Errorf("%d lines, want all 5", len(v.Edges))
	}
}

func TestNestingEnds(t *testing.T) {
	var chain [][2]string
	for i := range 3_000 {
		chain = append(chain, [2]string{strconv.Itoa(i + 1), strconv.Itoa(i)})
	}
	v := viewOf(partsCase(chain...), entities.View{Cluster: entities.ByPartOf})
	if len(v.Clusters) != deepest {
		t.Errorf("%d clusters, want %d", len(v.Clusters), deepest)
	}
	innermost := "cluster/part-of/" + strconv.Itoa(deepest-1)
	if got := v.Node("3000").Cluster; got != innermost {
		t.Errorf("the last part stands in %s, want %s", got, innermost)
	}
}

// Between an outer whole and one inside it, a part stands in the inner.
func TestPartStandsInTheInnermostWhole(t *testing.T) {
	c := partsCase([2]string{"part", "a-outer"}, [2]string{"part", "z-inner"}, [2]string{"z-inner", "a-outer"})
	v := viewOf(c, entities.View{Cluster: entities.ByPartOf})
	if got := v.Node("part").Cluster; got != "cluster/part-of/z-inner" {
		t.Errorf("the part stands in %s", got)
	}
}
