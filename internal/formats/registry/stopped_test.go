package registry

import (
	"context"
	"errors"
	"io"
	"testing"

	"example.org/graphgen/internal/formats"
)

// silent gives nothing, as a terminal on which nobody types.
type silent struct{ read, closed chan struct{} }

func (s silent) Read([]byte) (int, error) {
	close(s.read)
	<-s.closed
	return 0, io.EOF
}

func (s silent) Close() error { return nil }

// Every import ends when it is stopped, though there is nothing to read.
func TestImportsAreStopped(t *testing.T) {
	for _, f := range Formats() {
		if f.Import == nil {
			continue
		}
		from := silent{make(chan struct{}), make(chan struct{})}
		defer close(from.closed)
		ctx, cancel := context.WithCancel(context.Background())
		go func() {
			<-from.read
			cancel()
		}()
		_, err := f.Import(ctx, []formats.Input{{Name: "entities.csv", Open: func() (io.ReadCloser, error) { return from, nil }}}, formats.ImportOptions{})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}
