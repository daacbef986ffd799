package project

import (
	"bytes"
	"errors"
	"io"

	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
)

// MostHeld is how large a case is, in bytes, that is read again before it is written.
const MostHeld = 64 << 20

// ErrNotHeld tells that a case is too large to be read again.
var ErrNotHeld = errors.New("the case is too large to be checked before it is written")

// Holds returns what keeps a case from being drawn at all that was made and is not in a file yet,
// under the name of what it was made of. The case is written twice: once to be measured. One that
// is too large is not looked at, and the error is ErrNotHeld.
func Holds(made io.WriterTo, name string) (problem.List, error) {
	size := &counter{}
	switch _, err := made.WriteTo(size); {
	case size.n > MostHeld:
		return nil, ErrNotHeld
	case err != nil:
		return nil, err
	}
	data := bytes.NewBuffer(make([]byte, 0, size.n))
	if _, err := made.WriteTo(data); err != nil {
		return nil, err
	}
	file, found := entities.Load(name, data.Bytes())
	if !found.HasErrors() {
		found = check.Holds(file, network.New(entities.NewIndex(file.Case)))
	}
	for i := range found {
		found[i].Place, found[i].Text = problem.Place{File: name}, "" // what has a place is a file that is not there
	}
	return found, nil
}

// counter counts the bytes that are written, up to MostHeld.
type counter struct{ n int }

func (c *counter) Write(p []byte) (int, error) {
	if c.n += len(p); c.n > MostHeld {
		return 0, io.ErrShortWrite
	}
	return len(p), nil
}
