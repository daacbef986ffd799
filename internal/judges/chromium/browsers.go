package chromium

import (
	"context"
	"os"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"

	"example.org/graphgen/internal/judges"
)

// browser is a headless Chromium, of which one test at a time has a tab: no tab is ever behind
// another, where it would have no focus and draw nothing.
type browser struct {
	ctx  context.Context
	stop func()
}

// free are the browsers that wait for a test. They are kept for the next one where Sharing runs
// the tests.
var free struct {
	sync.Mutex
	kept     bool
	browsers []*browser
}

// Sharing runs the tests of a package and has one browser after another serve them all, as
// starting one takes a second of processor time. A package's TestMain gives it *testing.M.
type Sharing struct{ Tests interface{ Run() int } }

// Run runs the tests and ends the browsers.
func (s Sharing) Run() int {
	free.kept = true
	code := s.Tests.Run()
	free.Lock()
	defer free.Unlock()
	for _, b := range free.browsers {
		b.stop()
	}
	free.browsers = nil
	return code
}

// take returns a free browser, or starts one.
func take(t testing.TB) *browser {
	t.Helper()
	free.Lock()
	if last := len(free.browsers) - 1; last >= 0 {
		b := free.browsers[last]
		free.browsers = free.browsers[:last]
		free.Unlock()
		return b
	}
	free.Unlock()
	return launch(t)
}

// giveBack keeps the browser for the next test, or ends it. What a test that failed has done to
// it, nobody knows.
func (b *browser) giveBack(t testing.TB) {
	free.Lock()
	defer free.Unlock()
	if !free.kept || t.Failed() {
		b.stop()
		return
	}
	free.browsers = append(free.browsers, b)
}

func launch(t testing.TB) *browser {
	t.Helper()
	program := judges.Program(t, "chromium")
	folder, err := os.MkdirTemp("", "chromium-of-tests-*")
	if err != nil {
		t.Fatal(err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program),
		chromedp.UserDataDir(folder),
		chromedp.NoSandbox,
		chromedp.Flag("disable-gpu", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("hide-scrollbars", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND"),
		// Frames of other origins stay in the tab's process, or what they do would go unseen.
		chromedp.Flag("disable-site-isolation-trials", true),
		chromedp.Flag("disable-features", "Translate,BlinkGenPropertyTrees,IsolateSandboxedIframes"),
	)
	allocated, end := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocated)
	b := &browser{ctx: ctx, stop: func() {
		cancel()
		end()
		os.RemoveAll(folder)
	}}
	if err := chromedp.Do(ctx); err != nil {
		b.stop()
		t.Fatalf("chromium: %v", err)
	}
	return b
}
