package entities

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// situation is one row of design.md's "How a relation stands": one claim that a line rests
// on, and what is beside it.
type situation struct {
	standing   Standing
	source     SourceType
	keeper     string // who the speaker is: see keepers
	published  bool   // by the speaker
	relayed    bool
	second     string // what else tells it: see withSecond
	rumour     bool   // somebody else's rumour is listed too
	hedge      bool
	answer     AnswerKind // somebody answers it so; empty for nobody
	wrongdoing bool
}

// seconds are what may be told beside the claim "a".
var seconds = []string{"", "repeated", "repeated as a record", "confirmed", "confirmed by a judgment", "repeat alone"}

// keepers are who may speak: the first two are public bodies and no party to the line.
var keepers = []string{"agency", "court", "private", "person called a court", "unknown", "an end", "part of an end", "an end's whole",
	"of an end's state", "headed by an end", "owned by an end", "with an end's head"}

// keep writes who the speaker of the situation is. The line is from "one" to "other".
func (s situation) keep(c *Case) {
	speaker := Entity{ID: "speaker", Type: Agency}
	tie := func(kind, from, to string) {
		c.Relations = append(c.Relations, Relation{ID: kind + from + to, Type: kind, From: from, To: to})
	}
	switch s.keeper {
	case "court":
		speaker.Type, speaker.PublicBody = Organization, Court
	case "private":
		speaker.Type = Organization
	case "person called a court":
		speaker.Type, speaker.PublicBody = Person, Court
	case "unknown":
		speaker.ID = "somebody else"
	case "an end":
		// line below is between the speaker and others
	case "part of an end":
		tie("part-of", "speaker", "desk")
		tie("part-of", "desk", "one")
	case "an end's whole":
		tie("part-of", "other", "speaker")
	case "of an end's state":
		speaker.Country = "NO"
		c.Entities = append(c.Entities, Entity{ID: "one", Type: Country, Code: "NO"})
	case "headed by an end":
		tie("heads", "one", "speaker")
	case "owned by an end":
		tie("owns", "one", "speaker")
	case "with an end's head":
		tie("heads", "boss", "speaker")
		tie("owns", "boss", "other")
	}
	c.Entities = append(c.Entities, speaker, Entity{ID: "court", Type: Organization, PublicBody: Court})
}

func (s situation) ends() []string {
	if s.keeper == "an end" {
		return []string{"speaker", "other"}
	}
	return []string{"one", "other"}
}

// build writes the situation as a case and the claims that the line rests on.
func (s situation) build() (*Case, []string) {
	publisher := "paper"
	if s.published {
		publisher = "speaker"
	}
	c := &Case{Sources: []Source{
		{ID: "source", Type: s.source, Publisher: publisher},
		{ID: "news", Type: Article, Publisher: "paper"},
		{ID: "judgment", Type: RecordSource, Publisher: "court"},
	}}
	s.keep(c)
	a := Claim{ID: "a", Source: "source", Speaker: "speaker", Standing: s.standing}
	if s.relayed {
		a.RelayedBy = "paper"
	}
	if s.hedge {
		a.Hedge = Words{"may"}
	}
	c.Claims = append(c.Claims, a)
	line := []string{"a"}
	second := Claim{ID: "b", Source: "news", Speaker: "paper", Standing: Stated, Answers: Answer{"a", Confirms, nil}}
	switch s.second {
	case "repeated":
		second.Answers.As = Repeats
	case "repeat alone":
		second.Answers.As = Repeats
		line = nil
	case "repeated as a record":
		second.Answers.As = Repeats
		second.Source, second.Speaker, second.Standing = "judgment", "court", Record
	case "confirmed by a judgment":
		second.Source, second.Speaker, second.Standing = "judgment", "court", Record
	}
	if s.second != "" {
		c.Claims = append(c.Claims, second)
		line = append(line, "b")
	}
	if s.rumour {
		c.Claims = append(c.Claims, Claim{ID: "r", Source: "news", Speaker: "gossip", Standing: Rumoured})
		line = append(line, "r")
	}
	if s.answer != "" {
		c.Claims = append(c.Claims, Claim{ID: "d", Source: "news", Speaker: "accused", Standing: Stated, Answers: Answer{"a", s.answer, nil}})
	}
	return c, line
}

// ladder is "`record` > `stated` > `alleged` > `rumoured`", weakest first.
var ladder = []Standing{Rumoured, Alleged, Stated, Record}

func higher(a, b Standing) Standing {
	return ladder[max(slices.Index(ladder, a), slices.Index(ladder, b))]
}
func lower(a, b Standing) Standing {
	return ladder[min(slices.Index(ladder, a), slices.Index(ladder, b))]
}

