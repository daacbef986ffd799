package check

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"example.org/graphgen/internal/confusable"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
)

// Rule is one thing that Check looks for.
type Rule struct {
	Slug     string
	Severity problem.Severity // unless the case's rules say otherwise
	Doc      string           // for the table of checks
	Change   Change           // what the case's rules may change of it
	check    func(*subject, report)
}

// Change is what a case's rules may change of a rule. A rule is fixed where the program cannot draw
// a case that breaks it, or where a picture that breaks it would mislead whoever relies on it. One
// that goes by words alone can be wrong of a line: it is changed for what is named by its id.
type Change int

const (
	fixed Change = iota
	open
	byID
)

// Rules lists every rule, in the order in which they run.
func Rules() []Rule {
	return []Rule{
		// How the parts fit together.
		{"duplicate-id", problem.Error, "An id is used twice: ids are unique across sources, entities, claims, relations, flows and figures; views have a namespace of their own.", fixed, duplicateID},
		{"unknown-id", problem.Error, "A field refers to something that the case does not have, or to something of another kind.", fixed, unknownID},
		{"unknown-relation-type", problem.Error, "A relation type is neither built in nor among the case's own.", fixed, unknownRelationType},
		{"unknown-tag", problem.Warning, "A view selects by a tag that no entity has.", open, unknownTag},
		{"self-relation", problem.Error, "A relation leads from an entity to itself, or a flow passes from one to itself.", fixed, selfRelation},
		{"short-flow", problem.Error, "A flow names too few places to be a line.", fixed, shortFlow},
		{"part-of-cycle", problem.Error, "Entities are part of one another in a circle.", fixed, partOfCycle},
		{"answers-cycle", problem.Error, "Claims answer one another in a circle, or one answers itself.", fixed, answersCycle},
		{"unconnected-entity", problem.Warning, "An entity is in no relation, flow or figure, says nothing and publishes nothing.", open, unconnectedEntity},
		{"unused-claim", problem.Note, "Nothing that is drawn rests on a claim.", open, unusedClaim},
		{"empty-view", problem.Error, "A view selects nothing.", fixed, emptyView},
		{"no-view", problem.Warning, "The case has no view: nothing of it is drawn.", open, noView},
		{"bad-rule-change", problem.Error, "The case's rules name a check that does not exist or cannot be changed, or give no reason.", fixed, badRuleChange},

		{"same-name", problem.Warning, "The names of two entities look the same, which are of one type or the ends of one line. What tells them apart is named, or that nothing does.", open, sameName},
		{"language-script", problem.Warning, "Most texts in a language have no letter of the script that it is written in: the language is likely another.", open, languageScript},
		{"no-font", problem.Warning, "A text that is drawn has letters that no font at hand has: its width is estimated.", open, noFont},
		{"text-missing-language", problem.Note, "A text that is drawn is not given in a language that --lang asks for.", open, missingLanguage},

		// What a claim rests on.
		{"no-claim", problem.Error, "A relation that is no draft, a flow or a figure's value has no claim.", fixed, noClaim},
		{"unsourced-draft", problem.Warning, "A relation is a draft, as after an import: it has no claim and is drawn as unsourced, or it has one and keeps the mark.", fixed, unsourcedDraft},
		{unsourcedAccusation, problem.Error, "A draft without a claim accuses a named person, by its type or in its words (English, and the labels of wrongdoing).", open, unsourcedWrongdoing},
		{"no-source", problem.Error, "A claim has no source.", fixed, noSource},
		{"no-speaker", problem.Error, "A claim has no speaker.", fixed, noSpeaker},
		{"no-quote", problem.Error, "A claim has no quote, or one without a letter or a digit.", fixed, noQuote},
		{"long-quote", problem.Error, "A quote has more than twelve words; where a script has no spaces, letters are counted instead: two of Chinese or Japanese, five of Thai, Lao, Khmer or Burmese to a word.", open, longQuote},
		{"hedge-not-in-quote", problem.Error, "The words of a hedge are not in its quote.", fixed, hedgeNotInQuote},
		{"dropped-hedge", problem.Error, "A quote has a word that weakens it, such as \"may\" or \"probably\", and the hedge leaves it out (English).", fixed, droppedHedge},
		{"quote-missing", problem.Error, "A quote is not in its source's text (MISSING).", fixed, quoteMissing},
		{"quote-ambiguous", problem.Error, "A quote is in its source's text more than once (AMBIGUOUS): a prefix or suffix must choose.", open, quoteAmbiguous},
		{"text-changed", problem.Error, "A source's text is not the one whose sha256 the case gives.", fixed, textChanged},
		{"text-unreadable", problem.Error, "A source's text cannot be read, so that its quotes cannot be checked.", fixed, textUnreadable},
		{"text-path", problem.Warning, "The path of a source's text is absolute, or leads out of the folder of the case: no file there is opened.", open, textPath},
		{"whole-sentence", problem.Warning, "A quote is a whole sentence of its source's text.", open, wholeSentence},
		{"hedge-near-quote", problem.Note, "The sentence around a quote has a weakening word that the quote leaves out (English).", open, hedgeNearQuote},
		{"cut-short", problem.Error, "A quote leaves out a word of its clause that turns or weakens it, such as \"not\", \"may\" or \"denied that\" before it, or \"it is claimed\" behind it (English).", fixed, cutShort},
		{"negated-line", problem.Error, "A claim affirms a line in words that say that it is not so, such as \"did not meet\" (English).", fixed, negatedLine},
		{"negated-quote", problem.Note, "A claim affirms a line, and its quote has a word such as \"not\" that the hedge does not print: listed for reading (English).", fixed, negatedQuote},
		{"hedges-unread", problem.Note, "Quotes are in a language of which there is no list of weakening words: they are for a reader to read. There is one for English.", fixed, hedgesUnread},
		{"quotes-not-checked", problem.Note, "A source's text is not here, so that its quotes were not checked.", fixed, quotesNotChecked},

		// Whether the case is honest about how its lines stand.
		{"denial-dropped", problem.Error, "A view excludes a denial, or another answer, and keeps the line that it answers.", fixed, denialDropped},
		{"rumoured-wrongdoing", problem.Error, "A wrongdoing of or against a named person rests on nothing but rumour.", fixed, rumouredWrongdoing},
		{"raised-rumour", problem.Error, "A claim that accuses is typed as more than a rumour, and its quote calls itself one (English).", fixed, raisedRumour},
		{"nothing-affirms", problem.Error, "A line rests on answers alone, such as denials: no claim says that it is so.", fixed, nothingAffirms},
		{"second-hand-record", problem.Warning, "A claim is typed as a record and does not speak for itself, or its speaker is no public body: it counts as stated.", open, secondHandRecord},
		{"partys-record", problem.Warning, "A line rests on the record of a body that is a party to it, or has ties to one: it counts as stated.", open, partysRecord},
		{"accusation-on-record", problem.Note, "A line that accuses is drawn as a fact on a record: listed for reading.", fixed, accusationOnRecord},
		{"unknown-currency", problem.Error, "An amount's currency is no code of ISO 4217.", fixed, unknownCurrency},
		{"amount-of-what", problem.Error, "An amount has neither a currency nor a unit, or both.", fixed, amountOfWhat},
		{"same-amount", problem.Warning, "A relation or a flow has one amount twice.", open, sameAmount},
		{"misplaced-act", problem.Error, "A relation has \"for\" or \"state\", and its type is no official act: nothing would print it.", fixed, misplacedAct},
		{"act-authority", problem.Warning, "An act of a court or an authority, such as a conviction, is said to be of somebody who is no public body.", open, actWithoutAuthority},
		{"many-acquittals", problem.Error, "An entity has more acquittals than can go along with what they ended.", fixed, manyAcquittals},
		{"misplaced-public-body", problem.Error, "An entity has publicBody, and is of a type that no public body is of.", fixed, misplacedPublicBody},
		{"alleged-elsewhere", problem.Warning, "A relation whose type is no wrongdoing rests on an alleged claim: the type may be wrong.", open, allegedElsewhere},
		{"capped-accusation", problem.Note, "A wrongdoing rests on a claim typed as stated or record: it is drawn as no more than alleged.", open, cappedAccusation},
		{"same-voice", problem.Warning, "A claim confirms another of the same speaker: that is no second voice.", open, sameVoice},
		{"words-raised", problem.Warning, "Two claims rest on the same words of a source, and are typed differently: the weaker standing, and what denies either, goes with both.", fixed, wordsRaised},
		{"same-words", problem.Note, "Two claims rest on the same words of a source, or on words of which some are the same: what denies one goes with both.", open, sameWords},
		{"answer-before-claim", problem.Warning, "An answer, such as a denial, was said before the claim that it answers.", open, answerBeforeClaim},
		{"answers-own-claim", problem.Warning, "A speaker denies, disputes or otherwise answers their own claim.", open, answersOwnClaim},
		{"accused-affirms", problem.Warning, "A claim of one who is accused, or of who speaks for them, confirms or repeats the accusation: it makes the line no surer.", fixed, accusedAffirms},
		{"undrawn-answer", problem.Note, "A claim answers one that no line shows.", open, undrawnAnswer},
		{"bad-reply", problem.Error, "What a claim says about a reply contradicts itself or is incomplete.", open, badReply},
		{"figure-differs", problem.Note, "The values of a figure differ in measure, unit or period: they do not contradict each other.", open, figureDiffers},
		{"same-number", problem.Note, "Two values of a figure give the same number for two measures, units or periods.", open, sameNumber},
		{"number-not-in-quote", problem.Warning, "The number of a figure's value or of an amount is in no quote of its claims, in digits of any script or in English words.", open, numberNotInQuote},
		{"correction-missing", problem.Warning, "With `--since`: something that was published has changed or is gone, and no new correction names it or a view of it.", open, correctionMissing},

		// What an editor asks before publishing.
		{"guilt-by-association", problem.Warning, "Nothing but alleged, unsubstantiated or disputed lines leads from a person to a wrongdoing of somebody else, in one view.", open, guiltByAssociation},
		{"accused-not-asked", problem.Warning, "A person is accused, no claim has a reply that says they were asked, and no word of theirs travels with the line.", open, accusedNotAsked},
		{"single-voice", problem.Warning, "A person, a body or a country is accused on the word of one: who repeats, or is only passed on by the same, is no other. Of a case with one source it is said once.", open, singleVoice},
		{"one-report", problem.Warning, "Three or more tell what a line says, and all of it rests on one source.", open, oneReport},
		{"ministry-in-flow", problem.Warning, "A flow stops at a ministry, an agency, a committee or a government that no quote of its claims names.", open, ministryInFlow},
		{"ministry-beside-flow", problem.Warning, "A view draws a flow through a country beside ministries or other bodies of its state, and no claim ties these to the flow.", open, ministryBesideFlow},
		{"accusing-label", problem.Error, "A line that is drawn as a fact accuses by its words: a label, a type's inverse, what a flow moves or a value of somebody counts (English, Thai, Khmer, Arabic, and the labels of wrongdoings).", byID, accusingLabel},
		{"accusing-name", problem.Error, "The name or an alias of a person accuses them.", byID, accusingName},
		{"surer-words", problem.Error, "A title or a caption over lines that are less than stated, or the label of such a line, calls something proven or a denial false.", byID, surerWords},
		{"accusing-words", problem.Note, "Words that are printed and that no claim answers for accuse, or may: listed for reading (English, Thai, Khmer, Arabic, and the labels of wrongdoings).", open, accusingWords},

		// Dates, links and countries.
		{"bad-date", problem.Error, "A date is not EDTF of level 0 or 1, or is on no calendar.", open, badDate},
		{"date-form", problem.Error, "A date is written as people write it, such as 15/11/2023: the hint names the EDTF to write.", open, dateForm},
		{"dates-reversed", problem.Error, "Something starts after it ends.", open, datesReversed},
		{"old-as-of", problem.Warning, "The day that the case describes lies before what it tells of, or more than a year before the day given by --on.", open, oldAsOf},
		{"not-archived", problem.Warning, "A source has no archived copy, and is on the web or of a type that is.", open, notArchived},
		{"unsafe-url", problem.Error, "A link is not a whole http, https or mailto address.", fixed, unsafeURL},
		{"unknown-country", problem.Error, "A country code is not one that ISO 3166-1 assigns.", open, unknownCountry},
		{"misplaced-code", problem.Error, "An entity that is no country has a country's own code.", open, misplacedCode},
		{"country-without-code", problem.Note, "A country has no code.", open, countryWithoutCode},
	}
}

