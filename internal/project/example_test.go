package project_test

import (
	"fmt"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/project"
)

// A case is opened with its texts and what was edited by hand, and judged.
func Example() {
	p, err := project.Open("../../examples/harbour/data/entities.json", project.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	c := p.Check(check.Options{})
	fmt.Println(len(p.Texts), "texts,", len(c.Network.Index().Case.Relations), "relations,", c.Problems.Count(problem.Error), "errors")
	// Output: 3 texts, 13 relations, 0 errors
}