// expect derives the verdict from the words of design.md, not from the code.
func (s situation) expect() (standing, strength Standing, caveat bool, hedges []string) {
	// "`record` counts as such only where the source's publisher is the speaker, a public body and
	// no party to the line; passed on by others it is `stated`, and what a party or a private voice
	// calls its record is its claim." Of its own country a state may keep records, where nobody is
	// accused. An article, interview or post is such a passing on.
	told := s.standing
	speaksForItself := (slices.Contains(keepers[:2], s.keeper) || s.keeper == "of an end's state" && !s.wrongdoing) && s.published && !s.relayed && slices.Contains([]SourceType{RecordSource, Report, Dataset, OtherSource}, s.source)
	switch {
	case !slices.Contains(ladder, told):
		told = Rumoured // a word that is no standing vouches for nothing
	case told == Record && !speaksForItself:
		told = Stated
	}
	judgment := told == Record && s.source == RecordSource
	switch s.second {
	case "", "repeated", "repeated as a record": // "no new voice"
		strength = told
	case "confirmed": // "another voice"
		strength = higher(told, Stated)
	case "confirmed by a judgment":
		strength, judgment = Record, true
	case "repeat alone": // it has nothing but what it repeats, at second hand
		strength, judgment = lower(told, Stated), false
	}
	// "no higher than `alleged`, save on a first-hand `record` (a judgment, say)"
	if s.wrongdoing && !judgment {
		strength = lower(strength, Alleged)
	}
	// "A rumour's caveat stays printed beside anything up to `alleged`"
	rumoured := s.rumour || told == Rumoured
	caveat = rumoured && (strength == Alleged || strength == Rumoured)
	if s.hedge {
		hedges = []string{"may"}
	}
	standing = strength
	if s.answer == Denies || s.answer == Disputes {
		standing = Contested
	}
	return standing, strength, caveat, hedges
}

// keepersTried is how many of the keepers may make a difference.
func (s situation) keepersTried() int {
	if s.standing == Record && s.published && !s.relayed && !s.rumour {
		return len(keepers)
	}
	return 1
}

func TestTruthTable(t *testing.T) {
	words := append(slices.Clone(standings), "", Contested, "Record")
	kinds := append(slices.Clone(sourceTypes), "", "blog")
	answers := append(slices.Clone(answerKinds), "", "shrugs")
	rows := 0
	var s situation
	check := func(x *Index, line []string) {
		rows++
		v := x.Stand(line, s.wrongdoing, s.ends()...)
		standing, strength, caveat, hedges := s.expect()
		if v.Standing != standing || v.Strength != strength || v.Unsubstantiated != caveat || !slices.Equal(v.Hedges, hedges) {
			t.Fatalf("%+v:\n got %q, %q undenied, caveat %t, hedges %q\nwant %q, %q undenied, caveat %t, hedges %q", s,
				v.Standing, v.Strength, v.Unsubstantiated, v.Hedges, standing, strength, caveat, hedges)
		}
		affirming := slices.Sorted(slices.Values(ids(v.Affirming)))
		if !slices.Equal(affirming, line) {
			t.Fatalf("%+v: affirming %q, want %q", s, affirming, line)
		}
		var denials, remarks []string
		switch s.answer {
		case Denies, Disputes:
			denials = []string{"d"}
		case DeniesOtherWording, RejectsPremise, "shrugs":
			remarks = []string{"d"}
		}
		if !slices.Equal(ids(v.Denials), denials) || !slices.Equal(ids(v.Remarks), remarks) {
			t.Fatalf("%+v: denials %q, remarks %q; want %q, %q", s, ids(v.Denials), ids(v.Remarks), denials, remarks)
		}
	}
	for _, s.standing = range words {
		for _, s.source = range kinds {
			for _, s.second = range seconds {
				for _, s.answer = range answers {
					for bits := range 16 {
						s.published, s.relayed, s.rumour, s.hedge = bits&1 > 0, bits&2 > 0, bits&4 > 0, bits&8 > 0
						for _, s.keeper = range keepers[:s.keepersTried()] {
							c, line := s.build()
							x := NewIndex(c)
							for _, s.wrongdoing = range []bool{false, true} {
								check(x, line)
							}
						}
					}
				}
			}
		}
	}
	t.Logf("%d rows", rows)
}

