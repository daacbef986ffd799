package capture

import (
	"bufio"
	"bytes"
	"io"
	"iter"
	"reflect"

	"example.org/graphgen/internal/entities"
)

// Start writes a case file that holds the case, for people to go on with: a line for each
// field of the case and of the objects in its lists.
func Start(c entities.Case) []byte {
	var b bytes.Buffer
	if err := StartWith(&b, c, nil); err != nil {
		panic(err) // a buffer takes all that is written
	}
	return b.Bytes()
}

// StartWith writes what Start returns, of a case of which some lists are too long to be held:
// their items come as Item writes them, by the name of the list. An error is the writer's or
// that of a list.
func StartWith(w io.Writer, c entities.Case, lists map[string]iter.Seq2[[]byte, error]) error {
	b := bufio.NewWriter(w)
	s := defaultStyle()
	fields := reflect.TypeFor[entities.Case]()
	b.WriteString("{")
	between := "\n  "
	for i := range fields.NumField() {
		name, field := fields.Field(i).Tag.Get("json"), reflect.ValueOf(c).Field(i)
		head := between + stringValue(name).literal + ": "
		items := lists[name]
		if items == nil && field.Kind() == reflect.Slice {
			items = itemsOf(field)
		}
		written := false
		if items != nil {
			var err error
			if written, err = s.writeList(b, head+"[", items); err != nil {
				return err
			}
		} else if v, has := encodeValue(field); has {
			b.WriteString(head)
			b.Write(s.bytes(v, s.nested(item{name, v}, "  "), "  "))
			written = true
		}
		if written {
			between = ",\n  "
		}
	}
	b.WriteString("\n}\n")
	return b.Flush()
}

// writeList writes a list with a line for each field of its items, and tells whether it has any.
func (s *style) writeList(b *bufio.Writer, head string, items iter.Seq2[[]byte, error]) (bool, error) {
	list := s.lines("  ")
	before := head + list.open
	for text, err := range items {
		if err != nil {
			return false, err
		}
		b.WriteString(before)
		b.Write(text)
		before = "," + list.comma
	}
	if before == head+list.open {
		return false, nil
	}
	b.WriteString(list.close + "]")
	return true, nil
}

// itemsOf yields the items of a list one by one: all of them at once would take several times
// the room of the case.
func itemsOf(list reflect.Value) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for i := range list.Len() {
			if !yield(Item(list.Index(i).Interface()), nil) {
				return
			}
		}
	}
}

// Item writes a part of a case as it stands in a list of a new case file.
func Item(part any) []byte {
	s := defaultStyle()
	return s.bytes(encode(part), s.lines("    "), "    ")
}

func (s *style) bytes(v value, m seams, indent string) []byte {
	var b bytes.Buffer
	s.write(&b, v, m, indent)
	return b.Bytes()
}

// JSON writes a part of a case as a new case file would, to be shown.
func JSON(part any) []byte {
	s := defaultStyle()
	var b bytes.Buffer
	s.write(&b, encode(part), s.lines(""), "")
	return append(b.Bytes(), '\n')
}
