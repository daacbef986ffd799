package entities

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"example.org/graphgen/internal/growthtest"
)

// No record of a party raises a line, whatever it is typed as: what it says counts as its claim.
func TestNobodysOwnRecordRaisesTheirLine(t *testing.T) {
	lowered := 0
	eachRandom(t, true, func(t *testing.T, r *rand.Rand, c *Case, line []string, wrongdoing bool) {
		x := NewIndex(c)
		free := x.Stand(line, wrongdoing)
		for _, ends := range [][]string{{"p0"}, {"p1", "e"}, {"p0", "p1"}, {"e"}} {
			v := x.Stand(line, wrongdoing, ends...)
			if v.Strength != "" && v.Strength != free.Strength && higher(v.Strength, free.Strength) != free.Strength {
				t.Errorf("between %q it stands %q, elsewhere %q", ends, v.Strength, free.Strength)
			}
			if v.Strength != free.Strength {
				lowered++
			}
			if v.Strength != Record {
				continue
			}
			if !slices.ContainsFunc(v.Affirming, func(c *Claim) bool { return x.FirstHand(c) && !slices.Contains(ends, c.Speaker) }) {
				t.Errorf("between %q it is on record by their own word", ends)
			}
		}
	})
	if lowered < randomCases/100 {
		t.Errorf("only %d lines were lowered", lowered)
	}
}

func TestNothingPassesForMoreThanItIs(t *testing.T) {
	reached := map[Standing]int{}
	eachRandom(t, false, func(t *testing.T, r *rand.Rand, c *Case, line []string, wrongdoing bool) {
		v := NewIndex(c).Stand(line, wrongdoing)
		reached[v.Standing]++
		if (v.Standing == "") != (len(v.Affirming) == 0) || (v.Strength == "") != (v.Standing == "") {
			t.Errorf("standing %q, strength %q with %d affirming", v.Standing, v.Strength, len(v.Affirming))
		}
		if v.Standing != v.Strength && v.Standing != Contested {
			t.Errorf("standing %q of strength %q", v.Standing, v.Strength)
		}
		most := Standing("")
		for _, a := range v.Affirming {
			if !slices.Contains(line, a.ID) {
				t.Errorf("%q affirms a line that does not list it", a.ID)
			}
			// A telling is worth no more than anything it repeats.
			own := Record
			for _, said := range says(c, a, Repeats) {
				word := said.Standing
				if !slices.Contains(ladder, word) {
					word = Rumoured
				}
				own = lower(own, word)
			}
			if own == Record && (a.Answers.As == Repeats || !proves(c, a, RecordSource, Report, Dataset, OtherSource)) {
				own = Stated
			}
			if wrongdoing && !(own == Record && proves(c, a, RecordSource)) {
				own = lower(own, Alleged)
			}
			if most == "" || higher(own, most) == own {
				most = own
			}
		}
		if v.Strength != most {
			t.Errorf("strength %q, but its claims bear no more and no less than %q", v.Strength, most)
		}
		if v.Unsubstantiated && v.Strength != Alleged && v.Strength != Rumoured || v.Strength == Rumoured && !v.Unsubstantiated {
			t.Errorf("strength %q, caveat %t", v.Strength, v.Unsubstantiated)
		}
	})
	for _, s := range append(slices.Clone(standings), Contested, "") {
		if reached[s] < randomCases/100 {
			t.Errorf("only %d of %d random lines stand %q: the test proves little", reached[s], randomCases, s)
		}
	}
}

func TestIndependentRumourKeepsItsCaveat(t *testing.T) {
	eachRandom(t, true, func(t *testing.T, r *rand.Rand, c *Case, line []string, wrongdoing bool) {
		c.Claims = append(c.Claims, Claim{ID: "rumour", Speaker: "p0", Standing: Rumoured})
		before, after := NewIndex(c).Stand(line, wrongdoing), NewIndex(c).Stand(append(line, "rumour"), wrongdoing)
		upToAlleged := after.Strength == Alleged || after.Strength == Rumoured
		if after.Unsubstantiated != upToAlleged {
			t.Errorf("caveat %t beside a rumour, strength %q", after.Unsubstantiated, after.Strength)
		}
		if before.Strength != "" && before.Strength != after.Strength {
			t.Errorf("a rumour turned %q into %q", before.Strength, after.Strength)
		}
	})
}

