package layout

import (
	"fmt"
	"slices"
)

// nesting is how nodes stand in clusters, by their numbers in the graph; -1 is no cluster.
type nesting struct {
	parent  []int // of each cluster
	cluster []int // that each node stands in
	depth   []int // of each cluster; 1 stands in no other
}

func nestingOf(g *Graph) (nesting, error) {
	number := map[string]int{"": -1}
	for i := range g.Clusters {
		number[g.Clusters[i].ID] = i
	}
	n := nesting{}
	for i := range g.Clusters {
		parent, known := number[g.Clusters[i].Parent]
		if !known {
			return n, fmt.Errorf("cluster %q stands in %q, which is no cluster of the graph", g.Clusters[i].ID, g.Clusters[i].Parent)
		}
		n.parent = append(n.parent, parent)
	}
	for i := range g.Nodes {
		cluster, known := number[g.Nodes[i].Cluster]
		if !known {
			return n, fmt.Errorf("node %q stands in %q, which is no cluster of the graph", g.Nodes[i].ID, g.Nodes[i].Cluster)
		}
		n.cluster = append(n.cluster, cluster)
	}
	for i := range g.Clusters {
		depth := 0
		for c := i; c >= 0; c = n.parent[c] {
			if depth++; depth > len(g.Clusters) {
				return n, fmt.Errorf("cluster %q stands in itself", g.Clusters[i].ID)
			}
		}
		n.depth = append(n.depth, depth)
	}
	return n, nil
}

// ancestors returns a cluster and those that it stands in, the innermost first.
func (n nesting) ancestors(cluster int) []int {
	var chain []int
	for ; cluster >= 0; cluster = n.parent[cluster] {
		chain = append(chain, cluster)
	}
	return chain
}

// childOf returns which child of whole has the cluster in it or is it, and -1 where the cluster
// is whole itself or not in it.
func (n nesting) childOf(whole, cluster int) int {
	for ; cluster >= 0 && cluster != whole; cluster = n.parent[cluster] {
		if n.parent[cluster] == whole {
			return cluster
		}
	}
	return -1
}

// common is the innermost cluster that contains both; -1 where there is none.
func (n nesting) common(a, b int) int {
	others := n.ancestors(b)
	for _, cluster := range n.ancestors(a) {
		if slices.Contains(others, cluster) {
			return cluster
		}
	}
	return -1
}

// separate returns the outermost ancestors of two clusters that are siblings, if there are such.
func (n nesting) separate(a, b int) (ofA, ofB int, separate bool) {
	whole := n.common(a, b)
	ofA, ofB = n.childOf(whole, a), n.childOf(whole, b)
	return ofA, ofB, ofA >= 0 && ofB >= 0
}

// deepest is how many clusters stand in one another at most.
func (n nesting) deepest() int {
	deepest := 0
	for _, depth := range n.depth {
		deepest = max(deepest, depth)
	}
	return deepest
}
