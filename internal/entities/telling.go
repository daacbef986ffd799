package entities

import "slices"

// telling is what a claim says, followed through the claims that it says again.
type telling struct {
	root     *Claim   // where its confirmations and repeats lead; nil if in a circle or nowhere
	voice    *Claim   // where its repeats alone lead: whose word it is in the end
	standing Standing // the weakest on the way to that voice
}

// followTellings follows every claim once, each from where the one before it ended, so that
// a long chain of repeats costs no more than its length.
func (x *Index) followTellings() map[*Claim]telling {
	tellings := make(map[*Claim]telling, len(x.Case.Claims))
	for i := range x.Case.Claims {
		var way []*Claim
		for c := &x.Case.Claims[i]; c != nil; c = x.secondedBy(c) {
			if _, met := tellings[c]; met {
				break
			}
			tellings[c] = telling{} // stays so if the way comes back here: a circle has no root
			way = append(way, c)
		}
		for _, c := range slices.Backward(way) {
			t := telling{root: c, voice: c, standing: x.own(c)}
			if c.seconds() {
				said := tellings[x.secondedBy(c)]
				t.root = said.root
				if c.repeats() {
					t.voice = said.voice
					t.standing = weaker(t.standing, said.standing)
				}
			}
			tellings[c] = t
		}
	}
	return tellings
}

// secondedBy returns the claim that c says again, or nil.
func (x *Index) secondedBy(c *Claim) *Claim {
	if !c.seconds() {
		return nil
	}
	return x.Claim(c.Answers.Claim)
}

// seconds tells whether the claim says again what another says.
func (c *Claim) seconds() bool {
	return c.repeats() || c.Answers.Claim != "" && c.Answers.As == Confirms
}

func (c *Claim) repeats() bool { return c.Answers.Claim != "" && c.Answers.As == Repeats }

// own is how strongly a claim stands by itself. A record told by others is stated; a word
// that is no standing vouches for nothing, as a rumour does.
func (x *Index) own(c *Claim) Standing {
	switch {
	case c.Standing == Record && !x.FirstHand(c):
		return Stated
	case rank(c.Standing) == 0:
		return Rumoured
	}
	return c.Standing
}

// rank orders standings by strength. Nothing, or a word that is no standing, ranks lowest.
func rank(s Standing) int {
	switch s {
	case Record:
		return 4
	case Stated:
		return 3
	case Alleged:
		return 2
	case Rumoured:
		return 1
	}
	return 0
}

func weaker(a, b Standing) Standing {
	if rank(b) < rank(a) {
		return b
	}
	return a
}

func stronger(a, b Standing) Standing {
	if rank(b) > rank(a) {
		return b
	}
	return a
}