func TestDenialContestsAndNeverRaises(t *testing.T) {
	denied := 0
	eachRandom(t, true, func(t *testing.T, r *rand.Rand, c *Case, line []string, wrongdoing bool) {
		before := NewIndex(c).Stand(line, wrongdoing)
		tellings := told(c, before.Affirming)
		if len(tellings) == 0 {
			return
		}
		denied++
		id := pick(r, "new", "ghost") // "ghost" may be referred to already
		denial := randomClaim(r, id)
		denial.Answers = Answer{Claim: pick(r, tellings...).ID, As: pick(r, Denies, Disputes)}
		c.Claims = append(c.Claims, denial)
		if r.IntN(2) == 0 {
			line = append(slices.Clone(line), id)
		}
		after := NewIndex(c).Stand(line, wrongdoing)
		if after.Standing != Contested || after.Strength != before.Strength {
			t.Errorf("a denial turned %q of strength %q into %q of strength %q", before.Standing, before.Strength, after.Standing, after.Strength)
		}
		if after.Unsubstantiated != before.Unsubstantiated || !slices.Equal(after.Hedges, before.Hedges) ||
			!slices.Equal(ids(after.Affirming), ids(before.Affirming)) {
			t.Errorf("a denial changed what affirms the line: %+v, %+v", before, after)
		}
		if !slices.Contains(ids(after.Denials), id) {
			t.Errorf("the denial is not among %q", ids(after.Denials))
		}
		for _, d := range before.Denials {
			if !slices.Contains(ids(after.Denials), d.ID) {
				t.Errorf("a denial drove out %q", d.ID)
			}
		}
		for _, m := range before.Remarks {
			if !slices.Contains(ids(after.Claims()), m.ID) {
				t.Errorf("a denial drove out the remark %q", m.ID)
			}
		}
	})
	if denied < randomCases/4 {
		t.Errorf("only %d denials tried", denied)
	}
}

func TestRepeatChangesNothing(t *testing.T) {
	repeated := 0
	eachRandom(t, true, func(t *testing.T, r *rand.Rand, c *Case, line []string, wrongdoing bool) {
		before := NewIndex(c).Stand(line, wrongdoing)
		if len(before.Affirming) == 0 {
			return
		}
		repeated++
		repeat := randomClaim(r, pick(r, "aaa", "zzz"))
		repeat.Hedge = nil
		repeat.Answers = Answer{Claim: pick(r, before.Affirming...).ID, As: Repeats}
		c.Claims = append(c.Claims, repeat)
		after := NewIndex(c).Stand(append(slices.Clone(line), repeat.ID), wrongdoing)
		if after.Standing != before.Standing || after.Strength != before.Strength || after.Unsubstantiated != before.Unsubstantiated {
			t.Errorf("a repeat turned %q, strength %q, caveat %t into %q, %q, %t", before.Standing, before.Strength,
				before.Unsubstantiated, after.Standing, after.Strength, after.Unsubstantiated)
		}
		slices.Sort(before.Hedges)
		slices.Sort(after.Hedges)
		if !slices.Equal(after.Speakers(), before.Speakers()) || !slices.Equal(after.Hedges, before.Hedges) {
			t.Errorf("a repeat changed voices %q, hedges %q into %q, %q", before.Speakers(), before.Hedges, after.Speakers(), after.Hedges)
		}
		if !slices.Equal(ids(after.Denials), ids(before.Denials)) || !slices.Equal(ids(after.Remarks), ids(before.Remarks)) {
			t.Errorf("a repeat changed what answers the line")
		}
	})
	if repeated < randomCases/4 {
		t.Errorf("only %d repeats tried", repeated)
	}
}

func TestAnswersAlwaysTravel(t *testing.T) {
	eachRandom(t, false, func(t *testing.T, r *rand.Rand, c *Case, line []string, wrongdoing bool) {
		v := NewIndex(c).Stand(line, wrongdoing)
		tellings := told(c, v.Affirming)
		shown := v.Claims()
		for i := range c.Claims {
			answer := &c.Claims[i]
			answered := find(c, answer.Answers.Claim)
			telling := slices.Contains(tellings, answer)
			if slices.Contains(line, answer.ID) && find(c, answer.ID) == answer && !slices.Contains(shown, answer) {
				t.Errorf("%q is listed and not shown", answer.ID)
			}
			if telling && (slices.Contains(v.Denials, answer) || slices.Contains(v.Remarks, answer)) {
				t.Errorf("%q tells the allegation and is shown as an answer to it", answer.ID)
			}
			if answered == nil || telling {
				continue
			}
			if (slices.Contains(tellings, answered) || slices.Contains(shown, answered)) && !slices.Contains(shown, answer) {
				t.Errorf("%q answers %q and does not travel with it", answer.ID, answered.ID)
			}
			denies := answer.Answers.As == Denies || answer.Answers.As == Disputes
			if denies && slices.Contains(tellings, answered) != slices.Contains(v.Denials, answer) {
				t.Errorf("%q denies %q; among the denials: %t", answer.ID, answered.ID, slices.Contains(v.Denials, answer))
			}
		}
		if (len(v.Denials) > 0) != (v.Standing == Contested) {
			t.Errorf("standing %q with %d denials", v.Standing, len(v.Denials))
		}
		for i, claim := range shown {
			if slices.Contains(shown[:i], claim) {
				t.Errorf("%q is shown twice", claim.ID)
			}
		}
	})
}

