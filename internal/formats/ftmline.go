package formats

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// ftmLine is a line as others write it: beside lists of strings there are other values.
type ftmLine struct {
	ID         string               `json:"id"`
	Schema     string               `json:"schema"`
	Properties map[string]ftmValues `json:"properties"`
}

// ftmValues are the values of a property that are texts, or ids of what is nested in it.
type ftmValues []string

func (v *ftmValues) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	raw, err := dec.ReadValue()
	if err != nil {
		return err
	}
	list := []jsontext.Value{raw}
	if raw.Kind() == '[' {
		list = nil
		if err := json.Unmarshal(raw, &list); err != nil {
			return err
		}
	}
	if len(list) > mostValues {
		return errTooMany
	}
	for _, value := range list {
		var text string
		var nested struct {
			ID string `json:"id"`
		}
		switch value.Kind() {
		case '"':
			if err := json.Unmarshal(value, &text); err != nil {
				return err
			}
		case '0', 't', 'f':
			text = value.String()
		case '{':
			if err := json.Unmarshal(value, &nested); err != nil {
				return err
			}
			text = nested.ID
		}
		if text != "" {
			*v = append(*v, text)
		}
	}
	return nil
}

// mostValues is how many values of a property are read: far above any entity, and few enough
// to be compared with one another.
const mostValues = 5000

var errTooMany = errors.New("too many values")

// explain says where a line is no JSON, or none that was expected.
func (r *ftmReader) explain(text []byte, err error) error {
	offset, message := int64(0), err.Error()
	var syntactic *jsontext.SyntacticError
	var semantic *json.SemanticError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		offset, message = int64(len(bytes.TrimRight(text, "\r\n"))), "the line ends too early"
	case errors.Is(err, errTooMany):
		return refuse(r.at(1), fmt.Sprintf("a property has more than %d values", mostValues), "leave out the texts of documents")
	case r.line == 1 && (bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff"))):
		return refuse(r.at(1), "the file is in UTF-16", "save it in UTF-8, as JSON is")
	case errors.As(err, &syntactic):
		offset, message = syntactic.ByteOffset, "not JSON: "+syntactic.Err.Error()
	case errors.As(err, &semantic):
		offset, message = semantic.ByteOffset, fmt.Sprintf("%s: a JSON %s does not belong here", cmp.Or(string(semantic.JSONPointer), "the line"), wordOf(semantic.JSONKind))
	}
	before := text[:min(max(0, offset), int64(len(text)))]
	return refuse(r.at(utf8.RuneCount(before)+1), message, "each line is one JSON object with id, schema and properties; is this the whole file?")
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
