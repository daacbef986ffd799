package entities

import (
	"cmp"
	"slices"
)

// Verdict is how a line stands, derived from its claims and from what answers them.
type Verdict struct {
	Standing        Standing // record, stated, alleged, rumoured or contested; empty where nothing affirms the line
	Strength        Standing // what Standing would be were nothing denied
	Unsubstantiated bool     // a rumour is among what affirms it, and nothing stronger than an allegation lifts that caveat
	Hedges          []string // the words that weaken what affirms it
	Affirming       []*Claim // strongest first
	Denials         []*Claim // what contests it
	Remarks         []*Claim // answers that do not contest it, and travel with it all the same
}

// Claims returns everything that must be shown wherever the line is: what affirms it, what
// denies it and what remarks on it.
func (v Verdict) Claims() []*Claim { return slices.Concat(v.Affirming, v.Denials, v.Remarks) }

// Speakers returns the ids of who affirms the line, strongest claim first, each once.
func (v Verdict) Speakers() []string { return speakers(v.Affirming) }

// Deniers returns the ids of who denies or disputes the line, each once.
func (v Verdict) Deniers() []string { return speakers(v.Denials) }

func speakers(claims []*Claim) []string {
	var ids []string
	for _, c := range claims {
		if !slices.Contains(ids, c.Speaker) {
			ids = append(ids, c.Speaker)
		}
	}
	return ids
}

// Stand derives how a line stands that rests on the listed claims. Wrongdoing says whether
// the line accuses: it then stands no higher than alleged, save on a first-hand record.
//
//  1. Affirming are the claims that answer nothing, or confirm or repeat an affirming one.
//  2. The strongest counts. A repeat is no voice of its own: it stands as what it repeats.
//  3. A wrongdoing is capped, so that one wrongly typed word makes no accusation a fact.
//  4. A rumour's caveat stays beside anything up to alleged; hedges always stay.
//  5. What denies or disputes the allegation, in any of its tellings, contests it.
//  6. Other answers travel with it as remarks.
func (x *Index) Stand(claims []string, wrongdoing bool) Verdict {
	var v Verdict
	for _, c := range x.listed(claims) {
		if x.affirms(c) {
			v.Affirming = append(v.Affirming, c)
		} else {
			v.Remarks = append(v.Remarks, c)
		}
	}
	v.Strength = x.strongest(v.Affirming, wrongdoing)
	v.Standing = v.Strength
	for _, c := range v.Affirming {
		v.Unsubstantiated = v.Unsubstantiated || c.Standing == Rumoured && rank(v.Strength) <= rank(Alleged)
		for _, word := range c.Hedge {
			if !slices.Contains(v.Hedges, word) {
				v.Hedges = append(v.Hedges, word)
			}
		}
	}
	x.addAnswers(&v)
	if len(v.Denials) > 0 && v.Standing != "" {
		v.Standing = Contested
	}
	return v
}

// StandOf is Stand for a relation: its type says whether it is wrongdoing.
func (x *Index) StandOf(r *Relation) Verdict {
	t, known := x.RelationType(r.Type)
	return x.Stand(r.Claims, t.Wrongdoing || !known)
}

// FirstHand tells whether a claim is a record speaking for itself: typed so, published by
// its own speaker, not relayed, and in a kind of source that can be one. An article, an
// interview or a post is somebody's telling, whoever publishes it.
func (x *Index) FirstHand(c *Claim) bool {
	s := x.Source(c.Source)
	if c.Standing != Record || c.RelayedBy != "" || s == nil || s.Publisher == "" || s.Publisher != c.Speaker {
		return false
	}
	return s.Type != Article && s.Type != Interview && s.Type != Post
}

// listed returns the claims by id, each once, strongest first and then by id: the order in
// which a case file names them has no meaning.
func (x *Index) listed(ids []string) []*Claim {
	var claims []*Claim
	for _, id := range ids {
		if c := x.Claim(id); c != nil && !slices.Contains(claims, c) {
			claims = append(claims, c)
		}
	}
	slices.SortFunc(claims, func(a, b *Claim) int {
		return cmp.Or(cmp.Compare(rank(x.own(b)), rank(x.own(a))), cmp.Compare(a.ID, b.ID))
	})
	return claims
}

// affirms tells whether a claim says that something is so. A confirmed denial affirms nothing.
func (x *Index) affirms(c *Claim) bool {
	c = x.follow(c)
	return c != nil && c.Answers.Claim == ""
}

