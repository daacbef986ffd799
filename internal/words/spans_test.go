package words

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
)

// scraps are texts that try to change what they are put into.
var scraps = []Spans{nil, In("en", "Ada"), In("en", "100 %"), In("km", "ហ៊ុន"), In("he", "שלום"), In("", "[1]s%s"),
	In("ar", "نفي").Add(Span{" and ", "en"}, Span{"שלום", "he"}), In("en", "A").Add(Span{"ខ", "km"})}

// Texts with languages read as those without: every phrase of every catalog, whatever is put in.
func TestSpansSayWhatTextsSay(t *testing.T) {
	phrases := phrasesOf(t)
	r := rand.New(rand.NewPCG(1, 2))
	for _, c := range catalogs {
		for phrase, n := range phrases {
			for range 20 {
				parts, texts := make([]Spans, n), make([]string, n)
				for i := range parts {
					parts[i] = scraps[r.IntN(len(scraps))]
					texts[i] = parts[i].String()
				}
				said, want := c.SaySpans(phrase, parts...), c.Say(phrase, texts...)
				if said.String() != want {
					t.Fatalf("%s: %q of %q is %q, want %q", c.Lang, phrase, texts, said, want)
				}
				for i, span := range said {
					if span.Text == "" || i > 0 && said[i-1].Lang == span.Lang {
						t.Fatalf("%s: %q falls into %q", c.Lang, want, said)
					}
				}
			}
		}
		for n := range 5 {
			parts, texts := make([]Spans, n), make([]string, n)
			for i := range parts {
				parts[i] = scraps[1+r.IntN(len(scraps)-1)]
				texts[i] = parts[i].String()
			}
			if got, want := c.ListSpans(parts).String(), c.List(texts); got != want {
				t.Errorf("%s: a list is %q, want %q", c.Lang, got, want)
			}
			if got, want := c.SeriesSpans(parts).String(), c.Series(texts); got != want {
				t.Errorf("%s: a series is %q, want %q", c.Lang, got, want)
			}
		}
	}
}

// What is put in keeps its language, and with it the marks that set it apart.
func TestSpansKeepTheirLanguages(t *testing.T) {
	got := english.SaySpans(RelayedBy, In("he", "שלום"), english.Own("Ada"))
	want := Spans{{"\u2067שלום\u2069", "he"}, {", as told by Ada", "en"}}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Adding to a text changes no other that shares its beginning.
func TestAddLeavesOthersAlone(t *testing.T) {
	base := make(Spans, 0, 8).Add(Span{"a", "en"}, Span{"b", "km"})
	one, two := base.Add(Span{"1", "km"}), base.Add(Span{"2", "km"})
	three, four := base.Add(Span{"3", "en"}), base.Add(Span{"4", "en"})
	for i, got := range []Spans{base, one, two, three, four} {
		if want := []string{"ab", "ab1", "ab2", "ab3", "ab4"}[i]; got.String() != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A predicate says what its label says, with no more than the words that a sentence needs.
func TestPredicates(t *testing.T) {
	labels := map[string]string{}
	for kind, builtin := range entities.BuiltinRelationTypes() {
		labels[kind] = builtin.Label["en"]
	}
	needed := []string{"is", "are", "was", "were", "have", "a", "an", "the", "of", "members", "accounts", "shareholders", "owners", "directors"}
	for kind, forms := range english.predicates {
		label, known := labels[kind]
		if !known {
			t.Errorf("there is no relation type %q", kind)
		}
		for i, form := range forms {
			if english.Predicate(kind, i == 1) != form {
				t.Errorf("%s after one or many is %q", kind, english.Predicate(kind, i == 1))
			}
			var rest []string
			for _, word := range strings.Fields(form) {
				if !slices.Contains(strings.Fields(label), word) && !slices.Contains(needed, word) {
					rest = append(rest, word)
				}
			}
			first, _, _ := strings.Cut(label, " ")
			many := i == 1 && slices.Equal(rest, []string{strings.TrimSuffix(first, "s")})
			if len(rest) > 0 && !many {
				t.Errorf("%s is %q in a sentence, and labelled %q", kind, form, label)
			}
		}
	}
	for _, c := range catalogs {
		if c.Predicate("no such type", true) != "" {
			t.Errorf("%s knows a type that there is not", c.Lang)
		}
	}
}