// write makes a case of lines such as "b repeats a alleged": an id, what it answers and how,
// a standing. Everyone speaks under the claim's id, in capitals.
func write(lines string) *Case {
	c := &Case{Sources: []Source{{ID: "news", Type: Article, Publisher: "PAPER"}}}
	for line := range strings.SplitSeq(lines, ";") {
		words := strings.Fields(line)
		claim := Claim{ID: words[0], Source: "news", Speaker: strings.ToUpper(words[0]), Standing: Standing(words[len(words)-1])}
		if len(words) == 4 {
			claim.Answers = Answer{Claim: words[2], As: AnswerKind(words[1])}
		}
		c.Claims = append(c.Claims, claim)
	}
	return c
}

func ids(claims []*Claim) []string {
	var list []string
	for _, c := range claims {
		list = append(list, c.ID)
	}
	return list
}

func TestAnswersOfAnswers(t *testing.T) {
	tests := []struct {
		name, claims, line                    string
		standing, strength                    Standing
		affirming, denials, remarks, speaking string
	}{
		{"nothing", "a stated", "", "", "", "", "", "", ""},
		{"unknown claim", "a stated", "ghost", "", "", "", "", "", ""},
		{"listed twice", "a stated", "a a", Stated, Stated, "a", "", "", "A"},
		{"three outlets citing one report", "report alleged; z repeats report stated; y repeats report stated", "z y report",
			Alleged, Alleged, "report y z", "", "", "REPORT"},
		{"a repeat of a repeat", "a rumoured; b repeats a alleged; c repeats b stated", "c", Rumoured, Rumoured, "c", "", "", "C"},
		{"a rumour's repeat, not listed, does not hide it", "a alleged; b repeats a rumoured; c repeats b stated", "c",
			Rumoured, Rumoured, "c", "", "", "C"},
		{"tellings of one voice, itself not listed", "a alleged; b repeats a rumoured; c repeats a alleged", "b c",
			Alleged, Alleged, "c b", "", "", "C B"},
		{"a confirmation is a voice of its own", "a rumoured; b confirms a stated", "a b", Stated, Stated, "b a", "", "", "B A"},
		{"a denial of a repeat", "a stated; b repeats a stated; d denies b stated", "a", Contested, Stated, "a", "d", "", "A"},
		{"a denial of what a repeat repeats", "a stated; b repeats a stated; d denies a stated", "b", Contested, Stated, "b", "d", "", "B"},
		{"a denial of another outlet's repeat", "a stated; b repeats a stated; c repeats a stated; d disputes c rumoured", "b",
			Contested, Stated, "b", "d", "", "B"},
		{"a denial of a confirmation", "a stated; b confirms a stated; d denies b stated", "a", Contested, Stated, "a", "d", "", "A"},
		{"a denial of something else", "a stated; b stated; d denies b stated", "a", Stated, Stated, "a", "", "", "A"},
		{"a confirmed denial", "a stated; d denies a stated; e confirms d record", "a", Contested, Stated, "a", "d e", "", "A"},
		{"a confirmed denial, listed, affirms nothing", "a alleged; d denies a stated; e confirms d stated", "a e",
			Contested, Alleged, "a", "d e", "", "A"},
		{"only a denial is listed", "a alleged; d denies a stated", "d", "", "", "", "", "d", ""},
		{"a denied denial contests all the same", "a stated; d denies a stated; e denies d record", "a",
			Contested, Stated, "a", "d", "e", "A"},
		{"another wording", "a stated; d denies-other-wording a stated; e repeats d stated", "a", Stated, Stated, "a", "", "d e", "A"},
		{"a denial of a remark", "a stated; d rejects-premise a stated; e denies d stated", "a", Stated, Stated, "a", "", "d e", "A"},
		{"an unknown kind of answer", "a stated; b echoes a stated", "a b", Stated, Stated, "a", "", "b", "A"},
		{"an answer to nothing known", "a repeats ghost stated", "a", "", "", "", "", "a", ""},
		{"an answer to itself", "a confirms a stated", "a", "", "", "", "", "a", ""},
		{"a circle, and who denies it", "a confirms b stated; b repeats a stated; d denies a stated", "a", "", "", "", "", "a b d", ""},
		{"a denial that denies itself", "a stated; d denies d stated", "a d", Stated, Stated, "a", "", "d", "A"},
		{"denials that deny each other", "a stated; d denies e stated; e denies d stated", "a d", Stated, Stated, "a", "", "d e", "A"},
		{"the id of a denial used twice", "a stated; d stated; d denies a stated", "a", Contested, Stated, "a", "d", "", "A"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v := NewIndex(write(test.claims)).Stand(strings.Fields(test.line), false)
			got := fmt.Sprint(v.Standing, v.Strength, ids(v.Affirming), ids(v.Denials), ids(v.Remarks), v.Speakers())
			want := fmt.Sprint(test.standing, test.strength, strings.Fields(test.affirming), strings.Fields(test.denials),
				strings.Fields(test.remarks), strings.Fields(test.speaking))
			if got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

func TestAnswerWithoutClaimAffirmsNothing(t *testing.T) {
	for _, kind := range answerKinds {
		c := &Case{Claims: []Claim{{ID: "d", Standing: Stated, Answers: Answer{As: kind}}}}
		if v := NewIndex(c).Stand([]string{"d"}, false); v.Standing != "" || !slices.Equal(ids(v.Remarks), []string{"d"}) {
			t.Errorf("%s nothing: standing %q, remarks %q", kind, v.Standing, ids(v.Remarks))
		}
	}
}

func TestFirstHandNeedsKnownPublisher(t *testing.T) {
	x := NewIndex(&Case{Sources: []Source{{ID: "s", Type: RecordSource}, {Type: RecordSource, Publisher: "court"}}})
	for _, c := range []Claim{
		{Source: "s", Standing: Record},                       // nobody speaks, nobody published
		{Source: "", Speaker: "court", Standing: Record},      // no source
		{Source: "ghost", Speaker: "court", Standing: Record}, // an unknown one
	} {
		if x.FirstHand(&c) {
			t.Errorf("%+v passes for a first-hand record", c)
		}
	}
}

// Leaving the report out of a line must not free its repeat from the report's doubts.
func TestHedgesOfWhatIsRepeatedStay(t *testing.T) {
	c := write("a stated; b repeats a stated; e confirms b stated; f alleged")
	c.Claims[0].Hedge = Words{"may", "", "probably"}
	c.Claims[1].Hedge = Words{"said to", "may"}
	c.Claims[3].Hedge = Words{"unless"}
	x := NewIndex(c)
	for line, want := range map[string][]string{
		"a":   {"may", "probably"},
		"b":   {"said to", "may", "probably"},
		"a b": {"may", "probably", "said to"},
		"e":   nil, // a voice of its own
		"f e": {"unless"},
	} {
		if got := x.Stand(strings.Fields(line), false).Hedges; !slices.Equal(got, want) {
			t.Errorf("%s: hedges %q, want %q", line, got, want)
		}
	}
}

func TestReplyTravels(t *testing.T) {
	c := write("a alleged; reply stated; e disputes reply stated; b repeats a alleged")
	c.Claims[0].Reply = Reply{Asked: true, Outcome: Answered, Claim: "reply"}
	x := NewIndex(c)
	for _, line := range []string{"a", "b"} {
		v := x.Stand([]string{line}, true)
		if v.Standing != Alleged || !slices.Equal(ids(v.Remarks), []string{"e", "reply"}) {
			t.Errorf("%s: standing %q, remarks %q", line, v.Standing, ids(v.Remarks))
		}
	}
}

func TestSpeakersAndDeniers(t *testing.T) {
	c := write("a stated; b confirms a stated; c alleged; d denies a stated; e repeats d stated; f confirms d stated; g disputes c stated")
	c.Claims[1].Speaker = "A"
	c.Claims[2].Speaker = ""
	c.Claims[6].Speaker = "D"
	v := NewIndex(c).Stand([]string{"c", "b", "a"}, true)
	if got := v.Speakers(); !slices.Equal(got, []string{"A"}) {
		t.Errorf("speakers %q", got)
	}
	if got := v.Deniers(); !slices.Equal(got, []string{"D", "F"}) {
		t.Errorf("deniers %q", got)
	}
	if got, want := ids(v.Claims()), []string{"a", "b", "c", "d", "e", "f", "g"}; !reflect.DeepEqual(got, want) {
		t.Errorf("claims %q, want %q", got, want)
	}
}

func TestStandRelationTakesUnknownTypesForWrongdoing(t *testing.T) {
	c := write("a stated")
	c.RelationTypes = map[string]RelationType{"sued": {}, "robbed": {Wrongdoing: true}, "traffics": {}}
	x := NewIndex(c)
	for kind, want := range map[string]Standing{
		"heads": Stated, "sued": Stated, "robbed": Alleged, "unheard-of": Alleged, "": Alleged,
		"traffics": Alleged, // built in; a case cannot redefine it
	} {
		if got := x.StandRelation(&Relation{Type: kind, Claims: []string{"a"}}).Standing; got != want {
			t.Errorf("%q stands %q, want %q", kind, got, want)
		}
	}
}
