package pagetest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"example.org/graphgen/internal/judges/chromium"
	"example.org/graphgen/internal/soak"
)

// used are the bundles whose pages are tried out, with denials, flows, values and both
// directions of reading among them.
var used = []string{"seed/figures", "quay in ar/quay", "seed/overview", "seed/institutions", "harbour/berths"}[:soak.Cases(5, 2)]

// visitor is a browser in which pages are used, and which keeps what goes wrong in them.
type visitor struct {
	*chromium.Site
	tab    *chromium.Tab
	faults chan string
}

func newVisitor(t *testing.T) *visitor {
	t.Helper()
	tab := chromium.Start(t)
	r := &visitor{Site: chromium.Serve(t, tab), tab: tab, faults: make(chan string, 1000)}
	note := func(kind, text string) {
		select {
		case r.faults <- kind + ": " + text:
		default: // a thousand will do
		}
	}
	must := func(_ any, err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("chromium: %v", err)
		}
	}
	must(nil, chromedp.Listen(tab.Context, func(event any) {
		switch e := event.(type) {
		case *log.EventEntryAdded:
			note("log", e.Entry.Text)
		case *runtime.EventExceptionThrown:
			note("exception", e.ExceptionDetails.Text+" "+e.ExceptionDetails.Exception.Description)
		case *runtime.EventConsoleAPICalled:
			note("console", string(e.Type))
		}
	}))
	must(chromedp.Call(tab.Context, log.Enable, cdp.Empty{}))
	must(chromedp.Call(tab.Context, runtime.Enable, cdp.Empty{}))
	must(chromedp.Call(tab.Context, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: `document.addEventListener("securitypolicyviolation", (e) => canary("violation", e.violatedDirective, e.blockedURI))`,
	}))
	return r
}

// wentWrong returns what went wrong since it was last asked.
func (r *visitor) wentWrong() (all []string) {
	for {
		select {
		case fault := <-r.faults:
			all = append(all, fault)
		default:
			return all
		}
	}
}

// open opens the page of a bundle.
func (r *visitor) open(t *testing.T, b *bundle, width int64) {
	t.Helper()
	r.unharmed(t, b.name, r.Visit(t, b.files, "page.html", width))
}

// unharmed fails a test where anything went wrong in a page, or it asked for anything.
func (r *visitor) unharmed(t *testing.T, name string, did chromium.Deeds) {
	t.Helper()
	for _, fault := range slices.Concat(r.wentWrong(), did.Ran, did.Asked) {
		t.Errorf("%s: %s", name, fault)
	}
}

// ask evaluates an expression in the page, with what is known of the view and small tools.
func ask[T any](t *testing.T, r *visitor, known any, expression string) T {
	t.Helper()
	data, err := json.Marshal(known)
	if err != nil {
		t.Fatal(err)
	}
	return chromium.Evaluate[T](t, r.tab, fmt.Sprintf(asking, data, expression))
}

const asking = `(async () => {
	const known = %s;
	const seen = (e) => e.getClientRects().length > 0;
	const svg = [...document.querySelectorAll(".pictures svg")].find(seen);
	const part = (id) => document.getElementById(svg.id + "." + id);
	const idOf = (part) => part.id.slice(svg.id.length + 1);
	const parts = (selector) => [...svg.querySelectorAll(selector)].filter(seen);
	const press = (key) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
	const claims = document.querySelector(".claims");
	return %s;
})()`

// A page does all that is promised of it, at any width. What takes few seconds shares a browser,
// as starting one takes time too.
func TestPageInUse(t *testing.T) {
	t.Parallel()
	r := newVisitor(t)
	for _, promised := range []struct {
		name  string
		holds func(*testing.T, *visitor)
	}{
		{"walk", walksAlongLines}, {"column", walksDownTheColumn}, {"claims", opensClaims}, {"by hand", opensClaimsByHand},
		{"filters", filtersWholeStatements}, {"names", namesWhatIsPrinted},
	} {
		t.Run(promised.name, func(t *testing.T) { promised.holds(t, r) })
	}
}

// A page in a frame that is shut off has the room that it needs, whoever else wants it to have
// another.
func TestFrame(t *testing.T) {
	t.Parallel()
	r := newVisitor(t)
	t.Run("height", func(t *testing.T) { isAsHighAsThePage(t, r) })
	t.Run("strangers", func(t *testing.T) { hearsNoStrangers(t, r) })
	t.Run("sources", func(t *testing.T) { opensSources(t, r) })
	t.Run("most", func(t *testing.T) { isNeverTooHigh(t, r) })
}

// What goes wrong in a page is seen.
func TestVisitorSeesFaults(t *testing.T) {
	t.Parallel()
	r := newVisitor(t)
	good := named(t, "harbour/berths").files["page.html"]
	for _, planted := range []struct{ from, to, want string }{
		{"<h1 ", `<h1 style="color: red" `, "violation,style-src-attr,inline"},
		{"<h1 ", `<script>let a</script><h1 `, "violation,script-src-elem,inline"},
		{"<h1 ", `<img src="b.png" alt=""><h1 `, "violation,img-src"},
		{"// The page as it starts.", "// The page as it starts", "violation,script-src-elem,inline"},
		{".page .pictures {", ".page  .pictures {", "violation,style-src-elem,inline"},
	} {
		bad := strings.Replace(good, planted.from, planted.to, 1)
		if bad == good {
			t.Fatalf("%q is not there", planted.from)
		}
		did := r.Visit(t, map[string]string{"page.html": bad}, "page.html", 800)
		if found := strings.Join(did.Ran, "\n"); !strings.Contains(found, planted.want) || len(r.wentWrong()) == 0 {
			t.Errorf("%q: found %s, want %s", planted.to, found, planted.want)
		}
	}
	r.Visit(t, map[string]string{"page.html": "<!doctype html><title>a</title><script>thing.that.is.not()</script>"}, "page.html", 800)
	if found := strings.Join(r.wentWrong(), "\n"); !strings.Contains(found, "thing is not defined") {
		t.Errorf("an exception is not seen: %s", found)
	}
}
