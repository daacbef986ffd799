package accusing_test

import (
	_ "embed"
	"strings"
	"testing"

	"example.org/graphgen/internal/accusing"
	"example.org/graphgen/internal/entities"
)

// Each line of the files is a label, with what is invisible or of another script in it as \u escapes.

//go:embed testdata/accusing.txt
var accusingLabels string

//go:embed testdata/innocent.txt
var innocentLabels string

func labels(t *testing.T, file string) []string {
	t.Helper()
	var all []string
	seen := map[string]bool{}
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if seen[line] {
			t.Errorf("%s is listed twice", line)
		}
		seen[line] = true
		all = append(all, unescape(t, line))
	}
	return all
}

func TestLabelsThatAccuse(t *testing.T) {
	read, all := accusing.New(&entities.Case{}), labels(t, accusingLabels)
	if len(all) < 150 {
		t.Errorf("%d labels", len(all))
	}
	for _, label := range all {
		if len(read.Accuses(label)) == 0 {
			t.Errorf("%q accuses nobody; found %+v", label, read.In(label))
		}
	}
}

func TestLabelsThatAccuseNobody(t *testing.T) {
	read, all := accusing.New(&entities.Case{}), labels(t, innocentLabels)
	if len(all) < 100 {
		t.Errorf("%d labels", len(all))
	}
	for _, label := range all {
		if said := read.Accuses(label); len(said) > 0 {
			t.Errorf("%q accuses by %q", label, said)
		}
	}
}
