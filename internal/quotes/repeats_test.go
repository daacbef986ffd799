package quotes

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// TestRepeatsAreReadAlike holds that the automaton finds what the search by heads finds.
func TestRepeatsAreReadAlike(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 5))
	pieces := []string{"a", "b", "ab", "é", "ก", " ", " ", "the ", "berth ", "\n\n", "- ", "1", "2"}
	write := func(most int) string {
		var b strings.Builder
		for range 1 + random.IntN(most) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		return b.String()
	}
	found := 0
	for range 300 {
		text := fold(write(400), random.IntN(2) == 0)
		selectors := make([]Selector, 40)
		for i := range selectors {
			selectors[i] = Selector{Exact: write(8)}
			if i%2 == 0 {
				selectors[i].Prefix, selectors[i].Suffix = write(2), write(2)
			}
		}
		want, got := make([]Result, len(selectors)), make([]Result, len(selectors))
		search(&text, selectors, foldedString, want, MaxPlaces)
		newPatterns(selectors, got, foldedString).searchRepeats(newMeeting(&text, got, MaxPlaces))
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%q: got %+v, want %+v", text.text, got, want)
		}
		for _, r := range got {
			found += r.Count
		}
	}
	if found < 5000 {
		t.Errorf("only %d places were found", found)
	}
}

// TestRepeatsAreTold holds that a text that repeats itself is read to its end.
func TestRepeatsAreTold(t *testing.T) {
	data := strings.Repeat("the berth ", 1<<16) + "is hers"
	selectors := alike("the berth ", 300, "")
	selectors = append(selectors, Selector{Exact: "the berth is hers"}, Selector{Exact: "the berth"}, Selector{Exact: "berth the", Prefix: "the"})
	results := Check(mustText(t, data, Plain), selectors)
	last := results[len(selectors)-3:]
	if last[0].Status != Found || last[1].Count != MostCounted || last[1].Places[2].Start != 20 || last[2].Status != Ambiguous {
		t.Errorf("got %+v", last)
	}
	if results[0].Status != Missing {
		t.Errorf("got %v", results[0].Status)
	}
}
