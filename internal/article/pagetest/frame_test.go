package pagetest

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"

	"example.org/graphgen/internal/judges/chromium"
)

// inShutFrame is a page of a publisher with the frame of a bundle in it, shut off as far as may be.
func inShutFrame(t *testing.T, b *bundle, more string) map[string]string {
	t.Helper()
	files := maps.Clone(b.files)
	before, rest, found := strings.Cut(b.files["embed.html"], `sandbox="`)
	_, after, closed := strings.Cut(rest, `"`)
	if !found || !closed {
		t.Fatal("the frame is not shut off")
	}
	files["host.html"] = `<!doctype html><title>host</title><style>body { margin: 0 }</style>` + before + `sandbox="allow-scripts"` + after + more
	return files
}

// heightOf waits for the frame to come to a height, and returns what it is in the end, or what
// the first frame of the page is.
func heightOf(t *testing.T, r *visitor, want float64) float64 {
	t.Helper()
	return chromium.Evaluate[float64](t, r.tab, fmt.Sprintf(`new Promise((done) => {
		const height = () => document.querySelector("iframe").getBoundingClientRect().height;
		const until = Date.now() + 3000;
		const look = () => Math.abs(height() - %g) <= 1 || Date.now() > until ? done(height()) : setTimeout(look, 20);
		look();
	})`, want))
}

// The frame ends where the page in it does, at every width, also where the width changes.
func isAsHighAsThePage(t *testing.T, r *visitor) {
	widths := []int64{320, 768, 1280, 320}
	for _, name := range []string{"seed/overview", "seed/figures", "harbour/berths", "quay in ar/quay"} {
		b := named(t, name)
		want := map[int64]float64{}
		for _, width := range widths[:3] {
			r.open(t, b, width)
			want[width] = chromium.Evaluate[float64](t, r.tab, `document.documentElement.getBoundingClientRect().height`)
		}
		r.unharmed(t, name, r.Visit(t, inShutFrame(t, b, ""), "host.html", widths[0]))
		for _, width := range widths {
			ctx, cancel := context.WithTimeout(r.tab.Context, time.Minute)
			if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 800)); err != nil {
				t.Fatal(err)
			}
			cancel()
			if got := heightOf(t, r, want[width]); got < want[width] || got > want[width]+1 {
				t.Errorf("%s at %d: the frame is %g high, the page %g", name, width, got, want[width])
			}
		}
		r.unharmed(t, name, r.Rest(t))
	}
}

// A source opens in a window of its own, as free as any and without a way back to the page, from
// the frame as it is written. From one that is shut off as far as may be it opens in the frame.
func opensSources(t *testing.T, r *visitor) {
	b := named(t, "harbour/berths")
	asWritten := maps.Clone(b.files)
	asWritten["host.html"] = `<!doctype html><title>host</title><style>body { margin: 0 }</style>` + b.files["embed.html"]
	half := maps.Clone(asWritten)
	half["host.html"] = strings.Replace(asWritten["host.html"], "allow-popups-to-escape-sandbox", "", 1)
	const high = 8000 // so that nothing must be scrolled to
	r.open(t, b, 1280)
	link := ask[struct {
		Href string
		X, Y float64
	}](t, r, nil, `(() => {
		const link = document.querySelector(".note a"), box = link.getClientRects()[0];
		return {href: link.href, x: box.x + box.width / 2, y: box.y + box.height / 2};
	})()`)
	for _, shown := range []struct {
		name   string
		files  map[string]string
		origin string // of what opens, or nothing where it opens in the frame
	}{
		{"as written", asWritten, chromium.Origin}, {"half as free", half, shutOff}, {"shut off", inShutFrame(t, b, ""), ""},
	} {
		t.Run(shown.name, func(t *testing.T) {
			r.unharmed(t, shown.name, r.Visit(t, shown.files, "host.html", 1280))
			windows := chromedp.WaitNewTarget(r.tab.Context, func(*target.Info) bool { return true })
			if err := chromedp.Do(r.tab.Context, chromedp.EmulateViewport(1280, high), chromedp.MouseClickXY(link.X, link.Y)); err != nil {
				t.Fatal(err)
			}
			origin := ""
			select {
			case id := <-windows:
				origin = r.originOf(t, id)
			case <-time.After(time.Second):
			}
			if _, err := chromedp.Call(r.tab.Context, page.BringToFront, cdp.Empty{}); err != nil {
				t.Fatal(err)
			}
			if asked := r.Rest(t).Asked; slices.Contains(asked, link.Href) == (origin != "") {
				t.Errorf("a window opens as %q, and the frame asks for %q", origin, asked)
			}
			if origin != shown.origin {
				t.Errorf("a window opens as %q, want %q", origin, shown.origin)
			}
		})
		r.wentWrong() // as nothing of the web can be reached, and where windows are forbidden
	}
}

// What a window can be beside one of an origin.
const shutOff, leadsBack = "one shut off as the frame is", "one with a way back to who opened it"

