// Package check holds the rules that a case is read by: whether its parts fit together,
// whether what it draws rests on words that someone said, and whether it is honest about
// how that stands. It is given a case and texts as values and gives problems. It must never
// know files, flags or how anything is drawn.
//
// Rules lists them, one small function a rule, with its slug, severity and doc. What a case may not
// turn off is fixed there; what it may only accept of what it names is byID. Whatever several rules
// read of a case is made once, in subject.
package check

import (
	"fmt"
	"iter"
	"strconv"
	"strings"

	"example.org/graphgen/internal/accusing"
	"example.org/graphgen/internal/changes"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/suggest"
)

// Options is what a check is given beside the case.
type Options struct {
	// Texts holds the texts that are there, by the source's id. The quotes of all other
	// sources are reported as not checked.
	Texts map[string]SourceText

	// Languages are those (BCP 47) that the case is to be drawn in. What it does not have in
	// them is reported.
	Languages []string

	// Drawn are the languages that pictures are drawn in; none means the case's own.
	Drawn []string

	// Uncovered returns the characters of a text that no font at hand has. Where it is nil,
	// nothing is known of fonts and nothing said.
	Uncovered func(text string) []rune

	// On is the day (EDTF) that the case is read on; empty asks nothing of the case's age.
	On string

	// Since is the case as it was published. What has changed of that asks for a correction;
	// where it is nil, nothing is asked.
	Since *changes.State

	// Edits are what is edited by hand in the views, by their ids, as published now.
	Edits map[string]*edits.Overrides
}

// SourceText is the local copy of a source.
type SourceText struct {
	Name string // of its file; the ending tells HTML from plain text
	Data []byte
	Err  error // why it cannot be read, though it is there
}

// Check runs all rules over a case that was loaded without problems, and over its network,
// and returns what they find, in the order of the file. A case's own `rules` change the
// severity of what is not fixed, or turn it off.
func Check(f *entities.File, n *network.Network, opts Options) problem.List {
	s := newSubject(f, n, opts)
	var found problem.List
	for _, rule := range Rules() {
		rule.check(s, func(pointer, message, hint string) {
			if severity, on := rule.severityIn(f.Case, pointer); on {
				found = append(found, f.Problem(rule.Slug, severity, pointer, message, hint))
			}
		})
	}
	found.Sort()
	return found
}

// Holds runs the rules that no case may change and that keep a case from being drawn, without any
// text of a source. An import that breaks one has made no case.
func Holds(f *entities.File, n *network.Network) problem.List {
	s := newSubject(f, n, Options{})
	var found problem.List
	for _, rule := range Rules() {
		if rule.Change != fixed || rule.Severity != problem.Error {
			continue
		}
		rule.check(s, func(pointer, message, hint string) {
			if severity, on := rule.severityIn(f.Case, pointer); on && severity == problem.Error {
				found = append(found, f.Problem(rule.Slug, severity, pointer, message, hint))
			}
		})
	}
	found.Sort()
	return found
}

// report adds a problem of the rule that is running, at the value that a JSON pointer names.
type report func(pointer, message, hint string)

// subject is the case under check, with what several rules need made once.
type subject struct {
	file       *entities.File
	index      *entities.Index
	network    *network.Network
	statements []statement     // in the order of the file: relations come first
	shown      map[string]bool // the ids of the claims that some line shows
	texts      []readText      // by the index of the source

	accusing *accusing.Reader // made when it is asked for
	negated  []negation       // likewise

	opts Options

	suggestions int // how many more near names may be searched for
}

// maxSuggestions keeps a case with very many dangling ids from being compared with every id for each.
const maxSuggestions = 100

func newSubject(f *entities.File, n *network.Network, opts Options) *subject {
	s := &subject{file: f, index: n.Index(), network: n, opts: opts, suggestions: maxSuggestions}
	s.statements = statementsOf(s.index)
	s.shown = s.shownClaims()
	s.texts = readTexts(s.file.Case, opts.Texts)
	return s
}

// size is about how many parts the case has, for maps of them.
func (s *subject) size() int {
	c := s.file.Case
	return len(c.Entities) + len(c.Claims) + len(c.Relations)
}

// near returns "; did you mean ...?" for the candidate that is nearest to the word, or nothing.
func (s *subject) near(word string, candidates iter.Seq[string]) string {
	if s.suggestions == 0 {
		return ""
	}
	s.suggestions--
	nearest := suggest.Nearest(word, candidates)
	if nearest == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", nearest)
}

// statement is a statement of the case with what rules ask of it.
type statement struct {
	*entities.Statement
	wrongdoing bool // it is a relation whose type, which is known, says so
}

// pointer returns the place of the statement, or of something in it.
func (st statement) pointer(within ...any) string { return pointer(append(st.Path(), within...)...) }

func statementsOf(x *entities.Index) []statement {
	all := make([]statement, 0, len(x.Statements()))
	for _, st := range x.Statements() {
		s := statement{Statement: st}
		if st.Relation != nil {
			t, _ := x.RelationType(st.Relation.Type)
			s.wrongdoing = t.Wrongdoing
		}
		all = append(all, s)
	}
	return all
}

// resting are the statements and, behind each line, those of its amounts that list claims of their own.
func (s *subject) resting() iter.Seq[statement] {
	return func(yield func(statement) bool) {
		for _, st := range s.statements {
			if !yield(st) {
				return
			}
			for _, a := range st.Verdict.Amounts {
				if len(a.Amount.Claims) > 0 && !yield(statement{Statement: a, wrongdoing: st.wrongdoing}) {
					return
				}
			}
		}
	}
}

// shownClaims returns the claims that statements list, what they say again, and what answers any of these.
func (s *subject) shownClaims() map[string]bool {
	shown := map[string]bool{}
	var queue []string
	for st := range s.resting() {
		queue = append(queue, st.Claims()...)
	}
	for ; len(queue) > 0; queue = queue[1:] {
		c := s.index.Claim(queue[0])
		if c == nil || shown[c.ID] {
			continue
		}
		shown[c.ID] = true
		for _, answer := range s.index.AnswersTo(c.ID) {
			queue = append(queue, answer.ID)
		}
		if c.Answers.As == entities.Confirms || c.Answers.As == entities.Repeats {
			queue = append(queue, c.Answers.Claim)
		}
	}
	return shown
}

// pointer joins member names and item numbers to a JSON pointer (RFC 6901).
func pointer(parts ...any) string {
	var b strings.Builder
	for _, part := range parts {
		b.WriteByte('/')
		switch part := part.(type) {
		case int:
			b.WriteString(strconv.Itoa(part))
		case string:
			b.WriteString(strings.ReplaceAll(strings.ReplaceAll(part, "~", "~0"), "/", "~1"))
		}
	}
	return b.String()
}