// Fixed tells whether no case may change the rule.
func (r Rule) Fixed() bool { return r.Change == fixed }

// severityIn is the severity that the rule has in the case at a place (a JSON pointer), and whether
// anything is reported there. A change that badRuleChange refuses changes nothing.
func (r Rule) severityIn(c *entities.Case, at string) (problem.Severity, bool) {
	change, changed := c.Rules[r.Slug]
	if !changed || r.refuses(change) != "" || len(change.Only) > 0 && !slices.Contains(change.Only, idAt(c, at)) {
		return r.Severity, true
	}
	if change.Severity == off {
		return 0, false
	}
	if severity, ok := problem.ParseSeverity(change.Severity); ok {
		return severity, true
	}
	return r.Severity, true
}

// refuses tells why the rule cannot be changed so, or is empty.
func (r Rule) refuses(change entities.RuleChange) string {
	switch {
	case r.Change == fixed:
		return "cannot be changed"
	case r.Change == byID && len(change.Only) == 0:
		return "is changed for the whole case"
	case !tellsWhy(change.Reason, r.Change == byID):
		return "is changed without a reason"
	}
	return ""
}

// tellsWhy tells whether a reason is of some substance: readers of the report have nothing else to go by.
func tellsWhy(reason string, inFull bool) bool {
	letters, different := 0, map[rune]bool{}
	for _, r := range confusable.Plain(reason) {
		if unicode.IsLetter(r) {
			letters++
			different[r] = true
		}
	}
	least := 6
	if inFull {
		least = 20
	}
	return letters >= least && len(different) >= least/2
}

