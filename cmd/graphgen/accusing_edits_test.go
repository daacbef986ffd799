package main

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
)

// TestAccusingEdits has somebody write into the seed case and the example, in letters as they are
// or in others that look like them, what no claim says: each edit is an error.
func TestAccusingEdits(t *testing.T) {
	want := 300
	if testing.Short() {
		want = 60
	}
	refused := map[string]int{}
	random := rand.New(rand.NewPCG(7, 41))
	for i := range want {
		path := []string{seedCase, "../../examples/harbour/" + harbourCase, "../../examples/harbour/" + harbourCase}[i%3]
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		w := &writerIn{rand: random, document: parse(string(data))}
		k := accusingEdits[i/3%len(accusingEdits)]
		what := k.edit(w)
		if what == "" {
			continue // there is nothing of the sort in this case
		}
		edited, err := json.Marshal(w.document)
		if err != nil {
			t.Fatal(err)
		}
		file, problems := entities.Load("edited.json", edited)
		if !problems.HasErrors() {
			problems = check.Check(file, network.New(entities.NewIndex(file.Case)), check.Options{})
		}
		if !problems.HasErrors() {
			t.Errorf("%s, %s: %q is no error", path, k.kind, what)
		}
		refused[k.kind]++
	}
	for _, k := range accusingEdits {
		t.Logf("%-40s refused %d", k.kind, refused[k.kind])
		if refused[k.kind] == 0 {
			t.Errorf("%s was never tried", k.kind)
		}
	}
}

type writerIn struct {
	rand     *rand.Rand
	document document
}

var accusingEdits = []struct {
	kind string
	edit func(*writerIn) string
}{
	{"label of a stated line", func(w *writerIn) string {
		r := w.some("relations", w.stated)
		return w.set(r, "label", w.deed())
	}},
	{"label of a stated line, in one language", func(w *writerIn) string {
		r := w.some("relations", w.stated)
		if r == nil {
			return ""
		}
		said := w.one("ติดสินบน", "សូកប៉ាន់", "رشوة", "ฆ่า", "លាងលុយ", "اختلس")
		r["label"] = map[string]any{"en": "met", w.one("th", "km", "ar"): said}
		return said
	}},
	{"label or inverse of a case's own type", func(w *writerIn) string {
		r := w.some("relations", func(r document) bool {
			own, is := w.document.object("relationTypes")[str(r, "type")].(map[string]any)
			return w.stated(r) && is && own["wrongdoing"] == false && (r["label"] == nil)
		})
		if r == nil {
			return ""
		}
		return w.set(w.document.object("relationTypes")[str(r, "type")].(map[string]any), w.one("label", "inverse"), w.deed())
	}},
	{"label of a stated flow", func(w *writerIn) string {
		return w.set(w.some("flows", w.stated), "label", w.deed())
	}},
	{"name of a person", func(w *writerIn) string {
		e := w.some("entities", func(e document) bool { return e["type"] == "person" })
		if e == nil {
			return ""
		}
		name, _ := e["name"].(string)
		if names, several := e["name"].(map[string]any); several {
			name = names["en"].(string)
		}
		said := w.one("Convicted trafficker "+name, name+" (convicted)", w.otherwise("the murderer")+" "+name, name+", "+w.otherwise("jailed")+" 2019")
		return w.set(e, "name", said)
	}},
	{"alias of a person", func(w *writerIn) string {
		e := w.some("entities", func(e document) bool { return e["type"] == "person" })
		if e == nil {
			return ""
		}
		said := w.otherwise("fraudster") + " of the port"
		e["aliases"] = []any{said}
		return said
	}},
	{"title or caption that calls it proven", func(w *writerIn) string {
		v := w.some("views", func(v document) bool { return slices.Contains([]string{"complicity", "berths", "quay"}, v.id()) })
		return w.set(v, w.one("title", "caption"), w.one("All of it "+w.otherwise("proven"), "Proven; the denial is false", "The "+w.otherwise("undeniable")+" story"))
	}},
	{"label that calls an allegation proven", func(w *writerIn) string {
		r := w.some("relations", func(r document) bool { return w.standing(r, "alleged") })
		return w.set(r, "label", w.otherwise("proven")+" to deal with")
	}},
	{"type in other letters", func(w *writerIn) string {
		r := w.some("relations", func(r document) bool { return strings.ContainsAny(str(r, "type"), "aeiop") })
		return w.set(r, "type", strings.NewReplacer("e", "е", "a", "а", "o", "о", "i", "і", "p", "р").Replace(str(r, "type")))
	}},
	{"words silenced without a reason", func(w *writerIn) string {
		r := w.some("relations", w.stated)
		said := w.set(r, "label", w.deed())
		change := map[string]any{"severity": w.one("off", "note", "warning"), "reason": w.one(".", "ok", "because", "aaaaaaaaaaaaaaaaaaaaaaaa", "\u200b\u200b")}
		if w.rand.IntN(2) == 0 {
			change["only"] = []any{r.id()}
		}
		w.document.object("rules")["accusing-label"] = change
		return said
	}},
}

