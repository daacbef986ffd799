//go:build linux

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// An edit that changes one view of the seed case, and one that changes them all.
var edits = []struct{ name, text, svg string }{
	{"one view", "Movement and spread", "flows.svg"},
	{"every view", "Cindy Dyer", "mandate.svg"},
}

// watch times how long it takes from a save of the seed case until a new picture is there,
// under a graphgen that watches, and prints a row for each kind of edit. The clock starts
// before the file is written and stops when its picture is read with the new words.
func (r *rig) watch(saves int) error {
	seed, err := os.ReadFile(filepath.Join("data", "entities.json"))
	if err != nil {
		return err
	}
	folder := filepath.Join(r.folder, "watched")
	if err := os.Mkdir(folder, 0o777); err != nil {
		return err
	}
	file, out := filepath.Join(folder, "entities.json"), filepath.Join(folder, "out")
	if err := os.WriteFile(file, seed, 0o644); err != nil {
		return err
	}
	command := exec.Command(r.program, "build", "--watch", file, "-o", out)
	if err := command.Start(); err != nil {
		return err
	}
	defer func() {
		command.Process.Signal(os.Interrupt) // it may have ended by itself
		command.Wait()
	}()
	fmt.Println("\n| watched seed case, edit of | saves | save to new SVG, ms |\n|---|---|---|")
	for _, edit := range edits {
		picture := filepath.Join(out, edit.svg)
		if _, err := until(picture, []byte(edit.text)); err != nil {
			return err
		}
		var times []time.Duration
		for i := range saves {
			time.Sleep(500 * time.Millisecond) // the save before is done with
			words := fmt.Appendf(nil, "%s %d", edit.text, i+1)
			started := time.Now()
			if err := os.WriteFile(file, bytes.ReplaceAll(seed, []byte(edit.text), words), 0o644); err != nil {
				return err
			}
			seen, err := until(picture, words)
			if err != nil {
				return err
			}
			times = append(times, seen.Sub(started))
		}
		fmt.Printf("| %s | %d | %s |\n", edit.name, saves, spread(times, 1))
	}
	return nil
}

// until waits for a picture that has the words, and returns when it was there.
func until(picture string, words []byte) (time.Time, error) {
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		data, err := os.ReadFile(picture)
		if err == nil && bytes.Contains(data, words) {
			return time.Now(), nil
		}
	}
	return time.Time{}, errors.New(picture + " did not come to have " + string(words))
}
