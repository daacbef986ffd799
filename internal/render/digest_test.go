package render_test

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render"
)

// TestDigestHoldsWhatIsDrawn changes every value of a case, one at a time, and draws it where
// the view's digest is the same: the picture must be, too. A watch that relied on less would leave a
// picture that shows what the case no longer says.
func TestDigestHoldsWhatIsDrawn(t *testing.T) {
	engine := newEngine(t)
	view := func(c *entities.Case) (*network.Network, *network.View) {
		n := network.New(entities.NewIndex(c))
		return n, n.View(&c.Views[0])
	}
	picture := func(n *network.Network, v *network.View) []byte {
		d, err := render.New(n.Index(), engine, "").Draw(t.Context(), v)
		if err != nil {
			t.Fatal(err)
		}
		return slices.Concat(d.SVG, d.Narrow, d.DOT)
	}
	n, v := view(loadMill(t))
	digest, drawing := n.Digest(v), picture(n, v)
	changed, kept := 0, 0
	for i := 0; ; i++ {
		c, left := loadMill(t), i
		at := alter(reflect.ValueOf(c).Elem(), "", &left)
		if at == "" {
			break
		}
		n, v := view(c)
		if n.Digest(v) != digest {
			changed++
			continue
		}
		kept++
		if !bytes.Equal(picture(n, v), drawing) {
			t.Errorf("%s changes the picture and not the digest", at)
		}
	}
	if changed < 50 || kept < 20 {
		t.Errorf("%d changes changed the digest and %d did not: too few to judge by", changed, kept)
	}
}

// alter changes the value that is so many values further on, and returns where it stands.
func alter(v reflect.Value, at string, left *int) (done string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := 0; i < v.NumField() && done == ""; i++ {
			done = alter(v.Field(i), at+"/"+v.Type().Field(i).Name, left)
		}
		return done
	case reflect.Slice:
		for i := 0; i < v.Len() && done == ""; i++ {
			done = alter(v.Index(i), fmt.Sprint(at, "/", i), left)
		}
		return done
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		for i := 0; i < len(keys) && done == ""; i++ {
			item := reflect.New(v.Type().Elem()).Elem()
			item.Set(v.MapIndex(keys[i]))
			done = alter(item, at+"/"+keys[i].String(), left)
			v.SetMapIndex(keys[i], item)
		}
		return done
	case reflect.Pointer:
		if v.IsNil() {
			return ""
		}
		return alter(v.Elem(), at, left)
	}
	if *left > 0 {
		*left--
		return ""
	}
	switch v.Type() {
	case reflect.TypeFor[entities.EntityType]():
		v.SetString(string(other(entities.EntityType(v.String()), entities.Group, entities.Person)))
		return at
	case reflect.TypeFor[entities.Standing]():
		v.SetString(string(other(entities.Standing(v.String()), entities.Stated, entities.Rumoured)))
		return at
	case reflect.TypeFor[entities.AnswerKind]():
		v.SetString(string(other(entities.AnswerKind(v.String()), entities.Denies, entities.RejectsPremise)))
		return at
	case reflect.TypeFor[entities.Layout](), reflect.TypeFor[entities.Number]():
		v.SetString(map[bool]string{true: "circo", false: "12"}[v.Type() == reflect.TypeFor[entities.Layout]()])
		return at
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(v.String() + "7")
	case reflect.Int:
		v.SetInt(v.Int() + 1)
	case reflect.Bool:
		v.SetBool(!v.Bool())
	}
	return at
}

// other returns one of two words that a value is not.
func other[T comparable](is, a, b T) T {
	if is == a {
		return b
	}
	return a
}
