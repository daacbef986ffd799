package dot

import (
	"os"
	"strings"
	"testing"

	"example.org/graphgen/internal/dotfile"
)

// Graphviz's whole list (https://graphviz.org/doc/info/attrs.html) is decided on.
func TestEveryAttributeIsDecided(t *testing.T) {
	list, err := os.ReadFile("testdata/graphviz-attributes.txt")
	if err != nil {
		t.Fatal(err)
	}
	names := strings.Fields(string(list))
	if len(names) < 170 {
		t.Fatalf("the list has only %d attributes", len(names))
	}
	for _, name := range names {
		if _, decided := attributes[name]; !decided {
			t.Errorf("nobody decided what an import does with %s", name)
		}
	}
	if !isTold(dotfile.OfNode, "since", "2019") {
		t.Error("an attribute that nobody knows is not told")
	}
}
