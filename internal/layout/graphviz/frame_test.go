package graphviz

import (
	"bytes"
	"testing"
)

func TestFramesComeBack(t *testing.T) {
	for _, body := range [][]byte{nil, []byte("digraph {}"), bytes.Repeat([]byte("long"), 1<<18)} {
		var pipe bytes.Buffer
		request := requestHeader{Sequence: 3, Seconds: 7, Memory: 1 << 40, Program: nameOf("neato")}
		if err := writeRequest(&pipe, request, body); err != nil {
			t.Fatal(err)
		}
		header, got, err := readRequest(&pipe)
		if err != nil || !bytes.Equal(got, body) || header.programName() != "neato" ||
			header.Sequence != 3 || header.Seconds != 7 || header.Memory != 1<<40 || pipe.Len() > 0 {
			t.Errorf("a request of %d bytes came back as %+v, %v", len(body), header, err)
		}
		if err := writeAnswer(&pipe, answerHeader{Sequence: 4, Status: statusBadDOT, Last: 1}, body); err != nil {
			t.Fatal(err)
		}
		answer, got, err := readAnswer(&pipe, 4)
		if err != nil || !bytes.Equal(got, body) || answer.Status != statusBadDOT || answer.Last != 1 || pipe.Len() > 0 {
			t.Errorf("an answer of %d bytes came back as %+v, %v", len(body), answer, err)
		}
	}
}

// FuzzFrames reads arbitrary bytes as either side would: without panic, and never more
// than is there.
func FuzzFrames(f *testing.F) {
	var request, answer bytes.Buffer
	writeRequest(&request, requestHeader{Program: nameOf("dot")}, []byte("graph {}"))
	writeAnswer(&answer, answerHeader{Sequence: 1}, []byte("{}"))
	f.Add(request.Bytes())
	f.Add(answer.Bytes())
	f.Add(answer.Bytes()[:9])
	f.Fuzz(func(t *testing.T, text []byte) {
		if _, body, err := readRequest(bytes.NewReader(text)); err == nil && len(body) > len(text) {
			t.Errorf("%d bytes out of %d", len(body), len(text))
		}
		if _, body, err := readAnswer(bytes.NewReader(text), 1); err == nil && len(body) > len(text) {
			t.Errorf("%d bytes out of %d", len(body), len(text))
		}
	})
}
