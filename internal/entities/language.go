package entities

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"slices"

	"golang.org/x/text/language"
)

// ParseLanguage reads a language tag (BCP 47) as someone types it, and returns it in its
// usual spelling: km, zh-Hant, pt-BR.
func ParseLanguage(typed string) (string, error) {
	tag, err := language.Raw.Parse(typed)
	var unknown language.ValueError
	switch {
	case errors.As(err, &unknown):
		return "", fmt.Errorf("%q is no language tag that is known: nothing has the subtag %q", typed, unknown.Subtag())
	case err != nil || !languageForm.pattern.MatchString(tag.String()):
		return "", fmt.Errorf("%q is no language tag; want %s", typed, languageForm.want)
	}
	return tag.String(), nil
}

// Languages returns the tags that texts of the case are given under, sorted, with the case's
// own language if it says which that is.
func (c *Case) Languages() []string {
	seen := map[string]bool{c.Language: true}
	c.EachText(func(t Text) {
		for tag := range t {
			seen[tag] = true
		}
	})
	delete(seen, "")
	tags := make([]string, 0, len(seen))
	for tag := range seen {
		tags = append(tags, tag)
	}
	slices.SortFunc(tags, cmp.Compare)
	return tags
}

// EachText calls a function with every text of the case that may be given in several languages.
func (c *Case) EachText(call func(Text)) {
	textsIn{}.of(reflect.TypeFor[Case]())(reflect.ValueOf(*c), call)
}

// textsIn holds, by type, what visits the texts in a value of that type; nil where it has none, so
// that no walk goes through all claims to find nothing.
type textsIn map[reflect.Type]func(part reflect.Value, call func(Text))

func (known textsIn) of(t reflect.Type) func(reflect.Value, func(Text)) {
	visit, met := known[t]
	if !met {
		visit = known.visitorOf(t)
		known[t] = visit
	}
	return visit
}

func (known textsIn) visitorOf(t reflect.Type) func(reflect.Value, func(Text)) {
	switch {
	case t == textType:
		return func(part reflect.Value, call func(Text)) {
			if !part.IsNil() {
				call(part.Interface().(Text))
			}
		}
	case t.Kind() == reflect.Struct:
		return known.visitorOfFields(t)
	case t.Kind() == reflect.Slice:
		if item := known.of(t.Elem()); item != nil {
			return func(part reflect.Value, call func(Text)) {
				for i := range part.Len() {
					item(part.Index(i), call)
				}
			}
		}
	case t.Kind() == reflect.Map:
		if entry := known.of(t.Elem()); entry != nil {
			return func(part reflect.Value, call func(Text)) {
				for each := part.MapRange(); each.Next(); {
					entry(each.Value(), call)
				}
			}
		}
	}
	return nil
}

func (known textsIn) visitorOfFields(t reflect.Type) func(reflect.Value, func(Text)) {
	var fields []int
	var visits []func(reflect.Value, func(Text))
	for i := range t.NumField() {
		if visit := known.of(t.Field(i).Type); visit != nil {
			fields, visits = append(fields, i), append(visits, visit)
		}
	}
	if len(fields) == 0 {
		return nil
	}
	return func(part reflect.Value, call func(Text)) {
		for i, visit := range visits {
			visit(part.Field(fields[i]), call)
		}
	}
}

// LanguageFor returns the language of the case that serves who asks for lang, a tag in its
// usual spelling: km for km-KH, zh-Hant for zh-TW. If none does it returns lang.
func (c *Case) LanguageFor(lang string) string {
	tags := c.Languages()
	if slices.Contains(tags, lang) || len(tags) == 0 {
		return lang
	}
	known := make([]language.Tag, len(tags))
	for i, tag := range tags {
		known[i] = language.Make(tag)
	}
	wanted := language.Make(lang)
	_, i, confidence := language.NewMatcher(known).Match(wanted)
	if a, _ := known[i].Base(); confidence >= language.High {
		if b, _ := wanted.Base(); a == b {
			return tags[i]
		}
	}
	return lang
}
