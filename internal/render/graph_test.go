package render

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout"
	"example.org/graphgen/internal/network"
)

// TestTooLargeForAnyLayout holds that such a view is refused before an engine is asked: there is none.
func TestTooLargeForAnyLayout(t *testing.T) {
	r := &Renderer{}
	for _, v := range []*network.View{
		{Nodes: make([]network.Node, layout.MaxNodes+1)},
		{Edges: make([]network.Edge, layout.MaxEdges+1)},
	} {
		_, err := r.Draw(context.Background(), v)
		if err == nil || !strings.Contains(err.Error(), "more than can be drawn") || !strings.Contains(err.Error(), "select fewer") {
			t.Errorf("%d nodes and %d lines: %v", len(v.Nodes), len(v.Edges), err)
		}
	}
	if err := expectSize(&network.View{Nodes: make([]network.Node, layout.MaxNodes), Edges: make([]network.Edge, layout.MaxEdges)}); err != nil {
		t.Errorf("at the bounds: %v", err)
	}
}

// No words reach the layout: ids of the case are the only strings in what it is given, beside the
// names of programs and directions.
func TestNoTextReachesTheLayout(t *testing.T) {
	c := disputedCase()
	x := entities.NewIndex(c)
	v := network.New(x).View(&c.Views[0])
	d := New(x, nil, "").compose(v)
	ids := map[string]bool{"": true}
	for i := range v.Nodes {
		ids[v.Nodes[i].ID] = true
	}
	for i := range v.Edges {
		ids[v.Edges[i].ID] = true
	}
	for i := range v.Clusters {
		ids[v.Clusters[i].ID] = true
	}
	for _, s := range stringsIn(reflect.ValueOf(*New(x, nil, "").graph(d))) {
		if !ids[s] {
			t.Errorf("the layout is given %q", s)
		}
	}
}

// stringsIn are all strings in a value.
func stringsIn(v reflect.Value) (found []string) {
	switch v.Kind() {
	case reflect.String:
		return []string{v.String()}
	case reflect.Struct:
		for i := range v.NumField() {
			found = append(found, stringsIn(v.Field(i))...)
		}
	case reflect.Slice:
		for i := range v.Len() {
			found = append(found, stringsIn(v.Index(i))...)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			found = stringsIn(v.Elem())
		}
	}
	return found
}
