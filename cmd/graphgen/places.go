package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/places"
	"example.org/graphgen/internal/project"
	"example.org/graphgen/internal/render"
)

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
func (b *builder) writePlaces(cmd *cobra.Command) error {
	kept, err := b.project.KeepPlacements(b.kept)
	for _, k := range kept {
		switch told := "as before"; {
		case k.Places == nil:
			fmt.Fprintf(cmd.ErrOrStderr(), "graphgen: view %q: there are no places to keep, since dot does not lay it out\n", k.View)
		default:
			if k.Written {
				told = "written"
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%s: %s, %d nodes in %d ranks\n", k.Path, told, k.Places.Nodes(), len(k.Places.Ranks))
		}
	}
	if err != nil {
		return stopped(cmd, err)
	}
	return nil
}

// tellUnkept says which views do not stand as they were kept, each once.
func tellUnkept(w io.Writer, caseFile string, views []drawn) {
	told := map[string]bool{}
	for _, v := range views {
		if v.unkept != "" && !told[v.view] {
			told[v.view] = true
			fmt.Fprintf(w, "graphgen: view %q was laid out anew, not as in %s: %s\n", v.view, project.PlacementPath(caseFile, v.view), v.unkept)
		}
	}
}
