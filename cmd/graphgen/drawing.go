package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/places"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/project"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/render/scene"
)

// draws draws a view as it is wished for. The digest sums up all that the drawing rests on.
type draws func(ctx context.Context, r *render.Renderer, v *network.View, w wish, digest [sha256.Size]byte) (*render.Drawing, error)

// drawAnew draws a view by its renderer.
func drawAnew(ctx context.Context, r *render.Renderer, v *network.View, _ wish, _ [sha256.Size]byte) (*render.Drawing, error) {
	return r.Draw(ctx, v)
}

// drawFlags are what the verbs take that draw.
type drawFlags struct {
	caseFlags
	bundleFlags
	draw    draws
	out     string
	force   bool
	timeout time.Duration
	scheme  string
	lang    languageFlags
	fonts   fontFlags
}

func (flags *drawFlags) register(cmd *cobra.Command) {
	flags.caseFlags.register(cmd)
	flags.bundleFlags.register(cmd)
	cmd.Flags().StringVarP(&flags.out, "output", "o", "out", "the `folder` to write to")
	cmd.Flags().BoolVar(&flags.force, "force", false, "put what somebody edited or wrote in the output folder aside, as NAME.kept, and go on")
	flags.fonts.register(cmd, "set pictures in, and carry in each SVG; a TTF or OTF")
	flags.lang.register(cmd, "draw in these `languages`, as tags such as km or zh-Hant (default the case's own)")
	cmd.Flags().StringVar(&flags.scheme, "scheme", string(scene.Either), "the `surroundings` that pictures are for: auto, as the page or reader has them; light or dark, always those")
	cmd.Flags().DurationVar(&flags.timeout, "timeout", 30*time.Second, "the longest that one layout may take")
}

// builder is what builds a case, once or, under --watch, again and again with workers that
// are warm and what the last build drew.
type builder struct {
	*drawFlags
	write      forms // of what is asked for
	only       bool  // and nothing else stays
	without    []render.Part
	keepPlaces bool
	place      *articlePlace // where a figure goes; nil where none does
	fonts      *render.Fonts
	engine     *graphviz.Engine
	tell       func(io.Writer, problem.List) error

	project *project.Checked          // that is drawn
	kept    map[string]*places.Places // where the nodes of its views are to stand

	last map[string]drawn // by name, what was drawn the last time; nil where there is no next time
	told problem.List     // the last time
	said string           // of translations that are missing, the last time
}

// builder reads what the flags name. An error is of the command line.
func (flags *drawFlags) builder(cmd *cobra.Command) (*builder, error) {
	if flags.timeout <= 0 {
		return nil, failure{exitUsage, errors.New("--timeout must be more than nothing")}
	}
	if err := flags.bundleFlags.parse(); err != nil {
		return nil, err
	}
	if err := flags.lang.parse(cmd); err != nil {
		return nil, err
	}
	if _, err := scene.SchemeOf(flags.scheme); err != nil {
		return nil, failure{exitUsage, fmt.Errorf("--scheme: %w", err)}
	}
	fonts, err := flags.fonts.read(cmd.Context())
	if err != nil {
		return nil, err
	}
	engine := graphviz.New(graphviz.Options{Timeout: flags.timeout, Command: workerCommand(graphviz.Verb)})
	return &builder{drawFlags: flags, fonts: fonts, engine: engine, tell: tell}, nil
}

// renderer draws what the builder writes.
func (b *builder) renderer(n *network.Network) *render.Renderer {
	r := render.New(n.Index(), b.engine, "")
	r.Without, r.Scheme = b.without, scene.Scheme(b.scheme)
	r.SetIn(b.fonts)
	r.Kept = b.kept
	return r
}

// rendererOf is the one that draws what is wished for.
func (w wish) rendererOf(r *render.Renderer) *render.Renderer {
	r = r.In(w.lang)
	r.PNG, r.Card = w.write.pixels || w.write.bundle, w.write.card || w.write.bundle
	r.Apart = w.write.apart
	if w.write.bundle {
		r.Prefix = w.write.prefix + "-"
	}
	if r.PNG {
		unboundMemory()
	}
	return r
}

// tellUntranslated says which texts are not there in the languages, unless it was just said.
func (b *builder) tellUntranslated(w io.Writer, checked *network.Network, languages []string) {
	var said strings.Builder
	tellUntranslated(&said, checked, languages)
	if said.String() != b.said {
		io.WriteString(w, said.String()) // a standard error that is gone has no reader to tell
	}
	b.said = said.String()
}
