package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/inputs"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/places"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/render"
)

// maxKept bounds a file that is kept of a view, in bytes: far more than there are nodes to place,
// or than anybody edits by hand.
const maxKept = 16 << 20

// placesPath is where a view's places are kept: beside the case file, in a folder of its own.
func placesPath(caseFile, view string) string {
	return filepath.Join(filepath.Dir(caseFile), filepath.FromSlash(placesName(view)))
}

// placesName is the same, seen from the folder of the case file.
func placesName(view string) string { return "places/" + view + ".json" }

// readPlaces reads the places that are kept for views, by their ids, and says what is wrong with
// the files. A case from standard input has none.
func (c *caseFlags) readPlaces(beside *inputs.Folder, caseFile string, views []entities.View) problem.List {
	kept := map[string]*places.Places{}
	c.kept, c.keptTexts = kept, map[string][]byte{}
	var problems problem.List
	if caseFile == "-" {
		return nil
	}
	for _, view := range views {
		path := placesPath(caseFile, view.ID)
		data, wrong := readKept(beside, placesName(view.ID), "the view's places are kept there; remove it to be free of them")
		problems = append(problems, wrong...)
		if data == nil {
			continue
		}
		c.keptTexts[view.ID] = data
		p, wrong := places.Read(path, data, view.ID)
		problems = append(problems, wrong...)
		if p != nil {
			kept[view.ID] = p
		}
	}
	return problems
}

// readKept reads a file that is kept of a view beside the case; there may be none, and then there
// is nothing wrong.
func readKept(beside *inputs.Folder, name, hint string) ([]byte, problem.List) {
	data, err := beside.Read(name, maxKept)
	switch {
	case errors.Is(err, inputs.ErrMissing):
		return nil, nil
	case err != nil:
		return nil, cannotRead(beside.Path(name), err, hint)
	}
	return data, nil
}

// keptBeside refuses to write into a folder that is not beside the case file but where a
// symlink of that name leads.
func keptBeside(caseFile, name string) error {
	beside, err := besideCase(caseFile)
	if err != nil {
		return err
	}
	defer beside.Close()
	if err := beside.CheckFolder(name); err != nil {
		return failure{exitData, fmt.Errorf("%s: %w; nothing is written there: make it a folder", beside.Path(name), err)}
	}
	return nil
}

// settle finds the places that views are to keep from now on. What is drawn now is then what the
// next build draws.
func (b *builder) settle(ctx context.Context, renderer *render.Renderer, n *network.Network) {
	views := n.Index().Case.Views
	settled := make([]*places.Places, len(views))
	atOnce(len(views), func(i int) {
		// A view that cannot be placed cannot be drawn either, and drawing it tells why.
		settled[i], _ = renderer.Places(ctx, n.View(&views[i]))
	})
	b.kept = map[string]*places.Places{}
	for i := range views {
		if settled[i] != nil {
			b.kept[views[i].ID] = settled[i]
		}
	}
}

// writePlaces writes the places that views keep, once all are drawn by them.
func (b *builder) writePlaces(cmd *cobra.Command, caseFile string, views []entities.View) error {
	if err := keptBeside(caseFile, "places"); err != nil {
		return err
	}
	done, err := turnAt(caseFile)
	if err != nil {
		return err
	}
	defer done()
	for _, view := range views {
		p := b.kept[view.ID]
		if p == nil {
			fmt.Fprintf(cmd.ErrOrStderr(), "graphgen: view %q: there are no places to keep, since dot does not lay it out\n", view.ID)
			continue
		}
		path, told := placesPath(caseFile, view.ID), "as before"
		if before := b.keptTexts[view.ID]; before == nil || !bytes.Equal(before, p.Bytes()) {
			if err := output.Keep(path, before, p.Bytes()); err != nil {
				return failure{exitDrawing, err}
			}
			b.keptTexts[view.ID] = p.Bytes()
			told = "written"
		}
		fmt.Fprintf(cmd.OutOrStdout(), "%s: %s, %d nodes in %d ranks\n", path, told, p.Nodes(), len(p.Ranks))
	}
	return nil
}

// tellUnkept says which views do not stand as they were kept, each once.
func tellUnkept(w io.Writer, caseFile string, views []drawn) {
	told := map[string]bool{}
	for _, v := range views {
		if v.unkept != "" && !told[v.view] {
			told[v.view] = true
			fmt.Fprintf(w, "graphgen: view %q was laid out anew, not as in %s: %s\n", v.view, placesPath(caseFile, v.view), v.unkept)
		}
	}
}
