package output

import (
	"crypto/sha256"
	"sync"
	"sync/atomic"
)

// Spool holds files out of memory until they are published: a program that draws a thousand
// pictures must not have all of them in memory at once, and must not touch the folder before
// the last is drawn. The zero value is ready. It is safe for concurrent use; Close it when
// its files are published.
type Spool struct {
	open sync.Once
	file *Scratch // nil where the system gives none
	size atomic.Int64
}

// spooled is where a spool has a file.
type spooled struct {
	file *Scratch
	at   int64
	size int
	sum  [sha256.Size]byte
}

// Hold takes a file's bytes over and returns the file without them, to be published before
// Close. What the system's temporary folder has no room for is returned as it is.
func (s *Spool) Hold(f File) File {
	s.open.Do(s.create)
	if s.file == nil || f.spooled != nil {
		return f
	}
	end := s.size.Add(int64(len(f.Data)))
	at := end - int64(len(f.Data))
	if _, err := s.file.WriteAt(f.Data, at); err != nil {
		return f
	}
	return File{Name: f.Name, Note: f.Note, spooled: &spooled{s.file, at, len(f.Data), sha256.Sum256(f.Data)}}
}

func (s *Spool) create() {
	if file, err := NewScratch("graphgen-drawings-*"); err == nil {
		s.file = file
	}
}

// Close forgets what is held.
func (s *Spool) Close() {
	if s.file != nil {
		s.file.Close()
	}
}

// content returns the bytes to publish.
func (f File) content() ([]byte, error) {
	if f.spooled == nil {
		return f.Data, nil
	}
	data := make([]byte, f.spooled.size)
	_, err := f.spooled.file.ReadAt(data, f.spooled.at)
	return data, err
}

// sum returns the SHA-256 of the bytes to publish.
func (f File) sum() [sha256.Size]byte {
	if f.spooled == nil {
		return sha256.Sum256(f.Data)
	}
	return f.spooled.sum
}
