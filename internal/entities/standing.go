package entities

import (
	"cmp"
	"slices"
)

// Verdict is how a line stands, derived from its claims and from what answers them.
type Verdict struct {
	Standing        Standing // record, stated, alleged, rumoured, contested or lapsed; empty only where nothing affirms the line
	Strength        Standing // what Standing would be were nothing denied and no act undone
	Accuses         bool     // it was taken to accuse, so that rule 3 of Stand bears on it
	Unsubstantiated bool     // a rumour is among the voices that affirm it, and none is stronger than an allegation
	Hedges          []string // the words that weaken what affirms it, each once
	Affirming       []*Claim // strongest first
	Denials         []*Claim // what contests it
	Remarks         []*Claim // answers that do not contest it, and travel with it all the same

	// Amounts are how much the line is about, in the order of the case file.
	Amounts []*Statement

	// Act is what is known of an official act beside its ends; nil for other lines.
	Act *Proceeding

	ends []string // of the line: whose record is a claim on it
}

// Standings returns how a line may stand, the firmest first, the contested and the lapsed after those. The
// last is empty: nothing affirms the line.
func Standings() []Standing { return append(slices.Clone(standings), Contested, Lapsed, "") }

// Claims returns everything that must be shown wherever the line is: what affirms it, what
// denies it and what remarks on it, and the same of its amounts.
func (v Verdict) Claims() []*Claim { return v.Whole(Verdict.own) }

func (v Verdict) own() []*Claim { return slices.Concat(v.Affirming, v.Denials, v.Remarks) }

// OfAmounts returns those claims of the line's amounts that are not its own.
func (v Verdict) OfAmounts() []*Claim { return v.Claims()[len(v.own()):] }

// Answers returns what denies the line or one of its amounts, or remarks on it.
func (v Verdict) Answers() []*Claim {
	return v.Whole(func(v Verdict) []*Claim { return slices.Concat(v.Denials, v.Remarks) })
}

// Whole returns the claims that are chosen of the line and of each of its amounts, each once.
func (v Verdict) Whole(chosen func(Verdict) []*Claim) []*Claim {
	claims := slices.Clone(chosen(v))
	for _, a := range v.Amounts {
		for _, c := range chosen(a.Verdict) {
			if !slices.Contains(claims, c) {
				claims = append(claims, c)
			}
		}
	}
	return claims
}

// Speakers returns the ids of who affirms the line, strongest claim first, each once. Who
// only repeats another of its claims is left out: three outlets citing one report are one.
func (v Verdict) Speakers() []string { return speakers(v.Affirming) }

// Deniers returns the ids of who denies or disputes the line, each once, without who only
// repeats another denial of it.
func (v Verdict) Deniers() []string { return speakers(v.Denials) }

// Answerers returns the ids of who denies the line and of who disputes it without denying it, each
// once: the verb that is printed of each is the one that was claimed. Who confirms or repeats an
// answer does what that answer does.
func (x *Index) Answerers(v Verdict) (deny, dispute []string) {
	denies := map[string]bool{}
	for _, c := range v.Denials {
		denies[c.Speaker] = denies[c.Speaker] || x.AnswersAs(c) != Disputes
	}
	for _, id := range v.Deniers() {
		if denies[id] {
			deny = append(deny, id)
		} else {
			dispute = append(dispute, id)
		}
	}
	return deny, dispute
}

// AnswersAs is how a claim answers what it is about: where it confirms or repeats an answer, as
// that answer does.
func (x *Index) AnswersAs(c *Claim) AnswerKind {
	if root := x.tellings[c].root; root != nil {
		c = root
	}
	return c.Answers.As
}

func speakers(claims []*Claim) []string {
	present := map[string]bool{}
	for _, c := range claims {
		present[c.ID] = true
	}
	var ids []string
	named := map[string]bool{"": true}
	for _, c := range claims {
		if !named[c.Speaker] && !(c.repeats() && present[c.Answers.Claim]) {
			named[c.Speaker] = true
			ids = append(ids, c.Speaker)
		}
	}
	return ids
}

