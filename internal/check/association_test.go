package check

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestWaysAreFound compares the rule with a search from each person by itself, on random
// cases whose links are of each kind.
func TestWaysAreFound(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 3))
	found := 0
	for range 300 {
		body, tied := randomTies(random)
		var got []string
		for _, p := range checked(load(t, body), Options{}) {
			if p.Slug == "guilt-by-association" {
				_, after, _ := strings.Cut(p.Message, `tie "`)
				id, _, _ := strings.Cut(after, `"`)
				got = append(got, id)
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, tied) {
			t.Fatalf("got %q, want %q in\n%s", got, tied, body)
		}
		found += len(tied)
	}
	if found < 100 {
		t.Errorf("%d ways in all: the cases try too little", found)
	}
}

// randomTies makes up a case of persons, some of whom wrong a group, and returns who is tied
// to the wrongdoing of another.
func randomTies(random *rand.Rand) (body string, tied []string) {
	const persons = 7
	var links [persons][persons]bool
	var culprit [persons]bool
	var people, relations []string
	relate := func(relationType string, from, to any, claim string) {
		relations = append(relations, fmt.Sprintf(`{"id": "r%d", "type": %q, "from": "p%v", "to": "p%v", "claims": [%q]}`, len(relations), relationType, from, to, claim))
	}
	for i := range persons {
		people = append(people, fmt.Sprintf(`{"id": "p%d", "type": "person", "name": "P"}`, i))
		if random.IntN(3) == 0 {
			culprit[i] = true
			relate("exploits", i, "eople", "c1")
		}
	}
	for range 7 {
		from, to := random.IntN(persons), random.IntN(persons)
		if from == to {
			continue
		}
		switch random.IntN(4) {
		case 0:
			relate("owns", from, to, "c1")
			links[from][to], links[to][from] = true, true
		case 1:
			relate("owns", from, to, "c2") // stated: no link
		case 2:
			relate("met-with", from, to, "c3") // a rumour
			links[from][to], links[to][from] = true, true
		case 3:
			relate("funds", from, to, "c4") // denied
			links[from][to], links[to][from] = true, true
		}
	}
	for i := range persons {
		var reached [persons]bool
		reached[i] = true
		for range persons {
			for a := range persons {
				for b := range persons {
					reached[b] = reached[b] || reached[a] && links[a][b]
				}
			}
		}
		for j := range persons {
			if j != i && reached[j] && culprit[j] {
				tied = append(tied, fmt.Sprintf("p%d", i))
				break
			}
		}
	}
	return fmt.Sprintf(`{"version": 1, "entities": [%s, {"id": "people", "type": "group", "name": "People"}],
"claims": [{"id": "c1", "standing": "alleged"}, {"id": "c2", "standing": "stated"}, {"id": "c3", "standing": "rumoured"}, {"id": "c4", "standing": "stated"}, {"id": "c5", "standing": "stated", "answers": {"claim": "c4", "as": "disputes"}}],
"relations": [%s]}`, strings.Join(people, ", "), strings.Join(relations, ",\n")), tied
}

// TestTiesInALargeCase holds that nothing hangs where all are tied to one hub, or in one long
// chain: a walk from each person would take hours.
func TestTiesInALargeCase(t *testing.T) {
	if testing.Short() {
		t.Skip("a large case takes long under -short's race detector")
	}
	const n = 10_000
	for name, other := range map[string]func(int) int{"hub": func(int) int { return 0 }, "chain": func(i int) int { return i - 1 }} {
		var people, relations []string
		for i := range n {
			people = append(people, fmt.Sprintf(`{"id": "p%d", "type": "person", "name": "P"}`, i))
			if i > 0 {
				relations = append(relations, fmt.Sprintf(`{"id": "r%d", "type": "owns", "from": "p%d", "to": "p%d", "claims": ["c"]}`, i, i, other(i)))
			}
		}
		relations = append(relations, `{"id": "w", "type": "harms", "from": "p0", "to": "p1", "claims": ["c"]}, {"id": "x", "type": "harms", "from": "p0", "to": "p2", "claims": ["c"]}, {"id": "y", "type": "harms", "from": "p0", "to": "p3", "claims": ["c"]}`)
		file := load(t, fmt.Sprintf(`{"version": 1, "entities": [%s], "claims": [{"id": "c", "standing": "alleged"}], "relations": [%s]}`,
			strings.Join(people, ",\n"), strings.Join(relations, ",\n")))
		start := time.Now()
		told := 0
		for _, p := range checked(file, Options{}) {
			if p.Slug == "guilt-by-association" {
				told++
			}
		}
		if took := time.Since(start); took > 2*time.Minute {
			t.Errorf("%s: %v", name, took)
		}
		if told != n-1 {
			t.Errorf("%s: %d persons are told to be tied, want %d", name, told, n-1)
		}
	}
}
