package check

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/words"
)

// accusingWords lists what accuses in the texts that no claim answers for. Whether they may
// stand is for a reader to judge.
func accusingWords(s *subject, report report) {
	accusing := s.accusing(deeds + "," + crimes)
	look := func(text entities.Text, what string, at ...any) {
		if said := accusing.in(text); len(said) > 0 {
			report(pointer(at...), fmt.Sprintf("%s says %s", what, listed(said)), "no claim answers for it: read it as whoever it may be taken for would")
		}
	}
	c := s.file.Case
	look(c.Title, "the title of the case", "title")
	for i, e := range c.Entities {
		look(e.Description, fmt.Sprintf("the description of %s %q", e.Type, e.ID), "entities", i, "description")
	}
	for i, f := range c.Figures {
		look(f.Question, fmt.Sprintf("the question of figure %q", f.ID), "figures", i, "question")
	}
	for i, v := range c.Views {
		look(v.Title, fmt.Sprintf("the title of view %q", v.ID), "views", i, "title")
		look(v.Caption, fmt.Sprintf("the caption of view %q", v.ID), "views", i, "caption")
	}
}

// accusingLabel finds lines that accuse by their words alone: their type does not, so that
// they are drawn as firmly as they are stated.
func accusingLabel(s *subject, report report) {
	accusing := s.accusing(deeds)
	for i, r := range s.file.Case.Relations {
		t, known := s.index.RelationType(r.Type)
		if v := s.lines[i].verdict; !known || t.Wrongdoing || v.Strength != entities.Stated {
			continue
		}
		label, at := r.Label, pointer("relations", i, "label")
		if len(label) == 0 {
			label, at = s.file.Case.RelationTypes[r.Type].Label, pointer("relations", i, "type") // a built-in one accuses nobody
		}
		if said := accusing.in(label); len(said) > 0 {
			report(at, fmt.Sprintf("relation %q says %s, and its type %q is no wrongdoing: it is drawn as a fact", r.ID, listed(said), r.Type),
				"give it a type that is wrongdoing, or words that do not accuse")
		}
	}
	for i, f := range s.file.Case.Flows {
		if said := accusing.in(f.Label); len(said) > 0 && s.index.StandUntyped(f.Claims).Strength == entities.Stated {
			report(pointer("flows", i, "label"), fmt.Sprintf("flow %q says %s, and its claims are stated: it is drawn as a fact", f.ID, listed(said)),
				"if a claim accuses, it is alleged; if not, choose words that do not")
		}
	}
}

// accusing holds phrases that accuse.
type accusing struct {
	spaced   map[string][][]string // by their first words
	unspaced []string              // of scripts that have no spaces between words
}

// accusing holds the phrases of an English list, and how types of wrongdoing are labelled, in
// each language that the case or the program has for them.
func (s *subject) accusing(english string) accusing { return accusingIn(s.file.Case, english) }

// Accusing returns what finds the words and phrases of a text that accuse, as a check would. A
// place lies where it is, so that this word alone, which a check asks to be read, is none.
func Accusing(c *entities.Case) func(text string) []string {
	accusing := accusingIn(c, deeds+","+crimes)
	return func(text string) []string {
		return slices.DeleteFunc(accusing.in(entities.Text{"": text}), func(said string) bool { return said == "lies" })
	}
}

func accusingIn(c *entities.Case, english string) accusing {
	a := accusing{spaced: phrases(english)}
	add := func(label string) {
		if strings.ContainsFunc(label, func(r rune) bool { return r < 0x0e00 && letterOrDigit(r) }) {
			for first, list := range phrases(strings.Map(wordsAlone, label)) {
				a.spaced[first] = append(a.spaced[first], list...)
			}
		} else if label != "" {
			a.unspaced = append(a.unspaced, plainScript(label))
		}
	}
	types := entities.BuiltinRelationTypes()
	for _, id := range sortedKeys(types) {
		if !types[id].Wrongdoing {
			continue
		}
		for _, lang := range c.Languages() {
			add(words.For(lang).Relation(id))
		}
		add(types[id].Label["en"])
	}
	for _, id := range sortedKeys(c.RelationTypes) {
		if t := c.RelationTypes[id]; t.Wrongdoing && id != entities.LinkedTo {
			for _, tag := range sortedKeys(t.Label) {
				add(t.Label[tag])
			}
		}
	}
	return a
}

// wordsAlone leaves nothing of a label that would end a phrase.
func wordsAlone(r rune) rune {
	if letterOrDigit(r) || r == '\'' {
		return r
	}
	return ' '
}

// plainScript takes out the breaks that a text of such a script may have been given.
func plainScript(text string) string {
	return strings.ReplaceAll(norm.NFC.String(text), "\u200b", "")
}

// in returns what accuses in a text, in any of its languages, each once.
func (a accusing) in(text entities.Text) []string {
	var said []string
	add := func(phrase string) {
		if !slices.Contains(said, phrase) {
			said = append(said, phrase)
		}
	}
	for _, tag := range sortedKeys(text) {
		written := wordsOf(text[tag])
		for _, found := range find(written, a.spaced) {
			add(strings.ToLower(show(written[found.from:found.to])))
		}
		plain := plainScript(text[tag])
		for _, phrase := range a.unspaced {
			if strings.Contains(plain, phrase) {
				add(phrase)
			}
		}
	}
	return said
}

// deeds are what someone is accused of having done, in English, as a line's label may say it.
const deeds = `abets, abetted, abused, abuses, blackmailed, blackmails, bribed, bribes, cheated, cheats, colluded, colludes,
	conspired, conspires, corrupted, corrupts, covered up, covers up, deceived, deceives, defrauded, defrauds, embezzled,
	embezzles, enslaved, enslaves, exploited, exploits, extorted, extorts, front for, fronted for, fronts for, kidnapped,
	kidnaps, laundered, launders, lied, lies to, looted, murdered, murders, plundered, raped, rapes, robbed, robs,
	sabotaged, scammed, scams, smuggled, smuggles, steals, stole, stolen, swindled, swindles, terrorised, terrorises,
	tortured, tortures, trafficked`

// crimes are English words for wrongs and for who does them. They accuse as well where they
// are said of someone, and may as well name a subject.
const crimes = `abuse, abuser, abusers, abusing, blackmail, bribe, bribery, bribing, cheat, cheating, collude, colluding,
	collusion, complicit, complicity, conspiracy, conspirators, corrupt, corruption, cover up, coverup, crime, crimes,
	criminal, criminals, crook, crooked, crooks, culprit, culprits, deceit, deceive, deceiving, defraud, defrauding,
	embezzle, embezzlement, embezzling, exploit, exploitation, exploiting, extort, extorting, extortion, fraud, frauds,
	fraudster, fraudsters, fraudulent, fraudulently, gang, gangs, gangster, gangsters, graft, guilt, guilty, illegal,
	illegally, illicit, kickback, kickbacks, kidnap, kidnapping, launder, launderers, laundering, liar, liars, lies,
	looting, mafia, murder, murderer, murderers, perpetrator, perpetrators, plunder, profiteer, profiteering,
	profiteers, racket, rackets, rape, rob, robbers, robbery, sabotage, scam, scammer, scammers, scamming, slave,
	slavery, slaves, smuggle, smuggler, smugglers, smuggling, steal, stealing, swindle, swindler, swindlers, terrorist,
	terrorists, theft, thefts, thief, thieves, torture, torturing, trafficker, traffickers, trafficking, unlawful,
	unlawfully, wrongdoing`
