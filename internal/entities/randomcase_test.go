package entities

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

const randomCases = 5000

// randomCase writes claims that answer each other at random, in circles and nowhere too,
// with words that no case file may hold, and a line that rests on some of them.
func randomCase(r *rand.Rand, uniqueIDs bool) (*Case, []string) {
	c := &Case{Entities: randomBodies(r)}
	for i := range 3 {
		if r.IntN(4) == 0 {
			c.Relations = append(c.Relations, Relation{ID: fmt.Sprint("tie", i), Type: pick(r, "part-of", "heads", "owns"), From: pick(r, "p0", "p1", "e"), To: pick(r, "p0", "p1", "e")})
		}
	}
	for i, kind := range append(slices.Clone(sourceTypes), "", "blog") {
		c.Sources = append(c.Sources, Source{ID: fmt.Sprint("s", i), Type: kind, Publisher: pick(r, "p0", "p0", "p1", "")})
	}
	n := 1 + r.IntN(12)
	anyID := func() string {
		return pick(r, fmt.Sprint("c", r.IntN(n)), fmt.Sprint("c", r.IntN(n)), fmt.Sprint("c", r.IntN(n)), "ghost", "")
	}
	for i := range n {
		id := fmt.Sprint("c", i)
		if !uniqueIDs && r.IntN(8) == 0 {
			id = anyID()
		}
		c.Claims = append(c.Claims, randomClaim(r, id))
		if claim := &c.Claims[i]; r.IntN(3) > 0 {
			claim.Answers = Answer{Claim: anyID(), As: pick(r, append(slices.Clone(answerKinds), Repeats, Confirms, "", "shrugs")...)}
		}
		if r.IntN(8) == 0 {
			c.Claims[i].Reply = Reply{Asked: true, Outcome: Answered, Claim: anyID()}
		}
	}
	var line []string
	for range r.IntN(n + 2) {
		line = append(line, anyID())
	}
	return c, line
}

// randomBodies are the speakers of random claims, some of them public bodies.
func randomBodies(r *rand.Rand) []Entity {
	return []Entity{
		{ID: "p0", Type: pick(r, Agency, Agency, Agency, Agency, Agency, Organization, Person), PublicBody: pick(r, "", Court)},
		{ID: "p1", Type: pick(r, Ministry, Ministry, Organization, Group), PublicBody: pick(r, "", "", Register)},
		{ID: "e", Type: Person},
	}
}

func randomClaim(r *rand.Rand, id string) Claim {
	return Claim{
		ID:        id,
		Source:    pick(r, "s0", "s3", "s3", "s3", fmt.Sprint("s", r.IntN(9)), "nowhere", ""),
		Speaker:   pick(r, "p0", "p0", "p0", "p1", "p2", ""),
		RelayedBy: pick(r, "", "", "", "p1"),
		Standing:  pick(r, Record, Record, Record, Record, Stated, Alleged, Rumoured, Rumoured, Contested, "", "fact"),
		Hedge:     pick(r, nil, nil, nil, Words{"may"}, Words{"probably", "some"}),
	}
}

func pick[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }

// eachRandom runs a property over many random cases, each named by its seed.
func eachRandom(t *testing.T, uniqueIDs bool, property func(t *testing.T, r *rand.Rand, c *Case, line []string, wrongdoing bool)) {
	t.Helper()
	for seed := range uint64(randomCases) {
		r := rand.New(rand.NewPCG(seed, 0))
		c, line := randomCase(r, uniqueIDs)
		property(t, r, c, line, r.IntN(2) == 0)
		if t.Failed() {
			t.Fatalf("seed %d: line %q of claims %+v", seed, line, c.Claims)
		}
	}
}

// find returns the first claim with the id, as the eye would find it in the file.
func find(c *Case, id string) *Claim {
	for i := range c.Claims {
		if id != "" && c.Claims[i].ID == id {
			return &c.Claims[i]
		}
	}
	return nil
}

// says follows what a claim says again, through the kinds of answer given, step by step.
func says(c *Case, claim *Claim, kinds ...AnswerKind) (all []*Claim) {
	for claim != nil && !slices.Contains(all, claim) {
		all = append(all, claim)
		if claim.Answers.Claim == "" || !slices.Contains(kinds, claim.Answers.As) {
			break
		}
		claim = find(c, claim.Answers.Claim)
	}
	return all
}

// told lists every claim of the case that tells what one of the affirming does.
func told(c *Case, affirming []*Claim) (tellings []*Claim) {
	for i := range c.Claims {
		mine := says(c, &c.Claims[i], Confirms, Repeats)
		for _, a := range affirming {
			theirs := says(c, a, Confirms, Repeats)
			if mine[len(mine)-1] == theirs[len(theirs)-1] {
				tellings = append(tellings, &c.Claims[i])
				break
			}
		}
	}
	return tellings
}

// proves tells whether a claim is a first-hand record in a source of that very type.
func proves(c *Case, claim *Claim, types ...SourceType) bool {
	for _, s := range c.Sources {
		if s.ID == claim.Source {
			return claim.Standing == Record && official(c, claim.Speaker) && claim.RelayedBy == "" && claim.Speaker != "" &&
				s.Publisher == claim.Speaker && slices.Contains(types, s.Type)
		}
	}
	return false
}

func official(c *Case, id string) bool {
	for _, e := range c.Entities {
		if e.ID == id {
			return e.Type == Agency || e.Type == Ministry || e.Type == Organization && e.PublicBody != ""
		}
	}
	return false
}
