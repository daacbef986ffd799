package output

import "os"

// Scratch is a file that only this user may read and that nobody finds: its name is taken
// away, and the system frees it when the program ends, however it ends. Windows lets no open
// file lose its name; there, a program that is killed leaves the file behind.
type Scratch struct {
	*os.File
	named bool
}

// NewScratch makes one in the system's temporary folder. The pattern is os.CreateTemp's.
func NewScratch(pattern string) (*Scratch, error) {
	file, err := os.CreateTemp("", pattern)
	if err != nil {
		return nil, err
	}
	return &Scratch{file, os.Remove(file.Name()) != nil}, nil
}

// Close gives the file up. Nothing in it is wanted any more, so that no error matters.
func (s *Scratch) Close() {
	s.File.Close()
	if s.named {
		os.Remove(s.Name())
	}
}
