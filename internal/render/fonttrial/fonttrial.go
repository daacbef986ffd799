// Package fonttrial tries a stranger's font out in a process of its own, which the kernel limits,
// before this one reads it: a font file is a program of many tables that lead to each other, and
// no parser of it is safe from one that was made to take a machine down.
//
// Run is the parent's side, Serve the worker's.
//
// fontfile.Check bounds the font's tables before that. What a font panics with in use, typeset notes
// (Measurer.Damage), and it fails the view by the font's name. It must never know what the font is
// for.
package fonttrial

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"example.org/graphgen/internal/confine"
	"example.org/graphgen/internal/render/fontfile"
)

// Verb is the hidden first argument that makes the program a worker: its main then calls Serve
// with standard input and output, and exits.
const Verb = "font-trial"

// What a font may take while it is tried: the most data, in bytes, and the longest, by the
// clock and by the processor. Liberation Sans takes 0.2 s and 40 MiB; fonts for Chinese 2 s.
const (
	Memory = 512 << 20
	Time   = 20 * time.Second
)

// maxAnswer bounds what a worker has to say.
const maxAnswer = 4 << 10

// Run has a worker try a font. An error says in a few words why the font cannot be used, or that
// no worker could be started. Command is the argument vector of a worker; none: this program
// with Verb.
func Run(ctx context.Context, command []string, font []byte) error {
	if err := fontfile.Check(font); err != nil {
		return nil // reading it says the same
	}
	if len(command) == 0 {
		program, err := confine.Program()
		if err != nil {
			return err
		}
		command = []string{program, Verb}
	}
	ctx, cancel := context.WithTimeout(ctx, Time)
	defer cancel()
	runtime.LockOSThread() // the worker dies with the thread that started it
	defer runtime.UnlockOSThread()
	worker := exec.CommandContext(ctx, command[0], command[1:]...)
	var said, messages boundedText
	worker.Stdin = io.MultiReader(bytes.NewReader(binary.BigEndian.AppendUint32(nil, uint32(len(font)))), bytes.NewReader(font))
	worker.Stdout, worker.Stderr = &said, &messages
	worker.Env = confine.Environment()
	worker.WaitDelay = time.Second
	confine.DieWithParent(worker)
	err := worker.Run()
	switch verdict, whole := strings.CutSuffix(said.String(), "\n"); {
	case ctx.Err() == context.DeadlineExceeded || usedUp(worker):
		return fmt.Errorf("it is damaged, or made to do harm: to read it takes longer than %v", Time)
	case ctx.Err() != nil:
		return ctx.Err()
	case whole && verdict == good:
		return nil
	case whole:
		return errors.New(verdict)
	case confine.RanOutOfMemory(messages.String()):
		return fmt.Errorf("it is damaged, or made to do harm: to read it takes more than %d MiB", Memory>>20)
	case messages.String() != "":
		return fmt.Errorf("it is damaged: %s", messages.firstLine())
	}
	return fmt.Errorf("it could not be tried out: %w", err)
}

func usedUp(worker *exec.Cmd) bool {
	return worker.ProcessState != nil && confine.UsedUpProcessorTime(worker.ProcessState, Time)
}

// boundedText keeps the beginning of what is written to it and forgets the rest.
type boundedText struct{ text []byte }

func (b *boundedText) Write(p []byte) (int, error) {
	b.text = append(b.text, p[:min(len(p), maxAnswer-len(b.text))]...)
	return len(p), nil
}

func (b *boundedText) String() string { return string(b.text) }

func (b *boundedText) firstLine() string {
	line, _, _ := strings.Cut(strings.TrimSpace(b.String()), "\n")
	return strings.ToValidUTF8(line[:min(len(line), 200)], "\uFFFD")
}
