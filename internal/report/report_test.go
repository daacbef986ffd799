package report_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/report"
)

// load reads a case and makes its report, with the texts that lie beside it.
func load(t testing.TB, path, lang string) *report.Report {
	t.Helper()
	file := fileOf(t, path)
	texts := map[string]check.SourceText{}
	for _, s := range file.Case.Sources {
		if data, err := os.ReadFile(filepath.Join(filepath.Dir(path), s.Text.Path)); err == nil && s.Text.Path != "" {
			texts[s.ID] = check.SourceText{Name: s.Text.Path, Data: data}
		}
	}
	return reportOf(file, texts, lang)
}

func reportOf(file *entities.File, texts map[string]check.SourceText, lang string) *report.Report {
	n := network.New(entities.NewIndex(file.Case))
	return report.New(report.Given{Network: n, Problems: check.Check(file, n, check.Options{Texts: texts}), Texts: texts, Lang: lang})
}

func seedReport(t testing.TB, lang string) *report.Report {
	t.Helper()
	return load(t, filepath.Join("..", "..", "data", "entities.json"), lang)
}

func portReport(t testing.TB, lang string) *report.Report {
	t.Helper()
	return load(t, filepath.Join("testdata", "port.json"), lang)
}

// harbourReport is of the example, all of whose quotes are found.
func harbourReport(t testing.TB, lang string) *report.Report {
	t.Helper()
	return load(t, filepath.Join("..", "..", "examples", "harbour", "data", "entities.json"), lang)
}

func person(t testing.TB, r *report.Report, id string) report.Person {
	t.Helper()
	i := slices.IndexFunc(r.Persons, func(p report.Person) bool { return p.ID == id })
	if i < 0 {
		t.Fatalf("the report has no person %q", id)
	}
	return r.Persons[i]
}

func ids(claims []report.Claim) []string {
	var all []string
	for _, c := range claims {
		all = append(all, c.ID)
	}
	return all
}

func TestPersons(t *testing.T) {
	r := portReport(t, "")
	var order []string
	for _, p := range r.Persons {
		order = append(order, p.ID)
	}
	if want := []string{"ada", "noor", "carl"}; !slices.Equal(order, want) {
		t.Errorf("persons in the order %q, want %q: accused first, then bound to who is", order, want)
	}
	ada := person(t, r, "ada")
	if !slices.Equal(ada.Accused, []string{"bribe"}) || !slices.Equal(ada.Lines, []string{"heads"}) || !slices.Equal(ids(ada.Said), []string{"c-never"}) {
		t.Errorf("of ada: %+v", ada)
	}
	if !slices.Equal(ada.Aliases, []string{"អាដា ប៊ែក"}) {
		t.Errorf("ada is also called %q", ada.Aliases)
	}
	if !slices.Equal(ada.Views, []string{"harbour", "all"}) {
		t.Errorf("ada is in %q", ada.Views)
	}
	var texts []string
	for _, n := range ada.Texts {
		texts = append(texts, n.Where)
	}
	if want := []string{"caption of view harbour", "label of flow ships"}; !slices.Equal(texts, want) {
		t.Errorf("ada is named in %q, want %q", texts, want)
	}
	carl := person(t, r, "carl")
	if len(carl.Accused) > 0 || len(carl.Near) != 1 || carl.Near[0].Line != "looked-away" || !slices.Equal(carl.Near[0].Through, []string{"chairs", "chair-heads"}) {
		t.Errorf("of carl, who chairs an accused board: %+v", carl)
	}
	if noor := person(t, r, "noor"); !slices.Equal(noor.Accused, []string{"cranes"}) || len(noor.Near) > 0 {
		t.Errorf("of noor: %+v", noor)
	}
}

