package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
)

// dishonesty is a kind of edit. It changes the document in one place and says what it did,
// or nothing where it found nothing to change.
type dishonesty struct {
	kind string
	edit func(*hand) string
}

// dishonesties are the kinds that are tried. Left out are edits that no program can know for
// dishonest, since what they leave is the file that an honest reader of another article
// would write: an answer called another kind of answer, or untied from what it answers,
// which is no worse than leaving it out of the case; who relays a claim taken out; a
// relation's type or label changed for another; a word that weakens cut off the end of a
// quote and its hedge at once, or one that the list of such words does not have; several
// fields rewritten until they agree.
var dishonesties = []dishonesty{
	{alteredQuote, alterQuote},
	{"denial deleted from a view", excludeDenial},
	{"standing raised", raiseStanding},
	{"speaker removed", removeSpeaker},
	{"hedge dropped", dropHedge},
	{"source removed", removeSource},
	{"source called another type", promoteSource},
	{"wrongdoing called harmless", excuseWrongdoing},
	{"check of honesty turned off", silenceCheck},
	{ownRecordKind, ownRecord},
	{"words typed again as stated", sayAgain},
	{inventedConfirmation, confirmByAccused},
}

// hand is what edits a case.
type hand struct {
	*rand.Rand
	document document
	seed     *trial
}

// document is a case file as its JSON has it.
type document map[string]any

func parse(text string) document {
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var d document
	if err := decoder.Decode(&d); err != nil {
		panic(err) // the seed case was loaded before
	}
	return d
}

// list returns the objects under a key.
func (d document) list(key string) []document {
	var objects []document
	values, _ := d[key].([]any)
	for _, v := range values {
		objects = append(objects, v.(map[string]any))
	}
	return objects
}

// words returns the strings under a key.
func (d document) words(key string) []string {
	var found []string
	values, _ := d[key].([]any)
	for _, v := range values {
		found = append(found, v.(string))
	}
	return found
}

// object returns the object under a key, made where there is none.
func (d document) object(key string) document {
	if d[key] == nil {
		d[key] = map[string]any{}
	}
	return d[key].(map[string]any)
}

func (d document) id() string { return d["id"].(string) }

// find returns the object of a list that has the id.
func (d document) find(key, id string) document {
	objects := d.list(key)
	return objects[slices.IndexFunc(objects, func(o document) bool { return o.id() == id })]
}

func pick[T any](h *hand, list []T) T { return list[h.IntN(len(list))] }

func (h *hand) claim() document { return pick(h, h.document.list("claims")) }

// clear takes a field away or leaves it empty.
func (h *hand) clear(d document, key string, empty any) string {
	if h.IntN(2) == 0 {
		delete(d, key)
		return fmt.Sprintf("%s of %s taken out", key, d.id())
	}
	d[key] = empty
	return fmt.Sprintf("%s of %s emptied", key, d.id())
}

// The kinds that only the article itself can refuse: what it does not say is quoted.
const (
	alteredQuote         = "quote altered by one word"
	inventedConfirmation = "the accused made to confirm"
)

func alterQuote(h *hand) string {
	c := h.claim()
	quote := strings.Fields(c["quote"].(string))
	at := h.IntN(len(quote))
	other := pick(h, slices.Concat([]string{"not", "never", "all", "must"}, strings.Fields(h.claim()["quote"].(string))))
	switch h.IntN(3) {
	case 0:
		if other == quote[at] {
			return ""
		}
		quote[at] = other
	case 1:
		quote = slices.Insert(quote, at, other)
	case 2:
		quote = slices.Delete(quote, at, at+1)
	}
	was := c["quote"]
	c["quote"] = strings.Join(quote, " ")
	return fmt.Sprintf("%s: %q became %q", c.id(), was, c["quote"])
}

