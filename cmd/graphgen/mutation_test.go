package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/soak"
)

var mutations = flag.Int("mutations", soak.Cases(500, 150), "how many dishonest edits of the seed case to try")

// TestDishonestEdits changes the seed case as somebody would who wants a picture to say
// more than the sources do, in one place each time, and holds that every edit is refused or
// draws nothing as more than it was. The first of each kind that is refused is built as well.
func TestDishonestEdits(t *testing.T) {
	seed := newTrial(t)
	random := rand.New(rand.NewPCG(2023, 259))
	kinds := slices.Clone(dishonesties)
	if seed.article == "" {
		t.Log("the article is not here: altered and invented quotes were not tried, nothing else can refuse them")
		kinds = slices.DeleteFunc(kinds, func(k dishonesty) bool { return k.kind == alteredQuote || k.kind == inventedConfirmation })
	}
	refused, harmless := map[string]int{}, map[string]int{}
	tried := map[string]bool{}
	want := *mutations
	if testing.Short() {
		want = min(want, 90)
	}
	for n := 0; n < want && len(kinds) > 0; {
		kind := kinds[n%len(kinds)]
		edited, what := seed.edit(random, kind, tried)
		if what == "" {
			kinds = slices.DeleteFunc(kinds, func(k dishonesty) bool { return k.kind == kind.kind })
			continue
		}
		n++
		problems, more := seed.judge(t, edited)
		if kind.kind == ownRecordKind {
			more = slices.DeleteFunc(more, func(what string) bool { return strings.Contains(what, " is said by ") })
		}
		switch {
		case problems.HasErrors():
			if refused[kind.kind]++; refused[kind.kind] == 1 {
				seed.wantNothingBuilt(t, edited)
			}
		case len(more) == 0:
			harmless[kind.kind]++
		default:
			t.Errorf("%s: %s: drawn as more than it was:\n\t%s", kind.kind, what, strings.Join(more, "\n\t"))
		}
	}
	t.Logf("%-30s %8s %20s", "dishonest edit", "refused", "drawn as no more")
	for _, k := range dishonesties {
		t.Logf("%-30s %8d %20d", k.kind, refused[k.kind], harmless[k.kind])
	}
	if len(tried) < want {
		t.Logf("there are no more than %d different edits", len(tried))
	}
}

// trial is the seed case to be edited, with what its pictures say.
type trial struct {
	text     string // of the case file
	article  string // the path of the article; empty where it is not here
	texts    map[string]check.SourceText
	before   map[string]map[string]saying
	answered []answered
}

// answered is an answer that a view shows with a line.
type answered struct{ view, claim string }

func newTrial(t *testing.T) *trial {
	data, err := os.ReadFile(seedCase)
	if err != nil {
		t.Fatal(err)
	}
	seed := &trial{text: string(data), before: sayings(loadSeed(t).Case)}
	if path, ok := seedText(t); ok {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		seed.article, seed.texts = path, map[string]check.SourceText{seedSource: {Name: path, Data: text}}
	}
	for _, view := range sortedKeys(seed.before) {
		shown := map[string]bool{}
		for _, line := range seed.before[view] {
			for id, e := range line.entries {
				if e.Claim.Answers.Claim != "" && denial(e.Lead) > 0 {
					shown[id] = true
				}
			}
		}
		for _, id := range sortedKeys(shown) {
			seed.answered = append(seed.answered, answered{view, id})
		}
	}
	return seed
}

// edit makes an edit of a kind that was not tried yet. It says nothing where none is found.
func (seed *trial) edit(random *rand.Rand, kind dishonesty, tried map[string]bool) (edited document, what string) {
	for range 100 {
		if edited == nil {
			edited = parse(seed.text)
		}
		if what = kind.edit(&hand{random, edited, seed}); what == "" {
			continue // nothing was changed
		}
		if key := kind.kind + ": " + what; !tried[key] {
			tried[key] = true
			return edited, what
		}
		edited = nil
	}
	return nil, ""
}

// TestTrialSeesMore makes sure that what pictures say more is seen, by edits that no check
// refuses.
func TestTrialSeesMore(t *testing.T) {
	seed := newTrial(t)
	for what, edit := range map[string]func(document){
		"no longer disputed": func(d document) {
			d.find("claims", "c-officials-answer-un-estimate").object("answers")["as"] = "denies-other-wording"
		},
		"is gone from the note":       func(d document) { delete(d.find("claims", "c-dyer-has-reports"), "answers") },
		"names [\"cindy-dyer\"]":      func(d document) { delete(d.find("claims", "c-un-found-the-same"), "answers") },
		"was by \"Sar Sokha, as told": func(d document) { delete(d.find("claims", "c-sokha-denies-press"), "relayedBy") },
		"drawn, and was not": func(d document) {
			include := d.find("views", "complicity").object("include")
			include["ids"] = append(include["ids"].([]any), "sokha-heads-ncct")
		},
	} {
		edited := parse(seed.text)
		edit(edited)
		problems, more := seed.judge(t, edited)
		if problems.HasErrors() {
			t.Errorf("%s: refused: %v", what, problems)
		}
		if !strings.Contains(strings.Join(more, "\n"), what) {
			t.Errorf("%s: not seen among %q", what, more)
		}
	}
}

// judge checks an edited case and tells in what its pictures say more.
func (seed *trial) judge(t *testing.T, edited document) (problem.List, []string) {
	data, err := json.Marshal(edited)
	if err != nil {
		t.Fatal(err)
	}
	file, problems := entities.Load("edited.json", data)
	if problems.HasErrors() {
		return problems, nil
	}
	if problems = check.Check(file, network.New(entities.NewIndex(file.Case)), check.Options{Texts: seed.texts}); problems.HasErrors() {
		return problems, nil
	}
	var more []string
	after := sayings(file.Case)
	for _, view := range sortedKeys(after) {
		for _, what := range saysMore(seed.before[view], after[view]) {
			more = append(more, view+": "+what)
		}
	}
	return problems, more
}

// wantNothingBuilt builds an edited case that has errors.
func (seed *trial) wantNothingBuilt(t *testing.T, edited document) {
	folder := t.TempDir()
	path, out := filepath.Join(folder, "case.json"), filepath.Join(folder, "out")
	writeJSON(t, path, edited)
	args := []string{"build", path, "-o", out}
	if seed.article != "" {
		args = append(args, "--text", seedSource+"="+seed.article)
	}
	var stdout, stderr bytes.Buffer
	if code := run(args, nil, &stdout, &stderr); code != exitData {
		t.Errorf("build of a refused case: exit code %d: %s", code, stderr.String())
	}
	if _, err := os.Stat(out); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("build of a refused case wrote %s", out)
	}
}
