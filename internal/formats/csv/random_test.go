package csv

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/formatstest"
)

// maker makes cases at random that fill any field, with texts that a sheet could get wrong.
type maker struct {
	*rand.Rand
	n   int
	ids []string
}

var hazards = []string{"=1+1", "'", "''=x", "+855", "-5", "-x", "@a", ";", `\`, `\;`, `"`, `a "b"`, ",", " x ", "x; y", "កម្ពុជា", "ประเทศไทย", "عربي",
	"a@km", "(x)", "name", "true", "1e3", "2024-05", "\u200bz", "'-5", "é", "🚢", "a\u00a0"}

func (m *maker) words() string {
	var b strings.Builder
	for range 1 + m.IntN(3) {
		b.WriteString(hazards[m.IntN(len(hazards))])
	}
	return b.String() + "w"[:m.IntN(2)] + "ink"
}

func (m *maker) id() string {
	m.n++
	id := fmt.Sprintf("%s%d", []string{"a", "កម្ពុជា", "x.y_z:", "9-", "_"}[m.IntN(5)], m.n)
	m.ids = append(m.ids, id)
	return id
}

func (m *maker) reference() string {
	if len(m.ids) == 0 {
		return "nobody"
	}
	return m.ids[m.IntN(len(m.ids))]
}

var closed = map[reflect.Type][]string{
	reflect.TypeFor[entities.PublicBody](): {"court"},
	reflect.TypeFor[entities.SourceType](): {"article", "record"}, reflect.TypeFor[entities.EntityType](): {"person", "place", "country"},
	reflect.TypeFor[entities.Standing](): {"record", "stated", "alleged", "rumoured"}, reflect.TypeFor[entities.Basis](): {"hearsay"},
	reflect.TypeFor[entities.AnswerKind](): {"denies", "repeats"}, reflect.TypeFor[entities.Outcome](): {"declined"},
	reflect.TypeFor[entities.FlowKind](): {"people"}, reflect.TypeFor[entities.ActState](): {"pending", "overturned"}, reflect.TypeFor[entities.Cluster](): {"country"},
	reflect.TypeFor[entities.Layout](): {"dot"}, reflect.TypeFor[entities.Direction](): {"LR"},
}

// fill fills a value; what a case must have is always filled, all else at times.
func (m *maker) fill(v reflect.Value, owner reflect.Type, field string) {
	name := owner.Name() + "." + field
	required := field != "" && entities.Required(owner, field)
	if field != "" && !required && m.IntN(3) == 0 {
		return
	}
	switch {
	case v.Type() == textType:
		t := entities.Text{"": m.words()}
		if m.IntN(2) == 0 {
			t = entities.Text{"en": m.words(), "km": m.words()}
		}
		v.Set(reflect.ValueOf(t))
	case name == "Amount.Currency":
		v.SetString("THB")
	case name == "LocalText.SHA256":
		v.SetString(strings.Repeat("0123456789abcdef", 4))
	case name == "Case.Language":
		v.SetString("en")
	case field == "ID" && owner == reflect.TypeFor[entities.View]():
		m.n++
		v.SetString(fmt.Sprintf("view-%d", m.n))
	case slices.Contains([]string{"AsOf", "Published", "Date", "Start", "End", "Period"}, field):
		v.SetString([]string{"2023", "2023-11-15", "2023-12~", "../2023-10", "2023-11-15/2023-11-17"}[m.IntN(5)])
	case field == "ID":
		v.SetString(m.id())
	case closed[v.Type()] != nil:
		v.SetString(closed[v.Type()][m.IntN(len(closed[v.Type()]))])
	case name == "RuleChange.Severity":
		v.SetString("note")
	case name == "Selection.Types":
		v.Set(reflect.ValueOf([]string{"person", "flow"}))
	case v.Type() == reflect.TypeFor[entities.Number]():
		v.SetString([]string{"0", "-5", "1e3", "259.50"}[m.IntN(4)])
	case v.Kind() == reflect.String && m.IntN(2) == 0:
		v.SetString(m.reference())
	case v.Kind() == reflect.String:
		v.SetString(m.words())
	case v.Kind() == reflect.Int:
		v.SetInt(1)
	case v.Kind() == reflect.Bool:
		v.SetBool(m.IntN(2) == 0)
	case v.Kind() == reflect.Pointer:
		yes := m.IntN(2) == 0
		v.Set(reflect.ValueOf(&yes))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			m.fill(v.Field(i), v.Type(), v.Type().Field(i).Name)
		}
		if a, is := v.Addr().Interface().(*entities.Answer); is && a.As == entities.Repeats {
			a.Also = nil // one claim repeats one
		}
	case v.Kind() == reflect.Slice:
		list := reflect.MakeSlice(v.Type(), 1+m.IntN(3), 4)
		for i := range list.Len() {
			m.fill(list.Index(i), owner, "")
		}
		v.Set(list)
	case v.Kind() == reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range 1 + m.IntN(2) {
			item := reflect.New(v.Type().Elem()).Elem()
			m.fill(item, owner, "")
			v.SetMapIndex(reflect.ValueOf(m.id()), item)
		}
	}
}

func (m *maker) makeCase(t testing.TB) *entities.Case {
	var c entities.Case
	m.fill(reflect.ValueOf(&c).Elem(), reflect.TypeFor[entities.Case](), "")
	c.Version = 1
	known := map[string]bool{}
	for _, e := range c.Entities {
		known[e.ID] = true
	}
	for i := range c.Relations { // in sheets an end may be named as an alias has it, and a line without claims becomes a draft
		r := &c.Relations[i]
		r.Draft = r.Draft || len(r.Claims) == 0
		for n, end := range []*string{&r.From, &r.To} {
			if !known[*end] {
				*end = fmt.Sprintf("nobody-%d", n)
			}
		}
		if r.From == r.To {
			r.To = "somebody"
		}
	}
	return formatstest.Loaded(t, "random.json", capture.Start(c))
}

// A case comes back from its sheets as it was, whatever its fields hold.
func TestRandomCSVRoundTrip(t *testing.T) {
	for seed := range uint64(400) {
		m := &maker{Rand: rand.New(rand.NewPCG(seed, 1))}
		c := m.makeCase(t)
		e, err := Export(formatstest.Subject(t, c), formats.ExportOptions{Comma: rune(",;\t"[seed%3])})
		if err != nil {
			t.Fatal(err)
		}
		got, _ := formatstest.Taken(t, Import, formats.ImportOptions{}, e.Files...)
		formatstest.Same(t, fmt.Sprint("seed ", seed), c, got)
	}
}
