package ftm

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"example.org/graphgen/internal/formats"
)

// entityLine is a line as others write it: beside lists of strings there are other values.
type entityLine struct {
	ID, Schema string
	Properties map[string][]string
	more       map[string]int // values that are not held, by property
	odd        int            // keys that say again what they have said, and something else
}

// mostValues is how many values of a property are held: far above any entity, and few enough to
// be compared with one another. Documents have their whole text in such lists.
const mostValues = 5000

// readLine reads a line value by value, so that no list of it is held beside what it says. A
// key that is there twice adds its values; of an id or a schema the first holds.
func readLine(text []byte) (*entityLine, error) {
	line := &entityLine{Properties: map[string][]string{}, more: map[string]int{}}
	dec := jsontext.NewDecoder(bytes.NewBuffer(text), jsontext.AllowDuplicateNames(true))
	err := eachMember(dec, func(name string) error {
		switch name {
		case "id":
			return line.word(dec, &line.ID)
		case "schema":
			return line.word(dec, &line.Schema)
		case "properties":
			return eachMember(dec, func(property string) error { return line.values(dec, property) })
		}
		return dec.SkipValue()
	})
	if err != nil {
		return nil, err
	}
	if _, err := dec.ReadToken(); !errors.Is(err, io.EOF) {
		return nil, cmp.Or(err, errBehind)
	}
	return line, nil
}

var errBehind = errors.New("there is more behind the object")

// misplaced is a value of a kind that does not belong where it is.
type misplaced struct {
	kind jsontext.Kind
	at   jsontext.Pointer
	from int64
}

func (m *misplaced) Error() string {
	return fmt.Sprintf("%s: a JSON %s does not belong here", cmp.Or(string(m.at), "the line"), wordOf(m.kind))
}

// eachMember reads an object, and has each value read.
func eachMember(dec *jsontext.Decoder, read func(name string) error) error {
	kind, from, at := dec.PeekKind(), dec.InputOffset(), dec.StackPointer()
	token, err := dec.ReadToken()
	switch {
	case err != nil:
		return err
	case kind == 'n':
		return nil
	case token.Kind() != '{':
		return &misplaced{kind, at, from}
	}
	for dec.PeekKind() != '}' {
		name, err := dec.ReadToken()
		if err != nil {
			return err
		}
		if err := read(name.String()); err != nil {
			return err
		}
	}
	_, err = dec.ReadToken()
	return err
}

func (l *entityLine) word(dec *jsontext.Decoder, into *string) error {
	value, err := dec.ReadValue()
	if err != nil {
		return err
	}
	if value.Kind() != '"' {
		return &misplaced{value.Kind(), dec.StackPointer(), dec.InputOffset() - int64(len(value))}
	}
	var said string
	if err := json.Unmarshal(value, &said); err != nil {
		return err
	}
	if *into != "" && *into != said {
		l.odd++
		return nil
	}
	*into = said
	return nil
}

// values reads the values of a property that are texts, or ids of what is nested in it.
func (l *entityLine) values(dec *jsontext.Decoder, property string) error {
	if dec.PeekKind() != '[' {
		return l.value(dec, property)
	}
	if _, err := dec.ReadToken(); err != nil {
		return err
	}
	for n := 0; dec.PeekKind() != ']'; n++ {
		if n >= mostValues { // whether they say anything or not
			l.more[property]++
			if err := dec.SkipValue(); err != nil {
				return err
			}
			continue
		}
		if err := l.value(dec, property); err != nil {
			return err
		}
	}
	_, err := dec.ReadToken()
	return err
}

func (l *entityLine) value(dec *jsontext.Decoder, property string) error {
	if len(l.Properties[property]) >= mostValues {
		l.more[property]++
		return dec.SkipValue()
	}
	text := ""
	switch dec.PeekKind() {
	case '[':
		return dec.SkipValue()
	case '{':
		if err := eachMember(dec, func(name string) error {
			if name != "id" || dec.PeekKind() != '"' {
				return dec.SkipValue()
			}
			id, err := dec.ReadToken()
			text = id.String()
			return err
		}); err != nil {
			return err
		}
	default:
		token, err := dec.ReadToken()
		if err != nil {
			return err
		}
		if token.Kind() != 'n' {
			text = token.String()
		}
	}
	if text != "" {
		l.Properties[property] = append(l.Properties[property], text)
	}
	return nil
}

// explain says where a line is no JSON, or none that was expected.
func (r *reader) explain(text []byte, err error) error {
	offset, message := int64(0), err.Error()
	var syntactic *jsontext.SyntacticError
	var wrong *misplaced
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		offset, message = int64(len(bytes.TrimRight(text, "\r\n"))), "the line ends too early"
	case r.line == 1 && (bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff"))):
		return formats.Refuse(r.at(1), "the file is in UTF-16", "save it in UTF-8, as JSON is")
	case errors.As(err, &syntactic):
		offset, message = syntactic.ByteOffset, "not JSON: "+syntactic.Err.Error()
	case errors.As(err, &wrong):
		offset = wrong.from
		offset += int64(len(text[offset:]) - len(bytes.TrimLeft(text[offset:], " \t:,")))
	}
	before := text[:min(max(0, offset), int64(len(text)))]
	return formats.Refuse(r.at(utf8.RuneCount(before)+1), message, "each line is one JSON object with id, schema and properties; is this the whole file?")
}

// wordOf is what a value of JSON is called.
func wordOf(k jsontext.Kind) string {
	switch k {
	case '{':
		return "object"
	case '[':
		return "list"
	}
	return k.String()
}
