package capture

import (
	"bytes"
	"cmp"
	"errors"
	"reflect"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/jsontree"
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
	tree  *jsontree.Tree
	style style

	relations []int32 // in the tree, once they are asked for
}

const root int32 = 0 // the case, in the tree

// parseDocument reads a case file that entities.Load has read without problems.
func parseDocument(text string) (*document, error) {
	tree, wrong := jsontree.Parse(text, len(text)-len(strings.TrimPrefix(text, "\ufeff")))
	if wrong != nil {
		return nil, errors.New(wrong.Message)
	}
	if tree.Kind(root) != '{' {
		return nil, errors.New("the case file holds no object")
	}
	return &document{tree: &tree, style: styleOf(&tree)}, nil
}

// caseLists are the lists of the case whose items are objects: what one looks like shows how
// another should.
var caseLists = []string{"claims", "relations", "entities", "sources", "flows", "figures", "views", "corrections"}

// list returns a list of the case, and its items; there may be none.
func (d *document) list(name string) (list int32, items []int32) {
	list, found := d.tree.Member(root, name)
	if !found || d.tree.Kind(list) != '[' {
		return root, nil
	}
	return list, slices.Collect(d.tree.Items(list))
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
	list, found := d.tree.Member(root, name)
	if !found {
		return d.addMember(root, reflect.TypeFor[entities.Case](), name, "["+outer.open+text+outer.close+"]")
	}
	if _, items := d.list(name); len(items) > 0 {
		return at(d.tree.End(items[len(items)-1]), ","+outer.comma+text)
	}
	if strings.Contains(d.tree.SpaceBefore(d.tree.End(list)-1), "\n") {
		outer.close = "" // it is there
	}
	return at(d.tree.Start(list)+1, outer.open+text+outer.close)
}

func at(offset int, text string) []insertion { return []insertion{{offset, text}} }

// seamsOfList returns the white space for a list of the case and for the objects in it: its
// own, else that of another list, else what goes with the file.
func (d *document) seamsOfList(name string) (list, object seams) {
	rootOpen := ""
	if spaces := spacesOf(d.tree, root); spaces != nil {
		rootOpen = spaces[0]
	}
	list, object = seams{comma: d.style.comma}, seams{comma: d.style.comma}
	if strings.Contains(rootOpen, "\n") {
		list = d.style.lines(indentation(rootOpen))
		object = d.style.lines(indentation(rootOpen) + d.style.unit)
	}
	for _, model := range append([]string{name}, caseLists...) {
		modelList, items := d.list(model)
		if len(items) == 0 {
			continue
		}
		list = d.style.seamsOf(d.tree, modelList)
		if last := items[len(items)-1]; spacesOf(d.tree, last) != nil {
			object = d.style.seamsOf(d.tree, last)
		}
		break
	}
	return list, object
}

// addMember inserts a member where the model has it: behind the last of those that come
// before it. The object has at least one such.
func (d *document) addMember(object int32, model reflect.Type, name, text string) []insertion {
	order := map[string]int{}
	for i := range model.NumField() {
		order[model.Field(i).Tag.Get("json")] = i
	}
	first := object + 1
	var anchorName, anchor int32 // none yet
	best := -1
	for member, value := range d.tree.Members(object) {
		called, _ := d.tree.Unquote(member)
		if rank := order[called]; rank < order[name] && rank > best {
			anchorName, anchor, best = member, value, rank
		}
	}
	comma := d.style.commaOf(d.tree, object)
	if anchorName > first {
		comma = d.tree.SpaceBefore(d.tree.Start(anchorName))
	}
	return at(d.tree.End(anchor), ","+comma+stringValue(name).literal+d.style.colon+text)
}

// addTo inserts values at the end of a list of a relation, which it begins where there is none.
func (d *document) addTo(relation int, name string, values []value) []insertion {
	if len(values) == 0 {
		return nil
	}
	if d.relations == nil {
		_, d.relations = d.list("relations")
	}
	object := d.relations[relation]
	list, found := d.tree.Member(object, name)
	if !found {
		new := item{name, value{kind: '['}}
		for _, v := range values {
			new.value.items = append(new.value.items, item{value: v})
		}
		var b bytes.Buffer
		indent := indentation(d.style.commaOf(d.tree, object))
		d.style.write(&b, new.value, d.style.nested(new, indent), indent)
		return d.addMember(object, reflect.TypeFor[entities.Relation](), name, b.String())
	}
	items := slices.Collect(d.tree.Items(list))
	comma, open := d.style.comma, ""
	if space := d.tree.SpaceBefore(d.tree.End(list) - 1); len(items) == 0 && strings.Contains(space, "\n") {
		open = d.style.lines(indentation(space)).open
		comma = open
	}
	if len(items) > 0 {
		comma = d.style.commaOf(d.tree, list)
		open = "," + comma
	}
	written := make([]string, len(values))
	for i, v := range values {
		var b bytes.Buffer
		indent := indentation(comma)
		d.style.write(&b, v, d.style.nested(item{value: v}, indent), indent)
		written[i] = b.String()
	}
	text := open + strings.Join(written, ","+comma)
	if len(items) > 0 {
		return at(d.tree.End(items[len(items)-1]), text)
	}
	return at(d.tree.Start(list)+1, text)
}