// excludeDenial excludes an answer from a view that shows it, by any word that a view can
// exclude by, or takes what speaks it out of what the view includes.
func excludeDenial(h *hand) string {
	shown := pick(h, h.seed.answered)
	view, claim := h.document.find("views", shown.view), h.document.find("claims", shown.claim)
	speaker := h.document.find("entities", claim["speaker"].(string))
	ways := [][2]string{{"ids", claim.id()}, {"ids", speaker.id()}, {"types", speaker["type"].(string)}, {"types", "figure"}}
	for _, tag := range speaker.words("tags") {
		ways = append(ways, [2]string{"tags", tag})
	}
	for _, r := range h.document.list("relations") {
		if slices.Contains(r.words("claims"), claim.id()) || r["from"] == speaker.id() || r["to"] == speaker.id() {
			ways = append(ways, [2]string{"ids", r.id()}, [2]string{"relations", r["type"].(string)})
		}
	}
	way := pick(h, ways)
	list, word := way[0], way[1]
	if include := view.object("include"); slices.Contains(include.words(list), word) {
		kept, _ := include[list].([]any)
		include[list] = slices.DeleteFunc(kept, func(v any) bool { return v == word })
		return fmt.Sprintf("view %s no longer includes %s %q, for %s", view.id(), list, word, claim.id())
	}
	exclude := view.object("exclude")
	had, _ := exclude[list].([]any)
	exclude[list] = append(had, word)
	return fmt.Sprintf("view %s excludes %s %q, for %s", view.id(), list, word, claim.id())
}

func raiseStanding(h *hand) string {
	order := []string{"rumoured", "alleged", "stated", "record"}
	c := h.claim()
	rank := slices.Index(order, c["standing"].(string))
	if rank == len(order)-1 {
		return ""
	}
	was := c["standing"]
	c["standing"] = pick(h, order[rank+1:])
	return fmt.Sprintf("%s: %s became %s", c.id(), was, c["standing"])
}

func removeSpeaker(h *hand) string {
	c := h.claim()
	if h.IntN(4) > 0 {
		return h.clear(c, "speaker", "")
	}
	speaker := c["speaker"]
	h.document["entities"] = slices.DeleteFunc(h.document["entities"].([]any), func(e any) bool { return e.(map[string]any)["id"] == speaker })
	return fmt.Sprintf("entity %s taken out", speaker)
}

func dropHedge(h *hand) string {
	c := h.claim()
	hedge, _ := c["hedge"].([]any)
	if text, ok := c["hedge"].(string); ok {
		hedge = []any{text}
	}
	if len(hedge) == 0 {
		return ""
	}
	at := h.IntN(len(hedge))
	phrase := strings.Fields(hedge[at].(string))
	if len(phrase) == 1 || h.IntN(3) == 0 {
		return h.clear(c, "hedge", []any{})
	}
	word := h.IntN(len(phrase))
	hedge[at] = strings.Join(slices.Delete(slices.Clone(phrase), word, word+1), " ")
	c["hedge"] = hedge
	return fmt.Sprintf("hedge of %s: %q became %q", c.id(), strings.Join(phrase, " "), hedge[at])
}

func removeSource(h *hand) string {
	if h.IntN(8) == 0 {
		h.document["sources"] = []any{}
		return "all sources taken out"
	}
	return h.clear(h.claim(), "source", "")
}

func promoteSource(h *hand) string {
	s := h.document.list("sources")[0]
	to := pick(h, []string{"record", "report", "dataset", "other"})
	s["type"] = to
	return fmt.Sprintf("source %s became a %s", s.id(), to)
}

func excuseWrongdoing(h *hand) string {
	own := h.document.object("relationTypes")
	used := pick(h, h.document.list("relations"))["type"].(string)
	declared, ok := own[used].(map[string]any)
	switch {
	case !ok:
		own[used] = map[string]any{"label": used, "inverse": used, "wrongdoing": false}
		return fmt.Sprintf("built-in type %s declared harmless", used)
	case declared["wrongdoing"] != true:
		return ""
	}
	declared["wrongdoing"] = false
	return fmt.Sprintf("type %s called harmless", used)
}

