package network

import (
	"cmp"
	"errors"
	"slices"

	"github.com/dominikbraun/graph"

	"example.org/graphgen/internal/entities"
)

// deepest is how many clusters may stand in one another. A drawing nested deeper is read by
// nobody, and Graphviz breaks on some thousands. What lies deeper stands in the last cluster
// above it, of which it is a part all the same.
const deepest = 6

// cluster puts the entities of the view into the clusters that its spec asks for. Ids of
// clusters are "cluster/", the kind, "/" and the entity, code or type; a figure's is the
// figure's own id.
func (n *Network) cluster(v *View) {
	switch v.Spec.Cluster {
	case entities.ByPartOf:
		n.clusterByWhole(v)
	case entities.ByCountry:
		n.clusterByCountry(v)
	case entities.ByType:
		clusterByType(v)
	}
}

// clusterByType puts every entity into the cluster of its type.
func clusterByType(v *View) {
	made := set{}
	for i, node := range v.Nodes {
		if node.Kind != EntityNode {
			continue
		}
		id := clusterID(entities.ByType, string(node.Entity.Type))
		v.Nodes[i].Cluster = id
		if !made[id] {
			made[id] = true
			v.Clusters = append(v.Clusters, Cluster{ID: id, Type: node.Entity.Type})
		}
	}
}

// clusterByCountry puts entities that belong to one country together, with the country
// itself, where there are at least two and the case has the country as an entity.
func (n *Network) clusterByCountry(v *View) {
	members := map[string][]int{}
	for i, node := range v.Nodes {
		if node.Kind != EntityNode {
			continue
		}
		if code := countryOf(node.Entity); n.countries[code] != nil {
			members[code] = append(members[code], i)
		}
	}
	for code, nodes := range members {
		if len(nodes) < 2 {
			continue
		}
		id := clusterID(entities.ByCountry, code)
		v.Clusters = append(v.Clusters, Cluster{ID: id, Entity: n.countries[code]})
		for _, i := range nodes {
			v.Nodes[i].Cluster = id
		}
	}
}

func countryOf(e *entities.Entity) string {
	if e.Type == entities.Country && e.Code != "" {
		return e.Code
	}
	return e.Country
}

// clusterByWhole puts around each entity of the view the parts that the view says it has,
// as plain facts; the relations stay lines too, since a line is what answers for the cluster.
func (n *Network) clusterByWhole(v *View) {
	whole := wholes(v.Edges)
	hasParts := set{}
	for _, w := range whole {
		hasParts[w] = true
	}
	level := levels(whole)
	clusterOf := func(id string) string { // the entity in whose cluster the parts of id stand
		for level[id] >= deepest {
			id = whole[id]
		}
		return id
	}
	for i, node := range v.Nodes {
		if node.Kind != EntityNode {
			continue
		}
		id := node.ID
		switch {
		case hasParts[id] && level[id] < deepest:
			c := Cluster{ID: clusterID(entities.ByPartOf, id), Entity: node.Entity}
			if w, within := whole[id]; within {
				c.Parent = clusterID(entities.ByPartOf, clusterOf(w))
			}
			v.Clusters = append(v.Clusters, c)
			v.Nodes[i].Cluster = c.ID
		case whole[id] != "":
			v.Nodes[i].Cluster = clusterID(entities.ByPartOf, clusterOf(whole[id]))
		}
	}
}

// wholes returns for each part the one entity to draw it in. Of several it is the one that
// is itself the most deeply contained, then the first by id. Where entities are part of
// each other in a circle, which check reports, none contains another.
func wholes(edges []Edge) map[string]string {
	candidates := map[string][]string{}
	circle := circles(edges)
	for _, e := range edges {
		if isContainment(e) && circle[e.From] != circle[e.To] {
			candidates[e.From] = append(candidates[e.From], e.To)
		}
	}
	depth := map[string]int{}
	var depthOf func(string) int
	depthOf = func(id string) int {
		if d, known := depth[id]; known {
			return d
		}
		for _, w := range candidates[id] {
			depth[id] = max(depth[id], depthOf(w)+1)
		}
		return depth[id]
	}
	whole := map[string]string{}
	for part, of := range candidates {
		whole[part] = slices.MinFunc(of, func(a, b string) int {
			return cmp.Or(cmp.Compare(depthOf(b), depthOf(a)), cmp.Compare(a, b))
		})
	}
	return whole
}

func isContainment(e Edge) bool {
	return e.Kind == RelationEdge && e.Relation.Type == partOf && plainFact(e.Relation, e.Verdict)
}

// circles returns a number for each entity that is part of something or has parts; those
// that are part of each other in a circle have the same.
func circles(edges []Edge) map[string]int {
	g := graph.New(graph.StringHash, graph.Directed())
	add := func(err error) {
		if !errors.Is(err, graph.ErrVertexAlreadyExists) && !errors.Is(err, graph.ErrEdgeAlreadyExists) {
			certain(err)
		}
	}
	for _, e := range edges {
		if isContainment(e) {
			add(g.AddVertex(e.From))
			add(g.AddVertex(e.To))
			add(g.AddEdge(e.From, e.To))
		}
	}
	components, err := graph.StronglyConnectedComponents(g)
	certain(err)
	circle := map[string]int{}
	for number, component := range components {
		for _, id := range component {
			circle[id] = number
		}
	}
	return circle
}

// levels returns how many wholes stand around each part.
func levels(whole map[string]string) map[string]int {
	level := map[string]int{}
	var levelOf func(string) int
	levelOf = func(id string) int {
		w, within := whole[id]
		if !within {
			return 0
		}
		if _, known := level[id]; !known {
			level[id] = levelOf(w) + 1
		}
		return level[id]
	}
	for part := range whole {
		levelOf(part)
	}
	return level
}

func clusterID(by entities.Cluster, of string) string { return "cluster/" + string(by) + "/" + of }
