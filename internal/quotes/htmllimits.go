package quotes

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Limits of an HTML document. What is parsed takes many times the room of the document, and
// some documents make the parser write the same things again and again.
const (
	mostParts  = 1_000_000 // elements, pieces of text and attributes
	mostCopies = 500_000   // elements that the parser would make anew for others left open
	mostCopied = 1 << 30   // bytes of text that the parser would move to put pieces together
)

// formatting are the elements that the parser opens again in each block where they were left open.
var formatting = map[atom.Atom]bool{
	atom.A: true, atom.B: true, atom.Big: true, atom.Code: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Nobr: true,
	atom.S: true, atom.Small: true, atom.Strike: true, atom.Strong: true, atom.Tt: true, atom.U: true,
}

// ignored are start tags that outside of their place the parser passes over.
var ignored = map[atom.Atom]bool{
	atom.Html: true, atom.Head: true, atom.Body: true, atom.Frame: true, atom.Frameset: true, atom.Caption: true, atom.Col: true,
	atom.Colgroup: true, atom.Tbody: true, atom.Td: true, atom.Tfoot: true, atom.Th: true, atom.Thead: true, atom.Tr: true,
}

// census is what is counted of a document before it is parsed.
type census struct {
	parts, copies int
	open          int            // formatting elements that are left open
	same          map[string]int // of them, by how they are written
	newBlock      bool           // a block began or ended: what was left open is opened again in the next
	piece, copied int            // bytes of text that may be put together
	tables        int            // that are open
	inSelect      bool
}

// withinLimits reads a document once, as a stream of tags, and refuses what would take the
// parser more memory or time than its size warrants.
func withinLimits(document string) error {
	z := html.NewTokenizer(strings.NewReader(document))
	c := census{same: map[string]int{}}
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return err
			}
			return nil
		}
		c.count(z, kind)
		switch {
		case c.parts > mostParts:
			return fmt.Errorf("it has more than %d elements, attributes and pieces of text", mostParts)
		case c.copies > mostCopies:
			return fmt.Errorf("its elements overlap: it leaves %d open, which each block would open again", c.open)
		case c.copied > mostCopied:
			return errors.New("its text is in too many pieces, parted by tags that mean nothing there")
		}
	}
}

func (c *census) count(z *html.Tokenizer, kind html.TokenType) {
	switch kind {
	case html.TextToken:
		c.parts++
		c.reopen()
		c.copied += c.piece
		c.piece += len(z.Raw())
	case html.StartTagToken, html.SelfClosingTagToken:
		c.startTag(z)
	case html.EndTagToken:
		name, _ := z.TagName()
		c.endTag(atom.Lookup(name))
	}
}

func (c *census) endTag(tag atom.Atom) {
	if formatting[tag] {
		c.open = max(0, c.open-1)
	}
	c.newBlock = c.newBlock || !inline[tag]
	switch tag {
	case atom.Table:
		c.tables = max(0, c.tables-1)
	case atom.Select:
		c.inSelect = false
	}
}

func (c *census) startTag(z *html.Tokenizer) {
	raw := string(z.Raw())
	name, more := z.TagName()
	tag := atom.Lookup(name)
	for c.parts++; more; c.parts++ {
		_, _, more = z.TagAttr()
	}
	if !(c.inSelect && tag != atom.Option) && !(ignored[tag] && c.tables == 0) {
		c.piece = 0
	}
	switch {
	case formatting[tag]:
		c.reopen()
		// Of elements that are written alike the parser opens three again.
		if c.same[raw]++; c.same[raw] <= 3 {
			c.open++
		}
	case tag == atom.Table:
		c.tables++
	case tag == atom.Select:
		c.inSelect = true
	}
	c.newBlock = c.newBlock || !inline[tag]
}

// reopen counts what is opened again at the first words of a block.
func (c *census) reopen() {
	if c.newBlock {
		c.copies += c.open
		c.newBlock = false
	}
}
