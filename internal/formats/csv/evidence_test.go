package csv

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/formatstest"
	"example.org/graphgen/internal/formats/sheet"
	"example.org/graphgen/internal/growthtest"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/quotes"
)

const harbourText = "Kai Holding moved 2.4 million euros to Reef in March. Workers say it paid Olav Berg as well. He denied that. Kai Holding owns a quay."

const harbourCase = `{
  "version": 1,
  "title": "Kai",
  "language": "en",
  "sources": [{"id": "story", "type": "article", "title": "The harbour story"}, {"id": "memo", "type": "other", "title": "A memo"}],
  "entities": [
    {"id": "gazette", "type": "media", "name": "The Gazette"},
    {"id": "kai", "type": "organization", "name": "Kai Holding", "aliases": ["Kai"]},
    {"id": "olav", "type": "person", "name": {"en": "Olav Berg", "km": "អូឡាវ"}}
  ],
  "claims": [{"id": "c-quay", "source": "story", "speaker": "gazette", "quote": "Kai Holding owns a quay", "standing": "stated"}],
  "relations": [{"id": "kai-paid-olav", "type": "paid", "from": "kai", "to": "olav", "start": "2020", "claims": ["c-quay"]}],
  "views": [{"id": "all", "title": "All"}]
}
`

// intoCase is a case as AddTo takes it: story has a text, memo has none. What check finds of errors
// keeps an addition out.
func intoCase(t testing.TB, data string, checked bool) formats.Into {
	t.Helper()
	file, found := entities.Load("case.json", []byte(data))
	if found.HasErrors() {
		t.Fatal(found)
	}
	texts := map[string]check.SourceText{"story": {Name: "story.txt", Data: []byte(harbourText)}}
	errorsOf := func(f *entities.File) (all problem.List) {
		for _, p := range check.Check(f, network.New(entities.NewIndex(f.Case)), check.Options{Texts: texts}) {
			if p.Severity == problem.Error {
				all = append(all, p)
			}
		}
		return all
	}
	return formats.Into{File: file, Text: func(source string) (*quotes.Text, error) {
		if source != "story" {
			return nil, nil
		}
		return quotes.NewText([]byte(harbourText), quotes.Plain)
	}, Try: func(additions []capture.Addition) (*entities.File, problem.List, error) {
		edited, err := capture.Add(file, additions...)
		if err != nil || !checked {
			return edited, nil, err
		}
		return edited, errorsOf(edited)[len(errorsOf(file)):], nil
	}}
}

// addSheet returns the case with what a sheet adds to it.
func addSheet(t testing.TB, data, rows string, o formats.ImportOptions) (*entities.File, formats.Added, error) {
	t.Helper()
	into := intoCase(t, data, true)
	added, err := AddTo(context.Background(), formatstest.Inputs(formatstest.Text("sheet.csv", rows)), o, into)
	if err != nil {
		return into.File, added, err
	}
	file, err := capture.Add(into.File, added.Additions...)
	if err != nil {
		t.Fatalf("%v\n%s", err, rows)
	}
	return file, added, nil
}

