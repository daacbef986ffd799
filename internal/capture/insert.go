package capture

import (
	"bytes"
	"cmp"
	"errors"
	"reflect"
	"slices"
	"strings"

	"github.com/tailscale/hujson"

	"example.org/graphgen/internal/entities"
)

// insertion is text that goes into a file before the byte at an offset.
type insertion struct {
	at   int
	text string
}

// insert returns the file with the insertions. Those at one offset keep their order.
func insert(data []byte, insertions []insertion) []byte {
	insertions = slices.Clone(insertions)
	slices.SortStableFunc(insertions, func(a, b insertion) int { return cmp.Compare(a.at, b.at) })
	var edited []byte
	from := 0
	for _, in := range insertions {
		edited = append(append(edited, data[from:in.at]...), in.text...)
		from = in.at
	}
	return append(edited, data[from:]...)
}

// document is a case file as text in which things can be inserted.
type document struct {
	root    hujson.Value
	members []hujson.ObjectMember
	skipped int // bytes before the JSON text: a byte order mark
	style   style
}

// parseDocument reads a case file that entities.Load has read without problems.
func parseDocument(data []byte) (*document, error) {
	body := bytes.TrimPrefix(data, []byte("\ufeff"))
	root, err := hujson.Parse(body)
	if err != nil {
		return nil, err
	}
	object, ok := root.Value.(*hujson.Object)
	if !ok {
		return nil, errors.New("the case file holds no object")
	}
	return &document{root: root, members: object.Members, skipped: len(data) - len(body), style: styleOf(&root)}, nil
}

// caseLists are the lists of the case whose items are objects: what one looks like shows how
// another should.
var caseLists = []string{"claims", "relations", "entities", "sources", "flows", "figures", "views", "corrections"}

// find returns the member of an object that has the name, or nil.
func find(members []hujson.ObjectMember, name string) *hujson.ObjectMember {
	for i := range members {
		if nameOf(&members[i]) == name {
			return &members[i]
		}
	}
	return nil
}

// array returns a list of the case, or nil.
func (d *document) array(name string) *hujson.Array {
	if member := find(d.members, name); member != nil {
		if array, ok := member.Value.Value.(*hujson.Array); ok {
			return array
		}
	}
	return nil
}

// addItems inserts items at the end of a list of the case, which it begins where there is
// none.
func (d *document) addItems(name string, items []value) []insertion {
	if len(items) == 0 {
		return nil
	}
	outer, inner := d.seamsOfList(name)
	indent := indentation(outer.comma)
	written := make([]string, len(items))
	for i, it := range items {
		var b bytes.Buffer
		d.style.write(&b, it, inner, indent)
		written[i] = b.String()
	}
	text := strings.Join(written, ","+outer.comma)
	member := find(d.members, name)
	if member == nil {
		return d.addMember(&d.root, reflect.TypeFor[entities.Case](), name, "["+outer.open+text+outer.close+"]")
	}
	array := member.Value.Value.(*hujson.Array)
	if n := len(array.Elements); n > 0 {
		return d.at(array.Elements[n-1].EndOffset, ","+outer.comma+text)
	}
	if bytes.Contains(array.AfterExtra, []byte("\n")) {
		outer.close = "" // it is there
	}
	return d.at(member.Value.StartOffset+1, outer.open+text+outer.close)
}

func (d *document) at(offset int, text string) []insertion {
	return []insertion{{d.skipped + offset, text}}
}

// seamsOfList returns the white space for a list of the case and for the objects in it: its
// own, else that of another list, else what goes with the file.
func (d *document) seamsOfList(name string) (list, object seams) {
	rootOpen := ""
	if len(d.members) > 0 {
		rootOpen = string(d.members[0].Name.BeforeExtra)
	}
	list, object = seams{comma: d.style.comma}, seams{comma: d.style.comma}
	if strings.Contains(rootOpen, "\n") {
		list = d.style.lines(indentation(rootOpen))
		object = d.style.lines(indentation(rootOpen) + d.style.unit)
	}
	for _, model := range append([]string{name}, caseLists...) {
		array := d.array(model)
		if array == nil || len(array.Elements) == 0 {
			continue
		}
		list = d.style.seamsOf(&find(d.members, model).Value)
		last := &array.Elements[len(array.Elements)-1]
		if spacesOf(last) != nil {
			object = d.style.seamsOf(last)
		}
		break
	}
	return list, object
}

// addMember inserts a member where the model has it: behind the last of those that come
// before it. The object has at least one such.
func (d *document) addMember(object *hujson.Value, model reflect.Type, name, text string) []insertion {
	order := map[string]int{}
	for i := range model.NumField() {
		order[model.Field(i).Tag.Get("json")] = i
	}
	members := object.Value.(*hujson.Object).Members
	anchor := -1
	for i := range members {
		at := order[nameOf(&members[i])]
		if at < order[name] && (anchor < 0 || at > order[nameOf(&members[anchor])]) {
			anchor = i
		}
	}
	comma := d.style.commaOf(object)
	if anchor > 0 {
		comma = string(members[anchor].Name.BeforeExtra)
	}
	return d.at(members[anchor].Value.EndOffset, ","+comma+stringValue(name).literal+d.style.colon+text)
}

// addClaim inserts a claim's id into the claims of a relation.
func (d *document) addClaim(relation int, id string) []insertion {
	object := &d.array("relations").Elements[relation]
	quoted := stringValue(id).literal
	members := object.Value.(*hujson.Object).Members
	member := find(members, "claims")
	if member == nil {
		var b bytes.Buffer
		list := item{"claims", value{'[', "", []item{{value: stringValue(id)}}}}
		indent := indentation(d.style.commaOf(object))
		d.style.write(&b, list.value, d.style.nested(list, indent), indent)
		return d.addMember(object, reflect.TypeFor[entities.Relation](), "claims", b.String())
	}
	array := member.Value.Value.(*hujson.Array)
	if n := len(array.Elements); n > 0 {
		return d.at(array.Elements[n-1].EndOffset, ","+d.style.commaOf(&member.Value)+quoted)
	}
	if space := string(array.AfterExtra); strings.Contains(space, "\n") {
		quoted = d.style.lines(indentation(space)).open + quoted
	}
	return d.at(member.Value.StartOffset+1, quoted)
}
