package entities

import (
	"slices"
	"strings"
	"testing"
)

const severalAnswers = `{"version": 1, "title": "T", "entities": [{"id": "ada", "type": "person", "name": "Ada"}, {"id": "ben", "type": "person", "name": "Ben"}],
"sources": [{"id": "s", "type": "article", "title": "S"}],
"claims": [{"id": "one", "source": "s", "speaker": "ben", "quote": "she took it", "standing": "alleged"}, {"id": "two", "source": "s", "speaker": "ben", "quote": "and hid the rest", "standing": "alleged"},
 {"id": "other", "source": "s", "speaker": "ben", "quote": "she was at the quay", "standing": "stated"},
 {"id": "no", "source": "s", "speaker": "ada", "quote": "none of that is true", "standing": "stated", "answers": ANSWERS},
 {"id": "no-again", "source": "s", "speaker": "ben", "quote": "she says it is untrue", "standing": "stated", "answers": {"claim": "no", "as": "repeats"}}],
"relations": [{"id": "r1", "type": "bribed", "from": "ada", "to": "ben", "claims": ["one"]}, {"id": "r2", "type": "defrauds", "from": "ada", "to": "ben", "claims": ["two"]}, {"id": "r3", "type": "met-with", "from": "ada", "to": "ben", "claims": ["other"]}]}`

// One denial of several claims contests every line that rests on one of them, and no other.
func TestOneAnswerToSeveral(t *testing.T) {
	load := func(answers string) (*File, string) {
		f, problems := Load("case.json", []byte(strings.Replace(severalAnswers, "ANSWERS", answers, 1)))
		if len(problems) > 0 {
			return f, problems[0].Message
		}
		return f, ""
	}
	f, wrong := load(`[{"claim": "one", "as": "denies"}, {"claim": "two", "as": "denies"}]`)
	if wrong != "" {
		t.Fatal(wrong)
	}
	x := NewIndex(f.Case)
	for id, want := range map[string]Standing{"r1": Contested, "r2": Contested, "r3": Stated} {
		v := x.StandRelation(x.Relation(id))
		if v.Standing != want || (want == Contested) != slices.Equal(v.Deniers(), []string{"ada"}) {
			t.Errorf("%s is %s, denied by %v", id, v.Standing, v.Deniers())
		}
	}
	for answers, message := range map[string]string{
		`[]`: "the list is empty",
		`[{"claim": "one", "as": "denies"}, {"claim": "two", "as": "disputes"}]`:   "answers all others in one way",
		`[{"claim": "one", "as": "confirms"}, {"claim": "two", "as": "confirms"}]`: "confirms one other",
		`["one"]`: "want an object",
		`"one"`:   "want an object or a list of objects",
		`[{"claim": "one", "as": "denies", "also": ["two"]}]`: "unknown field",
		`[{"claim": "one"}]`: "missing field",
	} {
		if _, wrong := load(answers); !strings.Contains(wrong, message) {
			t.Errorf("%s: %q, want that it says %q", answers, wrong, message)
		}
	}
	if f, wrong := load(`[{"claim": "one", "as": "denies"}]`); wrong != "" || len(f.Case.Claims[3].Answers.Also) != 0 {
		t.Errorf("a list of one: %s", wrong)
	}
}
