package project

import (
	"errors"
	"fmt"
	"slices"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/quotes"
)

var (
	// ErrNoSource tells that a case has no source of that id.
	ErrNoSource = errors.New("the case has no such source")
	// ErrNoText tells that the text of a source is not here.
	ErrNoText = errors.New("the text is not here")
)

// SourceError says why there is no text of a source to quote from.
type SourceError struct {
	Source string
	Path   string // where the case has its text; empty for nowhere
	File   string // that was read; empty for none
	Err    error  // ErrNoSource, ErrNoText, or what is wrong with the file
}

func (e *SourceError) Error() string { return fmt.Sprintf("source %q: %v", e.Source, e.Err) }
func (e *SourceError) Unwrap() error { return e.Err }

// SourceText reads the text of one source, which must be the one that the case has the digest of.
func (p *Project) SourceText(id string) (*quotes.Text, error) {
	sources := p.File.Case.Sources
	at := slices.IndexFunc(sources, func(s entities.Source) bool { return s.ID == id })
	if at < 0 {
		return nil, &SourceError{Source: id, Err: ErrNoSource}
	}
	local, here := p.Texts[id]
	switch {
	case !here:
		return nil, &SourceError{Source: id, Path: sources[at].Text.Path, Err: ErrNoText}
	case local.Err != nil:
		return nil, &SourceError{Source: id, Path: sources[at].Text.Path, File: local.Name, Err: local.Err}
	}
	text, err := quotes.NewText(local.Data, quotes.FormatOf(local.Name))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", local.Name, err)
	}
	if want := sources[at].Text.SHA256; want != "" && want != quotes.Digest(local.Data) {
		return nil, fmt.Errorf("%s is not the text of source %q that was read: its sha256 is %s; find out what changed before you give the new one",
			local.Name, id, quotes.Digest(local.Data))
	}
	return text, nil
}

// TextHere is SourceText, and nil where the text is not here.
func (p *Project) TextHere(id string) (*quotes.Text, error) {
	text, err := p.SourceText(id)
	if errors.Is(err, ErrNoText) {
		return nil, nil
	}
	return text, err
}
