// Package drafts makes a case of what an import finds: entities with ids of their own, relations that
// wait for a claim, and views that can be read of however many there are. Nothing that comes from
// here stands by more than a draft does. It must never know the form that is read.
package drafts

import (
	"bytes"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/types"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/weblink"
)

// Builder makes a case of what others name: entities with ids of their own, and relations that
// wait for a claim.
type Builder struct {
	Case entities.Case

	EntityType entities.EntityType // where nobody says
	Words      types.Vocabulary
	Taken      map[string]bool   // ids
	numbers    map[string]int    // the next to try behind an id that is taken
	byName     map[string]string // ids of entities, by types.PlainWord of a name or an alias
	Changed    int               // texts that did not fit
	Guessed    int               // entities whose type the files do not say
	Unclear    int               // links that are entities.LinkedTo
}

func New(o formats.ImportOptions) *Builder {
	d := &Builder{EntityType: o.EntityType, Words: types.NewVocabulary(), Taken: map[string]bool{}, numbers: map[string]int{}, byName: map[string]string{}}
	if d.EntityType == "" {
		d.EntityType = entities.Organization
	}
	d.Case = entities.Case{Version: 1, Language: o.Language}
	return d
}

// Entitle gives the case a title where it has none.
func (d *Builder) Entitle(title string) {
	if title = d.Fit(d.Case, "Title", title); title != "" && len(d.Case.Title) == 0 {
		d.Case.Title = entities.Text{"": title}
	}
}

// Fit returns a text as a field of the object can hold it.
func (d *Builder) Fit(object any, field, text string) string {
	fitted, whole := entities.Fit(reflect.TypeOf(object), field, text)
	if !whole && strings.TrimSpace(text) != fitted {
		d.Changed++
	}
	return fitted
}

// free returns the id, or one like it that nothing has, and takes it.
func (d *Builder) free(id string) string {
	numbered := id
	for d.Taken[numbered] {
		// The search goes on where the last one for the same id ended: nothing is given back.
		n := max(2, d.numbers[id])
		numbered, d.numbers[id] = fmt.Sprintf("%s-%d", id, n), n+1
	}
	d.Taken[numbered] = true
	return numbered
}

// IDOf makes an id of what others call a thing: their own id where a case may have it, else the
// words of it.
func (d *Builder) IDOf(theirs, name, other string) string {
	switch {
	case theirs == "":
		return d.free(entities.IDFor(name, other))
	case entities.ValidID(theirs):
		return d.free(theirs)
	}
	return d.free(entities.IDFor(theirs, entities.IDFor(name, other)))
}

// Add adds an entity that has an id, and knows it by its names.
func (d *Builder) Add(e entities.Entity) {
	d.Case.Entities = append(d.Case.Entities, e)
	d.Know(e.Name[""], e.ID)
}

// Know has the name lead to an entity, unless it leads to another.
func (d *Builder) Know(name, id string) {
	if plain := types.PlainWord(name); plain != "" && d.byName[plain] == "" {
		d.byName[plain] = id
	}
}

// Named returns the id of the entity of that name, which is added where there is none. It is
// empty where the name says nothing.
func (d *Builder) Named(name string) string {
	if id := d.byName[types.PlainWord(name)]; id != "" {
		return id
	}
	name = d.Fit(entities.Entity{}, "Name", name)
	if name == "" {
		return ""
	}
	e := entities.Entity{ID: d.IDOf("", name, string(d.EntityType)), Type: d.EntityType, Name: entities.Text{"": name}}
	d.Guessed++
	d.Add(e)
	return e.ID
}

// Typed gives a relation the type that a word means. One that means none becomes the label of
// a link of which nobody knows what it says.
func (d *Builder) Typed(r *entities.Relation, word string) {
	if m, known := d.Words.Says(word); known {
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
	d.Unclear++
	if word == entities.LinkedTo {
		return
	}
	if label := d.Fit(entities.Relation{}, "Label", word); label != "" && len(r.Label) == 0 {
		r.Label = entities.Text{"": label}
	}
}

// RelationID makes an id of what a relation says, as graphgen quote does.
func (d *Builder) RelationID(theirs string, r entities.Relation) string {
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

// Finish adds what a case needs to be drawn. It tells of what was guessed.
func (d *Builder) Finish(loss *formats.Loss) {
	c := &d.Case
	used := map[string]bool{}
	for _, r := range c.Relations {
		used[r.Type] = true
	}
	types.AddOwn(c, used)
	d.addViews()
	Tell(loss, d.unsourced(), d.Unclear, d.Guessed, d.EntityType)
	loss.Add("texts", d.Changed, "texts with characters that no text may have, or too long", "without those, and cut")
}

// unsourced counts the relations that wait for a claim.
func (d *Builder) unsourced() int {
	n := 0
	for _, r := range d.Case.Relations {
		if r.Draft && len(r.Claims) == 0 {
			n++
		}
	}
	return n
}

func Overview(title entities.Text) entities.View { return entities.View{ID: "overview", Title: title} }

// Tell tells what an import does not know.
func Tell(loss *formats.Loss, unsourced, unclear, guessed int, guess entities.EntityType) {
	loss.Add("evidence", unsourced, "relations without a claim", "drafts, drawn as unsourced until they have a claim")
	loss.Add("relation-types", unclear, "links whose meaning graphgen does not know",
		"type "+entities.LinkedTo+" with their words as the label; it counts as a wrongdoing until you give each a type")
	loss.Add("entity-types", guessed, "entities whose type the files do not say", "taken for "+string(guess)+"; see --entity-type")
}

// AppendLink adds an address that may be published; others are no links.
func AppendLink(links []string, link string) []string {
	if weblink.Check(link) != nil || len(link) > maxLink || slices.Contains(links, link) {
		return links
	}
	return append(links, link)
}

// maxLink is the longest address that a case takes.
const maxLink = 2000

// Import makes the result of a case, which must have the shape of one. The case itself goes
// before its file is read again, since both at once take much room.
func (d *Builder) Import(loss formats.Loss, place func(*entities.File, problem.List) problem.List) (formats.Import, error) {
	tally := formats.Tally{Sources: len(d.Case.Sources), Entities: len(d.Case.Entities), Relations: len(d.Case.Relations), Drafts: d.unsourced()}
	data := capture.Start(d.Case)
	d.Case = entities.Case{}
	file, found := entities.Load("the case", data)
	if found.HasErrors() {
		found = place(file, found)
		found.Sort()
		return formats.Import{}, &formats.Refusal{Problems: found}
	}
	return formats.Import{Tally: tally, Loss: loss, Write: func(w io.Writer) error {
		_, err := io.Copy(w, bytes.NewReader(data))
		return err
	}}, nil
}
