package capture

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/graphgen/internal/jsontree"
)

// seams is the white space inside a list or an object: behind its opening bracket, behind
// each of its commas and before its closing bracket.
type seams struct{ open, comma, close string }

// style is how a file is written, as far as it shows.
type style struct {
	newline string // "" where the whole file is one line
	unit    string // one step of indentation
	colon   string // with the white space around it
	comma   string // white space behind a comma within a line

	// By the names of lists and objects inside the items of a case, and by bracket for all
	// of them: how many more of them are broken into lines than not.
	broken map[string]int
	padded map[string]int // the same for white space inside the brackets of those in one line
}

// widest is the longest list or object, in characters, that is written in one line where the
// file shows no habit.
const widest = 80

// defaultStyle is that of a new case file.
func defaultStyle() style {
	return style{newline: "\n", unit: "  ", colon: ": ", comma: " "}
}

// styleOf reads the style of a file off its tree.
func styleOf(tree *jsontree.Tree) style {
	s := style{colon: ":", broken: map[string]int{}, padded: map[string]int{}}
	tight, spaced := 0, 0 // commas within a line
	for at := range tree.All() {
		spaces := spacesOf(tree, at)
		for i, space := range spaces {
			if at := strings.IndexByte(space, '\n'); at >= 0 && s.newline == "" {
				s.newline = "\n"
				if at > 0 && space[at-1] == '\r' {
					s.newline = "\r\n"
				}
			}
			switch {
			case i == 0 || i == len(spaces)-1 || strings.Contains(space, "\n"):
			case space == "":
				tight++
			default:
				spaced++
			}
		}
	}
	if spaces := spacesOf(tree, root); spaces != nil && tree.Kind(root) == '{' {
		if colon := tree.Between(root+1, root+2); !strings.Contains(colon, "\n") {
			s.colon = colon
		} else {
			s.colon = ": "
		}
		s.unit = strings.TrimPrefix(indentation(spaces[0]), indentation(spaces[len(spaces)-1]))
		for _, list := range tree.Members(root) {
			s.learnNested(tree, list)
		}
	}
	if s.unit == "" {
		s.unit = "  "
	}
	if spaced > tight || spaced == tight && (s.newline != "" || s.colon != ":") {
		s.comma = " "
	}
	return s
}

// spacesOf returns the white space of a list or an object: before each item and before the
// closing bracket. It is nil for one without items and for any other value.
func spacesOf(tree *jsontree.Tree, composite int32) []string {
	var spaces []string
	add := func(offset int) { spaces = append(spaces, tree.SpaceBefore(offset)) }
	switch tree.Kind(composite) {
	case '{':
		for name := range tree.Members(composite) {
			add(tree.Start(name))
		}
	case '[':
		for item := range tree.Items(composite) {
			add(tree.Start(item))
		}
	}
	if spaces != nil {
		add(tree.End(composite) - 1)
	}
	return spaces
}

// learnNested notes how the lists and objects inside the items of a list of the case look.
func (s *style) learnNested(tree *jsontree.Tree, list int32) {
	if tree.Kind(list) != '[' {
		return
	}
	for object := range tree.Items(list) {
		if tree.Kind(object) != '{' {
			continue
		}
		for member, value := range tree.Members(object) {
			spaces := spacesOf(tree, value)
			if spaces == nil {
				continue
			}
			name, _ := tree.Unquote(member)
			for _, key := range []string{name, string(byte(tree.Kind(value)))} {
				switch {
				case strings.Contains(spaces[0], "\n"):
					s.broken[key]++
				case spaces[0] != "":
					s.broken[key]--
					s.padded[key]++
				default:
					s.broken[key]--
					s.padded[key]--
				}
			}
		}
	}
}

// indentation returns the white space behind the last line break, or nothing where there is none.
func indentation(space string) string {
	if at := strings.LastIndexByte(space, '\n'); at >= 0 {
		return space[at+1:]
	}
	return ""
}

// seamsOf returns the white space of a list or an object that has items; how it goes on
// behind a comma is guessed where there is but one.
func (s *style) seamsOf(tree *jsontree.Tree, composite int32) seams {
	spaces := spacesOf(tree, composite)
	return seams{open: spaces[0], comma: s.commaOf(tree, composite), close: spaces[len(spaces)-1]}
}

// commaOf returns what stands behind the last comma of a list or an object that has items.
// Of one that begins in a line and is wrapped where the line gets long it is what stands in a
// line: how far the next line would go is nobody's to guess.
func (s *style) commaOf(tree *jsontree.Tree, composite int32) string {
	spaces := spacesOf(tree, composite)
	n := len(spaces) - 1
	if !strings.Contains(spaces[0], "\n") {
		for _, space := range slices.Backward(spaces[1:n]) {
			if !strings.Contains(space, "\n") {
				return space
			}
		}
	}
	if n > 1 || strings.Contains(spaces[0], "\n") {
		return spaces[n-1]
	}
	return s.comma
}

// lines returns the seams of a list or an object with a line for each item; indent is the
// indentation of the line that it begins in.
func (s *style) lines(indent string) seams {
	inner := s.newline + indent + s.unit
	return seams{inner, inner, s.newline + indent}
}

// write writes a value. Indent is the indentation of the line that it begins in.
func (s *style) write(b *bytes.Buffer, v value, m seams, indent string) {
	if v.kind == 0 {
		b.WriteString(v.literal)
		return
	}
	if strings.Contains(m.comma, "\n") {
		indent = indentation(m.comma)
	}
	b.WriteByte(byte(v.kind))
	for i, it := range v.items {
		switch {
		case i > 0:
			b.WriteString("," + m.comma)
		default:
			b.WriteString(m.open)
		}
		if v.kind == '{' {
			b.WriteString(stringValue(it.name).literal + s.colon)
		}
		s.write(b, it.value, s.nested(it, indent), indent)
	}
	if len(v.items) > 0 {
		b.WriteString(m.close)
	}
	b.WriteByte(byte(v.kind) + 2) // "]" and "}" stand two behind "[" and "{"
}

// nested returns the seams of a list or an object inside an item of the case.
func (s *style) nested(it item, indent string) seams {
	key, bracket := it.name, string(byte(it.value.kind))
	votes, known := s.broken[key]
	if !known {
		key = bracket
		votes, known = s.broken[key]
	}
	inLine := seams{comma: s.comma}
	if s.padded[key] > 0 {
		inLine.open, inLine.close = " ", " "
	}
	if s.newline == "" || known && votes <= 0 || it.value.kind == 0 {
		return inLine
	}
	if !known {
		line := style{colon: s.colon, comma: s.comma}
		var b bytes.Buffer
		line.write(&b, it.value, inLine, "")
		if utf8.RuneCount(b.Bytes()) <= widest {
			return inLine
		}
	}
	return s.lines(indent)
}
