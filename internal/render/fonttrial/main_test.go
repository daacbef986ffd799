package fonttrial_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/go-fonts/liberation/liberationsansregular"

	"example.org/graphgen/internal/confine"
	"example.org/graphgen/internal/render/fonttrial"
	"example.org/graphgen/internal/soak"
)

func TestMain(m *testing.M) {
	if len(os.Args) == 2 {
		serve := map[string]func(io.Reader, io.Writer) error{
			fonttrial.Verb: fonttrial.Serve,
			"mutants":      func(io.Reader, io.Writer) error { return tryMutants() },
			"hungry":       func(io.Reader, io.Writer) error { return hungry() },
			"panicking":    func(io.Reader, io.Writer) error { panic("index out of range") },
		}[os.Args[1]]
		if serve != nil {
			if err := serve(os.Stdin, os.Stdout); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(3)
			}
			os.Exit(0)
		}
	}
	os.Exit(m.Run())
}

// hungry takes more memory than a trial may.
func hungry() error {
	confine.Limit(uint64(fonttrial.Time/time.Second), fonttrial.Memory)
	_, err := fmt.Println(len(bytes.Repeat([]byte("much "), fonttrial.Memory)))
	return err
}

func noto(name string) []byte {
	data, err := os.ReadFile(filepath.Join("..", "typeset", "fonts", name+".ttf"))
	if err != nil {
		panic(err)
	}
	return data
}

func run(t *testing.T, font []byte, part string) error {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return fonttrial.Run(t.Context(), []string{self, part}, font)
}

func TestTrials(t *testing.T) {
	good := liberationsansregular.TTF
	for _, font := range [][]byte{good, noto("NotoSansKhmer-Bold"), noto("NotoSansArabic-Regular")} {
		if err := run(t, font, fonttrial.Verb); err != nil {
			t.Errorf("a good font of %d bytes: %v", len(font), err)
		}
	}
	for name, test := range map[string]struct{ part, want string }{
		"refused":       {fonttrial.Verb, "has no table"},
		"out of memory": {"hungry", "takes more than 512 MiB"},
		"panicking":     {"panicking", "it is damaged: panic: index out of range"},
	} {
		font := bytes.Replace(bytes.Clone(good), []byte("name"), []byte("nome"), 1)
		if err := run(t, font, test.part); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := fonttrial.Run(t.Context(), []string{filepath.Join(t.TempDir(), "none")}, good); err == nil || !strings.Contains(err.Error(), "could not be tried out") {
		t.Errorf("without a program: %v", err)
	}
}

// mutants is how many damaged fonts are tried, in one process under the limits of a trial.
var mutants = soak.Cases(1000, 200)

// A thousand damaged fonts: none ends the process, takes more memory than a trial may or
// longer than a trial has.
func TestMutants(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a thousand fonts, one after another")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	output, err := exec.CommandContext(t.Context(), self, "mutants").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	t.Logf("%s", output)
}

// tryMutants is the process of TestMutants.
func tryMutants() error {
	confine.Limit(600, fonttrial.Memory)
	fonts := [][]byte{liberationsansregular.TTF, noto("NotoSansKhmer-Regular"), noto("NotoSansThai-Bold"), noto("NotoSansLao-Regular")}
	refused, slowest := 0, time.Duration(0)
	for seed := range uint64(mutants) {
		font := mutant(fonts[seed%uint64(len(fonts))], rand.New(rand.NewPCG(seed, 14)))
		started := time.Now()
		if fonttrial.TryFew(font) != nil {
			refused++
		}
		if slowest = max(slowest, time.Since(started)); slowest > fonttrial.Time {
			return fmt.Errorf("mutant %d takes %v", seed, slowest)
		}
	}
	_, err := fmt.Printf("%d of %d are refused; the slowest took %v\n", refused, mutants, slowest)
	return err
}

// mutant is a font damaged in one of the ways that find most: bytes anywhere, bytes of the
// tables that lead on to others, a length or place in the list of tables, and a cut.
func mutant(font []byte, r *rand.Rand) []byte {
	damaged := bytes.Clone(font)
	tables := int(binary.BigEndian.Uint16(damaged[4:]))
	entry := damaged[12+16*r.IntN(tables):][:16]
	switch r.IntN(4) {
	case 0:
		for range 1 + r.IntN(20) {
			damaged[r.IntN(len(damaged))] = byte(r.Uint32())
		}
	case 1:
		at, length := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
		for range 1 + r.IntN(8) {
			damaged[at+r.Uint32N(max(1, min(length, 400)))] = []byte{0, 1, 0x7f, 0x80, 0xff, byte(r.Uint32())}[r.IntN(6)]
		}
	case 2:
		binary.BigEndian.PutUint32(entry[8+4*r.IntN(2):], []uint32{0, 1, 0xFFFFFFFF, 0x7FFFFFFF, r.Uint32N(uint32(len(font)))}[r.IntN(5)])
	case 3:
		damaged = damaged[:r.IntN(len(damaged))]
	}
	return damaged
}
