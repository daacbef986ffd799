package project

import (
	"context"
	"crypto/sha256"
	"iter"
	"path/filepath"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How long a watch waits. Editors write a file in several steps; the wait begins anew with
// each, up to the longest.
const (
	burstWait    = 50 * time.Millisecond
	longestBurst = time.Second
	missedWait   = time.Second // until a folder that is gone is looked for again
)

// Watcher watches the files of a project by their folders: editors that write a new file and
// rename it would take a watch of the file itself along with the old one.
type Watcher struct {
	path    string
	options Options
	events  *fsnotify.Watcher
	files   []string // the case file and the texts of its sources
	kept    []string // where its views may keep their overrides and placements
}

// Watch begins to watch a project, which is not one from standard input.
func Watch(path string, o Options) (*Watcher, error) {
	events, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	w := &Watcher{path: path, options: o, events: events}
	w.setFiles(nil)
	return w, nil
}

// Close ends the watch.
func (w *Watcher) Close() error { return w.events.Close() }

// Changes opens the project, and again whenever a save changed something that it is made of, until
// the context ends. What Open refuses is yielded in its place.
func (w *Watcher) Changes(ctx context.Context) iter.Seq2[*Project, error] {
	return func(yield func(*Project, error) bool) {
		var sum [sha256.Size]byte
		for more := true; more; {
			// What changes from here on is seen, whether or not it is read yet.
			missing := w.watchFolders()
			p, err := Open(w.path, w.options)
			if w.setFiles(p) {
				continue // its files are watched before they are read
			}
			was := sum
			if sum = digestOf(p, err); sum != was && !yield(p, err) {
				return
			}
			more = ctx.Err() == nil && w.wait(ctx, missing)
		}
	}
}

func digestOf(p *Project, err error) [sha256.Size]byte {
	if err != nil {
		return sha256.Sum256([]byte(err.Error()))
	}
	return p.Digest()
}

// setFiles notes what files the project names, and tells whether these are others than before. Of a
// project that could not be loaded they stay.
func (w *Watcher) setFiles(p *Project) (changed bool) {
	if len(w.files) > 0 && (p == nil || p.File == nil || p.Problems.HasErrors()) {
		return false
	}
	files, kept := []string{w.path}, []string(nil)
	for _, local := range w.options.Texts {
		files = append(files, local.Path)
	}
	if p != nil {
		files, kept = append(files, p.textPaths()...), p.keptPaths()
	}
	changed = !slices.Equal(files, w.files) || !slices.Equal(kept, w.kept)
	w.files, w.kept = files, kept
	return changed
}

// watchFolders watches the folders of the files, as they are now, and tells whether one is missing.
func (w *Watcher) watchFolders() (missing bool) {
	wanted, kept := map[string]bool{}, map[string]bool{}
	for _, path := range w.files {
		wanted[filepath.Dir(path)] = true
		if real, err := filepath.EvalSymlinks(path); err == nil {
			wanted[filepath.Dir(real)] = true
		}
	}
	for _, path := range w.kept {
		kept[filepath.Dir(path)] = true
	}
	for _, folder := range w.events.WatchList() {
		if !wanted[folder] && !kept[folder] {
			w.events.Remove(folder) // it is gone already where this fails
		}
	}
	for folder := range wanted {
		if err := w.events.Add(folder); err != nil {
			missing = true
		}
	}
	for folder := range kept {
		w.events.Add(folder) // where there is none, it will come to be in a folder that is watched
	}
	return missing
}

// wait returns when something in the folders changed and the burst of changes is over, or it
// is time to look for a missing folder; it returns false at the end of the watch.
func (w *Watcher) wait(ctx context.Context, missing bool) bool {
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
		case event, open := <-w.events.Events:
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
		case _, open := <-w.events.Errors: // events were lost: something changed
			return open
		case <-quiet:
			return true
		case <-longest:
			return true
		case <-retry:
			return true
		}
	}
}
