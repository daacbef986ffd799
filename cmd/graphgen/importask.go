package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"example.org/graphgen/internal/formats"
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
