package check

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/quotes"
)

// readText is a source's text with what became of the quotes that the source's claims have.
type readText struct {
	here    bool
	digest  string
	text    *quotes.Text
	err     error
	claims  []int           // the indices of the claims that quote the source
	results []quotes.Result // of those claims; none where the text is not here
}

// readTexts checks all quotes of all texts that are here.
func readTexts(c *entities.Case, given map[string]SourceText) []readText {
	texts := make([]readText, len(c.Sources))
	quoting := map[string][]int{}
	for i, cl := range c.Claims {
		if strings.ContainsFunc(cl.Quote, letterOrDigit) {
			quoting[cl.Source] = append(quoting[cl.Source], i)
		}
	}
	type opened struct {
		text *quotes.Text
		err  error
	}
	files := map[string]opened{} // several sources may share one
	for i, source := range c.Sources {
		t := &texts[i]
		t.claims = quoting[source.ID]
		delete(quoting, source.ID) // of two sources with one id the first counts
		text, here := given[source.ID]
		t.err = text.Err
		if !here || t.err != nil {
			continue
		}
		t.here = true
		t.digest = quotes.Digest(text.Data)
		file, again := files[text.Name]
		if !again {
			file.text, file.err = quotes.NewText(text.Data, quotes.FormatOf(text.Name))
			files[text.Name] = file
		}
		if t.text, t.err = file.text, file.err; t.err == nil {
			t.results = quotes.Check(t.text, selectors(c, t.claims))
		}
	}
	return texts
}

func selectors(c *entities.Case, claims []int) []quotes.Selector {
	all := make([]quotes.Selector, len(claims))
	for i, claim := range claims {
		cl := c.Claims[claim]
		all[i] = quotes.Selector{Exact: cl.Quote, Prefix: cl.Prefix, Suffix: cl.Suffix}
	}
	return all
}

// eachResult visits the claims whose quote was looked for, with the text and what became of it.
func (s *subject) eachResult(visit func(claim int, t readText, r quotes.Result)) {
	for _, t := range s.texts {
		for i, r := range t.results {
			visit(t.claims[i], t, r)
		}
	}
}

// eachSentence visits the claims whose quote was found, with the sentence around it.
func (s *subject) eachSentence(visit func(claim int, sentence quotes.Sentence)) {
	s.eachResult(func(claim int, t readText, r quotes.Result) {
		if r.Status == quotes.Found {
			visit(claim, t.text.Sentence(r.Places[0]))
		}
	})
}

func quoteMissing(s *subject, report report) {
	s.eachResult(func(claim int, _ readText, r quotes.Result) {
		c := s.file.Case.Claims[claim]
		at := pointer("claims", claim, "quote")
		switch r.Status {
		case quotes.Missing:
			report(at, fmt.Sprintf("MISSING: the text of source %q does not have the quote of claim %q%s", c.Source, c.ID, withContext(c)), r.Advice(c.Quote))
		case quotes.Unusable:
			report(at, fmt.Sprintf("the quote of claim %q cannot be looked for", c.ID), "")
		}
	})
}

// withContext says that prefix or suffix were part of the search.
func withContext(c entities.Claim) string {
	if c.Prefix+c.Suffix == "" {
		return ""
	}
	return " with this prefix and suffix"
}

func quoteAmbiguous(s *subject, report report) {
	s.eachResult(func(claim int, _ readText, r quotes.Result) {
		if r.Status != quotes.Ambiguous {
			return
		}
		var lines []string
		for _, p := range r.Places {
			lines = append(lines, fmt.Sprintf("%d:%d", p.Line, p.Column))
		}
		if r.Count > len(r.Places) {
			lines = append(lines, "…")
		}
		times := fmt.Sprint(r.Count)
		if r.Count >= quotes.MostCounted {
			times += " or more"
		}
		report(pointer("claims", claim, "quote"), fmt.Sprintf("AMBIGUOUS: the text of source %q has the quote of claim %q %s times (%s)", s.file.Case.Claims[claim].Source, s.file.Case.Claims[claim].ID, times, strings.Join(lines, ", ")),
			"add a prefix or suffix that only one of them has")
	})
}

func textChanged(s *subject, report report) {
	for i, t := range s.texts {
		want := s.file.Case.Sources[i].Text.SHA256
		if t.here && want != "" && want != t.digest {
			report(pointer("sources", i, "text", "sha256"), fmt.Sprintf("the text of source %q is not the one that was read: its sha256 is %s", s.file.Case.Sources[i].ID, t.digest),
				"find out what changed, then give the new sha256")
		}
	}
}

func textUnreadable(s *subject, report report) {
	for i, t := range s.texts {
		if t.err != nil {
			id := s.file.Case.Sources[i].ID
			report(pointer("sources", i), fmt.Sprintf("the text of source %q cannot be read: %v", id, t.err),
				fmt.Sprintf("mend that, or name another copy with --text %s=FILE", id))
		}
	}
}

func textPath(s *subject, report report) {
	for i, source := range s.file.Case.Sources {
		p := source.Text.Path
		wrong := ""
		switch {
		case path.IsAbs(p) || filepath.IsAbs(p) || strings.HasPrefix(p, `\`) || len(p) > 1 && p[1] == ':':
			wrong = "is absolute"
		case p != "" && !filepath.IsLocal(filepath.FromSlash(p)):
			wrong = "leads out of the folder of the case"
		default:
			continue
		}
		report(pointer("sources", i, "text", "path"), fmt.Sprintf("the path %q %s: no file there is opened", p, wrong),
			fmt.Sprintf("put a copy beside the case file, or name this one with --text %s=FILE", source.ID))
	}
}

func quotesNotChecked(s *subject, report report) {
	for i, t := range s.texts {
		if t.here || t.err != nil || len(t.claims) == 0 {
			continue
		}
		source := s.file.Case.Sources[i]
		hint := "give the source's text a path and a sha256"
		if source.Text.Path != "" {
			hint = fmt.Sprintf("it belongs at %q, beside the case file", source.Text.Path)
		}
		report(pointer("sources", i), fmt.Sprintf("%s of source %q not checked: its text is not here", problem.Counted(len(t.claims), "quote"), source.ID), hint)
	}
}
