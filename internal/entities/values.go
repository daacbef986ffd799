package entities

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"example.org/graphgen/internal/confusable"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/suggest"
)

// readsVersion tells whether the file is of a version that this program reads. Of another
// one it says only that: what else looks wrong in it may be right there.
func (d *decoder) readsVersion() bool {
	if d.tree.Kind(0) != '{' {
		return true
	}
	_, at := d.tree.Find("/version")
	n, whole := wholeNumber(d.tree.Raw(at))
	if d.tree.Kind(at) != '0' || whole && n == 1 {
		return true
	}
	d.report(BadVersion, d.tree.Start(at), fmt.Sprintf("this case file has version %s; this program reads version 1", cutShort(d.tree.Raw(at))),
		"a newer graphgen may read it")
	return false
}

// hasType tells whether a value has the JSON type that a Go type asks for.
func (d *decoder) hasType(at int32, t reflect.Type, name label) bool {
	kind := d.tree.Kind(at)
	fits := false
	switch {
	case t == textType:
		fits = kind == '"' || kind == '{'
	case t == answerType:
		fits = kind == '{' || kind == '['
	case t == wordsType:
		fits = kind == '"' || kind == '['
	case t == numberType, t.Kind() == reflect.Int:
		fits = kind == '0'
	case t.Kind() == reflect.String:
		fits = kind == '"'
	case t.Kind() == reflect.Bool:
		fits = kind == 't' || kind == 'f'
	case t.Kind() == reflect.Slice:
		fits = kind == '['
	case t.Kind() == reflect.Struct, t.Kind() == reflect.Map:
		fits = kind == '{'
	case t.Kind() == reflect.Pointer:
		return d.hasType(at, t.Elem(), name)
	}
	if !fits && d.full() {
		d.more++
		return false
	}
	if !fits {
		hint := ""
		if kind == 'n' && at > 0 {
			hint = "leave out what is not known"
		}
		d.report(WrongType, d.tree.Start(at), fmt.Sprintf("%s: want %s, have %s", name, wanted(t, shape{}), having[byte(kind)]), hint)
	}
	return fits
}

var having = map[byte]string{'n': "null", 't': "true", 'f': "false", '"': "a string", '0': "a number", '{': "an object", '[': "a list"}

// wanted says in words what a field takes.
func wanted(t reflect.Type, s shape) string {
	switch {
	case len(s.words) > 0 && t.Kind() == reflect.String:
		return "one of " + strings.Join(s.words, ", ")
	case t == textType:
		return "a string or an object by language"
	case t == answerType:
		return "an object or a list of objects"
	case t == wordsType:
		return "a string or a list of strings"
	case t == numberType:
		return "a number"
	}
	switch t.Kind() {
	case reflect.Int:
		if s.most > 0 && s.least == s.most {
			return fmt.Sprintf("the number %d", s.most)
		}
		return "a whole number"
	case reflect.Bool:
		return "true or false"
	case reflect.String:
		return "a string"
	case reflect.Slice:
		if t.Elem().Kind() == reflect.String {
			return "a list of strings"
		}
		return "a list of objects"
	case reflect.Pointer:
		return wanted(t.Elem(), s)
	}
	return "an object"
}

// text decodes a drawn text: a string in the case's language, or an object by language.
func (d *decoder) text(at int32, into reflect.Value, name label, s shape) {
	if d.tree.Kind(at) == '"' {
		if text, ok := d.str(at, name, s); ok {
			into.Set(reflect.ValueOf(Text{"": text}))
		}
		return
	}
	text, given := Text{}, map[string]int32{}
	for key, value := range d.tree.Members(at) {
		tag, ok := d.str(key, label{name: name.String() + ", language"}, shape{max: maxID, form: languageForm})
		if first, twice := given[tag]; twice {
			d.duplicate(key, tag, first)
			continue
		}
		if ok {
			given[tag] = key
		}
		inner := label{name: fmt.Sprintf("%s in %s", name, quoted(tag))}
		if !d.hasType(value, reflect.TypeFor[string](), inner) {
			continue
		}
		if words, fine := d.str(value, inner, s); fine && ok {
			text[tag] = words
		}
	}
	if d.tree.Empty(at) {
		d.report(BadText, d.tree.Start(at), name.String()+": the object has no language", `want a string or an object such as {"en": "..."}`)
	}
	into.Set(reflect.ValueOf(text))
}

// str decodes a string or the name of a member, and tells whether nothing is wrong with it.
func (d *decoder) str(at int32, name label, s shape) (string, bool) {
	text, whole := d.tree.Unquote(at)
	start := d.tree.Start(at)
	fail := func(rule string, offset int, message, hint string) (string, bool) {
		if d.full() {
			d.more++
			return text, false
		}
		d.report(rule, offset, name.String()+": "+message, hint)
		return text, false
	}
	if !whole {
		return fail(BadText, start, `half of a surrogate pair (\ud800 to \udfff) stands alone`, "write the character itself instead of its escape")
	}
	if i := strings.IndexFunc(text, func(r rune) bool { return isRefused(r) && !(s.lines && (r == '\n' || r == '\t')) }); i >= 0 {
		r, _ := utf8.DecodeRuneInString(text[i:])
		return fail(BadText, start+max(0, strings.IndexRune(d.tree.Raw(at), r)), fmt.Sprintf("holds U+%04X, %s", r, refusal(r)), adviceOn(r))
	}
	if len(s.words) > 0 {
		return d.word(at, text, name, s)
	}
	if n := utf8.RuneCountInString(text); n > s.max {
		return fail(BadText, start, fmt.Sprintf("%d characters; %d at most", n, s.max), "")
	}
	if strings.IndexFunc(text, isInk) < 0 {
		return fail(BadText, start, "is empty", s.adviceOnEmpty())
	}
	if s.form == nil {
		return text, true
	}
	if message, hint := s.form.fault(text); message != "" {
		return fail(s.form.slug, start, message, hint)
	}
	return text, true
}

