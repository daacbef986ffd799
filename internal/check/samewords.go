package check

import (
	"fmt"

	"example.org/graphgen/internal/entities"
)

// wordsRaised finds words of a source that two claims rest on, as something weaker in one of them.
func wordsRaised(s *subject, report report) {
	s.eachSameWords(func(i int, c, other *entities.Claim) {
		if c.Standing != other.Standing {
			report(pointer("claims", i, "standing"), fmt.Sprintf("claims %q (%s) and %q (%s) rest on the same words of source %q: the weaker standing counts for both", other.ID, other.Standing, c.ID, c.Standing, c.Source),
				"what a source alleges in these words it does not state in them: name one claim for both lines, or quote the words that say the other thing")
		}
	})
}

// sameWords finds words of a source that are quoted twice, for two lines or as two voices.
func sameWords(s *subject, report report) {
	s.eachSameWords(func(i int, c, other *entities.Claim) {
		if c.Standing == other.Standing {
			report(pointer("claims", i, "quote"), fmt.Sprintf("claims %q and %q rest on the same words of source %q: what denies one denies both", other.ID, c.ID, c.Source),
				"two lines can name one claim; one who says a thing once is one voice")
		}
	})
}

// eachSameWords visits each two claims once, in the order of the file. Of claims whose words very
// many others have, some are told.
func (s *subject) eachSameWords(visit func(i int, c, other *entities.Claim)) {
	const most = 8 // others of one claim
	met := map[*entities.Claim]bool{}
	for i := range s.file.Case.Claims {
		c := &s.file.Case.Claims[i]
		for _, other := range s.index.SameWords(c, most) {
			if met[other] {
				visit(i, c, other)
			}
		}
		met[c] = true
	}
}