// originOf is what a page in a window is the origin of, or what else the window is. It is closed
// behind it.
func (r *visitor) originOf(t *testing.T, window target.ID) string {
	t.Helper()
	ctx, cancel := chromedp.NewContext(r.tab.Context, chromedp.WithTargetID(window))
	defer cancel()
	ctx, stop := context.WithTimeout(ctx, time.Minute)
	defer stop()
	must := func(_ any, err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("chromium: %v", err)
		}
	}
	must(nil, chromedp.Listen(ctx, func(event any) {
		if e, asked := event.(*fetch.EventRequestPaused); asked {
			go func() {
				_, _ = chromedp.Call(ctx, fetch.FulfillRequest, fetch.FulfillRequestParams{RequestID: e.RequestID, ResponseCode: 200})
			}()
		}
	}))
	windows, err := chromedp.Targets(ctx)
	must(windows, err)
	must(chromedp.Call(ctx, fetch.Enable, fetch.EnableParams{}))
	must(nil, chromedp.Do(ctx, chromedp.Navigate(chromium.Origin+"source.html")))
	origin := chromium.Evaluate[string](t, &chromium.Tab{Context: ctx}, `origin`)
	switch {
	case origin == "null":
		return shutOff
	case slices.ContainsFunc(windows, func(w *target.Info) bool { return w.TargetID == window && w.CanAccessOpener }):
		return leadsBack
	}
	return origin + "/"
}

// hostile is a script that says to the window "to" whatever might be taken for a height.
const hostile = `for (const data of [
	{graphgen: "height", height: 777}, {graphgen: "height", height: 1e9}, {graphgen: "height", height: NaN}, {graphgen: "height", height: Infinity},
	{graphgen: "height", height: -1}, {graphgen: "height", height: "777"}, {graphgen: "height", height: {valueOf: 777}}, {graphgen: "height", height: [777]},
	{graphgen: "height", height: 777n}, {graphgen: "height", get height() { return 777 }}, {graphgen: "height", __proto__: {height: 777}},
	JSON.parse('{"__proto__": {"graphgen": "height", "height": 777}}'), JSON.parse('{"graphgen": "height", "height": 777, "constructor": {"prototype": {"height": 777}}}'),
	Object.assign(new Error("height"), {graphgen: "height", height: 777}), new Map([["graphgen", "height"], ["height", 777]]), "height", 777, null, undefined, "{\"graphgen\":\"height\",\"height\":777}",
]) to.postMessage(data, "*");`

// No other frame and no other window can change the height of the frame.
func hearsNoStrangers(t *testing.T, r *visitor) {
	b := named(t, "harbour/berths")
	r.open(t, b, 768)
	want := chromium.Evaluate[float64](t, r.tab, `document.documentElement.getBoundingClientRect().height`)
	files := inShutFrame(t, b, `<iframe sandbox="allow-scripts" src="sibling.html"></iframe><script>setInterval((to) => { `+hostile+` }, 20, window)</script>`)
	files["sibling.html"] = `<!doctype html><title>sibling</title><script>for (const to of [parent, parent.frames[0]]) setInterval(() => { ` + hostile + ` }, 20)</script>`
	r.unharmed(t, b.name, r.Visit(t, files, "host.html", 768))
	if got := heightOf(t, r, want); got < want || got > want+1 {
		t.Errorf("among messages of others the frame is %g high, the page %g", got, want)
	}
	for _, got := range chromium.Evaluate[[]float64](t, r.tab, `new Promise((done) => {
		const heights = [];
		const timer = setInterval(() => { heights.push(document.querySelector("iframe").getBoundingClientRect().height) }, 5);
		setTimeout(() => { clearInterval(timer); done(heights) }, 400);
	})`) {
		if got < want || got > want+1 {
			t.Fatalf("messages of others make the frame %g high, the page is %g", got, want)
		}
	}
	if others := chromium.Evaluate[float64](t, r.tab, `({}).height ?? 0`); others != 0 {
		t.Errorf("a message has changed what every object has: %g", others)
	}
}

// The page in the frame itself can ask for no height that is none, nor for more than the most.
func isNeverTooHigh(t *testing.T, r *visitor) {
	b := named(t, "harbour/berths")
	for _, said := range []struct {
		data string
		want float64
	}{
		{`{graphgen: "height", height: 777}`, 777}, // it is heard
		{`{graphgen: "height", height: 776.2}`, 777},
		{`{graphgen: "height", height: 1e9}`, 30000},
		{`{graphgen: "height", height: -1e9}`, 120},
		{`{graphgen: "height", height: NaN}`, 640},
		{`{graphgen: "height", height: Infinity}`, 640},
		{`{graphgen: "height", height: "777"}`, 640},
		{`{graphgen: "height", height: [777]}`, 640},
		{`{graphgen: "height", height: {valueOf: 777}}`, 640},
		{`{graphgen: "height", height: 777n}`, 640},
		{`{graphgen: "width", height: 777}`, 640},
		{`{height: 777}`, 640},
		{`"height"`, 640},
		{`777`, 640},
		{`null`, 640},
		{`undefined`, 640},
		{`Symbol.iterator in {} ? 1 : {graphgen: "height", __proto__: {height: 777}}`, 640},
	} {
		files := inShutFrame(t, b, "")
		files["page.html"] = `<!doctype html><title>page</title><script>parent.postMessage(` + said.data + `, "*")</script>`
		r.unharmed(t, said.data, r.Visit(t, files, "host.html", 768))
		if got := heightOf(t, r, said.want); got != said.want {
			t.Errorf("%s makes the frame %g high, want %g", said.data, got, said.want)
		}
	}
}
