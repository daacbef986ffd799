package chromium

import (
	"context"
	"mime"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Origin is where a tab has the files of a site.
const Origin = "https://host.example/"

// Site is a web site of a few files for a tab, which cannot reach any other, with a record of
// what its pages do.
type Site struct {
	tab   *Tab
	ctx   context.Context
	mutex sync.Mutex
	files map[string]string
	did   Deeds
}

// Deeds are what the pages of a site have done.
type Deeds struct {
	Asked []string // addresses that were asked for and are not of the site's files
	Ran   []string // what scripts said by calling canary, alert, confirm, prompt or print
	Said  []string // what stands in the console, such as errors, and in no other list
}

// Serve gives a tab a site, until the test ends.
func Serve(t testing.TB, tab *Tab) *Site {
	t.Helper()
	ctx, cancel := context.WithCancel(tab.Context)
	s := &Site{tab: tab, ctx: ctx}
	if err := chromedp.Listen(ctx, s.hear); err != nil {
		t.Fatalf("chromium: %v", err)
	}
	must := func(_ any, err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("chromium: %v", err)
		}
	}
	must(chromedp.Call(ctx, network.Enable, network.EnableParams{}))
	must(chromedp.Call(ctx, fetch.Enable, fetch.EnableParams{}))
	must(chromedp.Call(ctx, log.Enable, cdp.Empty{}))
	must(chromedp.Call(ctx, runtime.Enable, cdp.Empty{}))
	must(chromedp.Call(ctx, runtime.AddBinding, runtime.AddBindingParams{Name: binding}))
	added, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: canary})
	must(added, err)
	t.Cleanup(func() {
		cancel()
		must(chromedp.Call(tab.Context, fetch.Disable, cdp.Empty{}))
		must(chromedp.Call(tab.Context, page.RemoveScriptToEvaluateOnNewDocument, page.RemoveScriptToEvaluateOnNewDocumentParams(added)))
	})
	return s
}

const binding = "canaryOfJudge"

// canary stands in every document, for planted scripts to call.
const canary = `for (const name of ["canary", "alert", "confirm", "prompt", "print"]) {
	window[name] = (...said) => { ` + binding + `(name + "(" + said.join() + ") in " + location.href) };
}`

// hear is called for each event of the tab, and must not wait.
func (s *Site) hear(event any) {
	switch e := event.(type) {
	case *fetch.EventRequestPaused:
		go s.answer(e)
	case *network.EventRequestWillBeSent:
		if _, known := s.file(e.Request.URL); !known {
			s.note(&s.did.Asked, e.Request.URL)
		}
	case *runtime.EventBindingCalled:
		s.note(&s.did.Ran, e.Payload)
	case *runtime.EventExceptionThrown:
		said := e.ExceptionDetails.Text
		if thrown := e.ExceptionDetails.Exception; thrown != nil {
			said += " " + thrown.Description
		}
		s.note(&s.did.Said, said)
	case *runtime.EventConsoleAPICalled:
		s.note(&s.did.Said, string(e.Type))
	case *log.EventEntryAdded:
		if e.Entry.Source != log.EntrySourceNetwork { // which is among the requests
			s.note(&s.did.Said, e.Entry.Text)
		}
	}
}

func (s *Site) note(list *[]string, what string) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	*list = append(*list, what)
}

func (s *Site) file(address string) (string, bool) {
	if address == Origin+"favicon.ico" {
		return "", true // which browsers ask for unbidden
	}
	name, ours := strings.CutPrefix(address, Origin)
	name, _, _ = strings.Cut(name, "#")
	s.mutex.Lock()
	defer s.mutex.Unlock()
	data, known := s.files[name]
	return data, ours && known
}

// answer gives a request the file that it asks for. Where the tab has gone on without it, the
// answer comes too late, which is no fault.
func (s *Site) answer(e *fetch.EventRequestPaused) {
	data, known := s.file(e.Request.URL)
	if !known {
		_, _ = chromedp.Call(s.ctx, fetch.FailRequest, fetch.FailRequestParams{RequestID: e.RequestID, ErrorReason: network.ErrorReasonNameNotResolved})
		return
	}
	_, _ = chromedp.Call(s.ctx, fetch.FulfillRequest, fetch.FulfillRequestParams{
		RequestID: e.RequestID, ResponseCode: 200, Body: []byte(data),
		ResponseHeaders: []*fetch.HeaderEntry{{Name: "Content-Type", Value: mime.TypeByExtension(path.Ext(e.Request.URL))}},
	})
}

// Visit opens a page of a site that has these files and no others, at a width in CSS pixels,
// waits until it has come to rest, and returns what it did.
func (s *Site) Visit(t testing.TB, files map[string]string, name string, width int64) Deeds {
	t.Helper()
	s.mutex.Lock()
	s.files, s.did = files, Deeds{}
	s.mutex.Unlock()
	ctx, cancel := context.WithTimeout(s.ctx, callLimit)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 800), chromedp.Navigate(Origin+name)); err != nil {
		t.Fatalf("chromium: %v", err)
	}
	return s.Rest(t)
}

// Rest waits until the page has come to rest, and returns what it did since it was opened.
func (s *Site) Rest(t testing.TB) Deeds {
	t.Helper()
	Evaluate[any](t, s.tab, rest)
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return Deeds{slices.Clone(s.did.Asked), slices.Clone(s.did.Ran), slices.Clone(s.did.Said)}
}

// rest is for what runs once a page is there: frames are drawn, and events of pictures that
// cannot be loaded have come.
const rest = `new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 200))))`
