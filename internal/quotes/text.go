package quotes

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"path"
	"strings"
	"sync"
	"unicode/utf8"
)

// Format says how the bytes of a text are to be read.
type Format int

const (
	// Sniffed means HTML if the bytes begin as an HTML document does, else plain text.
	Sniffed Format = iota
	// Plain is plain text.
	Plain
	// HTML is an HTML document or a part of one.
	HTML
)

// FormatOf tells the format by the ending of a file name; Sniffed where it says nothing.
func FormatOf(name string) Format {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return HTML
	case ".txt", ".text", ".md":
		return Plain
	}
	return Sniffed
}

// Text is a text that quotes are checked against. It does not change, and many goroutines
// may use it at once.
type Text struct {
	text   string
	isHTML bool
	hidden string // what an HTML document has for other eyes than its readers'
	folded folded

	bareOnce sync.Once
	bare     *bare
}

// InvalidUTF8Error says that bytes are no UTF-8, and from which byte on.
type InvalidUTF8Error struct {
	Offset int // counted from 0, a byte order mark included
}

// Error says what to do about it.
func (e *InvalidUTF8Error) Error() string {
	return fmt.Sprintf("invalid UTF-8 at byte %d: save the text as UTF-8", e.Offset)
}

// NewText reads plain text or HTML in UTF-8; a byte order mark is dropped. What is not
// UTF-8 is refused with an *InvalidUTF8Error.
func NewText(data []byte, format Format) (*Text, error) {
	if int64(len(data)) > math.MaxInt32 {
		return nil, errors.New("the text is larger than 2 GiB")
	}
	text := string(data)
	if offset := firstInvalid(text); offset >= 0 {
		return nil, &InvalidUTF8Error{Offset: offset}
	}
	text = strings.TrimPrefix(text, "\ufeff")
	t := &Text{text: text, isHTML: format == HTML || format == Sniffed && looksLikeHTML(text)}
	if t.isHTML {
		var err error
		if t.text, t.hidden, err = extractHTML(text); err != nil {
			return nil, fmt.Errorf("reading HTML: %w", err)
		}
	}
	t.folded = fold(t.text, t.isHTML)
	return t, nil
}

// String returns the text that places refer to: plain text as it was given, or what
// readers see of an HTML document, a block a line.
func (t *Text) String() string { return t.text }

// Digest returns the SHA-256 of the bytes of a text in lower-case hex, as sha256sum prints
// it: a text whose digest changed is another text.
func Digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// firstInvalid returns the offset of the first byte that is no UTF-8, or -1.
func firstInvalid(text string) int {
	if utf8.ValidString(text) {
		return -1
	}
	for i, r := range text {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
				return i
			}
		}
	}
	return -1
}

// oneLine folds runs of white space into one space and drops them at the ends.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
