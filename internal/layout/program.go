package layout

// Sizes up to which dot is chosen where a graph leaves the choice, however hard the graph. What
// dot takes grows with the edges far more than with the nodes. BenchmarkSizes on one processor, in
// seconds: 30 nodes and 40 edges 0.1, 60/90 0.2, 120/180 0.5, 60/180 2.4, 40/180 2.7, 100/200 1.3,
// 120/240 2.9, 150/225 1.5, 150/300 15. So a graph within these bounds is laid out in time on a
// machine that has other things to do; sfdp takes 0.5 s for 200/400.
const (
	dotNodes = 120
	dotEdges = 180
)

// hardestForDot is how difficult a graph beyond those sizes may be for dot, by difficulty. On a
// busy processor, by nodes and edges, in seconds: a tree of 121 nodes 0.2, of 400 1.0, of 800 3.6
// (difficulty 36,000); 150 and 179 0.8 (35,000), 200 and 259 1.5 (131,000), 300 and 359 2.4
// (132,000); but 100 and 200 6.4 (253,000), 90 and 180 7.3 (362,000).
const (
	hardestForDot = 150_000
	easyCircles   = 15
)

// Sizes beyond which no layout is worth trying. sfdp, the quickest, took 2 s for 1,000 nodes and
// 2,000 edges, 6 s for 2,000/4,000, 7 s for 1,000/10,000, 20 s for 5,000/5,000 and 38 s for
// 1,000/20,000: at the bounds it needs about all the time that a layout has, or, at both at
// once, more memory.
const (
	MaxNodes = 5000
	MaxEdges = 20000
)

// MaxSettled is up to how many edges all labels are moved to where they are read best. Beyond,
// only those are moved that share room with something.
const MaxSettled = 1000

func (r *resolved) settles() bool { return len(r.Edges) <= MaxSettled }

// chooseProgram is the program that a graph asks for, or the one that its difficulty does.
func (r *resolved) chooseProgram() Program {
	switch {
	case r.Program != "":
		return r.Program
	case r.isLarge() && !r.easyForDot():
		return Sfdp
	}
	return Dot
}

// isLarge tells whether a graph is too large for dot, and for the costlier settings of others.
func (r *resolved) isLarge() bool { return len(r.Nodes) > dotNodes || len(r.Edges) > dotEdges }

// easyForDot tells whether dot is quick with a graph whatever its size.
func (r *resolved) easyForDot() bool {
	return len(r.Nodes) <= MaxSettled && len(r.Edges) <= MaxSettled && r.difficulty() <= hardestForDot
}

// difficulty is about how much work dot has with a graph: the nodes of its ranks, with those that
// it puts where an edge passes a rank or has a label, times the edges that close circles, which
// is what makes edges cross.
func (r *resolved) difficulty() int {
	ranks, passed := r.likelyRanks(), 0
	for _, ends := range r.ends {
		span := ranks[ends[1]] - ranks[ends[0]]
		passed += max(0, 2*max(span, -span)-1)
	}
	circles := len(r.ends) - len(r.Nodes) + r.components()
	return (len(r.Nodes) + passed) * (circles + easyCircles)
}

// components counts the parts of a graph that no edge joins to each other.
func (r *resolved) components() int {
	parent := make([]int, len(r.Nodes))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	count := len(r.Nodes)
	for _, ends := range r.ends {
		if a, b := find(ends[0]), find(ends[1]); a != b {
			parent[a] = b
			count--
		}
	}
	return count
}

// likelyRanks is the rank of each node where none is deeper than edges make it. Of a circle the
// edge that comes back is turned around, as dot does.
func (r *resolved) likelyRanks() []int {
	next := make([][]int, len(r.Nodes))
	for _, ends := range r.ends {
		next[ends[0]] = append(next[ends[0]], ends[1])
	}
	const seen, left = 1, 2
	state := make([]int, len(r.Nodes))
	var order []int // each node after all that edges lead to from it, but for those turned around
	turned := make([][]int, len(r.Nodes))
	var visit func(node int)
	visit = func(node int) {
		state[node] = seen
		for _, to := range next[node] {
			switch state[to] {
			case 0:
				visit(to)
				turned[node] = append(turned[node], to)
			case seen:
				turned[to] = append(turned[to], node)
			case left:
				turned[node] = append(turned[node], to)
			}
		}
		state[node], order = left, append(order, node)
	}
	for node := range r.Nodes {
		if state[node] == 0 {
			visit(node)
		}
	}
	rank := make([]int, len(r.Nodes))
	for i := len(order) - 1; i >= 0; i-- {
		for _, to := range turned[order[i]] {
			if to != order[i] {
				rank[to] = max(rank[to], rank[order[i]]+1)
			}
		}
	}
	return rank
}
