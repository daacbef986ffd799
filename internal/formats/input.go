package formats

import (
	"context"
	"fmt"
	"io"
	"path"
	"strings"

	"example.org/graphgen/internal/problem"
)

// TitleOf makes a title of a file's name.
func TitleOf(in []Input) string {
	if len(in) == 0 {
		return ""
	}
	base := path.Base(strings.ReplaceAll(in[0].Name, `\`, "/"))
	return strings.TrimSuffix(base, path.Ext(base))
}

// ReadAll reads a file up to a size.
func ReadAll(ctx context.Context, input Input, most int64, told func(int)) ([]byte, error) {
	f, err := input.Open()
	if err != nil {
		return nil, Refuse(problem.Place{File: input.Name}, err.Error(), "")
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(&Reader{Ctx: ctx, From: f, Told: told}, most+1))
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, Refuse(problem.Place{File: input.Name}, err.Error(), "")
	case int64(len(data)) > most:
		return nil, Refuse(problem.Place{File: input.Name}, fmt.Sprintf("the file is larger than %d MB", most>>20), "split it")
	}
	return data, nil
}

// Reader tells of each read, and ends when the context does, even where what it reads
// from gives nothing, such as a terminal.
type Reader struct {
	Ctx  context.Context
	From io.Reader
	Told func(int) // may be nil

	buffer []byte
	rest   []byte // of the buffer, not yet given
}

// piece is what one read of the buffer brought.
type piece struct {
	n   int
	err error
}

func (i *Reader) Read(p []byte) (int, error) {
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
		n, err := i.From.Read(into)
		read <- piece{n, err}
	}(i.buffer)
	select {
	case <-i.Ctx.Done():
		i.buffer = nil // whoever is reading may still write into it
		return 0, i.Ctx.Err()
	case got := <-read:
		if i.Told != nil && got.n > 0 {
			i.Told(got.n)
		}
		n := copy(p, i.buffer[:got.n])
		i.rest = i.buffer[n:got.n]
		if len(i.rest) > 0 {
			return n, nil // an error comes with the next read
		}
		return n, got.err
	}
}
