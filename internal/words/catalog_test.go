package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/language"

	"example.org/graphgen/internal/entities"
)

// phrasesOf reads every phrase from the source, so that one that is added is held to be
// translated, and counts what is put into it.
func phrasesOf(t *testing.T) map[Phrase]int {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "words.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	phrases := map[Phrase]int{}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if kind, ok := spec.Type.(*ast.Ident); !ok || kind.Name != "Phrase" {
			return true
		}
		english, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		if _, twice := phrases[Phrase(english)]; twice {
			t.Errorf("%q is two phrases: no catalog can tell them apart", english)
		}
		phrases[Phrase(english)] = strings.Count(english, "%s")
		return true
	})
	if len(phrases) < 50 {
		t.Fatalf("only %d phrases found", len(phrases))
	}
	return phrases
}

// entityTypes are those that the case's model has, with the two that words adds.
func entityTypes(t *testing.T) []entities.EntityType {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../entities/words.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	types := []entities.EntityType{"flow", "figure"}
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok {
			if kind, ok := spec.Type.(*ast.Ident); ok && kind.Name == "EntityType" {
				word, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
				if err != nil {
					t.Fatal(err)
				}
				types = append(types, entities.EntityType(word))
			}
		}
		return true
	})
	if len(types) < 17 {
		t.Fatalf("only these entity types found: %v", types)
	}
	return types
}

// Every catalog beside the English one has every word, and nothing that nobody asks for.
func TestCatalogsAreWhole(t *testing.T) {
	phrases, types, builtin := phrasesOf(t), entityTypes(t), entities.BuiltinRelationTypes()
	for _, c := range catalogs[1:] {
		t.Run(c.Lang, func(t *testing.T) {
			whole(t, "phrase", c.phrases, keys(phrases))
			whole(t, "entity type", c.types, types)
			whole(t, "relation type", c.relations, keys(builtin))
			whole(t, "standing", c.standing, []entities.Standing{entities.Record, entities.Stated, entities.Alleged, entities.Rumoured, entities.Contested, entities.Lapsed})
			for phrase, n := range phrases {
				takesAll(t, string(phrase), c.phrases[phrase], n)
			}
			takesAll(t, "day of month", c.dayOfMonth, 2)
			takesAll(t, "month of year", c.monthOfYear, 2)
			takesAll(t, "year", c.yearOnly, 1)
			for _, list := range [][]string{c.months[:], c.seasons[:], {c.comma, c.and}} {
				seen := map[string]bool{}
				for _, word := range list {
					if strings.TrimSpace(word) == "" || seen[word] {
						t.Errorf("%q in %q is missing or there twice", word, list)
					}
					seen[word] = true
				}
			}
		})
	}
}

func keys[K comparable, V any](m map[K]V) []K {
	var list []K
	for k := range m {
		list = append(list, k)
	}
	return list
}

func whole[K ~string](t *testing.T, what string, have map[K]string, want []K) {
	t.Helper()
	for _, key := range want {
		if strings.TrimSpace(have[key]) == "" {
			t.Errorf("%s %q has no word", what, key)
		}
	}
	for key := range have {
		if !slices.Contains(want, key) {
			t.Errorf("there is no %s %q", what, key)
		}
	}
}

// takesAll holds that a pattern shows each of the words that are put in, once.
func takesAll(t *testing.T, what, pattern string, n int) {
	t.Helper()
	args := make([]string, n)
	for i := range args {
		args[i] = "<" + strconv.Itoa(i) + ">"
	}
	got := fill(pattern, args...)
	for _, arg := range args {
		if strings.Count(got, arg) != 1 {
			t.Errorf("%q becomes %q, which has not got %s once", what, got, arg)
		}
	}
	if strings.Contains(got, "%!") {
		t.Errorf("%q becomes %q", what, got)
	}
}

// scripts are the letters that each catalog is written in.
var scripts = map[string]*unicode.RangeTable{"ar": unicode.Arabic, "km": unicode.Khmer, "th": unicode.Thai}

