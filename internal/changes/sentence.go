package changes

import (
	"fmt"
	"strings"
)

// String says the change in one sentence: `relation "bribe": alleged, now contested: denial
// by Ada Berg added`.
func (c Change) String() string {
	what := strings.TrimSpace(string(c.Kind) + " " + c.called())
	if c.What != Changed {
		s := what + " " + string(c.What)
		if c.Name != "" {
			s += ": " + c.Name
		}
		return s
	}
	return what + c.Says()
}

// Says is the sentence after the name of what changed, with what stands between them.
func (c Change) Says() string {
	s := c.Was + ", now " + c.Is
	switch {
	case c.What == Added:
		return " added"
	case c.What == Removed:
		return " removed"
	case c.Fact == Shows && c.Was != "":
		return ": shows " + c.Was + " no longer"
	case c.Fact == Shows:
		return ": shows " + c.Is
	case c.Was == "":
		return fmt.Sprintf(": %s added: %s", c.Fact, c.Is)
	case c.Is == "":
		return fmt.Sprintf(": %s removed: %s", c.Fact, c.Was)
	case c.Fact == Name:
		return " renamed: " + s
	case c.Fact != Standing && c.Fact != Value:
		s = c.Fact + ": " + s
	}
	if c.Why != "" {
		s += ": " + c.Why
	}
	return ": " + s
}

func (c Change) called() string {
	switch c.Kind {
	case Case:
		return ""
	case Correction:
		return "of " + c.ID
	}
	return quoted(c.ID)
}
