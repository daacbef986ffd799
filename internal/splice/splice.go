// Package splice puts texts between markers in a document, such as a figure in an article:
//
//	<!-- graphgen flows -->
//	<!-- /graphgen flows -->
//
// It finds the markers as a parser of HTML or of Markdown finds comments, and leaves every byte
// outside of them as it is. It must never know files, nor what the texts hold.
//
// Document.Put is a pure function. It refuses a text after which it would not find its own markers
// again.
package splice

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
)

// Syntax is how a document is written, and so what in it is a comment.
type Syntax int

const (
	// HTML has a marker wherever it has a comment, save in <pre>.
	HTML Syntax = iota
	// Markdown is CommonMark. It has a marker where a comment begins a line, or stands in a
	// block of HTML, outside of lists and quotations.
	Markdown
)

// Document is a text with places in it for other texts. It is never changed.
type Document struct {
	data   []byte
	syntax Syntax
	spots  []spot // in their order
}

// spot is where a text belongs, behind its opening marker. Where there is no closing one, an
// empty span stands for it.
type spot struct {
	name          string
	open, closing span
}

// span is a part of a document, in bytes.
type span struct{ start, end int }

// Markers returns the lines that make a place in a document for the text of a name.
func Markers(name string) (opening, closing string) {
	return "<!-- graphgen " + name + " -->", "<!-- /graphgen " + name + " -->"
}

// Parse finds the markers of a document; a closing one may be missing. Where they do not go
// together the error is an *Error. Front matter, as of Hugo and Jekyll, has no markers.
func Parse(data []byte, syntax Syntax) (*Document, error) {
	d := &Document{data: data, syntax: syntax}
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return nil, d.errorAt(0, "this is UTF-16; save it as UTF-8")
	}
	if at := tooDeep(data); syntax == Markdown && at >= 0 {
		return nil, d.errorAt(at, "quotations are nested deeper than %d levels", deepestQuotation)
	}
	if err := d.pair(find(data, syntax)); err != nil {
		return nil, err
	}
	return d, nil
}

// deepestQuotation bounds what Markdown nests: each line is read once for each level.
const deepestQuotation = 100

// tooDeep returns where a line begins that is quoted deeper, or -1.
func tooDeep(data []byte) int {
	at := 0
	for line := range bytes.Lines(data) {
		marks := 0
		for _, c := range line {
			if c == '>' {
				marks++
			} else if c != ' ' && c != '\t' {
				break
			}
		}
		if marks > deepestQuotation {
			return at
		}
		at += len(line)
	}
	return -1
}

// pair makes places of markers.
func (d *Document) pair(markers []marker) error {
	at := map[string]int{} // the index of a name's place
	for _, m := range markers {
		i, known := at[m.name]
		switch {
		case m.closes && (!known || d.spots[i].closed()):
			return d.errorAt(m.start, "this closes %q, which is not open", m.name)
		case m.closes:
			d.spots[i].closing = m.span
		case known:
			return d.errorAt(m.start, "there is a place for %q already, in line %d; on one page their ids would clash", m.name, d.line(d.spots[i].open.start))
		default:
			at[m.name] = len(d.spots)
			d.spots = append(d.spots, spot{m.name, m.span, span{m.end, m.end}})
		}
	}
	for i, m := range markers {
		if s := d.spots[at[m.name]]; !m.closes && s.closed() && markers[i+1].span != s.closing {
			return d.errorAt(markers[i+1].start, "this is between the markers of %q, in lines %d and %d; put it before or behind both",
				m.name, d.line(m.start), d.line(s.closing.start))
		}
	}
	return nil
}

func (s spot) closed() bool { return s.closing.start < s.closing.end }

// Names returns what the document has places for, in their order.
func (d *Document) Names() []string {
	var names []string
	for _, s := range d.spots {
		names = append(names, s.name)
	}
	return names
}

// Put returns the document with each text in the place of its name, as lines that end as the
// document's do, and with the closing markers that were missing there. Other places keep what
// they hold. Texts are UTF-8; in a document of another encoding, what is not ASCII goes in as
// character references. To put the same texts again changes nothing.
func (d *Document) Put(texts map[string][]byte) ([]byte, error) {
	var b bytes.Buffer
	var spots []spot
	from, put, ending := 0, 0, d.lineEnding()
	for _, s := range d.spots {
		b.Write(d.data[from:s.open.end])
		placed := spot{name: s.name, open: span{b.Len() - (s.open.end - s.open.start), b.Len()}}
		marker := string(d.data[s.closing.start:s.closing.end])
		if text, given := texts[s.name]; given {
			put++
			b.Write(d.lines(text, ending))
			b.Write(d.indentation(s.open.start))
			if !s.closed() {
				_, marker = Markers(s.name)
			}
		} else {
			b.Write(d.data[s.open.end:s.closing.start])
		}
		placed.closing.start = b.Len()
		b.WriteString(marker)
		placed.closing.end = b.Len()
		spots = append(spots, placed)
		from = s.closing.end
	}
	b.Write(d.data[from:])
	if put < len(texts) {
		return nil, errors.New("the document has no place for a text")
	}
	// Whatever a text holds, it must not lose the way back to where it stands.
	if again, err := Parse(b.Bytes(), d.syntax); err != nil || !slices.Equal(again.spots, spots) {
		return nil, errors.New("the text that is to stand between the markers would hide a marker, or has one of its own")
	}
	return b.Bytes(), nil
}

// ErrorAt says what is wrong with the place of a name that the document has one for.
func (d *Document) ErrorAt(name, message string) *Error {
	i := slices.IndexFunc(d.spots, func(s spot) bool { return s.name == name })
	return d.errorAt(d.spots[i].open.start, "%s", message)
}

// Error is what is wrong with a document's markers. Line and Column count from 1; Column counts
// Unicode code points.
type Error struct {
	Line, Column int
	Message      string
}

func (e *Error) Error() string { return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Message) }
