package entities

import "slices"

// Reason is one of the seven rules that Stand tells, as it bears on a line.
type Reason struct {
	Rule     int      // 1 to 7
	Claims   []*Claim // that it turns on, in the order of the verdict
	Standing Standing // what the line stands as by the rules up to this one; empty where nothing affirms it
	Decides  bool     // by this rule the line stands as it does; of one line's reasons one does
}

// Because returns the rules that bear on a line that Stand or one of its kind gave the
// verdict of, in their order. Rules 1 and 2 bear on every line that a claim affirms.
//
//  1. Claims are those that affirm it.
//  2. Claims are the strongest of them, before rule 3 is asked.
//  3. Claims are those that it holds down to alleged or, where the line stands on record, the
//     first-hand records that it lets pass; none where all are weak enough anyway.
//  4. Claims are the rumours whose caveat stays. The hedges are the verdict's.
//  5. Claims are what contests the line.
//  6. Claims are what travels with it.
//  7. Claims are those of the acquittals that it ended in; none where it was overturned alone.
func (x *Index) Because(v Verdict) []Reason {
	strongest, _ := x.weigh(v.Affirming, false, v.ends)
	reasons := []Reason{{Rule: 1, Claims: v.Affirming}}
	if len(v.Affirming) > 0 {
		reasons = append(reasons, Reason{Rule: 2, Standing: strongest, Claims: choose(v.Affirming, func(c *Claim) bool {
			return x.CountsAs(c, v) == strongest
		})})
		if v.Accuses {
			reasons = append(reasons, Reason{Rule: 3, Standing: v.Strength, Claims: choose(v.Affirming, func(c *Claim) bool {
				strong := rank(x.CountsAs(c, v)) > rank(Alleged)
				return strong && x.provesWrongdoing(c, v.ends) == (v.Strength == Record)
			})})
		}
	}
	if v.Unsubstantiated || len(v.Hedges) > 0 {
		reasons = append(reasons, Reason{Rule: 4, Standing: v.Strength, Claims: choose(v.Affirming, func(c *Claim) bool {
			return v.Unsubstantiated && x.CountsAs(c, v) == Rumoured
		})})
	}
	if len(v.Denials) > 0 {
		reasons = append(reasons, Reason{Rule: 5, Standing: v.Standing, Claims: v.Denials})
	}
	if len(v.Remarks) > 0 {
		reasons = append(reasons, Reason{Rule: 6, Standing: v.Standing, Claims: v.Remarks})
	}
	if v.Act != nil && v.Act.Undone() {
		reasons = append(reasons, Reason{Rule: 7, Standing: v.Standing, Claims: choose(v.Remarks, func(c *Claim) bool {
			return slices.ContainsFunc(v.Act.Acquittals, func(r *Relation) bool { return slices.Contains(r.Claims, c.ID) })
		})})
	}
	deciding := 2
	switch {
	case v.Standing == Lapsed:
		deciding = 7
	case v.Standing == Contested:
		deciding = 5
	case len(v.Affirming) == 0:
		deciding = 1
	case v.Strength != strongest:
		deciding = 3
	}
	for i := range reasons {
		reasons[i].Decides = reasons[i].Rule == deciding
	}
	return reasons
}

// CountsAs is how strongly a claim of a line counts, were the line to accuse nobody: as it is
// typed, but a record that does not speak for itself as stated, and a repeat no higher than
// what it repeats.
func (x *Index) CountsAs(c *Claim, v Verdict) Standing { return x.counts(c, v.ends) }

func choose(claims []*Claim, chosen func(*Claim) bool) []*Claim {
	return slices.DeleteFunc(slices.Clone(claims), func(c *Claim) bool { return !chosen(c) })
}
