package wording

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/words"
)

// sentence tells what a line that stands so says, and then who answers it.
func (d *description) sentence(said words.Spans, v entities.Verdict, ids ...string) Sentence {
	if details := d.details(v); len(details) > 0 {
		said = d.Words.SaySpans(words.Bracketed, said, details)
	}
	said = d.reserved(said, v.Hedges)
	if len(d.doubt(v)) == 0 {
		said = d.Words.SeriesSpans(append([]words.Spans{said}, d.vouched(v)...))
	}
	switch caveat := d.joined(d.outcome(v), d.doubt(v)); {
	case len(caveat) == 0:
	case v.Standing == entities.Contested:
		said = d.Words.SaySpans(words.AtIssue, caveat, said)
	default:
		said = d.Words.SaySpans(words.Explained, caveat, said)
	}
	spans := d.finished(said)
	for _, more := range d.afterwards(v) {
		spans = spans.Add(words.Span{Text: " "}).Add(d.finished(more)...)
	}
	return Sentence{IDs: ids, Note: d.notes[ids[0]], Spans: spans}
}

// vouched says of a line that stands as a fact whether it is on record, and who says so.
func (t *Describer) vouched(v entities.Verdict) []words.Spans {
	by := t.Words.SaySpans(words.AccordingTo, t.names(v.Speakers()))
	if v.Strength == entities.Record {
		return []words.Spans{t.Words.Own(t.Words.Standing(v.Strength)), by}
	}
	return []words.Spans{by}
}

// afterwards is what must be said of a line beside how it stands: which of its voices only
// repeat others or are weaker than it, the same of its denials, what came of asking for a
// reply, and what else answers it.
func (t *Describer) afterwards(v entities.Verdict) []words.Spans {
	var said []words.Spans
	for _, c := range v.Affirming {
		counts := t.Index.CountsAs(c, v)
		if !slices.Contains(v.Speakers(), c.Speaker) || accuses(counts) && weakerThan(counts, v.Strength) {
			said = append(said, t.voice(c, v))
		}
	}
	for _, c := range v.Denials {
		if !slices.Contains(v.Deniers(), c.Speaker) || accuses(c.Standing) || len(c.Hedge) > 0 {
			said = append(said, t.voice(c, v))
		}
	}
	var replies []string
	for _, c := range slices.Concat(v.Affirming, v.Denials) {
		if reply := t.entry(c).Reply; reply != "" && !slices.Contains(replies, reply) {
			replies = append(replies, reply)
			said = append(said, t.Words.Own(reply))
		}
	}
	for _, c := range slices.Concat(v.Remarks, v.OfAmounts()) {
		said = append(said, t.voice(c, v))
		if reply := t.entry(c).Reply; reply != "" {
			said = append(said, t.Words.Own(reply))
		}
	}
	return said
}

// weakerThan tells whether a claim that accuses counts for less than the line it is on.
func weakerThan(counts, strength entities.Standing) bool {
	return slices.Index(standingOrder, counts) > slices.Index(standingOrder, strength)
}

// voice says who affirms or answers a line by one of its claims, in which words, and how weakly.
func (t *Describer) voice(c *entities.Claim, v entities.Verdict) words.Spans {
	e := t.entry(c)
	said := t.weak(t.Words.SaySpans(words.NumberOf, t.Words.Own(e.Lead), e.who), c, e.Lead)
	affirmed := slices.ContainsFunc(c.Answers.Also, func(id string) bool { return slices.Contains(v.Affirming, t.Index.Claim(id)) })
	if answered := t.Index.Claim(c.Answers.Claim); answered != nil && !affirmed && !slices.Contains(v.Affirming, answered) {
		said = t.Words.SaySpans(words.InAnswer, said, t.speaker(answered))
	}
	if c.Answers.Claim == "" && slices.ContainsFunc(v.Claims(), func(o *entities.Claim) bool { return o.Reply.Claim == c.ID }) {
		said = t.Words.SaySpans(words.OfReply, said)
	}
	return t.reserved(t.Words.SaySpans(words.Explained, said, e.quote), c.Hedge)
}

// weak says of what a claim says that it is alleged or unsubstantiated, where its lead does not.
func (t *Describer) weak(said words.Spans, c *entities.Claim, lead string) words.Spans {
	told := lead == t.Words.Say(words.AllegedLead) || lead == t.Words.Say(words.RumourLead)
	if !accuses(c.Standing) || told {
		return said
	}
	return t.Words.SaySpans(words.Bracketed, said, t.Words.Own(t.Words.Standing(c.Standing)))
}

// reserved says of what is said which words weaken it.
func (t *Describer) reserved(said words.Spans, hedges []string) words.Spans {
	if len(hedges) == 0 {
		return said
	}
	return t.Words.SaySpans(words.WithReserve, said, t.quotedAll(hedges))
}

// finished makes a sentence of what is said.
func (t *Describer) finished(said words.Spans) words.Spans {
	said = t.Words.SaySpans(words.Finished, said)
	if len(said) > 0 && said[0].Lang == t.Words.Lang {
		said = append(words.Spans{{Text: capital(said[0].Text), Lang: said[0].Lang}}, said[1:]...)
	}
	return t.marked(said)
}

// marked leaves languages to those parts of a text that are not in the describer's.
func (t *Describer) marked(s words.Spans) words.Spans {
	var marked words.Spans
	for _, span := range s {
		if span.Lang == t.Lang {
			span.Lang = ""
		}
		marked = marked.Add(span)
	}
	return marked
}

// capital begins a text with a capital letter, where its script has them. What has capitals of
// its own right after the first letter, such as a brand's name, stays as it is.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[size:])
	if size == 0 || unicode.IsUpper(second) {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
