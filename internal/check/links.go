package check

import (
	"fmt"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/weblink"
)

func unsafeURL(s *subject, report report) {
	look := func(link string, at ...any) {
		if link == "" {
			return
		}
		if err := weblink.Check(link); err != nil {
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