func str(d document, key string) string {
	s, _ := d[key].(string)
	return s
}

func (w *writerIn) one(list ...string) string { return list[w.rand.IntN(len(list))] }

// some returns an object of a list, or nil where none is such.
func (w *writerIn) some(list string, such func(document) bool) document {
	all := slices.DeleteFunc(w.document.list(list), func(d document) bool { return !such(d) })
	if len(all) == 0 {
		return nil
	}
	return all[w.rand.IntN(len(all))]
}

func (w *writerIn) set(d document, key, said string) string {
	if d == nil {
		return ""
	}
	d[key] = said
	return said
}

// standing tells whether all claims of a line are typed so; records count as stated.
func (w *writerIn) standing(d document, standing string) bool {
	for _, id := range d.words("claims") {
		if is := str(w.document.find("claims", id), "standing"); is != standing && !(standing == "stated" && is == "record") {
			return false
		}
	}
	return len(d.words("claims")) > 0
}

// stated tells whether a line is drawn as a fact.
func (w *writerIn) stated(d document) bool {
	accuses := func(kind string) bool {
		own, _ := w.document.object("relationTypes")[kind].(map[string]any)
		return entities.BuiltinRelationTypes()[kind].Wrongdoing || own["wrongdoing"] == true
	}
	for _, r := range w.document.list("relations") { // what shares claims with a wrongdoing is alleged
		shares := slices.ContainsFunc(r.words("claims"), func(id string) bool { return slices.Contains(d.words("claims"), id) })
		if d["type"] == nil && shares && accuses(str(r, "type")) {
			return false
		}
	}
	return !accuses(str(d, "type")) && w.standing(d, "stated")
}

func (w *writerIn) deed() string {
	deed := w.one("bribed", "laundering money for", "guilty of fraud with", "ordered the murder of", "convicted with", "killed", "stole from",
		"trafficked girls for", "loots", "as the court held bribed", "embezzles for", "paid kickbacks to", "jailed 2019")
	return w.otherwise(deed)
}

// otherwise writes words so that they read as they did.
func (w *writerIn) otherwise(words string) string {
	switch w.rand.IntN(6) {
	case 0:
		return strings.NewReplacer("a", "а", "e", "е", "i", "і", "o", "о", "p", "р", "s", "ѕ", "c", "с", "y", "у").Replace(words)
	case 1:
		return strings.NewReplacer("e", "e\u200d", "i", "i\u00ad", "u", "\u200bu").Replace(words)
	case 2:
		return strings.ToUpper(words)
	case 3:
		return strings.NewReplacer("o", "0", "i", "1", "e", "3").Replace(words)
	case 4:
		list := strings.Fields(words)
		for i, word := range list {
			list[i] = strings.Join(strings.Split(word, ""), " ")
		}
		return strings.Join(list, "  ")
	}
	return words
}