// idAt is the id of the part of a case that a JSON pointer leads into, or what the case calls it by.
func idAt(c *entities.Case, at string) string {
	parts := strings.Split(at, "/")
	if len(parts) < 3 {
		return strings.Join(parts[1:], "")
	}
	item, err := strconv.Atoi(parts[2])
	if err != nil {
		return unescaped.Replace(parts[2])
	}
	for p := range c.Parts() {
		if p.Kind.List() == parts[1] && p.Item == item {
			return p.ID
		}
	}
	return ""
}

var unescaped = strings.NewReplacer("~1", "/", "~0", "~")

// off is the word that turns a rule off, beside the names of severities.
const off = "off"

func badRuleChange(s *subject, report report) {
	if len(s.file.Case.Rules) == 0 {
		return
	}
	rules := map[string]Rule{}
	for _, r := range Rules() {
		rules[r.Slug] = r
	}
	for _, r := range slices.Concat(entities.ShapeRules(), edits.Rules()) {
		rules[r.Slug] = Rule{Slug: r.Slug, Change: fixed}
	}
	slugs := slices.Sorted(maps.Keys(rules))
	ids := map[string]bool{}
	for p := range s.file.Case.Parts() {
		ids[p.ID] = true
	}
	for id := range s.file.Case.RelationTypes {
		ids[id] = true
	}
	for _, slug := range slices.Sorted(maps.Keys(s.file.Case.Rules)) {
		change, at := s.file.Case.Rules[slug], pointer("rules", slug)
		rule, known := rules[slug]
		_, word := problem.ParseSeverity(change.Severity)
		switch {
		case !known:
			report(at, fmt.Sprintf("there is no check %q", slug)+s.near(slug, slices.Values(slugs)), "")
		case rule.Change == fixed:
			report(at, fmt.Sprintf("check %q %s", slug, rule.refuses(change)), "correct what it reports")
		case rule.refuses(change) != "":
			hint := "say why, in words that a reader of the report understands"
			if rule.Change == byID {
				hint = `put into only the ids that it is changed for, and into reason why their words may stand; the report prints both`
			}
			report(at, fmt.Sprintf("check %q %s", slug, rule.refuses(change)), hint)
		case !word && change.Severity != off:
			report(at, fmt.Sprintf("%q is no severity", change.Severity), "want error, warning, note or off")
		}
		for i, id := range change.Only {
			if !ids[id] {
				report(pointer("rules", slug, "only", i), fmt.Sprintf("the case has no %q for check %q to be changed for", id, slug)+s.near(id, maps.Keys(ids)), "")
			}
		}
	}
}

// Described returns what every slug means, by slug: those of Check, those that loading gives for
// the shape of a file, and those of edits that are kept beside a case.
func Described() []problem.Rule {
	var all []problem.Rule
	for _, r := range Rules() {
		all = append(all, problem.Rule{Slug: r.Slug, Severity: r.Severity, Doc: r.Doc})
	}
	all = slices.Concat(all, entities.ShapeRules(), edits.Rules())
	slices.SortFunc(all, func(a, b problem.Rule) int { return cmp.Compare(a.Slug, b.Slug) })
	return all
}
