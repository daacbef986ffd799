package report

import (
	"cmp"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
)

// accusations are the lines that accuse one sort, or that are doubted or answered.
type accusations struct {
	Title  string
	Accuse bool
	Rows   []sameClaims
}

// sameClaims are lines that rest on the same claims and stand alike.
type sameClaims struct {
	*Line // the first of them
	Lines []*Line
}

// accusations parts the lines that accuse by whom they accuse, and gathers the others that
// are doubted, or that someone answers.
func (r *Report) accusations() []accusations {
	sorts := []accusations{
		{Title: "Accusations drawn as facts, on a record: read each", Accuse: true},
		{Title: "Accusations of named persons", Accuse: true},
		{Title: "Accusations of ministries, organizations, countries and other bodies", Accuse: true},
		{Title: "Accusations of groups that no source names, in flows and in figures", Accuse: true},
		{Title: "No accusation by its type, and disputed, answered, alleged or unsubstantiated"},
	}
	lines := make([][]*Line, len(sorts))
	for i := range r.Lines {
		l := &r.Lines[i]
		if sort := sortOf(l); sort >= 0 {
			lines[sort] = append(lines[sort], l)
		}
	}
	var given []accusations
	for i, sort := range sorts {
		if len(lines[i]) > 0 {
			slices.SortStableFunc(lines[i], func(a, b *Line) int { return cmp.Compare(a.Draws, b.Draws) })
			sort.Rows = gather(lines[i])
			given = append(given, sort)
		}
	}
	return given
}

// sortOf tells where accusations has a line: -1 for nowhere.
func sortOf(l *Line) int {
	switch {
	case !l.Accuses && l.sure() && len(l.Answers()) == 0:
		return -1
	case !l.Accuses:
		return 4
	case l.Strength == string(entities.Record):
		return 0
	case slices.ContainsFunc(l.Accused, func(n Named) bool { return n.Type == string(entities.Person) }):
		return 1
	case slices.ContainsFunc(l.Accused, isBody):
		return 2
	}
	return 3
}

// gather puts lines together that rest on the same claims, where the first of them stands.
func gather(lines []*Line) []sameClaims {
	var rows []sameClaims
	at := map[string]int{}
	for _, l := range lines {
		key := l.Standing + " " + l.Strength
		for _, c := range l.Claims {
			key += " " + c.ID
		}
		i, known := at[key]
		if !known {
			i = len(rows)
			at[key] = i
			rows = append(rows, sameClaims{Line: l})
		}
		rows[i].Lines = append(rows[i].Lines, l)
	}
	return rows
}

// voice is what one says in some claims that do the same.
type voice struct {
	Claim
	Quotes []string
}

// voices puts the quotes of each voice together, in the order of the claims.
func voices(claims []Claim) []voice {
	var all []voice
	for _, c := range claims {
		i := slices.IndexFunc(all, func(v voice) bool {
			return v.Lead == c.Lead && v.Speaker == c.Speaker && v.RelayedBy == c.RelayedBy
		})
		if i < 0 {
			i = len(all)
			all = append(all, voice{Claim: c})
		}
		quote := strings.Join(strings.Fields(c.Quote), " ")
		if !slices.Contains(all[i].Quotes, quote) {
			all[i].Quotes = append(all[i].Quotes, quote)
		}
	}
	return all
}
