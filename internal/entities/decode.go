package entities

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"example.org/graphgen/internal/jsontree"
	"example.org/graphgen/internal/suggest"
)

// decoder fills a case from a tree. One way serves all fields: the Go type says what a
// value must be, and the field's shape the rest.
type decoder struct {
	*collector
	tree    *jsontree.Tree
	objects map[reflect.Type]object
	builtin map[string]RelationType
}

// object is what an object of the case file may hold.
type object struct {
	fields []field
	byName map[string]int
}

func decode(c *collector, tree *jsontree.Tree, into *Case) {
	d := &decoder{collector: c, tree: tree, objects: map[reflect.Type]object{}, builtin: BuiltinRelationTypes()}
	if !d.readsVersion() {
		return
	}
	d.value(0, reflect.ValueOf(into).Elem(), label{name: "the case file"}, shape{})
	d.checkViewFiles()
}

// label names a value in messages.
type label struct {
	name string // of the field
	item int    // counted from 1; 0 means the field's own value
}

func (l label) String() string {
	if l.item > 0 {
		return fmt.Sprintf("%s, item %d", l.name, l.item)
	}
	return l.name
}

// value decodes one value, of any type.
func (d *decoder) value(at int32, into reflect.Value, name label, s shape) {
	t := into.Type()
	if !d.hasType(at, t, name) {
		return
	}
	switch {
	case t == textType:
		d.text(at, into, name, s)
	case t == numberType:
		d.number(at, into, name)
	case t == answerType:
		d.answers(at, into, name)
	case t == wordsType && d.tree.Kind(at) == '"':
		if word, ok := d.str(at, name, s); ok {
			into.Set(reflect.ValueOf(Words{word}))
		}
	case t.Kind() == reflect.String:
		if text, ok := d.str(at, name, s); ok {
			into.SetString(text)
		}
	case t.Kind() == reflect.Int:
		d.integer(at, into, name, s)
	case t.Kind() == reflect.Bool:
		into.SetBool(d.tree.Kind(at) == 't')
	case t.Kind() == reflect.Pointer:
		into.Set(reflect.New(t.Elem()))
		d.value(at, into.Elem(), name, s)
	case t.Kind() == reflect.Slice:
		d.list(at, into, name, s)
	case t.Kind() == reflect.Map:
		d.table(at, into, s)
	case t.Kind() == reflect.Struct:
		d.object(at, into)
	}
}

// fewItems are as many as show what a list is like.
const fewItems = 64

func (d *decoder) list(at int32, into reflect.Value, name label, s shape) {
	length := 0
	for range d.tree.Items(at) {
		length++
	}
	if s.items > 0 && length > s.items {
		d.report(TooLong, d.tree.Start(at), fmt.Sprintf("%s: %d items; %d at most", name, length, s.items), "split it")
		return
	}
	// Room for a long list is made once its beginning has shown that it holds what it should: an
	// item of the case takes a hundred times the two bytes of "{}".
	into.Set(reflect.MakeSlice(into.Type(), 0, min(length, fewItems)))
	already, i := len(d.found), 0
	var refused reflect.Value
	for item := range d.tree.Items(at) {
		i++
		if d.full() { // what more is wrong is counted
			if !refused.IsValid() {
				refused = reflect.New(into.Type().Elem()).Elem()
			}
			refused.SetZero()
			d.value(item, refused, label{name.name, i}, s)
			continue
		}
		if i > into.Cap() {
			more := length - into.Len()
			if len(d.found)-already >= into.Len() {
				more = into.Len()
			}
			into.Grow(more)
		}
		into.SetLen(i)
		d.value(item, into.Index(i-1), label{name.name, i}, s)
	}
}

// object decodes the members of an object whose fields are known.
func (d *decoder) object(at int32, into reflect.Value) {
	known := d.known(into.Type())
	var given [32]int32 // the node of each field's name; no object of the model has more
	for name, value := range d.tree.Members(at) {
		key, _ := d.tree.Unquote(name)
		i, ok := known.byName[key]
		if !ok {
			d.unknownField(name, key, known)
			continue
		}
		if given[i] != 0 {
			d.duplicate(name, key, given[i])
			continue
		}
		given[i] = name
		f := known.fields[i]
		d.value(value, into.Field(f.index), label{name: f.name}, f.shape)
	}
	for i, f := range known.fields {
		if f.shape.required && given[i] == 0 {
			if d.full() {
				d.more++
				continue
			}
			t := into.Type().Field(f.index).Type
			d.report(MissingField, d.tree.Start(at), fmt.Sprintf("missing field %q", f.name), "want "+wanted(t, f.shape))
		}
	}
}