func (s shape) adviceOnEmpty() string {
	switch {
	case s.form != nil:
		return "want " + s.form.want
	case s.required:
		return "this field must say something"
	}
	return "leave out what is not known"
}

// word decodes one of the words of a closed list.
func (d *decoder) word(at int32, text string, name label, s shape) (string, bool) {
	if slices.Contains(s.words, text) {
		return text, true
	}
	if d.full() {
		d.more++
		return text, false
	}
	noun, hint := s.noun, ""
	if noun == "" {
		noun = name.name
	}
	message := fmt.Sprintf("unknown %s %s", noun, quoted(text))
	if nearest := suggest.Nearest(text, slices.Values(s.words)); nearest != "" {
		message += fmt.Sprintf("; did you mean %q?", nearest)
	} else {
		hint = wanted(reflect.TypeFor[string](), s)
	}
	d.report(UnknownWord, d.tree.Start(at), message, hint)
	return text, false
}

// fault says what is wrong with a string that has a form, and what would be right.
func (f *form) fault(text string) (message, hint string) {
	switch {
	case f == languageForm:
		tag, err := language.Raw.Parse(text)
		if f.pattern.MatchString(text) && err == nil && tag.String() == text {
			return "", ""
		}
		if err == nil && f.pattern.MatchString(tag.String()) {
			return fmt.Sprintf("%s is written %q", quoted(text), tag), ""
		}
		return quoted(text) + " is no language tag that is known", "want " + f.want
	case !f.pattern.MatchString(text):
		return quoted(text) + " is not in the form wanted", "want " + f.want
	case f == viewIDForm && deviceName.MatchString(text):
		return quoted(text) + " is no file name on Windows", "add a word to it"
	}
	return "", ""
}

func (d *decoder) number(at int32, into reflect.Value, name label) {
	raw := d.tree.Raw(at)
	if n, ok := readNumber(raw); !ok || math.Abs(n) > maxMagnitude {
		d.report(BadNumber, d.tree.Start(at), fmt.Sprintf("%s: %s is out of range", name, cutShort(raw)),
			fmt.Sprintf("want %d characters at most, and nothing beyond %g", maxLiteral, maxMagnitude))
		return
	}
	into.SetString(raw)
}

func (d *decoder) integer(at int32, into reflect.Value, name label, s shape) {
	raw := d.tree.Raw(at)
	n, whole := wholeNumber(raw)
	if !whole || n < int64(s.least) || n > int64(s.most) {
		d.report(BadNumber, d.tree.Start(at), fmt.Sprintf("%s: %s is out of range", name, cutShort(raw)),
			fmt.Sprintf("want a whole number from %d to %d", s.least, s.most))
		return
	}
	into.SetInt(n)
}

// wholeNumber reads a JSON number that has no fraction, however it is written: 1, 1.0, 10e-1.
func wholeNumber(raw string) (n int64, whole bool) {
	f, ok := readNumber(raw)
	if !ok || f != math.Trunc(f) || math.Abs(f) > math.MaxInt32 {
		return 0, false
	}
	return int64(f), true
}

// readNumber reads a JSON number that is short, with a small exponent: who computes with it
// exactly must not be made to write out a billion zeros.
func readNumber(raw string) (n float64, ok bool) {
	if len(raw) > maxLiteral {
		return 0, false
	}
	if i := strings.IndexAny(raw, "eE"); i >= 0 {
		if exponent, err := strconv.Atoi(raw[i+1:]); err != nil || exponent > maxExponent || exponent < -maxExponent {
			return 0, false
		}
	}
	n, err := strconv.ParseFloat(raw, 64)
	return n, err == nil
}

// IsNumber tells whether a text is a number as a case file may hold it: a JSON number that is not too
// long or too large.
func IsNumber(raw string) bool {
	n, ok := readNumber(raw)
	return ok && math.Abs(n) <= maxMagnitude && json.Valid([]byte(raw))
}

// isRefused tells whether no string may hold the character: controls, what would break a
// line, what XML forbids, and what makes a reader see another order than is stored.
func isRefused(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\ufffe' || r == '\uffff' || reorders(r)
}

func reorders(r rune) bool { return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' }

func breaksLine(r rune) bool { return r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' }

func refusal(r rune) string {
	switch {
	case breaksLine(r):
		return "a line break"
	case reorders(r):
		return "which makes text read in another order than it is stored"
	}
	return "a control character"
}

func adviceOn(r rune) string {
	if breaksLine(r) {
		return "write a space instead"
	}
	return "remove it"
}

// isInk tells whether a character can be seen: it is neither white space nor a control, nor one that
// shows nothing, such as a filler, a joiner or the blank of Braille.
func isInk(r rune) bool {
	return r != blankBraille && !confusable.Invisible(r) && !unicode.IsSpace(r) && !unicode.In(r, unicode.Z, unicode.Cc, unicode.Cf)
}

const blankBraille = '\u2800'

// quoted shows what the file says in a message: harmless to a terminal, and not too long.
func quoted(s string) string { return strconv.Quote(cutShort(s)) }

func cutShort(s string) string {
	const most = 60
	if cut := problem.RunePrefix(s, most); cut < len(s) {
		return s[:cut] + "…"
	}
	return s
}
