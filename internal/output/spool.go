package output

import (
	"crypto/sha256"
	"os"
	"sync"
	"sync/atomic"
)

// Spool holds files out of memory until they are published: a program that draws a thousand
// pictures must not have all of them in memory at once, and must not touch the folder before
// the last is drawn. The zero value is ready. It is safe for concurrent use; Close it when
// its files are published.
type Spool struct {
	open  sync.Once
	file  *os.File // nil where the system gives none
	named bool
	size  atomic.Int64
}

// spooled is where a spool has a file.
type spooled struct {
	file *os.File
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
	return File{Name: f.Name, spooled: &spooled{s.file, at, len(f.Data), sha256.Sum256(f.Data)}}
}

// create makes a file that only this user may read, and takes its name away: nobody finds
// it, and the system frees it when the program ends, however it ends. Windows lets no open
// file lose its name; there, a program that is killed leaves the file behind.
func (s *Spool) create() {
	file, err := os.CreateTemp("", "graphgen-drawings-*")
	if err != nil {
		return
	}
	s.file = file
	s.named = os.Remove(file.Name()) != nil
}

// Close forgets what is held.
func (s *Spool) Close() {
	if s.file == nil {
		return
	}
	s.file.Close() // nothing in it is wanted any more
	if s.named {
		os.Remove(s.file.Name())
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
