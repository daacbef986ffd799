//go:build !linux

package graphviz

// starter starts the workers.
type starter struct{}

func newStarter() *starter { return &starter{} }

func (*starter) start(options Options) (*worker, error) { return startWorker(options) }

func (*starter) close() {}
