package picturetest

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"image"
	"image/png"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"example.org/graphgen/internal/judges/chromium"
)

//go:embed measure.js
var measureScript string

// browser is one tab of a headless Chromium that is never given a network.
type browser struct {
	t     testing.TB
	tab   *chromium.Tab
	ctx   context.Context
	frame cdp.FrameID
}

// newBrowser starts Debian's Chromium, which ends with the test. Where time is short the test
// is skipped.
func newBrowser(t testing.TB) *browser {
	t.Helper()
	tab := chromium.Start(t)
	return &browser{t: t, tab: tab, ctx: tab.Context, frame: tab.Frame}
}

// callLimit is the longest that one answer of the browser may take.
const callLimit = time.Minute

// show puts a picture into an otherwise empty page of a width, in CSS pixels.
func (b *browser) show(picture []byte, width int64) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, callLimit)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 800)); err != nil {
		b.t.Fatalf("chromium: %v", err)
	}
	_, err := chromedp.Call(ctx, page.SetDocumentContent, page.SetDocumentContentParams{
		FrameID: b.frame,
		HTML:    "<!DOCTYPE html><html><head><style>:root{color-scheme:light dark}body{margin:0}</style></head><body>" + string(picture) + "</body></html>",
	})
	if err != nil {
		b.t.Fatalf("chromium: %v", err)
	}
}

// prefer shows the page as to a reader who prefers a colour scheme, light or dark.
func (b *browser) prefer(scheme string) {
	b.t.Helper()
	b.tab.Prefer(b.t, scheme)
}

// measure evaluates an expression among the functions of measure.js.
func measure[T any](b *browser, expression string) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, callLimit)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T]("(() => {"+measureScript+"\nreturn "+expression+"})()", chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("chromium: %v", err)
	}
	return value
}

// asScript writes a value for use in an expression.
func asScript(t testing.TB, value any) string {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// shot returns the page's first pixels as they are shown, scale of them to a CSS pixel.
func (b *browser) shot(width, height int64, scale float64) image.Image {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, callLimit)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, height)); err != nil {
		b.t.Fatalf("chromium: %v", err)
	}
	taken, err := chromedp.Call(ctx, page.CaptureScreenshot, page.CaptureScreenshotParams{
		Clip: &page.Viewport{Width: float64(width), Height: float64(height), Scale: scale},
	})
	if err != nil {
		b.t.Fatalf("chromium: %v", err)
	}
	picture, err := png.Decode(bytes.NewReader(taken.Data))
	if err != nil {
		b.t.Fatal(err)
	}
	return picture
}

// within is the browser for a test within the one that it was started for.
func (b *browser) within(t testing.TB) *browser {
	return &browser{t: t, tab: b.tab, ctx: b.ctx, frame: b.frame}
}
