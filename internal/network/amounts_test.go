package network

import (
	"testing"

	"example.org/graphgen/internal/entities"
)

// A line goes with a claim that gives its amount where that is excluded, since its words would stay;
// and what is told by a role or a frame alone has no room for an amount.
func TestAmountsAreNotParted(t *testing.T) {
	file, problems := entities.Load("case.json", []byte(`{"version": 1,
"entities": [{"id": "ada", "type": "person", "name": "Ada"}, {"id": "ben", "type": "person", "name": "Ben"}, {"id": "post", "type": "office", "name": "Harbour master"}, {"id": "dock", "type": "agency", "name": "Dock"}, {"id": "port", "type": "agency", "name": "Port"}],
"claims": [{"id": "c1", "speaker": "ben", "quote": "he paid her", "standing": "stated"}, {"id": "c2", "speaker": "ben", "quote": "nine hundred", "standing": "alleged"},
 {"id": "c3", "speaker": "ada", "quote": "no such sum", "standing": "stated", "answers": {"claim": "c2", "as": "denies-other-wording"}}],
"relations": [{"id": "pays", "type": "paid", "from": "ben", "to": "ada", "claims": ["c1"], "amounts": [{"value": 900, "currency": "EUR", "claims": ["c2"]}]},
 {"id": "holds", "type": "holds-office", "from": "ada", "to": "post", "claims": ["c1"], "amounts": [{"value": 900, "currency": "EUR", "claims": ["c2"]}]},
 {"id": "within", "type": "part-of", "from": "dock", "to": "port", "claims": ["c1"], "amounts": [{"value": 900, "currency": "EUR", "claims": ["c2"]}]}],
"views": [{"id": "v", "title": "V", "exclude": {"ids": ["c2"]}}, {"id": "w", "title": "W", "include": {"types": ["person", "agency"]}, "cluster": "part-of"}]}`))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	n := New(entities.NewIndex(file.Case))
	if v := n.View(&file.Case.Views[0]); len(v.Edges) != 0 {
		t.Errorf("%d lines stay though the words for their amount are excluded", len(v.Edges))
	}
	v := n.View(&file.Case.Views[1])
	if v.Edge("within") == nil {
		t.Error("a frame stands for a line with an amount")
	}
	if ada := v.Node("ada"); len(ada.Offices) != 0 {
		t.Error("a role stands for a line with an amount")
	}
}
