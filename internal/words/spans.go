package words

import "strings"

// Span is a part of a text, in one language.
type Span struct {
	Text string
	Lang string // BCP 47
}

// Spans is a text whose parts may be in several languages.
type Spans []Span

// String is the whole text.
func (s Spans) String() string {
	var b strings.Builder
	for _, span := range s {
		b.WriteString(span.Text)
	}
	return b.String()
}

// In is a text in one language (BCP 47).
func In(lang, text string) Spans {
	if text == "" {
		return nil
	}
	return Spans{{text, lang}}
}

// Own is a text in the catalog's own language, or that is in none, such as a number.
func (c *Catalog) Own(text string) Spans { return In(c.Lang, text) }

// SaySpans is Say where what is put in may be in other languages than the catalog: the text
// is the same, and each part of it keeps the language that it is in.
func (c *Catalog) SaySpans(p Phrase, parts ...Spans) Spans {
	var said Spans
	for _, piece := range pieces(c.Pattern(p)) {
		if piece.part < 0 {
			said = said.Add(Span{piece.text, c.Lang})
		} else {
			said = said.Add(c.apartSpans(parts[piece.part])...)
		}
	}
	return said
}

// ListSpans is List for texts in several languages.
func (c *Catalog) ListSpans(names []Spans) Spans {
	var list Spans
	for i, name := range names {
		switch {
		case i > 0 && i == len(names)-1:
			list = list.Add(Span{c.and, c.Lang})
		case i > 0:
			list = list.Add(Span{c.comma, c.Lang})
		}
		list = list.Add(c.apartSpans(name)...)
	}
	return list
}

// SeriesSpans is Series for texts in several languages.
func (c *Catalog) SeriesSpans(texts []Spans) Spans {
	var list Spans
	for i, text := range texts {
		if i > 0 {
			list = list.Add(Span{c.comma, c.Lang})
		}
		list = list.Add(c.apartSpans(text)...)
	}
	return list
}

// Add appends spans, each to the last one where both are in one language.
func (s Spans) Add(more ...Span) Spans {
	s = s[:len(s):len(s)] // so that no other text that begins alike is written over
	for _, span := range more {
		last := len(s) - 1
		switch {
		case span.Text == "":
		case last >= 0 && s[last].Lang == span.Lang:
			s = append(s[:last:last], Span{s[last].Text + span.Text, span.Lang})
		default:
			s = append(s, span)
		}
	}
	return s
}

// apartSpans is apart for a text in several languages.
func (c *Catalog) apartSpans(text Spans) Spans {
	whole := text.String()
	before, after, _ := strings.Cut(c.apart(whole), whole)
	if before == "" || len(text) == 0 {
		return text
	}
	first, last := text[0].Lang, text[len(text)-1].Lang
	return Spans{{before, first}}.Add(text...).Add(Span{after, last})
}

// piece is a part of a pattern: a text, or the number of what is put in from 0.
type piece struct {
	text string
	part int // -1 for a text
}

// pieces takes a pattern of a catalog apart at each %s and %[1]s.
func pieces(pattern string) []piece {
	var list []piece
	for next := 0; ; {
		text, rest, found := strings.Cut(pattern, "%")
		list = append(list, piece{text, -1})
		if !found {
			return list
		}
		if strings.HasPrefix(rest, "[") {
			next = int(rest[1] - '1')
			rest = rest[3:]
		}
		list = append(list, piece{"", next})
		next++
		pattern = rest[1:]
	}
}