func TestAddToTellsRowsApart(t *testing.T) {
	const head = "payer,recipient,amount,date,quote,source,speaker,standing\n"
	tests := []struct{ name, rows, relations, left string }{
		{"dates", head + "kai,olav,,2021,paid Olav Berg,story,gazette,alleged\nkai,olav,,2022,paid Olav Berg,story,gazette,alleged\n",
			"kai-paid-olav 2020 c-quay; kai-paid-olav-2 2021 c-paid-olav-berg; kai-paid-olav-3 2022 c-paid-olav-berg", ""},
		{"one payment, two voices", head + "kai,olav,EUR 5,2021,paid Olav Berg,story,gazette,alleged\nkai,olav,EUR 6,2021,paid him,memo,gazette,alleged\n",
			"kai-paid-olav 2020 c-quay; kai-paid-olav-2 2021 5 6 c-paid-olav-berg c-paid-him", ""},
		{"two sums of one source", head + "kai,olav,EUR 5,2021,paid Olav Berg,story,gazette,alleged\nkai,olav,EUR 6,2021,Workers say,story,gazette,alleged\n",
			"kai-paid-olav 2020 c-quay; kai-paid-olav-2 2021 5 c-paid-olav-berg; kai-paid-olav-3 2021 6 c-workers-say", ""},
		{"a voice and a sum for what the case has", head + "kai,olav,EUR 5,2020,paid Olav Berg,story,gazette,alleged\n",
			"kai-paid-olav 2020 5 c-quay c-paid-olav-berg", ""},
		{"a sum for words that the case has", head + "kai,olav,EUR 5,2020,Kai Holding owns a quay,memo,gazette,stated\n",
			"kai-paid-olav 2020 5 c-quay c-kai-holding-owns-a-quay", ""},
		{"given twice", head + strings.Repeat("kai,olav,EUR 5,2021,paid Olav Berg,story,gazette,alleged\n", 2),
			"kai-paid-olav 2020 c-quay; kai-paid-olav-2 2021 5 c-paid-olav-berg", ""},
		{"the case stands for its words", head + "kai,The Gazette,,2021,Kai Holding owns a quay,memo,gazette,stated\nkai,olav,,2021,paid Olav Berg,story,gazette,alleged\nkai,gazette,,2022,paid Olav Berg,story,gazette,stated\n",
			"kai-paid-olav 2020 c-quay; kai-paid-gazette 2021 c-kai-holding-owns-a-quay; kai-paid-olav-2 2021 c-paid-olav-berg",
			`sheet.csv:4:48: the case has this claim, "c-paid-olav-berg", as alleged, and the row would have it as stated`},
		{"an interval", head + "kai,olav,,2021-03/2021-05,paid Olav Berg,story,gazette,alleged\n",
			"kai-paid-olav 2020 c-quay; kai-paid-olav-2 2021-03/2021-05 c-paid-olav-berg", ""},
		{"read from the other end", strings.Replace(head, "amount", "type", 1) + "olav,kai,was paid by,2021,paid Olav Berg,story,gazette,alleged\n",
			"kai-paid-olav 2020 c-quay; kai-paid-olav-2 2021 c-paid-olav-berg", ""},
		{"another language, another alphabet", head + "KAI,អូឡាវ,,2021,paid Olav Berg,story,gazette,alleged\n",
			"kai-paid-olav 2020 c-quay; kai-paid-olav-2 2021 c-paid-olav-berg", ""},
		{"nobody says", head + "kai,olav,,2021,paid Olav Berg,story,,alleged\n", "kai-paid-olav 2020 c-quay", "sheet.csv:2:37: nobody is named who says so"},
		{"to itself", head + "kai,Kai Holding,,2021,paid Olav Berg,story,gazette,alleged\n", "kai-paid-olav 2020 c-quay", `sheet.csv:2:5: a relation leads from "kai" to itself`},
		{"on the record", head + "kai,olav,,2021,paid Olav Berg,story,gazette,on the record\n", "kai-paid-olav 2020 c-quay", `sheet.csv:2:45: "on the record" does not say how the source puts it`},
		{"no such source", head + "kai,olav,,2021,paid Olav Berg,stori,gazette,alleged\n", "kai-paid-olav 2020 c-quay", `sheet.csv:2:31: the case has no source "stori"; did you mean "story"?`},
		{"a whole sentence", head + "kai,olav,,2021,He denied that.,story,gazette,alleged\n", "kai-paid-olav 2020 c-quay", "sheet.csv:2:16: this is a whole sentence, and a quote is less; give those that the claim rests on"},
		{"too many words of a text that is not here", head + "kai,olav,,2021,a b c d e f g h i j k l m,memo,gazette,alleged\n", "kai-paid-olav 2020 c-quay", "sheet.csv:2:16: these are 13 words, and a quote has 12 at most"},
		{"words that stand twice", head + "kai,olav,,2021,Kai Holding,story,gazette,alleged\n", "kai-paid-olav 2020 c-quay", "sheet.csv:2:16: AMBIGUOUS: the text has these words 2 times"},
		{"no row leaves anybody behind", head + "New Ltd,olav,,2021,not there,story,gazette,alleged\n", "kai-paid-olav 2020 c-quay", "sheet.csv:2:20: MISSING"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file, added, err := addSheet(t, harbourCase, tt.rows, formats.ImportOptions{})
			if err != nil {
				t.Fatal(err)
			}
			var relations, left []string
			for _, r := range file.Case.Relations {
				when := r.Start
				if r.End != "" {
					when += "/" + r.End
				}
				words := []string{r.ID, when}
				for _, a := range r.Amounts {
					words = append(words, string(a.Value))
				}
				relations = append(relations, strings.Join(append(words, r.Claims...), " "))
			}
			for _, p := range added.Left {
				left = append(left, fmt.Sprintf("%v: %s", p.Place, p.Message))
			}
			if got := strings.Join(relations, "; "); got != tt.relations {
				t.Errorf("relations\n%s, want\n%s", got, tt.relations)
			}
			if got := strings.Join(left, "; "); (got == "") != (tt.left == "") || !strings.HasPrefix(got, tt.left) {
				t.Errorf("left out: %s, want %s", got, tt.left)
			}
			if len(added.Additions) == 0 && len(file.Case.Entities) != 3 {
				t.Errorf("%d entities", len(file.Case.Entities))
			}
			again, second, err := addSheet(t, file.Text(), tt.rows, formats.ImportOptions{})
			if err != nil || again.Text() != file.Text() || second.Rows != 0 {
				t.Errorf("the second time %d rows are new, %v", second.Rows, err)
			}
		})
	}
}

