package check

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"unicode"

	"example.org/graphgen/internal/entities"
)

func unsafeURL(s *subject, report report) {
	look := func(link string, at ...any) {
		if link == "" {
			return
		}
		if err := SafeURL(link); err != nil {
			report(pointer(at...), "unsafe link: "+err.Error(), "give a whole address that begins with https://, http:// or mailto:")
		}
	}
	for i, source := range s.file.Case.Sources {
		look(source.URL, "sources", i, "url")
		look(source.Archived, "sources", i, "archived")
	}
	for i, e := range s.file.Case.Entities {
		for j, link := range e.Links {
			look(link, "entities", i, "links", j)
		}
	}
}

// SafeURL tells why a link may not be published: browsers mend what is malformed in ways of
// their own, and a name before the host makes one site look like another.
func SafeURL(link string) error {
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

// notArchived leaves alone what was never on the web: an interview, a record or something
// else without an address.
func notArchived(s *subject, report report) {
	for i, source := range s.file.Case.Sources {
		offline := false
		switch source.Type {
		case entities.Interview, entities.RecordSource, entities.OtherSource:
			offline = source.URL == ""
		}
		if source.Archived == "" && !offline {
			report(pointer("sources", i), fmt.Sprintf("source %q has no archived copy", source.ID),
				"have it archived, and give the copy's address in archived: what is on the web goes away")
		}
	}
}