// A catalog is in its own script all through: what was forgotten would be in English. Its
// words have places to break, whether its script has spaces or not.
func TestCatalogsAreInTheirScript(t *testing.T) {
	for _, c := range catalogs[1:] {
		for text := range everyText(c) {
			letters := strings.Join(regexp.MustCompile(`\pL+`).FindAllString(text, -1), "")
			for _, r := range letters {
				if !unicode.Is(scripts[c.Lang], r) {
					t.Errorf("%s: %q has %q", c.Lang, text, r)
				}
			}
			if strings.Contains(text, "|") {
				t.Errorf("%s: %q has a bar where a zero width space belongs", c.Lang, text)
			}
			if run := longestRun(text); run > 16 {
				t.Errorf("%s: %q has %d characters without a place to break", c.Lang, text, run)
			}
		}
	}
}

func everyText(c *Catalog) map[string]bool {
	all := map[string]bool{}
	for _, s := range c.phrases {
		all[strings.NewReplacer("%s", "", "%[1]s", "", "%[2]s", "", "%[3]s", "").Replace(s)] = true
	}
	for _, s := range c.types {
		all[s] = true
	}
	for _, s := range c.standing {
		all[s] = true
	}
	for _, s := range c.relations {
		all[s] = true
	}
	for _, s := range slices.Concat(c.months[:], c.seasons[:], []string{c.comma, c.and}) {
		all[s] = true
	}
	return all
}

func longestRun(text string) int {
	longest := 0
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\u200b' }) {
		longest = max(longest, len([]rune(word)))
	}
	return longest
}

// safety is, by language, what readers must understand of a line that is no fact.
var safety = map[string]struct{ alleged, unsubstantiated, disputed, denied, disputing string }{
	"en": {"alleged", "unsubstantiated", "disputed", "denied", "disputed"},
	"ar": {"ادعاء", "غير مدعوم بأدلة", "محل خلاف", "نفي", "اعتراض"},
	"km": {"ចោទប្រកាន់", "គ្មានភស្តុតាងបញ្ជាក់", "មានការជំទាស់", "បដិសេធ", "ជំទាស់"},
	"th": {"กล่าวหา", "ไม่มีหลักฐานยืนยัน", "มีข้อโต้แย้ง", "ปฏิเสธ", "โต้แย้ง"},
}

