package network

import (
	"crypto/sha256"
	"encoding/json"
	"hash"
	"reflect"
)

// Digest is a sum of all that a drawing of the view can rest on: what the view shows and
// leaves out, how that stands, whatever of the case its ids lead to, and what the case says
// of itself. Two views of the same digest are drawn alike; of two cases, at that.
func (n *Network) Digest(v *View) [sha256.Size]byte {
	d := digester{network: n, sum: sha256.New(), met: map[string]bool{}}
	shown := *v
	if shown.Edits != nil { // which JSON cannot hold as it is
		d.add(string(shown.Edits.Bytes()))
		shown.Edits = nil
	}
	d.add(&shown)
	c := *n.index.Case
	d.add(len(c.Entities), len(c.Relations), len(c.Flows), len(c.Figures)) // a picture says of how many it shows some
	c.Sources, c.Entities, c.Claims, c.Relations, c.Flows, c.Figures, c.Views, c.Rules = nil, nil, nil, nil, nil, nil, nil, nil
	d.add(c)
	return [sha256.Size]byte(d.sum.Sum(nil))
}

// digester sums values up, and follows the ids in them.
type digester struct {
	network *Network
	sum     hash.Hash
	met     map[string]bool // ids
}

func (d *digester) add(values ...any) {
	e := json.NewEncoder(d.sum)
	for _, value := range values {
		certain(e.Encode(value)) // maps are written in the order of their keys
		d.follow(reflect.ValueOf(value))
	}
}

// follow adds what any string in a value is the id of. Not each such string is meant as an
// id: then more is summed up than need be, and a picture is drawn again that is the same.
func (d *digester) follow(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		d.lookUp(v.String())
	case reflect.Pointer:
		if !v.IsNil() {
			d.follow(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			d.follow(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			d.follow(v.Index(i))
		}
	}
}

func (d *digester) lookUp(id string) {
	if id == "" || d.met[id] {
		return
	}
	d.met[id] = true
	x := d.network.index
	var found []any
	if e := x.Entity(id); e != nil {
		found = append(found, e)
	}
	if s := x.Source(id); s != nil {
		found = append(found, s)
	}
	if c := x.Claim(id); c != nil {
		found = append(found, c)
	}
	if t, ok := x.RelationType(id); ok {
		found = append(found, t)
	}
	if r := x.Relation(id); r != nil {
		found = append(found, r)
	}
	if f := x.Flow(id); f != nil {
		found = append(found, f)
	}
	if f := x.Figure(id); f != nil {
		found = append(found, f)
	}
	d.add(found...)
}
