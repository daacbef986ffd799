package main

import (
	"bytes"
	"encoding/json"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestSameBytes builds the seed case twice: as it is, and with its arrays shuffled, in
// another process under another time zone, locale and number of processors.
func TestSameBytes(t *testing.T) {
	want := pictures(t, buildInto(t, seedCase))
	for name, environment := range map[string][]string{
		"east, one processor":   {"TZ=Pacific/Kiritimati", "LC_ALL=km_KH.UTF-8", "LANG=km_KH.UTF-8", "GOMAXPROCS=1"},
		"west, five processors": {"TZ=America/St_Johns", "LC_ALL=tr_TR.UTF-8", "LANG=tr_TR.UTF-8", "GOMAXPROCS=5"},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			random := rand.New(rand.NewPCG(uint64(len(name)), 2))
			shuffled := filepath.Join(folder, "shuffled.json")
			writeJSON(t, shuffled, shuffle(random, readJSON(t, seedCase), ""))
			out := filepath.Join(folder, "out")
			if code, _, stderr := graphgen(t, environment, "build", shuffled, "-o", out, "--timeout", "5m"); code != exitDone {
				t.Fatalf("exit code %d: %s", code, stderr)
			}
			got := pictures(t, out)
			for file := range want {
				if !bytes.Equal(got[file], want[file]) {
					t.Errorf("%s differs", file)
				}
			}
			if len(got) != len(want) {
				t.Errorf("%d files, want %d", len(got), len(want))
			}
		})
	}
}

// ordered are the arrays whose order means something: hubs are passed in turn, a value's
// place is in its id, and hedges are printed as they are listed.
var ordered = map[string]bool{"via": true, "values": true, "hedge": true}

// shuffle puts every array below a value into another order, but for those whose order
// means something. Encoding it again also puts all members of objects into another order.
func shuffle(random *rand.Rand, value any, key string) any {
	switch value := value.(type) {
	case map[string]any:
		for _, k := range sortedKeys(value) {
			value[k] = shuffle(random, value[k], k)
		}
	case []any:
		for i := range value {
			value[i] = shuffle(random, value[i], "")
		}
		if !ordered[key] {
			random.Shuffle(len(value), func(i, j int) { value[i], value[j] = value[j], value[i] })
		}
	}
	return value
}

// graphgen runs the program in a process of its own, under a changed environment.
func graphgen(t *testing.T, environment []string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var out, said bytes.Buffer
	// TestMain goes by the name that the program is called by.
	command := &exec.Cmd{Path: self, Args: append([]string{"graphgen"}, args...), Stdout: &out, Stderr: &said}
	command.Env = append(os.Environ(), environment...)
	if err := command.Run(); err != nil && command.ProcessState == nil {
		t.Fatal(err)
	}
	return command.ProcessState.ExitCode(), out.String(), said.String()
}

// readJSON reads any JSON object, with its numbers as they are written.
func readJSON(t testing.TB, path string) map[string]any {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return parseJSON(t, string(data))
}

func parseJSON(t testing.TB, text string) map[string]any {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var value map[string]any
	if err := decoder.Decode(&value); err != nil {
		t.Fatal(err)
	}
	return value
}

func writeJSON(t testing.TB, path string, value any) {
	t.Helper()
	data, err := json.Marshal(value)
	if err == nil {
		err = os.WriteFile(path, data, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
