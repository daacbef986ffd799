package build

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/original"
	"example.org/graphgen/internal/output"
)

// outcome tells of each file that was published before whether it stays.
type outcome struct {
	of     *entities.Case
	drawn  map[string]View   // by name
	folder bool              // of bundles alone: all else stays
	old    []string          // names of what stays as it was drawn before
	why    map[string]string // it does not stay, by name, where there is more to say
}

// outcomeOf is that of a case of which nothing is drawn yet.
func (b *Builder) outcomeOf(c *entities.Case) *outcome {
	return &outcome{of: c, drawn: map[string]View{}, why: map[string]string{}}
}

// stays tells whether a file stays that is not among those to publish. One that could not be
// drawn again stays where the case says the same as it did then: it was no fault of the case.
// Else it may show what has been corrected.
func (o *outcome) stays(name, text string) bool {
	p, known := publishedAs(name)
	if !known {
		return true
	}
	if !inCase(o.of, name) {
		if !o.folder {
			o.why[name] = "the case has no such view now"
		}
		return o.folder
	}
	as := p.view
	if p.lang != "" {
		as += "." + p.lang
	}
	v, wanted := o.drawn[as]
	switch {
	case !wanted || !v.Forms.has(p.form):
		return o.folder
	case v.missing(p.form) == nil:
		return false
	case parseNote(text).state == v.state:
		o.old = append(o.old, name)
		return true
	}
	o.why[name] = "it could not be drawn again, and may show what was corrected"
	return false
}

// Removed is a file that an earlier time published and this one did not, or a folder of them.
type Removed struct {
	Name  string
	Files int // of a folder; 0 for a single file
	Why   string
}

// removed says what of the names was removed, and why: a folder that is gone is told once.
func (o *outcome) removed(names []string, written []output.File) []Removed {
	stays, gone := map[string]bool{}, map[string]int{}
	for _, f := range written {
		stays[path.Dir(f.Name)] = true
	}
	for _, name := range names {
		gone[path.Dir(name)]++
	}
	var all []Removed
	for _, name := range names {
		why := cmp.Or(o.why[name], "this build does not draw it")
		switch folder := path.Dir(name); {
		case folder == "." || stays[folder]:
			all = append(all, Removed{Name: name, Why: why})
		case gone[folder] > 0:
			all = append(all, Removed{folder, gone[folder], why})
			gone[folder] = 0
		}
	}
	return all
}

// isOurs tells of a file that is not as it was written whether it may be replaced all the same:
// one whose edits are kept elsewhere.
func isOurs(name string, data []byte) bool {
	return strings.HasSuffix(name, ".dot") && original.IsSettled(data)
}

// inCase tells whether a file is named for a view of the case.
func inCase(c *entities.Case, name string) bool {
	p, known := publishedAs(name)
	return known && slices.ContainsFunc(c.Views, func(v entities.View) bool { return v.ID == p.view })
}
