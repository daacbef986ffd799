package formats

import (
	"context"
	"fmt"
	"io"
	"path"
	"strings"

	"example.org/graphgen/internal/problem"
)

// titleOf makes a title of a file's name.
func titleOf(in []Input) string {
	if len(in) == 0 {
		return ""
	}
	base := path.Base(strings.ReplaceAll(in[0].Name, `\`, "/"))
	return strings.TrimSuffix(base, path.Ext(base))
}

// readAll reads a file up to a size.
func readAll(ctx context.Context, input Input, most int64, told func(int)) ([]byte, error) {
	f, err := input.Open()
	if err != nil {
		return nil, refuse(problem.Place{File: input.Name}, err.Error(), "")
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(&inputReader{ctx: ctx, r: f, told: told}, most+1))
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, refuse(problem.Place{File: input.Name}, err.Error(), "")
	case int64(len(data)) > most:
		return nil, refuse(problem.Place{File: input.Name}, fmt.Sprintf("the file is larger than %d MB", most>>20), "split it")
	}
	return data, nil
}

// inputReader tells of each read, and ends when the context does, even where what it reads
// from gives nothing, such as a terminal.
type inputReader struct {
	ctx  context.Context
	r    io.Reader
	told func(int) // may be nil

	buffer []byte
	rest   []byte // of the buffer, not yet given
}

// piece is what one read of the buffer brought.
type piece struct {
	n   int
	err error
}

func (i *inputReader) Read(p []byte) (int, error) {
	if len(i.rest) > 0 {
		n := copy(p, i.rest)
		i.rest = i.rest[n:]
		return n, nil
	}
	if i.buffer == nil {
		i.buffer = make([]byte, 1<<18)
	}
	read := make(chan piece, 1)
	go func(into []byte) {
		n, err := i.r.Read(into)
		read <- piece{n, err}
	}(i.buffer)
	select {
	case <-i.ctx.Done():
		i.buffer = nil // whoever is reading may still write into it
		return 0, i.ctx.Err()
	case got := <-read:
		if i.told != nil && got.n > 0 {
			i.told(got.n)
		}
		n := copy(p, i.buffer[:got.n])
		i.rest = i.buffer[n:got.n]
		if len(i.rest) > 0 {
			return n, nil // an error comes with the next read
		}
		return n, got.err
	}
}
