// Package terminal is where messages go out: whatever acts on a terminal is shown instead.
// Arguments, paths, ids and what other programs say are echoed in messages, and each may be a
// stranger's: an escape sequence in one could hide a message, forge another or set the title of
// the window. It must never know what the messages say.
package terminal

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/term"

	"example.org/graphgen/internal/problem"
)

// Writer writes text with the characters that act on a terminal as escapes, but for line breaks
// and tabs: see problem.Printable. Bytes that are no UTF-8 are
// replaced, since some terminals take those from 0x80 for controls.
type Writer struct {
	mu     sync.Mutex
	to     io.Writer
	rest   []byte // the beginning of a character that was cut by the end of a write
	echoed *strings.Replacer
}

// For returns a Writer for messages. The program's own colours and progress go to Raw. Line
// breaks are a message's own, but not where it echoes an argument: a file's name must not look
// like a message about another.
func For(w io.Writer, arguments ...string) *Writer {
	var pairs []string
	for _, argument := range arguments {
		name, value, _ := strings.Cut(argument, "=")
		for _, said := range []string{argument, filepath.Clean(argument), strings.TrimLeft(argument, "-"), strings.TrimLeft(name, "-"), value} {
			if strings.ContainsAny(said, "\n\t") {
				pairs = append(pairs, said, problem.Printable(said))
			}
		}
	}
	return &Writer{to: w, echoed: strings.NewReplacer(pairs...)}
}

// Write writes a part of a text.
func (w *Writer) Write(part []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	text := append(w.rest, part...)
	whole := len(text) - cutOff(text)
	w.rest = bytes.Clone(text[whole:])
	if _, err := io.WriteString(w.to, shown([]byte(w.echoed.Replace(string(text[:whole]))))); err != nil {
		return 0, err
	}
	return len(part), nil
}

// cutOff is how many bytes at the end of a text are the beginning of a character.
func cutOff(text []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(text); n++ {
		if last := text[len(text)-n:]; utf8.RuneStart(last[0]) {
			if !utf8.FullRune(last) {
				return n
			}
			break
		}
	}
	return 0
}

// shown is a text of several lines as it may go to a terminal.
func shown(text []byte) string {
	var b bytes.Buffer
	for len(text) > 0 {
		end := bytes.IndexAny(text, "\n\t")
		if end < 0 {
			end = len(text)
		}
		line := text[:end]
		if end < len(text) && text[end] == '\n' {
			line = bytes.TrimSuffix(line, []byte("\r")) // as CSV ends a line
		}
		b.WriteString(problem.Printable(string(bytes.ToValidUTF8(line, []byte("\ufffd")))))
		b.Write(text[end:min(end+1, len(text))])
		text = text[min(end+1, len(text)):]
	}
	return b.String()
}

// Raw returns what stands behind a Writer, or else the writer itself.
func Raw(w io.Writer) io.Writer {
	if t, ok := w.(*Writer); ok {
		return t.to
	}
	return w
}

// Is tells whether a writer goes to a terminal that can take a line back.
func Is(w io.Writer) bool {
	f, ok := Raw(w).(*os.File)
	return ok && os.Getenv("TERM") != "dumb" && term.IsTerminal(int(f.Fd()))
}

// Document returns the writer for what is no message but a file that was asked for, such as
// JSON: its bytes go out as they are, unless they go to a terminal.
func Document(w io.Writer) io.Writer {
	if Is(w) {
		return w
	}
	return Raw(w)
}

// WriteProblems writes problems for people: in colour to a terminal whose user has not refused
// that (https://no-color.org).
func WriteProblems(w io.Writer, l problem.List) error {
	return problem.WriteText(Raw(w), l, Is(w) && os.Getenv("NO_COLOR") == "")
}
