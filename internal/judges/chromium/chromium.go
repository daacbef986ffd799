// Package chromium starts Debian's Chromium for tests that ask it how a page comes out.
package chromium

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Tab is one tab of a headless Chromium that is never given a network. It ends with the test
// that it was started for.
type Tab struct {
	Context context.Context // of chromedp
	Frame   cdp.FrameID
}

// Start opens a tab, in a browser that shares nothing with those of other tests, and starts a
// Chromium where none is free. Where there is none the test is skipped or fails, and where time
// is short it is skipped.
func Start(t testing.TB) *Tab {
	t.Helper()
	if testing.Short() {
		t.Skip("takes a browser and up to a minute")
	}
	b := take(t)
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	t.Cleanup(func() {
		cancel()
		b.giveBack(t)
	})
	tab := &Tab{Context: ctx}
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatalf("chromium: %v", err)
	}
	tree, err := chromedp.Call(ctx, page.GetFrameTree, cdp.Empty{})
	if err != nil {
		t.Fatalf("chromium: %v", err)
	}
	tab.Frame = tree.FrameTree.Frame.ID
	return tab
}

// callLimit is the longest that one answer of the browser may take.
const callLimit = 2 * time.Minute

// Show puts a whole page into the tab, of a width in CSS pixels.
func (tab *Tab) Show(t testing.TB, html string, width int64) {
	t.Helper()
	ctx, cancel := context.WithTimeout(tab.Context, callLimit)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 800)); err != nil {
		t.Fatalf("chromium: %v", err)
	}
	if _, err := chromedp.Call(ctx, page.SetDocumentContent, page.SetDocumentContentParams{FrameID: tab.Frame, HTML: html}); err != nil {
		t.Fatalf("chromium: %v", err)
	}
}

// Prefer shows the page as to a reader who prefers a colour scheme, light or dark.
func (tab *Tab) Prefer(t testing.TB, scheme string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(tab.Context, callLimit)
	defer cancel()
	_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
	if err != nil {
		t.Fatalf("chromium: %v", err)
	}
}

// Evaluate evaluates a JavaScript expression in the page, and waits where it is a promise.
func Evaluate[T any](t testing.TB, tab *Tab, expression string) T {
	t.Helper()
	ctx, cancel := context.WithTimeout(tab.Context, callLimit)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("chromium: %v", err)
	}
	return value
}