func silenceCheck(h *hand) string {
	slug := pick(h, []string{"denial-dropped", "quote-missing", "dropped-hedge", "hedge-not-in-quote", "no-speaker", "no-source",
		"no-quote", "rumoured-wrongdoing", "nothing-affirms", "text-changed", "no-claim", "cut-short", "raised-rumour"})
	severity := pick(h, []string{"off", "note", "warning"})
	h.document.object("rules")[slug] = map[string]any{"severity": severity, "reason": "It gets in the way"}
	return fmt.Sprintf("check %s: %s", slug, severity)
}

// ownRecordKind is the kind that names another source, which is no more than it says.
const ownRecordKind = "an accuser's own record"

// ownRecord has a speaker who is no public body call what they say their record: a source of type
// record of their own has it, at first hand.
func ownRecord(h *hand) string {
	c := h.claim()
	speaker := h.document.find("entities", c["speaker"].(string))
	switch speaker["type"] {
	case "ministry", "agency", "government":
		return ""
	}
	if standing := c["standing"]; standing != "alleged" && standing != "stated" || c["answers"] != nil || h.flowsOn(c) {
		return ""
	}
	delete(c, "relayedBy")
	c["standing"], c["source"] = "record", "own-record"
	h.document["sources"] = append(h.document["sources"].([]any),
		map[string]any{"id": "own-record", "type": "record", "title": "Our books", "publisher": speaker.id()})
	return fmt.Sprintf("%s became the record of %s", c.id(), speaker.id())
}

// flowsOn tells whether a flow or a value rests on a claim: whether these accuse is known by how
// the claim is typed alone.
func (h *hand) flowsOn(claim document) bool {
	for _, flow := range h.document.list("flows") {
		if slices.Contains(flow.words("claims"), claim.id()) {
			return true
		}
	}
	for _, figure := range h.document.list("figures") {
		for _, value := range figure["values"].([]any) {
			if slices.Contains(document(value.(map[string]any)).words("claims"), claim.id()) {
				return true
			}
		}
	}
	return false
}

// sayAgain types the words of a claim again, as stated, has all lines rest on that, and leaves what
// answers the claim with the one that no line has any more.
func sayAgain(h *hand) string {
	c := h.claim()
	if c["answers"] != nil || c["standing"] == "stated" && !h.answered(c.id()) {
		return ""
	}
	first := map[string]any{}
	for key, value := range c {
		first[key] = value
	}
	was, id := c["standing"], c.id()+"-first"
	first["id"], c["standing"] = id, "stated"
	for _, other := range h.document.list("claims") {
		if answers, ok := other["answers"].(map[string]any); ok && answers["claim"] == c.id() && answers["as"] != "repeats" && answers["as"] != "confirms" {
			answers["claim"] = id
		}
	}
	h.document["claims"] = append(h.document["claims"].([]any), first)
	return fmt.Sprintf("%s, %s, typed again as stated", c.id(), was)
}

func (h *hand) answered(id string) bool {
	return slices.ContainsFunc(h.document.list("claims"), func(c document) bool {
		answers, ok := c["answers"].(map[string]any)
		return ok && answers["claim"] == id
	})
}

// confirmByAccused has a line that accuses confirmed by one whom it accuses.
func confirmByAccused(h *hand) string {
	r := pick(h, h.document.list("relations"))
	known, builtin := entities.BuiltinRelationTypes()[r["type"].(string)]
	if !builtin || !known.Wrongdoing || len(r.words("claims")) == 0 {
		return ""
	}
	was := h.document.find("claims", pick(h, r.words("claims")))
	again := map[string]any{"id": was.id() + "-admitted", "source": was["source"], "speaker": r["from"], "quote": "answered the questions about it",
		"standing": pick(h, []string{"stated", "record"}), "answers": map[string]any{"claim": was.id(), "as": pick(h, []string{"confirms", "repeats"})}}
	h.document["claims"] = append(h.document["claims"].([]any), again)
	claims := r["claims"].([]any)
	r["claims"] = append(claims, again["id"])
	return fmt.Sprintf("%s confirms %s of %s", r["from"], was.id(), r.id())
}
