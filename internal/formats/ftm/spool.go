package ftm

import (
	"bufio"
	"encoding/binary"
	"io"
	"iter"

	"example.org/graphgen/internal/output"
)

// spool keeps items out of memory until all of them are read.
type spool struct {
	file  *output.Scratch
	w     *bufio.Writer
	size  int64 // of the items
	count int
}

func newSpool() (*spool, error) {
	file, err := output.NewScratch("graphgen-import-*")
	if err != nil {
		return nil, err
	}
	return &spool{file: file, w: bufio.NewWriterSize(file, 1<<16)}, nil
}

// put adds an item, and what is to be known of it when it is read back.
func (s *spool) put(known spooled, item []byte) error {
	s.size += int64(len(item))
	s.count++
	if err := binary.Write(s.w, binary.LittleEndian, spoolHead{known, uint32(len(item))}); err != nil {
		return err
	}
	_, err := s.w.Write(item)
	return err
}

// spooled is what an item is chosen by: for a relation its ends, for an entity itself. Kin tells
// that the words of a relation are about what it leads to.
type spooled struct {
	From, To digest
	Kin      bool
}

type spoolHead struct {
	spooled
	Size uint32
}

// chosen yields the items that are chosen. What it yields is overwritten by the next.
func (s *spool) chosen(choose func(spooled) bool) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		if err := s.w.Flush(); err != nil {
			yield(nil, err)
			return
		}
		if _, err := s.file.Seek(0, io.SeekStart); err != nil {
			yield(nil, err)
			return
		}
		r := bufio.NewReaderSize(s.file, 1<<16)
		var item []byte
		for range s.count {
			var head spoolHead
			err := binary.Read(r, binary.LittleEndian, &head)
			if err == nil {
				item = append(item[:0], make([]byte, head.Size)...)
				_, err = io.ReadFull(r, item)
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if choose(head.spooled) && !yield(item, nil) {
				return
			}
		}
	}
}

func (s *spool) close() { s.file.Close() }
