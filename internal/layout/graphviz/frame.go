package graphviz

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// A worker greets with an empty answer to request 0. Then parent and worker take turns:
// one request, one answer. Both are a header of a fixed size and then so many bytes as it
// says. Each side checks the other's magic and bounds before it makes room for anything.

// maxAnswer bounds an answer, in bytes: what Graphviz writes for maxDOT, with room.
const maxAnswer = 128 << 20

// maxName is the room for a program's name.
const maxName = 8

var (
	requestMagic = [4]byte{'G', 'G', 'q', '1'}
	answerMagic  = [4]byte{'G', 'G', 'a', '1'}
)

var errFrame = errors.New("malformed frame")

// requestHeader precedes the DOT text of a job.
type requestHeader struct {
	Magic    [4]byte
	Length   uint32
	Sequence uint32 // the answer repeats it
	Seconds  uint32 // of processor time that the process may use in all
	Memory   uint64 // bytes of data that the process may have
	Program  [maxName]byte
}

// status is how a worker's layout went.
type status uint8

const (
	statusDone      status = iota // the body is json0
	statusBadDOT                  // the body is Graphviz's message
	statusTrapped                 // the body says what happened
	statusNoMemory                // as trapped, for want of memory
	statusUnplaced                // Graphviz made no layout; the body is its message, if any
	statusTooLarge                // what Graphviz wrote passes maxAnswer
	statusesInTotal = iota
)

// answerHeader precedes what a worker has to say.
type answerHeader struct {
	Magic    [4]byte
	Length   uint32
	Sequence uint32
	Status   status
	Last     uint8 // 1: the worker ends after this answer
}

// writeRequest fills in the header's magic and length.
func writeRequest(w io.Writer, header requestHeader, dot []byte) error {
	header.Magic, header.Length = requestMagic, uint32(len(dot))
	return writeFrame(w, header, dot)
}

func readRequest(r io.Reader) (requestHeader, []byte, error) {
	var header requestHeader
	if err := binary.Read(r, binary.LittleEndian, &header); err != nil {
		return header, nil, err
	}
	if header.Magic != requestMagic || header.Length > maxDOT {
		return header, nil, errFrame
	}
	body, err := readBody(r, header.Length)
	return header, body, err
}

// nameOf puts a program's name into the form that the header has.
func nameOf(program string) (name [maxName]byte) {
	copy(name[:], program)
	return name
}

// programName is the name in the header, without what fills it up.
func (h requestHeader) programName() string {
	return string(bytes.TrimRight(h.Program[:], "\x00"))
}

// writeAnswer fills in the header's magic and length.
func writeAnswer(w io.Writer, header answerHeader, body []byte) error {
	header.Magic, header.Length = answerMagic, uint32(len(body))
	return writeFrame(w, header, body)
}

// readAnswer reads the answer to the request of the number sequence.
func readAnswer(r io.Reader, sequence uint32) (answerHeader, []byte, error) {
	var header answerHeader
	if err := binary.Read(r, binary.LittleEndian, &header); err != nil {
		return header, nil, err
	}
	switch {
	case header.Magic != answerMagic:
		return header, nil, fmt.Errorf("%w: it begins with %q", errFrame, header.Magic[:])
	case header.Length > maxAnswer:
		return header, nil, fmt.Errorf("%w: %d bytes, and %d are allowed", errFrame, header.Length, maxAnswer)
	case header.Sequence != sequence:
		return header, nil, fmt.Errorf("%w: it answers request %d, not %d", errFrame, header.Sequence, sequence)
	case header.Status >= statusesInTotal || header.Last > 1:
		return header, nil, fmt.Errorf("%w: status %d, last %d", errFrame, header.Status, header.Last)
	}
	body, err := readBody(r, header.Length)
	return header, body, err
}

// writeFrame writes header and body at once, so that a small frame takes one write.
func writeFrame(w io.Writer, header any, body []byte) error {
	frame := bytes.NewBuffer(make([]byte, 0, binary.Size(header)+len(body)))
	if err := binary.Write(frame, binary.LittleEndian, header); err != nil {
		return err
	}
	frame.Write(body)
	_, err := w.Write(frame.Bytes())
	return err
}

// readBody reads length bytes. It makes room as they come, not as they are announced.
func readBody(r io.Reader, length uint32) ([]byte, error) {
	var body bytes.Buffer
	body.Grow(int(min(length, 1<<16)))
	n, err := io.CopyN(&body, r, int64(length))
	if err == io.EOF && n < int64(length) {
		err = io.ErrUnexpectedEOF
	}
	return body.Bytes(), err
}