func TestHedgesOfAllAffirmingStay(t *testing.T) {
	eachRandom(t, false, func(t *testing.T, r *rand.Rand, c *Case, line []string, wrongdoing bool) {
		v := NewIndex(c).Stand(line, wrongdoing)
		for _, a := range v.Affirming {
			for _, word := range a.Hedge {
				if !slices.Contains(v.Hedges, word) {
					t.Errorf("%q lost its %q", a.ID, word)
				}
			}
		}
	})
}

func TestOrderMeansNothing(t *testing.T) {
	eachRandom(t, true, func(t *testing.T, r *rand.Rand, c *Case, line []string, wrongdoing bool) {
		before := inWords(NewIndex(c).Stand(line, wrongdoing))
		r.Shuffle(len(c.Claims), func(i, j int) { c.Claims[i], c.Claims[j] = c.Claims[j], c.Claims[i] })
		r.Shuffle(len(c.Sources), func(i, j int) { c.Sources[i], c.Sources[j] = c.Sources[j], c.Sources[i] })
		line = append(slices.Clone(line), line...)
		r.Shuffle(len(line), func(i, j int) { line[i], line[j] = line[j], line[i] })
		if after := inWords(NewIndex(c).Stand(line, wrongdoing)); !reflect.DeepEqual(before, after) {
			t.Errorf("in one order %q,\nin another %q", before, after)
		}
	})
}

func inWords(v Verdict) []string {
	return []string{fmt.Sprint(v.Standing, v.Strength, v.Unsubstantiated), fmt.Sprint(v.Hedges), fmt.Sprint(ids(v.Affirming)),
		fmt.Sprint(ids(v.Denials)), fmt.Sprint(ids(v.Remarks)), fmt.Sprint(v.Speakers(), v.Deniers())}
}

// A tree of answers costs about its size, not the square of it, which would take minutes here.
func TestLargeAnswerTreesEndSoon(t *testing.T) {
	const size = 100_000
	claim := func(i int) string { return fmt.Sprintf("c%06d", i) }
	shapes := map[string]func(i int) Answer{
		"a chain of repeats":        func(i int) Answer { return Answer{claim(i - 1), Repeats, nil} },
		"a chain written backwards": func(i int) Answer { return Answer{claim((i + 1) % size), Repeats, nil} },
		"repeats of one":            func(i int) Answer { return Answer{claim(0), Repeats, nil} },
		"denials of one":            func(i int) Answer { return Answer{claim(0), Denies, nil} },
		"a chain of denials":        func(i int) Answer { return Answer{claim(i - 1), Disputes, nil} },
		"a denial, and its repeats": func(i int) Answer {
			return Answer{claim(i - 1), map[bool]AnswerKind{true: Denies, false: Repeats}[i == 1], nil}
		},
		"a circle": func(i int) Answer { return Answer{claim((i + 1) % size), Confirms, nil} },
	}
	for name, answer := range shapes {
		t.Run(name, func(t *testing.T) {
			c, line := &Case{}, []string{}
			for i := range size {
				c.Claims = append(c.Claims, Claim{ID: claim(i), Speaker: claim(i), Standing: Stated, Hedge: Words{claim(i)}})
				if i > 0 || name == "a circle" {
					c.Claims[i].Answers = answer(i)
				}
				line = append(line, claim(i))
			}
			var v Verdict
			took := growthtest.Took(func() {
				x := NewIndex(c)
				v = x.Stand(line, false)
				v.Speakers()
				v.Deniers()
				x.Stand(line[size-1:], true)
			})
			if got := len(v.Claims()); got != size {
				t.Errorf("%d claims travel, want %d", got, size)
			}
			if took > time.Minute {
				t.Errorf("it took %v", took)
			}
		})
	}
}
