package output

import (
	"errors"
	"fmt"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// lock waits for its turn at the folder, as long as patience lasts: one who holds the lock
// may have been stopped, and would be waited for without end. The system frees the lock of a
// program that ends, however it ends.
func lock(path string, patience time.Duration) (unlock func(), err error) {
	if err := expectFile(path); err != nil {
		return nil, err
	}
	type outcome struct {
		unlock func()
		err    error
	}
	turn := make(chan outcome)
	tired := make(chan struct{})
	go func() {
		unlock, err := lockedfile.MutexAt(path).Lock()
		select {
		case turn <- outcome{unlock, err}:
		case <-tired:
			if err == nil {
				unlock()
			}
		}
	}()
	select {
	case o := <-turn:
		if errors.Is(o.err, errors.ErrUnsupported) {
			return nil, fmt.Errorf("%w; choose a folder on a disk that knows locks", o.err)
		}
		return o.unlock, advise(o.err)
	case <-time.After(patience):
		close(tired)
		return nil, fmt.Errorf("another program has held %s for %v; end it, or wait and try again", path, patience)
	}
}
