package check

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/growthtest"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
)

// largeCase is a case with n entities in one long chain of relations, each with a claim.
func largeCase(n int, from string) string {
	var people, claims, relations strings.Builder
	for i := range n {
		fmt.Fprintf(&people, "%s{\"id\": \"e%d\", \"type\": \"agency\", \"name\": \"E\", \"country\": \"TH\"}", comma(i), i)
		fmt.Fprintf(&claims, "%s{\"id\": \"c%d\", \"source\": \"s\", \"speaker\": \"e%d\", \"quote\": \"they may be so\", \"standing\": \"stated\"}", comma(i), i, i)
		fmt.Fprintf(&relations, "%s{\"id\": \"r%d\", \"type\": \"part-of\", \"from\": \"%s%d\", \"to\": \"e%d\", \"claims\": [\"c%d\"]}", comma(i), i, from, i, (i+1)%n, i)
	}
	return fmt.Sprintf(`{"version": 1, "sources": [{"id": "s", "type": "report", "title": "S"}],
"entities": [%s],
"claims": [%s],
"relations": [%s],
"views": [{"id": "all"}]}`, people.String(), claims.String(), relations.String())
}

func comma(i int) string {
	if i == 0 {
		return ""
	}
	return ",\n"
}

// TestTimeGrowsWithTheCase bounds the time for a large case, sound and with an unknown id in
// each relation, far above what it takes and far below what comparing all with all would.
func TestTimeGrowsWithTheCase(t *testing.T) {
	const n = 10_000
	for _, from := range []string{"e", "x"} {
		file := load(t, largeCase(n, from))
		var problems problem.List
		if took := growthtest.Took(func() { problems = checked(file, Options{}) }); took > 20*time.Second {
			t.Errorf("%s: %v", from, took)
		}
		if len(problems) < n {
			t.Errorf("%s: %d problems, want one a claim at least", from, len(problems))
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	file, problems := entities.Load("case.json", []byte(largeCase(100_000, "e")))
	if len(problems) > 0 {
		b.Fatal(problems[0])
	}
	n := network.New(entities.NewIndex(file.Case))
	for b.Loop() {
		Check(file, n, Options{})
	}
}
