package build

import (
	"crypto/sha256"
	"fmt"
	"slices"

	"example.org/graphgen/internal/article"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/wording"
	"example.org/graphgen/internal/words"
)

// View is a view as it was drawn in one language, or why it was not.
type View struct {
	ID    string // of the view
	Name  string // of its files, up to their endings
	Forms Forms

	Nodes, Lines int
	LeftOut      network.LeftOut

	Err     error         // why there is no file at all
	Lacks   []render.Lack // what could not be made of it
	Again   bool          // it was drawn by the last build, and is the same now
	Bundled int           // how many files its bundle has
	Carried int           // bytes that fonts take of an SVG

	Warnings render.Warnings

	files   []output.File
	figure  []byte            // for the place in an article, where there is one
	state   string            // of the case, as the manifest keeps it
	digest  [sha256.Size]byte // of what it rests on
	drawing *render.Drawing   // for bundles that the next build makes of it; nil where it makes none
}

// BundleLack is what a view has not where its bundle could not be made.
const BundleLack = "folder"

// missing tells why a form was not drawn, or not all of it; nil where it was.
func (v *View) missing(of form) error {
	if v.Err != nil {
		return v.Err
	}
	for _, lack := range v.Lacks {
		if lack.Output == BundleLack && of == bundleForm || lack.Output == render.CardOutput && of == cardForm ||
			lack.Output != BundleLack && lack.Output != render.CardOutput && of == pixelsForm {
			return lack.Err
		}
	}
	return nil
}

// fill makes the files of a drawing, and the figure for an article's place. Each form fails alone.
func (v *View) fill(d *drawing, shown *network.View, job Job, drawn *render.Drawing) {
	v.Lacks, v.files = drawn.Lacks, nil
	add := func(of form, files ...output.File) {
		text := note{state: v.state}
		if of == bundleForm {
			text.pages = job.Forms.Pages
		}
		for _, f := range files {
			f.Note = text.String()
			if d.spool != nil {
				f = d.spool.Hold(f)
			}
			v.files = append(v.files, f)
		}
	}
	if job.Forms.Pictures {
		add(picturesForm, output.File{Name: job.Name + ".svg", Data: drawn.SVG},
			output.File{Name: job.Name + ".narrow.svg", Data: drawn.Narrow}, output.File{Name: job.Name + ".dot", Data: drawn.DOT})
	}
	if job.Forms.Pixels && drawn.PNG != nil {
		add(pixelsForm, output.File{Name: job.Name + ".png", Data: drawn.PNG})
	}
	if job.Forms.Pixels && drawn.PNG2x != nil {
		add(pixelsForm, output.File{Name: job.Name + ".2x.png", Data: drawn.PNG2x})
	}
	if job.Forms.Card && drawn.Card != nil {
		add(cardForm, output.File{Name: job.Name + ".card.png", Data: drawn.Card})
	}
	if job.Forms.Bundle {
		bundle, err := v.bundle(d, d.article(shown, job, drawn))
		if err != nil {
			v.Lacks = append(slices.Clip(v.Lacks), render.Lack{Output: BundleLack, Err: err})
		}
		v.Bundled = len(bundle)
		add(bundleForm, bundle...)
	}
}

// bundle makes the folder of an article, and the figure for its place.
func (v *View) bundle(d *drawing, a *article.Article) ([]output.File, error) {
	if lacks := a.Drawing.Lacks; len(lacks) > 0 {
		return nil, fmt.Errorf("it needs the %s: %w", lacks[0].Output, lacks[0].Err)
	}
	made, err := a.Files()
	if err == nil && d.target != nil {
		v.figure, err = d.target.figure(a)
	}
	if err != nil {
		return nil, err
	}
	var files []output.File
	for _, f := range made {
		files = append(files, output.File{Name: a.Name + "/" + f.Name, Data: f.Data})
	}
	return files, nil
}

// article is a view that is drawn, ready for pages.
func (d *drawing) article(v *network.View, job Job, drawn *render.Drawing) *article.Article {
	describer := drawn.Describer
	if describer == nil || describer.Index != d.network.Index() { // drawn by an earlier build, of the case as it was
		describer = (&wording.Describer{Index: d.network.Index(), Words: words.For(job.Lang), Lang: job.Lang}).Of(v)
	}
	return &article.Article{
		View: v, Describer: describer, Drawing: drawn, Name: job.Name, Base: job.Forms.Pages.Base, Data: d.checked.Sum, Version: d.Version, Scheme: d.Scheme,
	}
}