func TestLines(t *testing.T) {
	r := portReport(t, "")
	for _, test := range []struct {
		id, draws, caveat, standing, asked string
		decides                            int
		affirms, contests, travels         []string
		shown                              []string
	}{
		{"heads", "Ada Berg — heads — Port Agency", "", "stated", "", 2, []string{"c-heads"}, nil, nil, []string{"harbour", "all"}},
		{"bribe", "Traders — bribed (“may have”) — Ada Berg", "disputed: alleged by Traders, denied by Ada Berg", "contested",
			"Asked for a reply, and answered.", 5, []string{"c-bribe", "c-bribe-again"}, []string{"c-never"}, nil, []string{"harbour", "all"}},
		{"cranes", "Noor Aziz — defrauds — Dockers", "", "record", "No claim says that anyone was asked for a reply.", 2, []string{"c-cranes"}, nil, nil, []string{"harbour", "all"}},
		{"looked-away", "Port Board — fails to act on — Traders", "alleged by Dockers", "alleged",
			"No claim says that anyone was asked for a reply.", 3, []string{"c-board"}, nil, []string{"c-premise"}, []string{"all"}},
		{"ships", "Ships — sail past Berg’s quay (“unsubstantiated”): origin not named → Port Agency → Dockers, Traders", "unsubstantiated, raised by The Gazette", "rumoured",
			"No claim says that anyone was asked for a reply.", 2, []string{"c-rumour"}, nil, nil, nil},
		{"let-go/1", "40 men let go", "", "stated", "", 2, []string{"c-forty"}, nil, nil, []string{"harbour", "all"}},
	} {
		l := r.Line(test.id)
		if l == nil {
			t.Errorf("no line %q", test.id)
			continue
		}
		does := map[string][]string{}
		for _, c := range l.Claims {
			does[c.Does] = append(does[c.Does], c.ID)
		}
		var shown []string
		for _, s := range l.Shown {
			shown = append(shown, s.View)
		}
		if l.Draws != test.draws || l.Caveat != test.caveat || l.Standing != test.standing || l.Asked != test.asked || l.Deciding().Rule != test.decides {
			t.Errorf("%s: %q, %q, %s, %q, rule %d", test.id, l.Draws, l.Caveat, l.Standing, l.Asked, l.Deciding().Rule)
		}
		if !slices.Equal(does["affirms"], test.affirms) || !slices.Equal(does["contests"], test.contests) || !slices.Equal(does["travels"], test.travels) || !slices.Equal(shown, test.shown) {
			t.Errorf("%s: claims %v, shown in %q", test.id, does, shown)
		}
	}
}

func TestRulesInWords(t *testing.T) {
	r := portReport(t, "")
	for id, want := range map[string][]string{
		"heads": {"1 claim affirms it, by The Gazette", "the strongest of its claims counts: stated"},
		"bribe": {"2 claims affirm it, by Traders and The Gazette; 1 only repeats another", "the strongest of its claims counts: alleged",
			"it accuses, and nothing says more than alleged", "words that weaken it are printed: “may have”", "contested by Ada Berg: disputed"},
		"cranes": {"1 claim affirms it, by Harbour Court", "the strongest of its claims counts: on record", "it accuses, and a first-hand record bears it out"},
		"looked-away": {"1 claim affirms it, by Dockers", "the strongest of its claims counts: stated",
			"it accuses, so it stands no higher than alleged, though a claim by Dockers is typed stated", "1 other answer by Port Agency travels with the line and does not contest it"},
		"ships": {"1 claim affirms it, by The Gazette", "the strongest of its claims counts: unsubstantiated", "it accuses, and nothing says more than alleged",
			"the caveat of a rumour stays on the line, raised by The Gazette; words that weaken it are printed: “unsubstantiated”"},
	} {
		var got []string
		for _, b := range r.Line(id).Because {
			got = append(got, b.Words)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", id, got, want)
		}
	}
}

