package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"

	"example.org/graphgen/internal/project"
)

// How long a watch waits. Editors write a file in several steps; the wait begins anew with
// each, up to the longest.
const (
	burstWait    = 50 * time.Millisecond
	longestBurst = time.Second
	missedWait   = time.Second // until a folder that is gone is looked for again
)

// watchCase builds whenever a save changed what the case is made of, until it is interrupted.
// Whatever goes wrong in a build is told, and the next save builds again.
func (b *builder) watchCase(cmd *cobra.Command, args []string) error {
	if caseArgument(args) == "-" {
		return failure{exitUsage, errors.New("--watch: standard input cannot be watched; name a file")}
	}
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return failure{exitDrawing, fmt.Errorf("--watch: %w", err)}
	}
	defer watcher.Close()
	b.tell.news, b.Remember = true, true
	out := cmd.ErrOrStderr()
	w := &caseWatch{watcher: watcher, path: caseArgument(args), given: b.textFiles()}
	defer fmt.Fprintln(out, "graphgen: stopped watching")
	for {
		// What changes from here on is seen, whether or not this build reads it yet.
		missing := w.look()
		p, err := b.open(cmd, w.path)
		was := w.sum
		if w.read(p, err); w.sum != was {
			b.rebuild(cmd, w.path, p, err)
		}
		if cmd.Context().Err() != nil || !w.wait(cmd.Context(), missing) {
			return nil
		}
	}
}

// rebuild builds the project once, if it could be opened, and tells what came of it.
func (b *builder) rebuild(cmd *cobra.Command, path string, p *project.Project, err error) {
	started := time.Now()
	if err == nil {
		err = b.build(cmd, p)
	}
	if cmd.Context().Err() != nil {
		return
	}
	out := cmd.ErrOrStderr()
	if err != nil && err.Error() != "" {
		fmt.Fprintf(out, "graphgen: %v\n", err)
	}
	fmt.Fprintf(out, "graphgen: %d ms; watching %s, Ctrl-C ends\n", time.Since(started).Milliseconds(), path)
}

// caseWatch watches a case file and the texts of its sources by their folders: editors that
// write a new file and rename it would take a watch of the file itself along with the old one.
type caseWatch struct {
	watcher *fsnotify.Watcher
	path    string
	given   []string // texts that --text names
	texts   []string // texts that the case names
	kept    []string // where its views may keep their places, and what was edited in them
	sum     [sha256.Size]byte
}

// look watches the folders of the files, as they are now, and tells whether one is missing.
func (w *caseWatch) look() (missing bool) {
	wanted, kept := map[string]bool{}, map[string]bool{}
	for _, path := range slices.Concat([]string{w.path}, w.given, w.texts) {
		wanted[filepath.Dir(path)] = true
		if real, err := filepath.EvalSymlinks(path); err == nil {
			wanted[filepath.Dir(real)] = true
		}
	}
	for _, path := range w.kept {
		kept[filepath.Dir(path)] = true
	}
	for _, folder := range w.watcher.WatchList() {
		if !wanted[folder] && !kept[folder] {
			w.watcher.Remove(folder) // it is gone already where this fails
		}
	}
	for folder := range wanted {
		if err := w.watcher.Add(folder); err != nil {
			missing = true
		}
	}
	for folder := range kept {
		w.watcher.Add(folder) // where there is none, it will come to be in a folder that is watched
	}
	return missing
}

// read takes what a project is made of now, or why it could not be opened, and notes what files it
// names.
func (w *caseWatch) read(p *project.Project, err error) {
	if err != nil {
		w.sum = sha256.Sum256([]byte(err.Error()))
		return
	}
	w.sum = p.Digest()
	if p.File != nil && !p.Problems.HasErrors() {
		w.texts, w.kept = p.TextPaths(), p.KeptPaths()
	}
}

// wait returns when something in the folders changed and the burst of changes is over, or it
// is time to look for a missing folder; it returns false at the end of the watch.
func (w *caseWatch) wait(ctx context.Context, missing bool) bool {
	var retry <-chan time.Time
	if missing {
		timer := time.NewTimer(missedWait)
		defer timer.Stop()
		retry = timer.C
	}
	var quiet, longest <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return false
		case event, open := <-w.watcher.Events:
			if !open {
				return false
			}
			if event.Op == fsnotify.Chmod {
				continue
			}
			quiet = time.After(burstWait)
			if longest == nil {
				longest = time.After(longestBurst)
			}
		case _, open := <-w.watcher.Errors: // events were lost: something changed
			if !open {
				return false
			}
			return true
		case <-quiet:
			return true
		case <-longest:
			return true
		case <-retry:
			return true
		}
	}
}

// textFiles are the files that --text names.
func (c *caseFlags) textFiles() []string {
	var files []string
	for _, arg := range c.texts {
		if _, path, ok := strings.Cut(arg, "="); ok {
			files = append(files, path)
		}
	}
	return files
}
