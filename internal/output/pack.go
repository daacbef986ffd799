package output

import (
	"bytes"
	"compress/flate"
	"io"
)

// Pack returns the file with its bytes deflated. A program that draws many pictures before it
// publishes them holds a tenth of their bytes until then.
func (f File) Pack() File {
	if f.packed {
		return f
	}
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestSpeed)
	if err == nil {
		_, err = w.Write(f.Data)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return f // a buffer takes everything, so this is never so
	}
	return File{Name: f.Name, Data: bytes.Clone(b.Bytes()), packed: true}
}

// content returns the bytes to publish.
func (f File) content() ([]byte, error) {
	if !f.packed {
		return f.Data, nil
	}
	return io.ReadAll(flate.NewReader(bytes.NewReader(f.Data)))
}