func TestSourcesAndQuotes(t *testing.T) {
	r := portReport(t, "")
	judgment, story := r.Sources[0], r.Sources[1]
	if judgment.Text != "not here" || judgment.Unchecked != 1 || judgment.Claims != 1 {
		t.Errorf("the judgment: %+v", judgment)
	}
	if story.Text != "here" || story.Claims != 11 || story.Found != 10 || story.Ambiguous != 1 || story.Missing != 0 || story.Sentences != 7 || story.Covered != 6 {
		t.Errorf("the story: %+v", story)
	}
	if story.Quoted != 52 || story.Words != 92 {
		t.Errorf("quotes have %d words of %d", story.Quoted, story.Words)
	}
	heads := r.Line("heads").Claims[0]
	if heads.Checked != "FOUND" || heads.At != "1:22" || heads.URL != "https://gazette.example/berths" || heads.Archived != "https://archive.example/berths" {
		t.Errorf("c-heads: %+v", heads)
	}
	if cranes := r.Line("cranes").Claims[0]; cranes.Checked != "NOT CHECKED" || cranes.At != "" {
		t.Errorf("c-cranes: %+v", cranes)
	}
	if !slices.Equal(ids(r.Unused), []string{"c-weather"}) || r.Unused[0].Checked != "AMBIGUOUS" || r.Unused[0].At != "2 places" {
		t.Errorf("unused: %+v", r.Unused)
	}
	if got := r.Line("cranes").Unchecked; !slices.Equal(got, []string{"1 quote not checked: the source’s text is not here"}) {
		t.Errorf("unchecked of cranes: %q", got)
	}
}

