package quotes

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The oracle folds in another way than the package does: the whole text at once, by
// regular expressions.
var (
	oracleSpace  = regexp.MustCompile(`[\s\v\x{85}\p{Z}]+`)
	oracleSingle = regexp.MustCompile(`[‘’‚‛‹›]`)
	oracleDouble = regexp.MustCompile(`[“”„‟«»〝〞〟]`)
)

func oracleFold(text string) string {
	text = oracleSpace.ReplaceAllString(norm.NFC.String(text), " ")
	return oracleDouble.ReplaceAllString(oracleSingle.ReplaceAllString(text, "'"), `"`)
}

// oraclePlaces counts the places of a selector in a folded text, one by one.
func oraclePlaces(text string, s Selector, boundary func(text string, at int) bool) int {
	exact := strings.Trim(oracleFold(s.Exact), " ")
	prefix, suffix := strings.Trim(oracleFold(s.Prefix), " "), strings.Trim(oracleFold(s.Suffix), " ")
	count := 0
	for at := 0; at <= len(text); at++ {
		next := strings.Index(text[at:], exact)
		if next < 0 {
			break
		}
		at += next
		end := at + len(exact)
		before := strings.HasSuffix(text[:at], prefix) || strings.HasSuffix(text[:at], prefix+" ")
		after := strings.HasPrefix(text[end:], suffix) || strings.HasPrefix(text[end:], " "+suffix)
		if before && after && boundary(text, at) && boundary(text, end) {
			count++
		}
	}
	return count
}

// TestAgainstOracle compares many random selectors at once with the oracle, over an
// alphabet so small that all the traps of folding come up again and again.
func TestAgainstOracle(t *testing.T) {
	alphabet := []string{"a", "b", "a", "b", "é", "e\u0301", " ", " ", "\n", "\u00a0", "\u2000", "\"", "“", "«", "\u1ea5", "a\u0302\u0301", "(", "ก", "ข"}
	letters := "abéấ" // the letters that need a word boundary
	boundary := func(text string, at int) bool {
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at:])
		return !strings.ContainsRune(letters, before) || !strings.ContainsRune(letters, after)
	}
	random := rand.New(rand.NewPCG(2, 4))
	write := func(longest int) string {
		var b strings.Builder
		for range random.IntN(longest + 1) {
			b.WriteString(alphabet[random.IntN(len(alphabet))])
		}
		return b.String()
	}
	checked, statuses := 0, make(map[Status]int)
	for range 300 {
		text := write(200)
		folded := oracleFold(text)
		selectors := make([]Selector, 50)
		for i := range selectors {
			selectors[i] = Selector{Exact: write(7)}
			if random.IntN(2) == 0 {
				selectors[i].Prefix, selectors[i].Suffix = write(2), write(2)
			}
		}
		for i, r := range Check(mustText(t, text, Plain), selectors) {
			statuses[r.Status]++
			if r.Status == Unusable {
				continue
			}
			checked++
			if want := oraclePlaces(folded, selectors[i], boundary); r.Count+r.Parted != want {
				t.Fatalf("%+q in %+q: %d places, want %d", selectors[i], text, r.Count, want)
			}
		}
	}
	if checked < 10_000 || statuses[Found] < 500 || statuses[Ambiguous] < 500 || statuses[Missing] < 500 {
		t.Errorf("too little was compared: %d selectors, %v", checked, statuses)
	}
}

