// Package build draws what is wanted of a case and publishes it in a folder: the files of each
// view, for articles a folder each, and the figure in the article itself. Build and Embed are the
// way in. It must never know flags, exit codes or terminals: what was done is a Result, and what
// was in the way an error.
//
// Build draws a job for each view and language, and for whatever was published before (redrawn), and
// publishes what is drawn; what stays of what is there, outcome says. Embed draws the views that are
// named, and puts the figures into an article (Target). With Remember, a view whose network.Digest
// is that of the last time keeps its files.
package build

import (
	"context"
	"crypto/sha256"
	"errors"

	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/places"
	"example.org/graphgen/internal/project"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/render/scene"
)

// byBuild is the producer of what is published in an output folder. Each removes its own alone.
const byBuild = "build"

// Builder says what is wanted of a case, and how. One Builder builds at a time.
type Builder struct {
	Out       string   // the folder to publish in
	Languages []string // tags; none for the case's own
	Forms     Forms    // of each view
	Version   string   // of the program, as bundles tell it

	Only           bool // nothing else stays in the folder that was built before
	Aside          bool // what is somebody's work is put aside, instead of being in the way
	KeepPlacements bool // where nodes stand is kept for every later drawing
	Remember       bool // a view that shows the same as at the last Build is not drawn again

	Without []render.Part
	Scheme  scene.Scheme
	Fonts   *render.Fonts // nil for the program's own
	Engine  *graphviz.Engine

	Draw Drawer // how a view is drawn; nil for by its renderer

	// Progress is told how many views are to be drawn. It returns what is called after each, maybe
	// several at once, and what is called after the last. It may be nil.
	Progress func(total int) (step, end func())

	// Unbounded is called before something is drawn whose size owes nothing to that of the case, such
	// as a picture in pixels. It may be nil.
	Unbounded func()

	last map[string]View // by name, what was drawn the last time
}

// Drawer draws a view for a job. The digest sums up all that the drawing rests on.
type Drawer func(ctx context.Context, r *render.Renderer, v *network.View, job Job, digest [sha256.Size]byte) (*render.Drawing, error)

// ErrInterrupted tells that the context ended before all was drawn. Nothing was written.
var ErrInterrupted = errors.New("interrupted; nothing was written")

// Result is what came of a build. Where there is an error beside it, it has what was done before.
type Result struct {
	Languages  []string // in which views were to be drawn
	Views      []View   // in the order of the case
	Published  bool     // they are in the folder
	Aside      []output.Aside
	Removed    []Removed
	Old        []string // files that could not be drawn, and stay since the case says the same
	Placements []project.KeptPlacement
	Filled     *Filled // the article that the figures were put into; nil for none
}

// Failed counts the views that were not drawn, and what drawn views lack.
func (r *Result) Failed() (views, lacks int) {
	for _, v := range r.Views {
		if v.Err != nil {
			views++
		}
		lacks += len(v.Lacks)
	}
	return views, lacks
}

// Build draws every view of a case, with whatever was built of it before, and publishes that.
func (b *Builder) Build(ctx context.Context, c *project.Checked) (*Result, error) {
	before, err := output.Published(b.Out)
	if err != nil {
		return nil, &project.WriteError{Err: err}
	}
	of := c.Network.Index().Case
	jobs := b.redrawn(of, everything(of, LanguagesOf(of, b.Languages), b.Forms), before)
	if err := b.expectRoom(c, jobs); err != nil {
		return nil, err
	}
	if found := b.inTheWay(of, jobs, before); len(found) > 0 {
		return nil, &project.ProblemsError{Problems: found, Outcome: "nothing was drawn"}
	}
	r, kept, err := b.make(ctx, c, jobs, b.outcomeOf(of), nil)
	if err != nil || !b.KeepPlacements {
		return r, err
	}
	if views, lacks := r.Failed(); views+lacks == 0 {
		r.Placements, err = c.KeepPlacements(kept)
	}
	return r, err
}

// Embed draws the views that are named, or those that the target has room for where none is, with
// all that articles take of them, publishes that beside whatever else is in the folder, and puts
// the figures into the target, which may be nil.
func (b *Builder) Embed(ctx context.Context, c *project.Checked, named []string, target *Target) (*Result, error) {
	of := c.Network.Index().Case
	jobs, err := chosen(of, everything(of, LanguagesOf(of, b.Languages), b.Forms), named, target)
	if err != nil {
		return nil, err
	}
	if err := b.expectRoom(c, jobs); err != nil {
		return nil, err
	}
	o := b.outcomeOf(of)
	o.folder = true
	r, _, err := b.make(ctx, c, jobs, o, target)
	if err != nil || target == nil {
		return r, err
	}
	if views, lacks := r.Failed(); views+lacks == 0 {
		r.Filled, err = target.fill(r.Views)
	}
	return r, err
}

// make draws the jobs and publishes what is drawn. It returns the placements that were drawn by.
func (b *Builder) make(ctx context.Context, c *project.Checked, jobs []Job, o *outcome, target *Target) (*Result, map[string]*places.Places, error) {
	var spool output.Spool
	defer spool.Close()
	d := &drawing{Builder: b, checked: c, network: c.Network, kept: c.Placements(), target: target, spool: &spool}
	r := &Result{Languages: languagesIn(jobs)}
	views, err := d.draw(ctx, jobs)
	if err != nil {
		return r, nil, err
	}
	r.Views = views
	return r, d.kept, b.publish(o, r)
}

// publish writes what was drawn, and removes what does not stay.
func (b *Builder) publish(o *outcome, r *Result) error {
	var files []output.File
	for _, v := range r.Views {
		o.drawn[v.Name] = v
		files = append(files, v.files...)
	}
	result, err := output.Publish(b.Out, output.Publication{By: byBuild, Files: files, Stays: o.stays, Ours: isOurs, Aside: b.Aside})
	r.Aside = result.Aside
	var foreign *output.ForeignError
	switch {
	case errors.As(err, &foreign):
		return &project.ProblemsError{Problems: b.foreignProblems(o.of, foreign.Files), Outcome: "nothing was written"}
	case err != nil:
		return &project.WriteError{Err: err}
	}
	r.Published = true
	r.Removed, r.Old = o.removed(result.Removed, files), o.old
	return nil
}
