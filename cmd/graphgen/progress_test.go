package main

import (
	"bytes"
	"os"
	"testing"
	"testing/synctest"
	"time"
)

func TestProgress(t *testing.T) {
	for _, test := range []struct {
		name  string
		steps []time.Duration // before each view is done
		want  string
	}{
		{"short work", []time.Duration{300 * time.Millisecond, 600 * time.Millisecond}, ""},
		{"long work", []time.Duration{900 * time.Millisecond, 200 * time.Millisecond, 2 * time.Second},
			"\rgraphgen: 1 of 3 views done\rgraphgen: 2 of 3 views done\r                           \r"},
		{"no change", []time.Duration{5100 * time.Millisecond},
			"\rgraphgen: 0 of 1 views done\r                           \r"},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var written bytes.Buffer
				p := startProgress(&written, sayViews(len(test.steps)))
				for _, wait := range test.steps {
					time.Sleep(wait)
					p.step()
				}
				p.end()
				if got := written.String(); got != test.want {
					t.Errorf("got  %q\nwant %q", got, test.want)
				}
			})
		})
	}
}

func TestProgressOfReading(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var written bytes.Buffer
		p := startProgress(&written, sayBytes(200<<20))
		p.add(70 << 20)
		time.Sleep(progressAfter + time.Millisecond)
		p.end()
		if got, want := written.String(), "\rgraphgen: 70 of 200 MB read\r                           \r"; got != want {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	})
	if got, want := sayBytes(0)(3<<20), "graphgen: 3 MB read"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestProgressOfNoTerminal holds that files, pipes and buffers are told nothing.
func TestProgressOfNoTerminal(t *testing.T) {
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	defer write.Close()
	if newProgress(write, 1) != nil || newProgress(&bytes.Buffer{}, 1) != nil || newReading(write, 1) != nil {
		t.Error("progress is shown where nobody looks")
	}
	var none *progress
	none.step()
	none.end()
}
