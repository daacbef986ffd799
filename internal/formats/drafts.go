package formats

import (
	"bytes"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/weblink"
)

// drafts makes a case of what others name: entities with ids of their own, and relations that
// wait for a claim.
type drafts struct {
	Case entities.Case

	entityType entities.EntityType // where nobody says
	words      vocabulary
	taken      map[string]bool   // ids
	numbers    map[string]int    // the next to try behind an id that is taken
	byName     map[string]string // ids of entities, by plainWord of a name or an alias
	changed    int               // texts that did not fit
	guessed    int               // entities whose type nobody says
	unclear    int               // links that are entities.LinkedTo
}

func newDrafts(o ImportOptions) *drafts {
	d := &drafts{entityType: o.EntityType, words: newVocabulary(), taken: map[string]bool{}, numbers: map[string]int{}, byName: map[string]string{}}
	if d.entityType == "" {
		d.entityType = entities.Organization
	}
	d.Case = entities.Case{Version: 1, Language: o.Language}
	return d
}

// entitle gives the case a title where it has none.
func (d *drafts) entitle(title string) {
	if title = d.fit(d.Case, "Title", title); title != "" && len(d.Case.Title) == 0 {
		d.Case.Title = entities.Text{"": title}
	}
}

// fit returns a text as a field of the object can hold it.
func (d *drafts) fit(object any, field, text string) string {
	fitted, whole := entities.Fit(reflect.TypeOf(object), field, text)
	if !whole && strings.TrimSpace(text) != fitted {
		d.changed++
	}
	return fitted
}

// free returns the id, or one like it that nothing has, and takes it.
func (d *drafts) free(id string) string {
	numbered := id
	for d.taken[numbered] {
		// The search goes on where the last one for the same id ended: nothing is given back.
		n := max(2, d.numbers[id])
		numbered, d.numbers[id] = fmt.Sprintf("%s-%d", id, n), n+1
	}
	d.taken[numbered] = true
	return numbered
}

// idOf makes an id of what others call a thing: their own id where a case may have it, else the
// words of it.
func (d *drafts) idOf(theirs, name, other string) string {
	switch {
	case theirs == "":
		return d.free(entities.IDFor(name, other))
	case entities.ValidID(theirs):
		return d.free(theirs)
	}
	return d.free(entities.IDFor(theirs, entities.IDFor(name, other)))
}

// add adds an entity that has an id, and knows it by its names.
func (d *drafts) add(e entities.Entity) {
	d.Case.Entities = append(d.Case.Entities, e)
	d.know(e.Name[""], e.ID)
}

func (d *drafts) know(name, id string) {
	if plain := plainWord(name); plain != "" && d.byName[plain] == "" {
		d.byName[plain] = id
	}
}

// named returns the id of the entity of that name, which is added where there is none. It is
// empty where the name says nothing.
func (d *drafts) named(name string) string {
	if id := d.byName[plainWord(name)]; id != "" {
		return id
	}
	name = d.fit(entities.Entity{}, "Name", name)
	if name == "" {
		return ""
	}
	e := entities.Entity{ID: d.idOf("", name, string(d.entityType)), Type: d.entityType, Name: entities.Text{"": name}}
	d.guessed++
	d.add(e)
	return e.ID
}

// typed gives a relation the type that a word means. One that means none becomes the label of
// a link of which nobody knows what it says.
func (d *drafts) typed(r *entities.Relation, word string) {
	if m, known := d.words.says(word); known {
		r.Type = m.Type
		if m.Swapped {
			r.From, r.To = r.To, r.From
		}
		return
	}
	if _, own := d.Case.RelationTypes[word]; own {
		r.Type = word
		return
	}
	r.Type = entities.LinkedTo
	d.unclear++
	if word == entities.LinkedTo {
		return
	}
	if label := d.fit(entities.Relation{}, "Label", word); label != "" && len(r.Label) == 0 {
		r.Label = entities.Text{"": label}
	}
}

// relationID makes an id of what a relation says, as graphgen quote does.
func (d *drafts) relationID(theirs string, r entities.Relation) string {
	const longest = 150
	id := r.From + "-" + r.Type + "-" + r.To
	if len(id) > longest {
		id = r.Type
	}
	if entities.ValidID(theirs) {
		id = theirs
	}
	return d.free(id)
}

// finish adds what a case needs to be drawn. It tells of what was guessed.
func (d *drafts) finish(loss *Loss) {
	c := &d.Case
	used := map[string]bool{}
	for _, r := range c.Relations {
		used[r.Type] = true
	}
	addOwnTypes(c, used)
	d.addViews()
	tellDrafts(loss, d.unsourced(), d.unclear, d.guessed, d.entityType)
	loss.add("texts", d.changed, "texts with characters that no text may have, or too long", "without those, and cut")
}

// unsourced counts the relations that wait for a claim.
func (d *drafts) unsourced() int {
	n := 0
	for _, r := range d.Case.Relations {
		if r.Draft && len(r.Claims) == 0 {
			n++
		}
	}
	return n
}

func overview(title entities.Text) entities.View { return entities.View{ID: "overview", Title: title} }

// tellDrafts tells what an import does not know.
func tellDrafts(loss *Loss, unsourced, unclear, guessed int, guess entities.EntityType) {
	loss.add("evidence", unsourced, "relations without a claim", "drafts, drawn as unsourced until a claim bears them out")
	loss.add("relation-types", unclear, "links of which graphgen does not know what they say",
		"type "+entities.LinkedTo+" with their words as the label; it counts as a wrongdoing until you give each a type")
	loss.add("entity-types", guessed, "entities whose type nobody says", "taken for "+string(guess)+"; see --entity-type")
}

// appendLink adds an address that may be published; others are no links.
func appendLink(links []string, link string) []string {
	if weblink.Check(link) != nil || len(link) > maxLink || slices.Contains(links, link) {
		return links
	}
	return append(links, link)
}

// maxLink is the longest address that a case takes.
const maxLink = 2000

// imported makes the result of a case, which must have the shape of one. The case itself goes
// before its file is read again, since both at once take much room.
func (d *drafts) imported(loss Loss, place func(*entities.File, problem.List) problem.List) (Import, error) {
	tally := Tally{len(d.Case.Sources), len(d.Case.Entities), len(d.Case.Relations), d.unsourced()}
	data := capture.Start(d.Case)
	d.Case = entities.Case{}
	file, found := entities.Load("the case", data)
	if found.HasErrors() {
		found = place(file, found)
		found.Sort()
		return Import{}, &Refusal{Problems: found}
	}
	return Import{Tally: tally, Loss: loss, write: func(w io.Writer) error {
		_, err := io.Copy(w, bytes.NewReader(data))
		return err
	}}, nil
}