// follow goes from confirmations and repeats to the claim that they say again. It returns
// nil where they lead in a circle or nowhere, which check reports.
func (x *Index) follow(c *Claim) *Claim {
	seen := map[*Claim]bool{}
	for c != nil && c.seconds() {
		if seen[c] {
			return nil
		}
		seen[c] = true
		c = x.Claim(c.Answers.Claim)
	}
	return c
}

// seconds tells whether the claim says again what another says.
func (c *Claim) seconds() bool {
	return c.Answers.Claim != "" && (c.Answers.As == Confirms || c.Answers.As == Repeats)
}

// own is how strongly a claim stands by itself: a record told by others is stated.
func (x *Index) own(c *Claim) Standing {
	if c.Standing == Record && !x.FirstHand(c) {
		return Stated
	}
	return c.Standing
}

// strongest is the highest standing among the voices. A repeat counts as what it repeats
// and, where that is not itself among the claims, as no more than its weakest repeat.
func (x *Index) strongest(affirming []*Claim, wrongdoing bool) Standing {
	voices := map[*Claim]Standing{}
	for _, c := range affirming {
		if !c.repeats() {
			voices[c] = x.voice(c, wrongdoing)
		}
	}
	for _, c := range affirming {
		origin := x.origin(c)
		if origin == c || slices.Contains(affirming, origin) {
			continue
		}
		told := weaker(x.voice(origin, wrongdoing), x.voice(c, wrongdoing))
		if before, ok := voices[origin]; ok {
			told = weaker(before, told)
		}
		voices[origin] = weaker(told, capOfHearsay(wrongdoing))
	}
	var best Standing
	for _, s := range voices {
		if rank(s) > rank(best) {
			best = s
		}
	}
	return best
}

func (c *Claim) repeats() bool { return c.Answers.Claim != "" && c.Answers.As == Repeats }

// origin follows repeats to the claim that they repeat.
func (x *Index) origin(c *Claim) *Claim {
	seen := map[*Claim]bool{}
	for c.repeats() && !seen[c] && x.Claim(c.Answers.Claim) != nil {
		seen[c] = true
		c = x.Claim(c.Answers.Claim)
	}
	return c
}

// voice is how strongly a claim may make a line stand. An accusation is more than alleged
// only on a source that is a record, a judgment say, speaking for itself: two fields of the
// case file must agree on that, so that no single word makes an accusation a fact.
func (x *Index) voice(c *Claim, wrongdoing bool) Standing {
	own := x.own(c)
	if !wrongdoing || own == Record && x.Source(c.Source).Type == RecordSource {
		return own
	}
	return weaker(own, Alleged)
}

// capOfHearsay is the most that a record told only by others can make a line stand.
func capOfHearsay(wrongdoing bool) Standing {
	if wrongdoing {
		return Alleged
	}
	return Stated
}

// addAnswers finds what answers the allegation in any of its tellings: a denial of one
// outlet's repeat denies the report that it repeats. What answers an answer comes along.
func (x *Index) addAnswers(v *Verdict) {
	tellings := x.tellings(v.Affirming)
	seen := map[*Claim]bool{}
	var found []*Claim
	add := func(claims []*Claim) {
		for _, c := range claims {
			if !seen[c] && !tellings[c] {
				seen[c] = true
				found = append(found, c)
			}
		}
	}
	add(v.Remarks)
	for c := range tellings {
		add(x.AnswersTo(c.ID))
	}
	for i := 0; i < len(found); i++ {
		add(x.AnswersTo(found[i].ID))
	}
	slices.SortFunc(found, func(a, b *Claim) int { return cmp.Compare(a.ID, b.ID) })
	v.Remarks = nil
	for _, c := range found {
		if x.contests(c, tellings) {
			v.Denials = append(v.Denials, c)
		} else {
			v.Remarks = append(v.Remarks, c)
		}
	}
}

// tellings returns the claims and every claim of the case that says the same again, or that
// they say again.
func (x *Index) tellings(affirming []*Claim) map[*Claim]bool {
	told := map[*Claim]bool{}
	for queue := slices.Clone(affirming); len(queue) > 0; queue = queue[1:] {
		c := queue[0]
		if told[c] {
			continue
		}
		told[c] = true
		if c.seconds() {
			queue = append(queue, x.Claim(c.Answers.Claim))
		}
		for _, a := range x.AnswersTo(c.ID) {
			if a.seconds() {
				queue = append(queue, a)
			}
		}
	}
	return told
}

// contests tells whether a claim denies or disputes one of the tellings, or seconds a claim
// that does.
func (x *Index) contests(c *Claim, tellings map[*Claim]bool) bool {
	c = x.follow(c)
	return c != nil && (c.Answers.As == Denies || c.Answers.As == Disputes) && tellings[x.Claim(c.Answers.Claim)]
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
