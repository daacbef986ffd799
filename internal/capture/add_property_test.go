package capture

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
)

// TestAddLeavesEveryOtherByte adds to a thousand random cases in random formattings. What
// was inserted taken out again, the file is the old one to the byte; what it says is what
// the old one said, and the addition, and nothing else.
func TestAddLeavesEveryOtherByte(t *testing.T) {
	for seed := range uint64(1000) {
		random := rand.New(rand.NewPCG(seed, 5))
		c, addition := randomCase(random), Addition{}
		f := randomFormat(random)
		old := f.write(encode(c))
		addition = randomAddition(random, c)
		addAndCheck(t, old, c, addition)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
		f.checkLook(t, seed, old, addition)
	}
}

// TestAddSeveralAtOnce wants additions that are made together to be written as they are one after
// the other.
func TestAddSeveralAtOnce(t *testing.T) {
	for seed := range uint64(300) {
		random := rand.New(rand.NewPCG(seed, 6))
		c := randomCase(random)
		f := randomFormat(random)
		f.chaos = 0 // else the first to be added may change what most of the file looks like
		old := f.write(encode(c))
		first, second := randomAddition(random, c), randomAddition(random, c)
		for i := range second.Entities {
			second.Entities[i].ID += "-too"
		}
		if second.Claim.Source != "" {
			second.Claim.ID += "-too"
		}
		if second.Relation.Type != "" {
			second.Relation.ID += "-too"
		}
		together, err := added(t, old, first, second)
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, old)
		}
		one, err := added(t, old, first)
		if err != nil {
			t.Fatal(err)
		}
		if after, err := added(t, one, second); err != nil || !bytes.Equal(after, together) {
			t.Fatalf("seed %d: %v\n%s\nbecomes at once\n%s\nand one after the other\n%s", seed, err, old, together, after)
		}
	}
}

func addAndCheck(t *testing.T, old []byte, c entities.Case, a Addition) {
	t.Helper()
	insertions, _, err := plan(loaded(t, old), []Addition{a})
	if err != nil {
		t.Fatalf("%v\n%s", err, old)
	}
	edited, err := added(t, old, a)
	if err != nil {
		t.Fatalf("%v\n%s\nbecomes\n%s", err, old, insert(old, insertions))
	}

	// Taken out from the last to the first, by the offsets in the new file.
	slices.SortStableFunc(insertions, func(a, b insertion) int { return a.at - b.at })
	left, shift := slices.Clone(edited), 0
	for _, in := range insertions {
		shift += len(in.text)
	}
	for _, in := range slices.Backward(insertions) {
		shift -= len(in.text)
		from, past := in.at+shift, in.at+shift+len(in.text)
		if string(left[from:past]) != in.text {
			t.Fatalf("at %d there is %q, not %q", from, left[from:past], in.text)
		}
		left = slices.Delete(left, from, past)
	}
	if !bytes.Equal(left, old) {
		t.Fatalf("other bytes changed:\n%s\nwas\n%s", left, old)
	}

	want := c
	want.Entities = slices.Concat(c.Entities, a.Entities)
	if a.Claim.Source != "" {
		want.Claims = slices.Concat(c.Claims, []entities.Claim{a.Claim})
	}
	want.Relations = slices.Clone(c.Relations)
	if a.Relation.Type != "" {
		want.Relations = append(want.Relations, a.Relation)
	} else if a.Relation.ID != "" {
		// Of those that share an id the first counts.
		r := &want.Relations[slices.IndexFunc(want.Relations, func(r entities.Relation) bool { return r.ID == a.Relation.ID })]
		if !slices.Contains(r.Claims, a.Claim.ID) {
			r.Claims = slices.Concat(r.Claims, []string{a.Claim.ID})
		}
		r.Amounts = slices.Concat(r.Amounts, a.Relation.Amounts)
	}
	file, problems := entities.Load("case.json", edited)
	if len(problems) > 0 {
		t.Fatalf("%v\n%s", problems[0], edited)
	}
	if got, want := said(t, file.Case), said(t, &want); got != want {
		t.Fatalf("the case is\n%s\nwant\n%s\nin\n%s", got, want, edited)
	}
}

// said tells what a case says, lists that are empty and lists that are not there alike.
func said(t *testing.T, c *entities.Case) string {
	data, err := json.MarshalIndent(c, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(data), "[]", "null")
}

