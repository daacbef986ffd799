package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
)

// ask asks on a terminal whether the rows of a sheet are relations, and which way they point. It
// tells whether that was answered.
func (*importFlags) ask(cmd *cobra.Command, r *formats.Refusal, o *formats.ImportOptions) bool {
	in, isFile := cmd.InOrStdin().(*os.File)
	if !isFile || !term.IsTerminal(int(in.Fd())) {
		return false
	}
	a, b := problem.Printable(r.Ends.From), problem.Printable(r.Ends.To)
	fmt.Fprintf(cmd.ErrOrStderr(), "%s: is each row a relation?\n  1  yes, from %q to %q\n  2  yes, from %q to %q\nanything else stops here: ", problem.Printable(r.Sheet), a, b, b, a)
	return answer(in, r.Ends, o)
}

// answer reads which of the two it is.
func answer(in io.Reader, ends *formats.Ends, o *formats.ImportOptions) bool {
	said, _ := bufio.NewReader(in).ReadString('\n')
	switch strings.TrimSpace(said) {
	case "1":
		o.Columns["relations.from"], o.Columns["relations.to"] = ends.From, ends.To
	case "2":
		o.Columns["relations.from"], o.Columns["relations.to"] = ends.To, ends.From
	default:
		return false
	}
	return true
}

// mostHeld is how large a case is that is read again before it is written.
const mostHeld = 64 << 20

// breaks returns what keeps the case that was made from being drawn at all: an import makes none
// that check refuses for how its parts fit together.
func breaks(w io.Writer, made formats.Import, name string) (problem.List, error) {
	size := &counter{most: mostHeld}
	_, err := made.WriteTo(size)
	switch {
	case size.over:
		_, err := fmt.Fprintf(w, "graphgen: the case is larger than %d MB, and was not checked: see graphgen check\n", mostHeld>>20)
		return nil, err
	case err != nil:
		return nil, err
	}
	data := bytes.NewBuffer(make([]byte, 0, size.n))
	if _, err := made.WriteTo(data); err != nil {
		return nil, err
	}
	file, found := entities.Load(name, data.Bytes())
	if !found.HasErrors() {
		found = check.Holds(file, network.New(entities.NewIndex(file.Case)))
	}
	for i := range found {
		found[i].Place, found[i].Text = problem.Place{File: name}, "" // what has a place is a file that is not there
	}
	return found, nil
}

// counter counts the bytes that are written, up to a number.
type counter struct {
	n, most int
	over    bool
}

func (c *counter) Write(p []byte) (int, error) {
	if c.n += len(p); c.n > c.most {
		c.over = true
		return 0, io.ErrShortWrite
	}
	return len(p), nil
}