func FuzzCheck(f *testing.F) {
	f.Add("The state’s men\nmay be “complicit”.", "state's men may", "The", `be "complicit"`, false)
	f.Add("<p>of<b>fici</b>als&nbsp;may</p><s>not</s>", "officials may", "", "", true)
	f.Add("le marche\u0301 et le marché", "le marché", "et", "", false)
	f.Add("ក្រសួងមហាផ្ទៃ", "មហាផ្ទៃ", "", "", false)
	f.Add("non-state 1,259 1 259 can't", "259", "", "", false)
	f.Fuzz(func(t *testing.T, data, exact, prefix, suffix string, isHTML bool) {
		format := Plain
		if isHTML {
			format = HTML
		}
		text, err := NewText([]byte(data), format)
		if err != nil {
			if !isHTML && utf8.ValidString(data) {
				t.Fatalf("valid plain text was refused: %v", err)
			}
			return
		}
		words := strings.Fields(exact)
		altered := exact
		if len(words) > 0 {
			words[len(words)/2] += "x"
			altered = strings.Join(words, " ")
		}
		selectors := []Selector{{exact, prefix, suffix}, {exact, "", ""}, {altered, "", ""}}
		results := Check(text, selectors)
		for i, r := range results {
			checkResult(t, text, selectors[i], r)
		}
		bare := text.bareText() != nil || strings.ContainsFunc(exact+prefix+suffix, isUnseen)
		if results[0].Count > results[1].Count && results[1].Status != Unusable && !bare {
			t.Errorf("a prefix and suffix made more of %d places: %d", results[1].Count, results[0].Count)
		}
	})
}

// checkResult tells whether what a result says is so.
func checkResult(t *testing.T, text *Text, s Selector, r Result) {
	t.Helper()
	exact := strings.Trim(oracleFold(s.Exact), " ")
	bare := text.bareText() != nil || strings.ContainsFunc(s.Exact+s.Prefix+s.Suffix, isUnseen)
	if most := oraclePlaces(oracleFold(text.String()), s, func(string, int) bool { return true }); r.Count > most && !(most == 0 && bare) {
		t.Errorf("%d places of %q, but the folded text has %d", r.Count, s, most)
	}
	if (r.Count == 1) != (r.Status == Found) || (r.Count > 1) != (r.Status == Ambiguous) || len(r.Places) != min(r.Count, MaxPlaces) {
		t.Errorf("%v with %d places, %d listed", r.Status, r.Count, len(r.Places))
	}
	for _, p := range r.Places {
		if got := oracleFold(text.String()[p.Start:p.End]); got != exact && asSeen(text.Seen(Span{p.Start, p.End})) != asSeen(s.Exact) {
			t.Errorf("%q is placed at %q", exact, got)
		}
		before := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text.String()[:p.Start])
		if line := 1 + strings.Count(before, "\n"); p.Line != line && !strings.HasSuffix(before, "\n") {
			t.Errorf("%q is placed in line %d, want %d", exact, p.Line, line)
		}
		sentence := text.Sentence(p)
		if sentence.Start > p.Start || sentence.End < p.End || sentence.Quote != oneLine(text.String()[p.Start:p.End]) {
			t.Errorf("the sentence of %q is %+v", exact, sentence)
		}
	}
	if r.Nearest != (Passage{}) && r.Status != Missing {
		t.Errorf("%v, and yet a nearest passage", r.Status)
	}
	if !utf8.ValidString(r.Nearest.Text) || len(r.Nearest.Text) > maxPassage {
		t.Errorf("nearest passage %q", r.Nearest.Text)
	}
}

// asSeen leaves of a text what a bare text is compared by, and no hyphens.
func asSeen(text string) string {
	return strings.ReplaceAll(bareString(strings.Map(func(r rune) rune {
		if isDisregarded(r) {
			return -1
		}
		return r
	}, text)), "-", "")
}

// FuzzPage reads anything as HTML: it is refused, or it has sentences that lie in it.
func FuzzPage(f *testing.F) {
	for _, page := range pages {
		f.Add(page)
	}
	f.Add("<style>@media screen{p{display:none}}a>b .c#d[e]{opacity:0}\\69{}</style><p style='left:-9999px'>x")
	f.Fuzz(func(t *testing.T, page string) {
		text, err := NewText([]byte(page), HTML)
		if err != nil {
			return
		}
		if !utf8.ValidString(text.String()) {
			t.Errorf("%q", text.String())
		}
		last := 0
		for _, s := range text.Sentences() {
			if s.Start < last || s.End <= s.Start || s.End > len(text.String()) {
				t.Errorf("a sentence at %+v, behind %d", s, last)
			}
			last = s.End
			place := Span{s.Start, s.End}
			if words := text.Seen(place); HasWords(words) && len(words) < 200 {
				Check(text, []Selector{{Exact: words}, {Exact: words + "x"}})
			}
		}
	})
}