// answers decodes an answer, or a list of answers that are all of one kind.
func (d *decoder) answers(at int32, into reflect.Value, name label) {
	if d.tree.Kind(at) == '{' {
		d.object(at, into)
		return
	}
	var first Answer
	i := 0
	for item := range d.tree.Items(at) {
		i++
		here := label{name.name, i}
		if d.tree.Kind(item) != '{' {
			d.report(WrongType, d.tree.Start(item), fmt.Sprintf("%s: want an object, have %s", here, having[byte(d.tree.Kind(item))]), "")
			continue
		}
		one := reflect.New(answerType).Elem()
		d.object(item, one)
		a := one.Interface().(Answer)
		switch {
		case i == 1:
			first = a
			continue
		case a.As != first.As:
			d.report(WrongType, d.tree.Start(item), fmt.Sprintf("%s: a claim answers all others in one way, and the first says %q", here, first.As), "make a claim of each way")
		case a.As == Confirms || a.As == Repeats:
			d.report(WrongType, d.tree.Start(item), fmt.Sprintf("%s: a claim %s one other", here, a.As), "make a claim of each")
		}
		first.Also = append(first.Also, a.Claim)
	}
	if i == 0 {
		d.report(WrongType, d.tree.Start(at), name.String()+": the list is empty", "leave out what is not known")
	}
	into.Set(reflect.ValueOf(first))
}

func (d *decoder) known(t reflect.Type) object {
	if known, ok := d.objects[t]; ok {
		return known
	}
	known := object{fields: fieldsOf(t), byName: map[string]int{}}
	for i, f := range known.fields {
		known.byName[f.name] = i
	}
	d.objects[t] = known
	return known
}

func (d *decoder) unknownField(name int32, key string, known object) {
	if d.full() {
		d.more++
		return
	}
	message, hint := "unknown field "+quoted(key), ""
	var names []string
	for _, f := range known.fields {
		names = append(names, f.name)
	}
	if nearest := suggest.Nearest(key, slices.Values(names)); nearest != "" {
		message += fmt.Sprintf("; did you mean %q?", nearest)
	} else {
		hint = "fields here are " + strings.Join(names, ", ")
	}
	d.report(UnknownField, d.tree.Start(name), message, hint)
}

func (d *decoder) duplicate(name int32, key string, first int32) {
	if d.full() {
		d.more++
		return
	}
	line := d.file.placeAt(d.tree.Start(first)).Line
	d.report(DuplicateKey, d.tree.Start(name), fmt.Sprintf("field %s is given twice, first in line %d", quoted(key), line),
		"keep one of the two")
}

// table decodes an object whose keys the case chooses: the case's relation types and rules.
func (d *decoder) table(at int32, into reflect.Value, s shape) {
	into.Set(reflect.MakeMap(into.Type()))
	given := map[string]int32{}
	for name, value := range d.tree.Members(at) {
		key, ok := d.str(name, label{name: s.noun}, shape{max: maxID, form: s.form})
		if first, twice := given[key]; twice {
			d.duplicate(name, key, first)
			continue
		}
		if !ok {
			continue
		}
		given[key] = name
		if into.Type().Elem() == reflect.TypeFor[RelationType]() {
			d.checkOwnType(name, key)
		}
		element := reflect.New(into.Type().Elem()).Elem()
		d.value(value, element, label{name: quoted(key)}, shape{})
		into.SetMapIndex(reflect.ValueOf(key), element)
	}
}

// checkOwnType refuses a second meaning for a built-in relation type: its wrongdoing could
// be taken away.
func (d *decoder) checkOwnType(name int32, key string) {
	if _, builtin := d.builtin[key]; builtin {
		d.report(BadID, d.tree.Start(name), fmt.Sprintf("relation type %q is built in", key), "use it as it is, or give your own another name")
	}
}

// checkViewFiles refuses two views whose files would be one where letter case makes no
// difference. Ids that are wholly equal are a duplicate id like any other.
func (d *decoder) checkViewFiles() {
	taken := map[string]int{}
	for i, v := range d.file.Case.Views {
		folded := strings.ToLower(v.ID)
		first, ok := taken[folded]
		if !ok {
			taken[folded] = i
			continue
		}
		if other := d.file.Case.Views[first].ID; v.ID != "" && other != v.ID {
			_, at := d.tree.Find(fmt.Sprintf("/views/%d/id", i))
			d.report(BadID, d.tree.Start(at), fmt.Sprintf("view %q differs from %q by letter case alone", v.ID, other),
				"both name files, and many systems would keep only one of them")
		}
	}
}