var names = []string{"Ada", "Čapek", "ថៃ", "“Q” \\ /", "a\u00a0b", "😀", "tab"}

func randomCase(random *rand.Rand) entities.Case {
	name := func() entities.Text {
		text := entities.Text{"": names[random.IntN(len(names))]}
		if random.IntN(4) == 0 {
			text = entities.Text{"en": "A", "km": names[random.IntN(len(names))]}
		}
		return text
	}
	c := entities.Case{Version: 1}
	if random.IntN(3) > 0 {
		c.Title, c.Language, c.Schema = name(), "en", "s.json"
	}
	for i := range random.IntN(3) {
		s := entities.Source{ID: fmt.Sprint("s", i), Type: entities.Article, Title: name()}
		if random.IntN(2) == 0 {
			s.Text = entities.LocalText{Path: "a.txt"}
		}
		c.Sources = append(c.Sources, s)
	}
	for i := range random.IntN(4) {
		c.Entities = append(c.Entities, entities.Entity{ID: fmt.Sprint("e", i), Type: entities.Person, Name: name(),
			Tags: []string{"x", "y", "z"}[:random.IntN(4)]})
	}
	for i := range random.IntN(4) {
		c.Claims = append(c.Claims, randomClaim(random, fmt.Sprint("c", i)))
	}
	for i := range random.IntN(4) {
		c.Relations = append(c.Relations, entities.Relation{ID: fmt.Sprint("r", i), Type: "heads", From: "e0", To: "e1",
			Claims: []string{"c0", "c1", "c2"}[:random.IntN(4)], Amounts: someAmounts(random)})
	}
	for i := range random.IntN(2) {
		c.Views = append(c.Views, entities.View{ID: fmt.Sprint("v", i), Include: entities.Selection{IDs: []string{"e0", "e1"}[:random.IntN(3)]}})
	}
	return c
}

func someAmounts(random *rand.Rand) []entities.Amount {
	return []entities.Amount{
		{Value: "2400000", Currency: "EUR", Claims: []string{"c0"}},
		{Value: "1.5", Currency: "THB", Qualifier: entities.Text{"": "about"}},
	}[:random.IntN(3)]
}

func randomClaim(random *rand.Rand, id string) entities.Claim {
	c := entities.Claim{ID: id, Source: "s0", Speaker: "e0", Quote: names[random.IntN(len(names))], Standing: entities.Stated}
	c.Hedge = entities.Words{"may", "perhaps", names[random.IntN(len(names))]}[:random.IntN(4)]
	if len(c.Hedge) == 0 {
		c.Hedge = nil
	}
	if random.IntN(3) == 0 {
		c.Answers = entities.Answer{Claim: "c0", As: entities.Denies}
	}
	return c
}

func randomAddition(random *rand.Rand, c entities.Case) Addition {
	var a Addition
	for i := range random.IntN(3) {
		a.Entities = append(a.Entities, entities.Entity{ID: fmt.Sprint("new", i), Type: entities.Group, Name: entities.Text{"": names[random.IntN(len(names))]}})
	}
	a.Claim = entities.Claim{ID: "c0"}
	if random.IntN(5) > 0 {
		a.Claim = randomClaim(random, "new-claim")
	}
	switch random.IntN(3) {
	case 0:
		a.Relation = entities.Relation{ID: "new-relation", Type: "bribed", From: "new0", To: "e0", Claims: []string{a.Claim.ID}}
	case 1:
		if len(c.Relations) > 0 {
			a.Relation.ID = c.Relations[random.IntN(len(c.Relations))].ID
			a.Relation.Amounts = someAmounts(random)
		}
	}
	return a
}

// format is a random way to write JSON.
type format struct {
	random                            *rand.Rand
	mark, newline, unit, colon, comma string
	pad, end                          string
	deepest                           int     // lists and objects nested deeper are written in one line
	shuffled                          bool    // members stand in any order
	empty                             bool    // lists that are empty are there
	escaped                           bool    // some letters are written as escapes
	chaos                             float64 // how much of the white space is any at all
}

