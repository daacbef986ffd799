package build

import (
	"cmp"
	"slices"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/project"
)

// Job is a view to draw in a language. Its files have its name, up to their endings.
type Job struct {
	View  *entities.View
	Lang  string
	Name  string
	Forms Forms
}

// everything is each view of a case in each language, in these forms.
func everything(c *entities.Case, languages []string, forms Forms) []Job {
	var jobs []Job
	for i := range c.Views {
		for _, lang := range languages {
			jobs = append(jobs, Job{&c.Views[i], lang, fileName(c, c.Views[i].ID, lang), forms})
		}
	}
	return jobs
}

// LanguagesOf returns the languages to draw a case in where these tags were asked for, each once,
// as the case's own texts have them: the case's own, which may be empty, where none was.
func LanguagesOf(c *entities.Case, tags []string) []string {
	if len(tags) == 0 {
		return []string{c.Language}
	}
	var languages []string
	for _, tag := range tags {
		if lang := c.LanguageFor(tag); !slices.Contains(languages, lang) {
			languages = append(languages, lang)
		}
	}
	return languages
}

// fileName is what the files of a view in a language are called, up to their endings.
func fileName(c *entities.Case, view, lang string) string {
	if lang == c.Language {
		return view
	}
	return view + "." + lang
}

// languagesIn are the languages of jobs, each once.
func languagesIn(jobs []Job) []string {
	var languages []string
	for _, job := range jobs {
		if !slices.Contains(languages, job.Lang) {
			languages = append(languages, job.Lang)
		}
	}
	return languages
}

// redrawn adds to the jobs whatever was published before of views that the case still has: an
// article may point at it. It is drawn again until someone asks for nothing else.
func (b *Builder) redrawn(c *entities.Case, jobs []Job, before []output.Entry) []Job {
	if b.Only {
		return jobs
	}
	place := map[string]int{}
	for i := range c.Views {
		place[c.Views[i].ID] = i
	}
	all := slices.Clone(jobs)
	for _, entry := range before {
		p, known := publishedAs(entry.Name)
		at, inCase := place[p.view]
		if !known || !inCase || entry.By != byBuild && entry.By != "" {
			continue
		}
		job := jobOf(c, &c.Views[at], p, parseNote(entry.Note))
		if at := slices.IndexFunc(all, func(o Job) bool { return o.Name == job.Name }); at >= 0 {
			all[at].Forms = all[at].Forms.with(job.Forms)
		} else {
			all = append(all, job)
		}
	}
	slices.SortStableFunc(all, func(x, y Job) int { return cmp.Compare(place[x.View.ID], place[y.View.ID]) })
	return all
}

// jobOf is the job that a published file is drawn again by.
func jobOf(c *entities.Case, view *entities.View, p published, n note) Job {
	lang := c.Language
	if p.lang != "" {
		lang = c.LanguageFor(p.lang)
	}
	job := Job{View: view, Lang: lang, Name: fileName(c, p.view, lang)}
	job.Forms = Forms{Pictures: p.form == picturesForm, Pixels: p.form == pixelsForm, Card: p.form == cardForm}
	if p.form == bundleForm {
		job.Forms.Bundle, job.Forms.Pages = true, n.pages
	}
	return job
}

// chosen are those of all jobs that are of the views that are named, each of which the target must
// have room for; where none is named, those that the target has room for.
func chosen(c *entities.Case, all []Job, named []string, target *Target) ([]Job, error) {
	if len(named) == 0 {
		return target.jobs(all)
	}
	for _, id := range named {
		if err := project.ExpectView(c, id); err != nil {
			return nil, err
		}
	}
	jobs := slices.DeleteFunc(all, func(job Job) bool { return !slices.Contains(named, job.View.ID) })
	if target != nil {
		return jobs, target.expect(jobs)
	}
	return jobs, nil
}

// pictureNames are what the files of a job are called, as far as that is known before they are
// drawn.
func (j Job) pictureNames() []string {
	var names []string
	if j.Forms.Pictures {
		names = append(names, j.Name+".svg", j.Name+".narrow.svg", j.Name+".dot")
	}
	if j.Forms.Pixels {
		names = append(names, j.Name+".png", j.Name+".2x.png")
	}
	if j.Forms.Card {
		names = append(names, j.Name+".card.png")
	}
	return names
}
