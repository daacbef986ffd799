package entities

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"example.org/graphgen/internal/jsontree"
	"example.org/graphgen/internal/problem"
)

// MaxBytes is the size of the largest case file that is read: far above any case, and below
// what positions can count.
const MaxBytes = 256 << 20

const (
	maxProblems = 1000 // a file of another kind would give one for each of its values
)

// File is a case file that has been read, with the place of each of its values. One
// goroutine at a time may ask for places.
type File struct {
	Name string // as it stands in problems
	Case *Case  // never nil; where the file has problems it holds what could be read

	text    string
	outline jsontree.Outline
	lines   problem.Lines
}

// Text is what the file holds, byte for byte.
func (f *File) Text() string { return f.text }

// Load reads a case file. It reports everything that is wrong with the file's shape, in the
// order of the file, and goes on as far as it can; all of that is of severity Error. What
// the case means (ids that lead nowhere, claims without a quote, bad dates) is not its
// concern. The file is never nil, and only a case without problems may be drawn.
func Load(name string, data []byte) (*File, problem.List) {
	f := &File{Name: name, Case: &Case{}}
	c := &collector{file: f}
	if len(data) > MaxBytes {
		c.report(Syntax, 0, fmt.Sprintf("the file is %d MB; %d MB at most", len(data)>>20, MaxBytes>>20), "split the case")
		return f, c.list()
	}
	f.text = string(data)
	f.lines = problem.NewLines(f.text)
	if !c.checkEncoding() {
		return f, c.list()
	}
	if doc, ok := c.parse(); ok {
		decode(c, &doc, f.Case)
	}
	return f, c.list()
}

// checkEncoding tells whether the bytes are UTF-8 text. A byte order mark is no problem.
func (c *collector) checkEncoding() bool {
	text := c.file.text
	head := text[:min(len(text), 64)]
	switch {
	case strings.HasPrefix(head, "\xff\xfe"), strings.HasPrefix(head, "\xfe\xff"), strings.Count(head, "\x00")*3 > len(head):
		c.report(Encoding, 0, "the file is UTF-16 or UTF-32 text, not UTF-8", "save it again with the encoding UTF-8")
		return false
	case utf8.ValidString(text):
		return true
	}
	at := 0
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	c.report(Encoding, at, fmt.Sprintf("the byte 0x%02x is not UTF-8", text[at]), "save the file again with the encoding UTF-8")
	return false
}

// parse reads the JSON into a tree, and outlines that for the places of what is found
// later.
func (c *collector) parse() (tree jsontree.Tree, ok bool) {
	f := c.file
	body := strings.TrimPrefix(f.text, byteOrderMark)
	if strings.Trim(body, jsontree.Space) == "" {
		c.report(Syntax, 0, "the file is empty; want a JSON object", `begin with {"version": 1}`)
		return tree, false
	}
	tree, err := jsontree.Parse(f.text, len(f.text)-len(body))
	f.outline = jsontree.OutlineOf(&tree)
	if err != nil {
		c.report(Syntax, err.Offset, err.Message, err.Hint)
		return tree, false
	}
	return tree, true
}

const byteOrderMark = "\ufeff"

// collector gathers the problems of one file, up to maxProblems.
type collector struct {
	file  *File
	found problem.List
	more  int
}

// full tells whether further problems are only counted. What it takes to word one is then spared.
func (c *collector) full() bool { return len(c.found) == maxProblems }

// report adds a problem at an offset of the file.
func (c *collector) report(rule string, offset int, message, hint string) {
	if c.full() {
		c.more++
		return
	}
	c.found = append(c.found, c.file.problemAt(rule, problem.Error, c.file.placeAt(offset), message, hint))
}

// list returns the problems in the order of the file, and says how many were left out.
func (c *collector) list() problem.List {
	if c.more > 0 {
		end := c.file.placeAt(len(c.file.text))
		message := fmt.Sprintf("and %d more problems", c.more)
		c.found = append(c.found, c.file.problemAt(TooMany, problem.Error, end, message, "mend those above and check again"))
		c.more = 0
	}
	c.found.Sort()
	return c.found
}

// Problem returns a problem with the value that a JSON pointer names: see Place.
func (f *File) Problem(slug string, severity problem.Severity, pointer, message, hint string) problem.Problem {
	return f.problemAt(slug, severity, f.Place(pointer), message, hint)
}

func (f *File) problemAt(slug string, severity problem.Severity, at problem.Place, message, hint string) problem.Problem {
	return problem.Problem{Slug: slug, Severity: severity, Place: at, Message: message, Hint: hint, Text: f.lines.Around(at)}
}

// Place returns where the value stands that a JSON pointer (RFC 6901) names: "" is the whole
// case, "/claims/3/quote" the quote of the fourth claim. Where there is no such value, it
// is the place of the nearest one around it.
func (f *File) Place(pointer string) problem.Place {
	_, value := f.outline.Find(pointer)
	return f.placeAt(value)
}

// PlaceOfName is Place for the name of an object's member instead of its value. It is the
// same as Place for an item of a list and where there is no such member.
func (f *File) PlaceOfName(pointer string) problem.Place {
	name, _ := f.outline.Find(pointer)
	return f.placeAt(name)
}

func (f *File) placeAt(offset int) problem.Place { return f.lines.Place(f.Name, offset) }