// FuzzAddTo has any sheet taken into a case: what was there stays, byte by byte and word for word,
// the file loads, and nothing stands higher than the sheet says.
func FuzzAddTo(f *testing.F) {
	f.Add("payer,recipient,amount,date,quote,source,speaker,standing\nkai,olav,EUR 5,2020,paid Olav Berg,story,gazette,alleged\n", false)
	f.Add("from;to;type;quote;source;speaker;standing\nkai;olav;bribed;paid Olav Berg;story;police:agency:Police;record\n", false)
	f.Add("from,to,type,quote,source,speaker\nkai,x,was paid by,Workers say,memo,x\nkai,x,owns,Workers say,memo,x\n", true)
	f.Add("payer,payee,sum,currency,when,quotation,document,said by,standing\nA,B,1.5 million,THB,3 May 2020,it,memo,C,rumour\n", false)
	f.Fuzz(expectHonest)
}

// FuzzAddToCells is FuzzAddTo for a sheet of one row that has all columns.
func FuzzAddToCells(f *testing.F) {
	f.Add("kai", "olav", "paid", "EUR 5", "2020", "paid Olav Berg", "story", "gazette", "stated")
	f.Add("A: B", "x:person:X", "bribed", "about 1.5 million baht", "5 May 2020/..", "Kai  Holding owns", "A memo", "KAI", "Rumor")
	f.Add("olav", "kai", "was paid by", "US$ 1.234,50", "2020-01/2021", "2.4 million", "memo", "អូឡាវ", "")
	f.Fuzz(func(t *testing.T, from, to, typ, amount, date, quote, source, speaker, standing string) {
		headers := []string{"from", "to", "type", "amount", "date", "quote", "source", "speaker", "standing"}
		expectHonest(t, string(sheet.Write(headers, [][]string{{from, to, typ, amount, date, quote, source, speaker, standing}}, ',')), false)
	})
}

