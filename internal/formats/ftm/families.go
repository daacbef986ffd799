package ftm

import (
	"iter"

	"github.com/go-json-experiment/json"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
)

// FollowTheMoney says of a Family what the relative is to the person: "mother" where the relative
// is the mother. The line has no direction, so the words must say whose role it is: the name of
// the relative goes behind it, once all names are read.

// nameRelatives finds the names of those whose role in a family is told.
func (r *reader) nameRelatives() error {
	if len(r.relatives) == 0 {
		return nil
	}
	var last digest
	for item, err := range r.entities.chosen(func(s spooled) bool {
		last = s.From
		_, wanted := r.relatives[last]
		return wanted
	}) {
		if err != nil {
			return err
		}
		var named struct {
			Name string `json:"name"`
		}
		if err := json.Unmarshal(item, &named); err != nil {
			return err
		}
		r.relatives[last] = named.Name
	}
	return nil
}

// worded yields the relations that join two entities, those of families with their names.
func (r *reader) worded(s *spool) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		var last spooled
		for item, err := range s.chosen(func(s spooled) bool {
			last = s
			return r.joins(s)
		}) {
			if err == nil && last.Kin {
				item, err = r.kinship(item, r.relatives[last.To])
			}
			if !yield(item, err) || err != nil {
				return
			}
		}
	}
}

func (r *reader) kinship(item []byte, name string) ([]byte, error) {
	var line struct {
		ID    string `json:"id"`
		Type  string `json:"type"`
		From  string `json:"from"`
		To    string `json:"to"`
		Label string `json:"label"`
		Start string `json:"start"`
		End   string `json:"end"`
	}
	if err := json.Unmarshal(item, &line); err != nil {
		return nil, err
	}
	label, _ := formats.CutTo(500-len([]rune(name))-2, line.Label)
	if len([]rune(name)) > 250 {
		label, _ = formats.CutTo(240, line.Label)
		name, _ = formats.CutTo(250, name)
	}
	return capture.Item(entities.Relation{ID: line.ID, Type: line.Type, From: line.From, To: line.To,
		Label: entities.Text{"": label + ": " + name}, Start: line.Start, End: line.End, Draft: true}), nil
}

// idOfLine is the id of what a line becomes.
func (r *reader) idOfLine(line *entityLine) string {
	id := caseID(line.ID)
	if _, kept := readForeignID(id); kept {
		r.kept++
	} else if id == digestID(line.ID) {
		r.digests++
	}
	return id
}
