package capture

import (
	"reflect"
	"slices"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"

	"example.org/graphgen/internal/entities"
)

// value is a JSON value that is to be written. Of a literal only literal is set.
type value struct {
	kind    jsontext.Kind // '{' or '[', or 0 for a literal
	literal string
	items   []item
}

// item is a member of an object or, without a name, an item of a list.
type item struct {
	name  string
	value value
}

// encode turns a part of the case into what the case file says of it: the fields that have
// something, in the order of the model.
func encode(part any) value {
	v, _ := encodeValue(reflect.ValueOf(part))
	return v
}

// encodeValue tells whether there is anything to write.
func encodeValue(v reflect.Value) (value, bool) {
	switch v.Kind() {
	case reflect.String:
		if v.Type() == reflect.TypeFor[entities.Number]() {
			return value{literal: v.String()}, v.String() != ""
		}
		return stringValue(v.String()), v.String() != ""
	case reflect.Int:
		return value{literal: strconv.FormatInt(v.Int(), 10)}, v.Int() != 0
	case reflect.Bool:
		return value{literal: strconv.FormatBool(v.Bool())}, v.Bool()
	case reflect.Pointer:
		if v.IsNil() {
			return value{}, false
		}
		inner, _ := encodeValue(v.Elem())
		return inner, true
	case reflect.Slice:
		list := value{kind: '['}
		for i := range v.Len() {
			inner, _ := encodeValue(v.Index(i))
			list.items = append(list.items, item{value: inner})
		}
		if v.Type() == reflect.TypeFor[entities.Words]() && v.Len() == 1 {
			return list.items[0].value, true
		}
		return list, v.Len() > 0
	case reflect.Map:
		return encodeMap(v)
	case reflect.Struct:
		return encodeStruct(v)
	}
	panic("the case has no values of type " + v.Type().String())
}

// encodeStruct writes of an empty field what a case file must say all the same: that there are
// no values, or that something is no wrongdoing.
func encodeStruct(v reflect.Value) (value, bool) {
	if a, is := v.Interface().(entities.Answer); is && len(a.Also) > 0 {
		list := value{kind: '['}
		for _, id := range a.Claims() {
			one, _ := encodeStruct(reflect.ValueOf(entities.Answer{Claim: id, As: a.As}))
			list.items = append(list.items, item{value: one})
		}
		return list, true
	}
	object, any := value{kind: '{'}, false
	for i := range v.NumField() {
		f := v.Type().Field(i)
		inner, has := encodeValue(v.Field(i))
		any = any || has
		said := f.Type.Kind() == reflect.Bool || f.Type.Kind() == reflect.Slice
		if has || said && entities.Required(v.Type(), f.Name) {
			object.items = append(object.items, item{f.Tag.Get("json"), inner})
		}
	}
	return object, any
}

// encodeMap writes a text in the case's own language as a string, and any other map as an
// object with its keys in order.
func encodeMap(v reflect.Value) (value, bool) {
	if text, ok := v.Interface().(entities.Text); ok && len(text) == 1 && text[""] != "" {
		return stringValue(text[""]), true
	}
	object := value{kind: '{'}
	var keys []string
	for _, key := range v.MapKeys() {
		keys = append(keys, key.String())
	}
	slices.Sort(keys)
	for _, key := range keys {
		inner, _ := encodeValue(v.MapIndex(reflect.ValueOf(key)))
		object.items = append(object.items, item{key, inner})
	}
	return object, len(object.items) > 0
}

// stringValue is a string as RFC 8785 writes it: nothing is escaped that need not be.
func stringValue(s string) value {
	quoted, _ := jsontext.AppendQuote(nil, s) // what is no UTF-8 in it is replaced
	return value{literal: string(quoted)}
}