// expectHonest takes a sheet into a case.
func expectHonest(t *testing.T, rows string, strict bool) {
	old := intoCase(t, harbourCase, false).File
	file, added, err := addSheet(t, harbourCase, rows, formats.ImportOptions{Strict: strict})
	var refusal *formats.Refusal
	if errors.As(err, &refusal) {
		for _, p := range refusal.Problems {
			if p.Place.File != "sheet.csv" && p.Place.File != "case.json" || p.Message == "" {
				t.Fatalf("%v has no place", p)
			}
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	if strict && len(added.Left) > 0 {
		t.Fatalf("strictly %v is left out", added.Left)
	}
	expectKept(t, old, file)
	highest := rank(entities.Rumoured)
	if added.Loss.Count("standing") > 0 {
		highest = rank(entities.Alleged)
	}
	for word, standing := range standings {
		if strings.Contains(strings.ToLower(rows), word) {
			highest = max(highest, rank(standing))
		}
	}
	for _, c := range file.Case.Claims[len(old.Case.Claims):] {
		if rank(c.Standing) > highest {
			t.Fatalf("claim %s is %s of\n%s", c.ID, c.Standing, rows)
		}
	}
	before := entities.NewIndex(old.Case).Statements()
	for i, s := range entities.NewIndex(file.Case).Statements() {
		was := highest
		if i < len(before) {
			was = max(was, rank(before[i].Verdict.Standing))
		}
		if rank(s.Verdict.Standing) > was {
			t.Fatalf("%v stands as %s of\n%s", s, s.Verdict.Standing, rows)
		}
	}
}

// rank puts standings in order; whatever is none of the sheet's stands lowest.
func rank(s entities.Standing) int {
	return slices.Index([]entities.Standing{entities.Rumoured, entities.Alleged, entities.Stated, entities.Record}, s)
}

// expectKept wants all of a case in another, in its order, and every byte of its file.
func expectKept(t *testing.T, old, file *entities.File) {
	t.Helper()
	rest := file.Text()
	for i := range len(old.Text()) {
		at := strings.IndexByte(rest, old.Text()[i])
		if at < 0 {
			t.Fatalf("a byte of the case is gone:\n%s", file.Text())
		}
		rest = rest[at+1:]
	}
	kept := *file.Case
	kept.Entities, kept.Claims = kept.Entities[:len(old.Case.Entities)], kept.Claims[:len(old.Case.Claims)]
	kept.Relations = slices.Clone(kept.Relations[:len(old.Case.Relations)])
	for i, r := range old.Case.Relations {
		kept.Relations[i].Claims = kept.Relations[i].Claims[:len(r.Claims)]
		if kept.Relations[i].Amounts = kept.Relations[i].Amounts[:len(r.Amounts)]; len(r.Amounts) == 0 {
			kept.Relations[i].Amounts = nil
		}
	}
	if !reflect.DeepEqual(&kept, old.Case) {
		t.Fatalf("the case is another:\n%s", file.Text())
	}
}

// TestAddToGrows holds that what it takes to read a sheet grows with its rows and no faster.
func TestAddToGrows(t *testing.T) {
	tests := map[string]func(i int) string{
		"all new": func(i int) string {
			return fmt.Sprintf("p%d,r%d,EUR %d,2021,words %d,memo,s%d,alleged\n", i, i, i, i, i)
		},
		"two alike": func(i int) string {
			return fmt.Sprintf("kai,olav,EUR %d,2021-01,Workers say,memo,gazette,alleged\n", i%2)
		},
		"one pair":     func(i int) string { return fmt.Sprintf("kai,olav,,%04d,Workers say,story,gazette,alleged\n", 1+i) },
		"one relation": func(i int) string { return fmt.Sprintf("kai,olav,,2020,words %d,memo,gazette,alleged\n", i) },
		"sums of one day": func(i int) string {
			return fmt.Sprintf("kai,olav,EUR %d,2021-01-01,words %d,memo,gazette,alleged\n", i, i)
		},
		"none is taken": func(i int) string { return fmt.Sprintf("kai,olav,,2020,words %d,story,gazette,alleged\n", i) },
	}
	for name, row := range tests {
		t.Run(name, func(t *testing.T) {
			growthtest.Linear(t, 200, func(size int) func() {
				var b strings.Builder
				b.WriteString("payer,recipient,amount,date,quote,source,speaker,standing\n")
				for i := range size {
					b.WriteString(row(i))
				}
				into := intoCase(t, harbourCase, false)
				return func() {
					if _, err := AddTo(context.Background(), formatstest.Inputs(formatstest.Text("sheet.csv", b.String())), formats.ImportOptions{}, into); err != nil {
						t.Fatal(err)
					}
				}
			})
		})
	}
}