// No catalog words a standing as less doubtful than it is, or leaves out that it is denied.
func TestSafetyWords(t *testing.T) {
	for _, c := range catalogs {
		want, ok := safety[c.Lang]
		if !ok {
			t.Errorf("nobody said what the safety words are in %q", c.Lang)
			continue
		}
		for said, words := range map[string][]string{
			c.Standing(entities.Alleged):                         {want.alleged},
			c.Standing(entities.Rumoured):                        {want.unsubstantiated},
			c.Standing(entities.Contested):                       {want.disputed},
			c.Say(AllegedBy, "X"):                                {want.alleged, "X"},
			c.Say(AllegedLead):                                   {want.alleged},
			c.Say(UnsubstantiatedBy, "X"):                        {want.unsubstantiated, "X"},
			c.Say(RumourLead):                                    {want.unsubstantiated},
			c.Say(AlsoRumour):                                    {want.unsubstantiated},
			c.Say(DisputedSaid, "X", c.Say(WhoDenies, "Y")):      {want.disputed, "X", want.denied, "Y"},
			c.Say(DisputedSaid, "X", c.Say(WhoDisputes, "Y")):    {want.disputed, "X", want.disputing, "Y"},
			c.Say(DisputedAlleged, "X", c.Say(WhoDenies, "Y")):   {want.disputed, want.alleged, "X", want.denied, "Y"},
			c.Say(DisputedAlleged, "X", c.Say(WhoDisputes, "Y")): {want.disputed, want.alleged, "X", want.disputing, "Y"},
			c.Say(DisputedRumour, "X", c.Say(WhoDenies, "Y")):    {want.disputed, want.unsubstantiated, "X", want.denied, "Y"},
			c.Say(DisputedRumour, "X", c.Say(WhoDisputes, "Y")):  {want.disputed, want.unsubstantiated, "X", want.disputing, "Y"},
			c.Say(DeniedBy):                                      {want.denied},
			c.Say(DisputedBy):                                    {want.disputing},
			c.Say(OtherWordsBy):                                  {want.denied},
			c.Say(Semicolon, "X", c.Say(AlsoRumour)):             {"X", want.unsubstantiated},
			c.Say(AtIssue, "X", "Y"):                             {"X", "Y"}, // how it stands comes before what it is
			c.Say(Explained, "X", "Y"):                           {"X", "Y"},
			c.Say(WithReserve, "X", "Y"):                         {"X", "Y"},
		} {
			said = strings.ToLower(strings.ReplaceAll(said, "\u200b", ""))
			for _, word := range words {
				_, after, found := strings.Cut(said, strings.ToLower(word))
				if !found {
					t.Errorf("%s: %q does not say %q there", c.Lang, said, word)
				}
				said = after
			}
		}
		distinct(t, c, c.Say(SaidBy), c.Say(AllegedLead), c.Say(RumourLead), c.Say(ConfirmedBy), c.Say(RepeatedBy),
			c.Say(DeniedBy), c.Say(DisputedBy), c.Say(OtherWordsBy), c.Say(PremiseBy), c.Say(AnsweredBy), c.Say(AnswerConfirmed), c.Say(AnswerRepeated))
		distinct(t, c, c.Standing(entities.Record), c.Standing(entities.Stated), c.Standing(entities.Alleged),
			c.Standing(entities.Rumoured), c.Standing(entities.Contested), c.Standing(""))
		distinct(t, c, c.Say(SaysSo), c.Say(DeniesIt), c.Say(DisputesIt), c.Say(DeniesOther), c.Say(RejectsIt), c.Say(AnswersIt))
		distinct(t, c, c.Say(WhoDenies, "X"), c.Say(WhoDisputes, "X"))
		distinct(t, c, c.Say(AskedNoReply), c.Say(AskedDeclined))
	}
}

func distinct(t *testing.T, c *Catalog, texts ...string) {
	t.Helper()
	for i, text := range texts {
		if slices.Contains(texts[:i], text) {
			t.Errorf("%s: %q says two things", c.Lang, text)
		}
	}
}

// A wrongdoing is worded as no other relation is.
func TestWrongdoingsAreWordedApart(t *testing.T) {
	for _, c := range catalogs[1:] {
		worded := map[string]string{}
		for _, kind := range slices.Sorted(slices.Values(keys(c.relations))) {
			if other, taken := worded[c.relations[kind]]; taken {
				t.Errorf("%s: %q and %q are both worded %q", c.Lang, kind, other, c.relations[kind])
			}
			worded[c.relations[kind]] = kind
		}
	}
}

func TestForFindsTheLanguage(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "en", "en-GB": "en", "km": "km", "km-KH": "km", "th": "th", "th-TH": "th",
		"": "en", "fr": "en", "lo": "en", "zh-Hant": "en", "ar": "ar", "ar-EG": "ar", "fa": "en", "he": "en", "ur": "en", "no such": "en", "km-Latn": "en", "kxm": "en",
	} {
		if got := For(lang).Lang; got != want {
			t.Errorf("For(%q) is %q, want %q", lang, got, want)
		}
		if base, _, _ := strings.Cut(lang, "-"); Has(lang) != (base == want && lang != "km-Latn") {
			t.Errorf("Has(%q) is %t", lang, Has(lang))
		}
	}
	if len(catalogs) != len(offered) {
		t.Errorf("%d catalogs, and the matcher knows %d", len(catalogs), len(offered))
	}
	for i, c := range catalogs {
		if language.MustParse(c.Lang) != offered[i] {
			t.Errorf("catalog %d is %q, and the matcher takes it for %v", i, c.Lang, offered[i])
		}
	}
}
