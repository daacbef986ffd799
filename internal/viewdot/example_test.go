package viewdot_test

import (
	"fmt"

	"example.org/graphgen/internal/dotfile"
	"example.org/graphgen/internal/viewdot"
)

func Example() {
	f := &viewdot.File{
		View: "deal", Title: "The deal", Lang: "en", Layout: "dot", Direction: "LR",
		Nodes: []viewdot.Node{
			{ID: "ada", Item: viewdot.Item{Type: "person", Text: "Ada\nBerg"}},
			{ID: "mill", Item: viewdot.Item{Type: "organization", Text: "Old mill"}},
		},
		Edges: []viewdot.Edge{{ID: "owns", From: "ada", To: "mill", Item: viewdot.Item{
			Type: "owns", Text: "owns\nalleged by Bo", Caveat: "alleged by Bo", Standing: "alleged", Dash: "dashed",
		}}},
	}
	g, err := dotfile.Read("deal.dot", viewdot.Write(f))
	if err != nil {
		fmt.Println(err)
		return
	}
	read := viewdot.Read(g)
	for _, e := range read.Edges {
		fmt.Printf("%s -> %s: %s, %s (%s)\n", e.From, e.To, e.Name, e.Caveat, e.Dash)
	}
	// Output: ada -> mill: owns, alleged by Bo (dashed)
}