func randomFormat(random *rand.Rand) *format {
	one := func(of ...string) string { return of[random.IntN(len(of))] }
	f := &format{
		random: random, mark: one("", "", "\ufeff"), newline: one("\n", "\n", "\r\n"), unit: one("  ", "  ", "    ", "\t", " ", ""),
		colon: one(": ", ": ", ":", " : "), comma: one(" ", " ", ""), pad: one("", "", " "), end: one("", "\n", "\n"),
		deepest: random.IntN(6) - 1, shuffled: random.IntN(3) == 0, empty: random.IntN(3) == 0, escaped: random.IntN(3) == 0,
	}
	if random.IntN(5) == 0 {
		f.chaos = 0.3
	}
	if f.deepest < 0 && f.chaos == 0 {
		f.end = ""
	}
	return f
}

func (f *format) space(usual string) string {
	if f.random.Float64() >= f.chaos {
		return usual
	}
	return []string{"", " ", "\n", "\t", "  ", "\n\n   ", "\r\n"}[f.random.IntN(7)]
}

func (f *format) write(v value) []byte {
	if f.empty {
		for _, list := range []string{"entities", "claims", "relations"} {
			if !slices.ContainsFunc(v.items, func(it item) bool { return it.name == list }) {
				v.items = append(v.items, item{list, value{kind: '['}})
			}
		}
	}
	var b bytes.Buffer
	b.WriteString(f.mark)
	f.value(&b, v, 0, "")
	b.WriteString(f.end)
	return b.Bytes()
}

func (f *format) value(b *bytes.Buffer, v value, depth int, indent string) {
	if v.kind == 0 {
		if literal := v.literal; f.escaped && strings.ContainsAny(literal, "Čថ😀") {
			b.WriteString(strings.NewReplacer("Č", `\u010c`, "ថ", `\u1790`, "😀", `\ud83d\ude00`, "/", `\/`).Replace(literal))
		} else {
			b.WriteString(literal)
		}
		return
	}
	if f.shuffled && v.kind == '{' {
		v.items = slices.Clone(v.items)
		f.random.Shuffle(len(v.items), func(i, j int) { v.items[i], v.items[j] = v.items[j], v.items[i] })
	}
	open, comma, closing := f.pad, f.comma, f.pad
	if depth <= f.deepest {
		open, comma, closing = f.newline+indent+f.unit, f.newline+indent+f.unit, f.newline+indent
	}
	b.WriteByte(byte(v.kind))
	for i, it := range v.items {
		if i == 0 {
			b.WriteString(f.space(open))
		} else {
			b.WriteString(f.space("") + "," + f.space(comma))
		}
		if v.kind == '{' {
			b.WriteString(stringValue(it.name).literal + f.space(f.colon[:len(f.colon)-len(strings.TrimLeft(f.colon, " "))]) + ":" + f.space(strings.TrimLeft(f.colon, " ")[1:]))
		}
		f.value(b, it.value, depth+1, indent+f.unit)
	}
	if len(v.items) > 0 {
		b.WriteString(f.space(closing))
	} else {
		b.WriteString(f.space(""))
	}
	b.WriteByte(byte(v.kind) + 2)
}

// checkLook wants the new lines to end and to be indented as the old ones are.
func (f *format) checkLook(t *testing.T, seed uint64, old []byte, a Addition) {
	t.Helper()
	if f.chaos > 0 {
		return
	}
	edited, err := added(t, old, a)
	if err != nil {
		t.Fatal(err)
	}
	fail := func(why string) { t.Errorf("seed %d: %s\n%s\nwas\n%s", seed, why, edited, old) }
	lines, crlf := bytes.Count(edited, []byte("\n")), bytes.Count(edited, []byte("\r\n"))
	body := bytes.TrimSuffix(edited, []byte("\n"))
	switch {
	case f.deepest < 0 && bytes.Contains(body, []byte("\n")):
		fail("a file of one line has several")
	case f.newline == "\n" && crlf > 0, f.deepest >= 0 && f.newline == "\r\n" && crlf < lines-1:
		fail("lines end in two ways")
	}
	for line := range bytes.Lines(edited) {
		indent := line[:len(line)-len(bytes.TrimLeft(line, " \t"))]
		if f.unit != "" && strings.ReplaceAll(string(indent), f.unit, "") != "" {
			fail(fmt.Sprintf("a line is indented by %q", indent))
			return
		}
		if trimmed := bytes.TrimRight(line, "\r\n"); len(trimmed) > 0 && trimmed[len(trimmed)-1] == ' ' {
			fail("a line ends in white space")
			return
		}
	}
}
