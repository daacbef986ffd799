package edits

import (
	"bytes"
	"math"
	"strconv"
	"strings"

	"example.org/graphgen/internal/jsonfile"
)

// Bytes returns the file, one edit a line: the same for the same overrides.
//
//	{
//	  "version": 1,
//	  "view": "flows",
//	  "edits": [
//	    {"node": "laos", "fillcolor": {"was": "#fdf1d9", "is": "#ffffff"}, "pos": [120.0, 45.5]},
//	    {"line": "bribe", "label": {"en": {"was": "bribed", "is": "paid"}}},
//	    {"line": "met", "removed": {"en": "met with"}},
//	    {"line": "hand-1", "added": {"from": "ada", "to": "laos", "type": "met-with"}}
//	  ],
//	  "ranks": [
//	    ["laos", "thailand"]
//	  ]
//	}
func (l *Overrides) Bytes() []byte {
	var b bytes.Buffer
	b.WriteString("{\n  \"version\": 1,\n  \"view\": " + jsonfile.Quote(l.View) + ",\n  \"edits\": [")
	for i := range l.Edits {
		b.WriteString(separator(i) + "{" + strings.Join(l.Edits[i].fields(), ", ") + "}")
	}
	b.WriteString(ending(len(l.Edits)) + ",\n  \"ranks\": [")
	for i, group := range l.Ranks {
		b.WriteString(separator(i) + "[")
		for j, id := range group {
			if j > 0 {
				b.WriteString(", ")
			}
			b.WriteString(jsonfile.Quote(id))
		}
		b.WriteByte(']')
	}
	b.WriteString(ending(len(l.Ranks)) + "\n}\n")
	return b.Bytes()
}

func separator(i int) string {
	if i > 0 {
		return ",\n    "
	}
	return "\n    "
}

func ending(items int) string {
	if items == 0 {
		return "]"
	}
	return "\n  ]"
}

// fields are the members of an edit's object.
func (e *Edit) fields() []string {
	kind := `"node": `
	if e.Line {
		kind = `"line": `
	}
	fields := []string{kind + jsonfile.Quote(e.ID)}
	if e.Added != nil {
		var parts []string
		for _, part := range [][2]string{{"from", e.Added.From}, {"to", e.Added.To}, {"type", e.Added.Type}} {
			if part[1] != "" {
				parts = append(parts, jsonfile.Quote(part[0])+": "+jsonfile.Quote(part[1]))
			}
		}
		fields = append(fields, `"added": {`+strings.Join(parts, ", ")+"}")
	}
	if e.Removed != nil {
		fields = append(fields, `"removed": {`+jsonfile.Quote(e.Removed.Lang)+": "+jsonfile.Quote(e.Removed.Was)+"}")
	}
	for _, name := range Names() {
		if text := e.field(name); text != "" {
			fields = append(fields, jsonfile.Quote(name)+": "+text)
		}
	}
	if e.Place != nil {
		fields = append(fields, `"pos": [`+tenths(e.Place.X)+", "+tenths(e.Place.Y)+"]")
	}
	return fields
}

// field is the value of a property's member, or nothing where that is not changed.
func (e *Edit) field(name string) string {
	var parts []string
	for _, p := range e.Properties() {
		if p.Name != name {
			continue
		}
		change := "{"
		if e.Added == nil {
			change += `"was": ` + jsonfile.Quote(e.Changes[p].Was) + ", "
		}
		change += `"is": ` + jsonfile.Quote(e.Changes[p].Is) + "}"
		if !inWords(name) {
			return change
		}
		parts = append(parts, jsonfile.Quote(p.Lang)+": "+change)
	}
	if len(parts) == 0 {
		return ""
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// tenths writes a length with one decimal.
func tenths(f float64) string { return strconv.FormatFloat(math.Round(f*10)/10+0, 'f', 1, 64) }