// Stand derives how a line stands that rests on the listed claims. Wrongdoing says whether
// the line accuses: it then stands no higher than alleged, save on a first-hand record. Ends are
// the entities that the line is about.
//
//  1. Affirming are the claims that answer nothing, or confirm or repeat an affirming one.
//  2. The strongest counts. A record counts as one where a public body that is no party to the
//     line speaks in its own; else it is stated. A repeat is no voice of its own: it stands no higher than what
//     it repeats, and beside that it changes nothing.
//  3. What one end of an accusation confirms is no surer for that. A wrongdoing is capped, so that one wrongly typed word makes no accusation a fact. What rests on the
//     same words of a source as a weaker claim is no stronger than that.
//  4. A rumour's caveat stays beside anything up to alleged; hedges always stay.
//  5. What denies or disputes the allegation, in any of its tellings, contests it.
//  6. Other answers travel with it as remarks.
//
// Of a relation that is an official act StandRelation also knows:
//
//  7. One that was overturned, or ended in an acquittal, has lapsed, unless it is contested. The
//     claims of every acquittal of the same subject that is not surely earlier travel with it.
func (x *Index) Stand(claims []string, wrongdoing bool, ends ...string) Verdict {
	return x.stands(claims, nil, wrongdoing, ends)
}

// stands is Stand with the ids of claims that travel with the line as answers do.
func (x *Index) stands(claims, with []string, wrongdoing bool, ends []string) Verdict {
	if !wrongdoing { // a state can have its own country's figures on record, and no charge against another
		ends = slices.DeleteFunc(slices.Clone(ends), func(id string) bool {
			e := x.Entity(id)
			return e != nil && e.Type == Country
		})
	}
	v := Verdict{Accuses: wrongdoing, ends: ends}
	var others []*Claim
	for _, c := range x.listed(claims, ends) {
		if x.affirms(c) {
			v.Affirming = append(v.Affirming, c)
		} else {
			others = append(others, c)
		}
	}
	for _, id := range with {
		if c := x.Claim(id); c != nil && !slices.Contains(v.Affirming, c) {
			others = append(others, c)
		}
	}
	v.Strength, v.Unsubstantiated = x.weigh(v.Affirming, wrongdoing, ends)
	v.Hedges = x.hedges(v.Affirming)
	v.Denials, v.Remarks = x.answering(v.Affirming, others)
	v.Standing = v.Strength
	if len(v.Denials) > 0 {
		v.Standing = Contested
	}
	return v
}

func (x *Index) isAccusing(c *Claim) bool {
	return c.Standing == Alleged || c.Standing == Rumoured || x.accusing[c.ID]
}

// listed returns the claims by id, each once, in an order that owes nothing to the case
// file's: strongest first, what repeats after what speaks for itself, then by id.
func (x *Index) listed(ids, ends []string) []*Claim {
	var claims []*Claim
	seen := map[*Claim]bool{}
	for _, id := range ids {
		if c := x.Claim(id); c != nil && !seen[c] {
			seen[c] = true
			claims = append(claims, c)
		}
	}
	sortByID(claims)
	order := func(c *Claim) int {
		if c.repeats() {
			return -2*rank(x.counts(c, ends)) + 1
		}
		return -2 * rank(x.counts(c, ends))
	}
	slices.SortStableFunc(claims, func(a, b *Claim) int { return cmp.Compare(order(a), order(b)) })
	return claims
}

// affirms tells whether a claim says that something is so. A confirmed denial affirms
// nothing, and neither does an answer to nobody knows what.
func (x *Index) affirms(c *Claim) bool {
	root := x.tellings[c].root
	return root != nil && root.Answers.None()
}

