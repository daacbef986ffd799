package wording

import (
	"bytes"
	"fmt"
	"path/filepath"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/golden"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

// A view of the case and one of its example, told without their pictures.
func TestGolden(t *testing.T) {
	for path, id := range map[string]string{seedCase: "figures", harbour: "berths"} {
		c := load(t, path)
		x := entities.NewIndex(c)
		for i := range c.Views {
			if c.Views[i].ID != id {
				continue
			}
			v := network.New(x).View(&c.Views[i])
			for _, lang := range []string{"en", "km"} {
				describer := &Describer{Index: x, Words: words.For(lang), Lang: lang}
				golden.Same(t, filepath.Join("testdata", "golden", id+"."+lang+".txt"), told(describer, v))
			}
		}
	}
}

// told writes out all that stands for a picture, with languages, links and numbers of notes.
func told(describer *Describer, v *network.View) []byte {
	var b bytes.Buffer
	spans := func(s words.Spans) {
		for _, span := range s {
			if span.Lang == "" {
				b.WriteString(span.Text)
			} else {
				fmt.Fprintf(&b, "{%s %s}", span.Lang, span.Text)
			}
		}
	}
	fmt.Fprintf(&b, "%s\n", describer.Alt(v))
	for _, p := range describer.Describe(v) {
		fmt.Fprintf(&b, "\n# %s {%s}\n", p.Heading, p.HeadingLang)
		for _, s := range p.Sentences {
			spans(s.Spans)
			fmt.Fprintf(&b, " %v %d\n", s.IDs, s.Note)
		}
	}
	for _, table := range describer.Tables(v) {
		fmt.Fprintf(&b, "\n# %s, %s\n", table.Kind, table.Caption)
		for _, row := range table.Rows {
			fmt.Fprintf(&b, "%v\n", row.IDs)
			for i, cell := range row.Cells {
				for _, line := range cell {
					fmt.Fprintf(&b, "  %s: ", table.Columns[i])
					spans(line.Spans)
					fmt.Fprintf(&b, " <%s> %d\n", line.Link, line.Note)
				}
			}
		}
	}
	return b.Bytes()
}