func TestShort(t *testing.T) {
	var got []string
	for _, remark := range portReport(t, "").Short() {
		mark := ""
		if remark.Grave {
			mark = "! "
		}
		got = append(got, mark+remark.Words)
	}
	want := []string{
		"! The case has 1 error, and is not drawn: see what check found.",
		"! 2 named persons are accused: Ada Berg and Noor Aziz, by 2 lines.",
		"! 1 body is accused: Port Board, by 1 line.",
		"! 1 person heads, belongs to or works for someone accused: Carl Dorn.",
		"1 line accuses no person and no body by name: groups, what moves, or numbers.",
		"Of 1 line that accuses the claims say that someone was asked for a reply, of 3 they do not.",
		"1 line is disputed, and printed with who denies or disputes it.",
		"1 line is answered and not disputed, and printed with the answer.",
		"! Of 12 quotes, 10 stand in their sources’ texts word for word, 0 are missing there, 1 are there more than once, and 1 were not checked.",
		"The quotes have 57% of the words of The Gazette, 2 May 2024.",
	}
	if len(got) < len(want) || !slices.Equal(got[:len(want)], want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestSummary(t *testing.T) {
	s := portReport(t, "").Summary
	named := func(list []report.Named) (ids []string) {
		for _, n := range list {
			ids = append(ids, n.ID)
		}
		return ids
	}
	if !slices.Equal(named(s.Persons), []string{"ada", "noor"}) || !slices.Equal(named(s.Bodies), []string{"board"}) || !slices.Equal(named(s.Bound), []string{"carl"}) {
		t.Errorf("accused %v and %v, bound %v", s.Persons, s.Bodies, s.Bound)
	}
	if s.Accusing != 4 || s.OfPersons != 2 || s.OfBodies != 1 || s.OfOthers != 1 || s.Asked != 1 || s.Denied != 1 || s.Answered != 1 || s.NeverDrawn != 1 || s.UnusedClaims != 1 {
		t.Errorf("%+v", s)
	}
	if s.Errors != 1 || s.RuleChanges != 1 || s.Corrections != 1 {
		t.Errorf("%d errors, %d rule changes, %d corrections", s.Errors, s.RuleChanges, s.Corrections)
	}
}

func TestFiguresSayInWhatTheyDiffer(t *testing.T) {
	r := portReport(t, "")
	if len(r.Figures) != 1 || len(r.Figures[0].DifferIn) > 0 || r.Figures[0].Comparison() != "The values answer one question and are not the same: they disagree." {
		t.Errorf("harbour: %+v", r.Figures)
	}
	r = seedReport(t, "")
	for id, want := range map[string]string{
		"figure-100000": "The values differ in measure: they do not contradict each other.",
		"figure-259":    "The values differ in measure and period: they do not contradict each other.",
	} {
		i := slices.IndexFunc(r.Figures, func(f report.Figure) bool { return f.ID == id })
		if i < 0 || r.Figures[i].Comparison() != want {
			t.Errorf("%s: %+v", id, r.Figures)
		}
	}
}

// The report shows what the pictures have: every line of every view, with the number of its
// note, and nothing that is doubted without its word and its speaker.
func TestNothingIsLeftOutOfAView(t *testing.T) {
	r := seedReport(t, "")
	shown := map[string]int{}
	for _, v := range r.Views {
		if len(v.Lines) == 0 {
			t.Errorf("view %s has no line", v.ID)
		}
		for _, n := range v.Lines {
			shown[n.Line]++
			if n.Note == 0 {
				t.Errorf("%s in %s has no note", n.Line, v.ID)
			}
		}
	}
	if len(shown)+r.Summary.NeverDrawn != len(r.Lines) {
		t.Errorf("%d lines are shown and %d never, of %d", len(shown), r.Summary.NeverDrawn, len(r.Lines))
	}
	for _, l := range r.Lines {
		if shown[l.ID] != len(l.Shown) {
			t.Errorf("%s is in %d views and says %d", l.ID, shown[l.ID], len(l.Shown))
		}
		if l.Standing != "stated" && l.Standing != "record" && (l.Caveat == "" || l.By() == "") {
			t.Errorf("%s is %s and has the caveat %q by %q", l.ID, l.Standing, l.Caveat, l.By())
		}
	}
}

func TestJSON(t *testing.T) {
	for name, r := range map[string]*report.Report{"seed": seedReport(t, ""), "port": portReport(t, ""), "empty": reportOf(&entities.File{Case: &entities.Case{}}, nil, "")} {
		var first, second bytes.Buffer
		if err := r.WriteJSON(&first); err != nil {
			t.Fatal(err)
		}
		if err := r.WriteJSON(&second); err != nil || first.String() != second.String() {
			t.Errorf("%s: written twice it differs (%v)", name, err)
		}
		if strings.Contains(first.String(), ": null") {
			t.Errorf("%s: something is null", name)
		}
		var fields map[string]any
		if err := json.Unmarshal(first.Bytes(), &fields); err != nil {
			t.Fatal(err)
		}
		for _, field := range []string{"title", "language", "summary", "persons", "lines", "views", "figures", "problems", "ruleChanges", "sources", "unused", "corrections"} {
			if _, has := fields[field]; !has {
				t.Errorf("%s: no field %q, only %v", name, field, slices.Sorted(maps.Keys(fields)))
			}
		}
		if fields["version"] != float64(report.Version) {
			t.Errorf("%s: version %v", name, fields["version"])
		}
	}
}

func TestWhy(t *testing.T) {
	r := portReport(t, "")
	for _, test := range []struct {
		id, kind string
		lines    []string
	}{
		{"bribe", "relation", []string{"bribe"}},
		{"ships", "flow", []string{"ships"}},
		{"ships/2", "flow", []string{"ships"}},
		{"let-go", "figure", []string{"let-go/1", "let-go/2"}},
		{"let-go/2", "value", []string{"let-go/2"}},
		{"ada", "entity", []string{"bribe", "heads"}},
		{"c-bribe", "claim", []string{"bribe"}},
		{"judgment", "source", []string{"cranes"}},
		{"harbour", "view", nil},
	} {
		answers, err := r.Why(test.id)
		if err != nil || len(answers) != 1 || answers[0].Kind != test.kind {
			t.Errorf("why %s: %v, %+v", test.id, err, answers)
			continue
		}
		var lines []string
		for _, l := range answers[0].Lines {
			lines = append(lines, l.ID)
		}
		if test.lines != nil && !slices.Equal(lines, test.lines) {
			t.Errorf("why %s: lines %q, want %q", test.id, lines, test.lines)
		}
	}
	between, err := r.WhyBetween("ada", "traders")
	if err != nil || len(between.Lines) != 1 || between.Lines[0].ID != "bribe" {
		t.Errorf("between ada and traders: %v, %+v", err, between)
	}
	if _, err := r.Why("bribes"); err == nil || err.Error() != `the case has no "bribes"; did you mean "bribe"?` {
		t.Errorf("why bribes: %v", err)
	}
	if _, err := r.WhyBetween("ada", "bribe"); err == nil || strings.Contains(err.Error(), "bribe\"?") {
		t.Errorf("between an entity and a relation: %v", err)
	}
}

func fileOf(t testing.TB, path string) *entities.File {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, problems := entities.Load(filepath.Base(path), data)
	if problems.HasErrors() {
		t.Fatalf("%v", problems)
	}
	return file
}