// weigh returns the strongest of the voices, and whether a rumour's caveat stays beside it.
// Tellings of one voice count as one, the strongest of them.
func (x *Index) weigh(affirming []*Claim, wrongdoing bool, ends []string) (strongest Standing, rumour bool) {
	voices := map[*Claim]Standing{}
	for _, c := range affirming {
		t := x.tellings[c]
		standing := x.counts(c, ends)
		if wrongdoing {
			if !x.provesWrongdoing(c, ends) {
				standing = weaker(standing, Alleged)
			}
			if said := x.secondedBy(c); said != nil && (slices.Contains(ends, c.Speaker) || x.SpeaksFor(c.Speaker, ends)) {
				standing = weaker(standing, x.counts(said, ends))
			}
		}
		voices[t.voice] = stronger(voices[t.voice], standing)
	}
	for _, standing := range voices {
		strongest = stronger(strongest, standing)
		rumour = rumour || standing == Rumoured
	}
	return strongest, rumour && rank(strongest) <= rank(Alleged)
}

// provesWrongdoing tells whether a claim may make an accusation more than alleged: only in a
// source that is a record, a judgment say, speaking for itself. Two fields of the case file
// must agree on that, so that no single word makes an accusation a fact.
func (x *Index) provesWrongdoing(c *Claim, ends []string) bool {
	return x.FirstHand(c) && x.counts(c, ends) == Record && x.Source(c.Source).Type == RecordSource
}

// counts is how strongly a claim counts on a line with these ends that accuses nobody.
func (x *Index) counts(c *Claim, ends []string) Standing {
	standing := x.tellings[c].standing
	if standing == Record && x.Party(c.Speaker, ends) {
		standing = Stated
	}
	if p := x.passages[c]; p != nil {
		standing = weaker(standing, p.weakest)
	}
	return standing
}

// hedges collects the words that weaken the claims and, since leaving out what is repeated
// must not strengthen the repeat, whatever they repeat.
func (x *Index) hedges(affirming []*Claim) []string {
	var words []string
	seen := map[string]bool{"": true}
	met := map[*Claim]bool{nil: true}
	for _, c := range affirming {
		for !met[c] {
			met[c] = true
			for _, word := range c.Hedge {
				if !seen[word] {
					seen[word] = true
					words = append(words, word)
				}
			}
			if !c.repeats() {
				break
			}
			c = x.secondedBy(c)
		}
	}
	return words
}

// answering finds what answers the allegation in any of its tellings: a denial of one
// outlet's repeat denies the report that it repeats. What answers an answer comes along, and
// so do the line's other claims and what the one accused replied.
func (x *Index) answering(affirming, others []*Claim) (denials, remarks []*Claim) {
	affirmed := map[*Claim]bool{} // roots: whatever leads to one is a telling of the allegation
	seen := map[*Claim]bool{nil: true}
	var found []*Claim
	add := func(claims ...*Claim) {
		for _, c := range claims {
			if !seen[c] {
				seen[c] = true
				found = append(found, c)
			}
		}
	}
	for _, c := range affirming {
		affirmed[x.tellings[c].root] = true
		add(x.tellings[c].root)
		for _, root := range x.AnsweredWith(c) {
			affirmed[root] = true
			add(root)
		}
	}
	add(others...)
	for i := 0; i < len(found); i++ {
		add(x.AnswersTo(found[i].ID)...)
		add(x.Claim(found[i].Reply.Claim))
	}
	sortByID(found)
	for _, c := range found {
		switch {
		case affirmed[x.tellings[c].root]:
		case x.contests(c, affirmed):
			denials = append(denials, c)
		default:
			remarks = append(remarks, c)
		}
	}
	return denials, remarks
}

// contests tells whether a claim denies or disputes a telling of what is affirmed, or
// seconds a claim that does.
func (x *Index) contests(c *Claim, affirmed map[*Claim]bool) bool {
	c = x.tellings[c].root
	return c != nil && (c.Answers.As == Denies || c.Answers.As == Disputes) &&
		slices.ContainsFunc(c.Answers.Claims(), func(id string) bool { return affirmed[x.tellings[x.Claim(id)].root] })
}
