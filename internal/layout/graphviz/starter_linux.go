package graphviz

import (
	"runtime"
	"sync"
)

// starter starts the workers, all from one thread that lives as long as the engine.
// Linux kills a process started with Pdeathsig when the *thread* that started it ends,
// and Go ends a thread when a goroutine locked to it returns.
type starter struct {
	once  sync.Once
	tasks chan func()
}

func newStarter() *starter { return &starter{tasks: make(chan func())} }

// start must not be called during or after close.
func (s *starter) start(options Options) (w *worker, err error) {
	s.once.Do(func() { go s.run() })
	done := make(chan struct{})
	s.tasks <- func() {
		w, err = startWorker(options)
		close(done)
	}
	<-done
	return w, err
}

func (s *starter) run() {
	runtime.LockOSThread() // never unlocked: the thread ends with this goroutine
	for task := range s.tasks {
		task()
	}
}

func (s *starter) close() { close(s.tasks) }
