package check

import (
	"fmt"
	"maps"
	"slices"

	"example.org/graphgen/internal/entities"
)

// accusation tells whether a line accuses by its type. One on record is one, too: who stands in a
// judgment can be asked, and a record is one voice.
func (st statement) accusation() bool {
	return st.wrongdoing && st.Verdict.Strength != ""
}

// accusedNotAsked looks for a word from each person accused. Their denial is one, whatever
// they deny in which words, and so is their own admission.
func accusedNotAsked(s *subject, report report) {
	for _, st := range s.statements {
		if !st.accusation() || slices.ContainsFunc(st.Verdict.Affirming, func(c *entities.Claim) bool { return c.Reply.Asked }) {
			continue
		}
		for _, id := range s.index.Accused(st.Relation) {
			e := s.index.Entity(id)
			spoke := slices.ContainsFunc(st.Verdict.Claims(), func(c *entities.Claim) bool { return c.Speaker == id })
			if e == nil || e.Type != entities.Person || spoke {
				continue
			}
			report(st.pointer(), fmt.Sprintf("%s accuses %q, and no claim says whether they were asked", st, id),
				"ask them, and put what came of it into a claim's reply; a denial that answers the claim will do")
		}
	}
}

// singleVoice spares groups, which are people whom a source does not name, and whatever is
// no person, body or country. One's own admission accuses nobody else.
//
// Of a case with one source it is said once: that is where the other voices are missing.
func singleVoice(s *subject, report report) {
	type found struct{ at, message string }
	var all []found
	defer func() {
		const one = "find a second voice that does not repeat the first, or decide whether one is enough"
		if n := len(all); n > 1 && len(s.file.Case.Sources) == 1 {
			report(all[0].at, fmt.Sprintf("%s; and %d more lines of this case of one source accuse on one word each", all[0].message, n-1), one)
			return
		}
		for _, f := range all {
			report(f.at, f.message, one)
		}
	}()
	for _, st := range s.statements {
		if !st.accusation() {
			continue
		}
		originators := s.originators(st.Verdict.Affirming)
		if len(originators) != 1 {
			continue
		}
		for _, id := range s.index.Accused(st.Relation) {
			if e := s.index.Entity(id); e != nil && e.Type.Answerable() && id != originators[0] {
				all = append(all, found{st.pointer("claims"), fmt.Sprintf("%s accuses %q on the word of %q alone", st, id, originators[0])})
				break
			}
		}
	}
}

// originators returns the ids of those on whose word claims rest, each once. Whoever repeats is
// none, and what someone passes on at second hand is their word; a publisher passes on what
// it was told at first hand.
func (s *subject) originators(claims []*entities.Claim) []string {
	var originators []string
	met := map[string]bool{}
	for _, c := range claims {
		voice := s.index.Voice(c)
		if voice == nil {
			continue
		}
		originator := voice.Speaker
		if source := s.index.Source(voice.Source); voice.RelayedBy != "" && (source == nil || source.Publisher != voice.RelayedBy) {
			originator = voice.RelayedBy
		}
		if !met[originator] {
			met[originator] = true
			originators = append(originators, originator)
		}
	}
	return originators
}

// manyVoices is from how many on readers take a thing for established.
const manyVoices = 3

// oneReport finds lines that many tell and that all lead to one source: the voices repeat
// it, or were all quoted in it.
func oneReport(s *subject, report report) {
	for _, st := range s.statements {
		speakers, outlets, origins := map[string]bool{}, map[string]bool{}, map[string]bool{}
		for _, c := range st.Verdict.Affirming {
			voice := s.index.Voice(c)
			if voice == nil {
				continue
			}
			speakers[c.Speaker] = true
			outlets[s.outlet(c)] = true
			origins[voice.Source] = true
		}
		voices := max(len(speakers), len(outlets))
		if origins[""] || len(origins) != 1 || voices < manyVoices {
			continue
		}
		report(st.pointer("claims"), fmt.Sprintf("%s has %d voices, and all of them rest on source %q", st, voices, slices.Sorted(maps.Keys(origins))[0]),
			"they repeat one report: find one that does not rest on it")
	}
}

// outlet is who brings a claim to readers.
func (s *subject) outlet(c *entities.Claim) string {
	if source := s.index.Source(c.Source); source != nil && source.Publisher != "" {
		return source.Publisher
	}
	return "source " + c.Source // no entity's id has a space
}
