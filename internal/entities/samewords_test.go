package entities

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"example.org/graphgen/internal/growthtest"
)

func TestSameWords(t *testing.T) {
	for _, test := range []struct {
		name, quote, before, after, other, otherBefore, otherAfter string
		same                                                       bool
	}{
		{name: "the same", quote: "paid her for berths", other: "paid her for berths", same: true},
		{name: "in other letters", quote: "paid her for berths", other: "Paid h\u200ber for  berths!", same: true},
		{name: "lookalikes of width", quote: "paid her for berths", other: "ｐａｉｄ her for berths", same: true},
		{name: "one in the other", quote: "Blue Lantern paid her for berths", other: "paid her for", same: true},
		{name: "one behind the other", quote: "Blue Lantern paid her for berths", other: "her for berths at night", same: true},
		{name: "two words are too few", quote: "Blue Lantern paid her", other: "paid her for berths"},
		{name: "another place", quote: "of the Ministry of Ports", other: "of the Ministry of Labour"},
		{name: "other words before", quote: "they met", before: "In May", other: "they met", otherBefore: "In June"},
		{name: "fewer words before", quote: "they met", before: "In May", other: "they met", otherBefore: "May", same: true},
		{name: "the words as a suffix", quote: "paid her for berths", other: "Blue Lantern", otherAfter: "paid her for berths"},
		{name: "scripts without spaces", quote: "នាយករបស់យើងបានបង់ប្រាក់ឱ្យនាង", other: "របស់យើងបានបង់ប្រាក់ឱ្យនាង", same: true},
		{name: "a few such letters", quote: "នាយករបស់", other: "របស់យើង"},
		{name: "nothing", quote: "", other: ""},
	} {
		c := &Case{Claims: []Claim{
			{ID: "a", Source: "s", Standing: Alleged, Quote: test.quote, Prefix: test.before, Suffix: test.after},
			{ID: "b", Source: "s", Standing: Stated, Quote: test.other, Prefix: test.otherBefore, Suffix: test.otherAfter},
			{ID: "c", Source: "elsewhere", Standing: Stated, Quote: test.other},
			{ID: "d", Source: "s", Speaker: "D", Standing: Stated, Quote: "no", Answers: Answer{Claim: "a", As: Denies}},
		}}
		x := NewIndex(c)
		want := fmt.Sprint(Stated, Stated, []string(nil))
		if test.same {
			want = fmt.Sprint(Contested, Alleged, []string{"d"})
		}
		v := x.Stand([]string{"b"}, false)
		if got := fmt.Sprint(v.Standing, v.Strength, ids(v.Denials)); got != want {
			t.Errorf("%s: %s, want %s", test.name, got, want)
		}
		if other := x.Stand([]string{"c"}, false); other.Standing != Stated {
			t.Errorf("%s: in another source it stands %s", test.name, other.Standing)
		}
	}
}

// Typing a claim's words again raises nothing and loses no denial, whatever the copy is typed as.
func TestWordsTypedAgainAreNoSurer(t *testing.T) {
	tried := 0
	eachRandom(t, true, func(t *testing.T, r *rand.Rand, c *Case, line []string, wrongdoing bool) {
		for i := range c.Claims {
			c.Claims[i].Quote = "words of claim number " + c.Claims[i].ID
		}
		was := find(c, line0(line))
		if was == nil || was.Source == "" || !was.Answers.None() {
			return
		}
		tried++
		again := *was
		again.ID, again.Answers, again.Standing = "again", Answer{}, pick(r, Record, Stated, Alleged)
		before := NewIndex(c).Stand([]string{was.ID}, wrongdoing)
		c.Claims = append(c.Claims, again)
		after := NewIndex(c).Stand([]string{"again"}, wrongdoing)
		if higher(after.Strength, before.Strength) != before.Strength {
			t.Errorf("%q, typed again as %q, stands %q", before.Strength, again.Standing, after.Strength)
		}
		for _, d := range ids(before.Denials) {
			if !slices.Contains(ids(after.Denials), d) {
				t.Errorf("typed again it has lost the denial %q", d)
			}
		}
	})
	if tried < randomCases/20 {
		t.Errorf("only %d tried", tried)
	}
}

func line0(line []string) string {
	if len(line) == 0 {
		return ""
	}
	return line[0]
}

// Rows of a table that read alike cost about their number.
func TestManySameWordsEndSoon(t *testing.T) {
	for name, quote := range map[string]func(i int) string{
		"all the same": func(int) string { return "is owned by a company in the register" },
		"one differs":  func(i int) string { return fmt.Sprint("is owned by a company number ", i) },
		"first differs": func(i int) string {
			return fmt.Sprint("Number ", i, " is owned by a company "+strings.Repeat("x ", i%3))
		},
	} {
		c := &Case{}
		for i := range 10_000 {
			c.Claims = append(c.Claims, Claim{ID: fmt.Sprint("c", i), Source: "s", Quote: quote(i), Standing: Stated})
		}
		if took := growthtest.Took(func() {
			x := NewIndex(c)
			for i := range c.Claims {
				x.Stand([]string{c.Claims[i].ID}, true)
			}
		}); took > 20*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}

// An accused whose word is typed as a confirmation makes nothing of a rumour.
func TestTheAccusedConfirmNothing(t *testing.T) {
	c := write("r rumoured; n confirms r stated; o confirms r stated")
	c.Relations = []Relation{{ID: "w", Type: "works-for", From: "N", To: "ada"}}
	for speaker, want := range map[string]Standing{"ada": Rumoured, "N": Rumoured, "other": Alleged} {
		c.Claims[1].Speaker = speaker
		x := NewIndex(c)
		if v := x.Stand([]string{"r", "n"}, true, "ada", "ltd"); v.Strength != want {
			t.Errorf("a rumour that %s confirms stands %q, want %q", speaker, v.Strength, want)
		}
	}
}

// A name of characters that show nothing is no name.
func TestBlankNames(t *testing.T) {
	for _, name := range []string{"\u2800", "\u3164", "\u115f", "\u1160", "\ufe0f", "\u200b", "\u00ad", "\u034f", "\uffa0", "\u180e", "\u2060", "\U000e0041", "\u2800 \ufe0f\u3164"} {
		_, problems := Load("case.json", []byte(`{"version": 1, "entities": [{"id": "a", "type": "person", "name": "`+name+`"}]}`))
		if !problems.HasErrors() {
			t.Errorf("%+q passes for a name", name)
		}
	}
}
