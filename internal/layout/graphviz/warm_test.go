package graphviz

// Warm starts up to n workers ahead of the first layouts, so that they come up while the
// caller still prepares. It never has more than Options.Workers, and waits for none.
func (e *Engine) Warm(n int) {
	for range n {
		select {
		case e.slots <- struct{}{}:
		default:
			return // as many layouts run already
		}
		e.warmOne()
		<-e.slots
	}
}

func (e *Engine) warmOne() {
	e.mu.Lock()
	room := !e.closed && len(e.idle)+e.busy < e.options.Workers
	if room {
		e.busy++
	}
	e.mu.Unlock()
	if !room {
		return
	}
	w, err := e.starter.start(e.options)
	if err != nil {
		e.mu.Lock()
		e.busy--
		e.mu.Unlock()
		return // the first layout meets the same error, and reports it
	}
	e.release(w)
}
