// Package weblink says which addresses may be made links of. No other code decides that, and nothing
// becomes a link past it: a report tells of cases that were refused as well. It must never know
// where an address comes from.
package weblink

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"unicode"
)

// Safe returns the address where it may be a link, else nothing.
func Safe(link string) string {
	if Check(link) != nil {
		return ""
	}
	return link
}

// Check tells why an address may not be published: browsers mend what is malformed in ways of
// their own, and a name before the host makes one site look like another.
func Check(link string) error {
	for _, r := range link {
		switch {
		case unicode.IsSpace(r):
			return errors.New("it has a space")
		case !unicode.IsGraphic(r) || unicode.Is(unicode.Bidi_Control, r):
			return fmt.Errorf("it has the invisible character %U", r)
		case strings.ContainsRune("\\<>\"`{}|^", r):
			return fmt.Errorf("it has the character %q", r)
		}
	}
	u, err := url.Parse(link)
	if err != nil {
		return errors.New("it is malformed")
	}
	switch u.Scheme {
	case "http", "https":
		switch {
		case u.Hostname() == "":
			return errors.New("it names no host")
		case u.User != nil:
			return errors.New("it has a user name before the host")
		}
		return nil
	case "mailto":
		if name, host, ok := strings.Cut(u.Opaque, "@"); !ok || name == "" || host == "" {
			return errors.New("it is no mail address")
		}
		return nil
	case "":
		return errors.New("it has no scheme")
	}
	return fmt.Errorf("its scheme is %s", u.Scheme)
}
