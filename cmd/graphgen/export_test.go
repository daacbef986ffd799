package main

import (
	"os"
	"path/filepath"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
)

// What is exported without --view leaves nothing out, figures and who gives them among it.
func TestWholeCase(t *testing.T) {
	path := filepath.Join("..", "..", "data", "entities.json")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, problems := entities.Load(path, data)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	n := network.New(entities.NewIndex(f.Case))
	v := n.View(wholeCase())
	if v.LeftOut != (network.LeftOut{}) || len(f.Case.Figures) == 0 || len(v.Edges) < len(f.Case.Relations) {
		t.Errorf("%d edges for %d relations and %d figures; left out: %+v", len(v.Edges), len(f.Case.Relations), len(f.Case.Figures), v.LeftOut)
	}
}
