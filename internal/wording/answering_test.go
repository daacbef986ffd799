package wording

import (
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/words"
)

// The verb that is printed of an answer is the one that the case claims, in every language: of who
// disputes nobody reads that they deny, and of who confirms a denial not that they confirm the line.
func TestAnswersArePrintedAsTheVerbThatIsClaimed(t *testing.T) {
	verbs := map[string]struct{ denies, disputes string }{
		"en": {"denied by", "disputed by"}, "km": {"បដិសេធដោយ", "ជំទាស់ដោយ"},
		"th": {"ปฏิเสธโดย", "โต้แย้งโดย"}, "ar": {"ونفي من", "واعتراض من"},
	}
	c := people()
	c.Sources = []entities.Source{{ID: "story", Type: entities.Article, Publisher: "paper"}}
	claim := func(id, speaker, answers string, as entities.AnswerKind) entities.Claim {
		return entities.Claim{ID: id, Source: "story", Speaker: speaker, Standing: entities.Alleged, Answers: entities.Answer{Claim: answers, As: as}}
	}
	for _, test := range []struct {
		name            string
		claims          []entities.Claim
		denies, contest bool // whether the line's caveat has either verb
	}{
		{"denied", []entities.Claim{claim("d", "mill", "a", entities.Denies)}, true, false},
		{"disputed", []entities.Claim{claim("d", "mill", "a", entities.Disputes)}, false, true},
		{"each", []entities.Claim{claim("d", "mill", "a", entities.Denies), claim("e", "ada", "a", entities.Disputes)}, true, true},
		{"a confirmed dispute", []entities.Claim{claim("d", "mill", "a", entities.Disputes), claim("e", "ada", "d", entities.Confirms)}, false, true},
		{"a confirmed denial", []entities.Claim{claim("d", "mill", "a", entities.Denies), claim("e", "ada", "d", entities.Confirms)}, true, false},
		{"denied and disputed by one", []entities.Claim{claim("d", "mill", "a", entities.Denies), claim("e", "mill", "a", entities.Disputes)}, true, false},
	} {
		c.Claims = append([]entities.Claim{claim("a", "ngo", "", "")}, test.claims...)
		for lang, verb := range verbs {
			describer := &Describer{Index: entities.NewIndex(c), Words: words.For(lang), Lang: lang}
			v := describer.Index.Stand([]string{"a"}, true)
			said := strings.ReplaceAll(describer.Caveat(v), "\u200b", "")
			if strings.Contains(said, verb.denies) != test.denies || strings.Contains(said, verb.disputes) != test.contest {
				t.Errorf("%s, %s: %q", test.name, lang, said)
			}
			for _, e := range describer.Entries(v) {
				if e.Claim.ID == "e" && e.Lead == describer.Words.Say(words.ConfirmedBy) {
					t.Errorf("%s, %s: who confirms an answer is told to confirm the line", test.name, lang)
				}
			}
		}
	}
}
