package quotes

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Of the style sheets in a page, and of an element's own style, this reads what may show or hide.

// mostTries is how many times a rule is held against an element, in all.
const mostTries = 20_000_000

// sheet holds the rules of a page's style sheets that show or hide, by what their selector ends with.
type sheet struct {
	rules map[string][]rule
	count int
	tries int // how many are left
}

// rule is one selector with what it says.
type rule struct {
	path   []compound // the last is the element's own, the others those of elements around it
	weight int        // specificity, and then the order
	says   map[string]string
}

// compound is what a selector wants of one element.
type compound struct {
	tag     string
	id      string
	classes []string
	attrs   []string
}

// sheetOf reads the style sheets in a page.
func sheetOf(root *html.Node) *sheet {
	s := &sheet{rules: map[string][]rule{}, tries: mostTries}
	for n := range root.Descendants() {
		if n.DataAtom == atom.Style && n.Type == html.ElementNode && isForScreen(attr(n, "media")) {
			var css strings.Builder
			for child := n.FirstChild; child != nil; child = child.NextSibling {
				css.WriteString(child.Data)
			}
			s.read(unescaped(comments.ReplaceAllString(css.String(), " ")), 0)
		}
	}
	return s
}

var comments = regexp.MustCompile(`(?s)/\*.*?(\*/|$)`)

// isForScreen tells whether a sheet or block for some media holds for whoever reads a page on
// a screen of any size.
func isForScreen(media string) bool {
	media = strings.ToLower(strings.TrimSpace(media))
	return media == "" || media == "all" || media == "screen" || strings.HasPrefix(media, "screen,") || strings.HasSuffix(media, ", screen")
}

// deepestBlock is how deep blocks of a sheet are read in one another.
const deepestBlock = 8

// read takes up the rules of a sheet, and of the blocks in it that hold.
func (s *sheet) read(css string, depth int) {
	for {
		open := strings.IndexByte(css, '{')
		if open < 0 {
			return
		}
		head := css[:open]
		if semicolon := strings.LastIndexByte(head, ';'); semicolon >= 0 {
			head = head[semicolon+1:] // behind an @import
		}
		head = strings.TrimSpace(head)
		body, rest := block(css[open+1:])
		css = rest
		name, media, _ := strings.Cut(head, " ")
		switch {
		case strings.EqualFold(name, "@media") && isForScreen(media), strings.EqualFold(name, "@layer"), strings.EqualFold(name, "@supports"):
			if depth < deepestBlock {
				s.read(body, depth+1)
			}
		case !strings.HasPrefix(head, "@"):
			s.add(head, declarations(body))
		}
	}
}

// block returns what stands before the bracket that closes a block, and what behind it.
func block(css string) (body, rest string) {
	depth := 1
	for i := range len(css) {
		switch css[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return css[:i], css[i+1:]
			}
		}
	}
	return css, ""
}

// shows are the properties that can hide an element.
var shows = []string{"display", "visibility", "opacity", "font-size", "content-visibility", "clip", "clip-path", "text-indent", "left", "top",
	"right", "height", "max-height", "width", "max-width", "color", "transform", "overflow", "text-decoration", "text-decoration-line"}

func (s *sheet) add(selectors string, says map[string]string) {
	for property := range says {
		if !slices.Contains(shows, property) {
			delete(says, property)
		}
	}
	if len(says) == 0 {
		return
	}
	for selector := range strings.SplitSeq(selectors, ",") {
		if r, ok := parseSelector(selector); ok {
			s.count++
			r.weight, r.says = r.weight<<32+s.count, says
			own := r.path[len(r.path)-1]
			key := own.tag
			switch {
			case own.id != "":
				key = "#" + own.id
			case len(own.classes) > 0:
				key = "." + own.classes[0]
			}
			s.rules[key] = append(s.rules[key], r)
		}
	}
}

var (
	selectorParts = regexp.MustCompile(`^(\*|[\w-]+)?((?:[.#][^\s.#\[:>+~]+|\[[\w-]+[^\]]*\])*)$`)
	selectorPart  = regexp.MustCompile(`[.#][^\s.#\[:>+~]+|\[[\w-]+`)
)

// parseSelector reads a selector of tags, classes, ids and attributes, in one another. Of
// others, such as a:hover, nothing is known.
func parseSelector(selector string) (rule, bool) {
	var r rule
	for part := range strings.FieldsSeq(strings.ReplaceAll(selector, ">", " ")) {
		match := selectorParts.FindStringSubmatch(part)
		if match == nil {
			return r, false
		}
		c := compound{tag: strings.ToLower(strings.TrimPrefix(match[1], "*"))}
		if c.tag != "" {
			r.weight++
		}
		for _, p := range selectorPart.FindAllString(match[2], -1) {
			switch p[0] {
			case '.':
				c.classes = append(c.classes, p[1:])
				r.weight += 1 << 8
			case '#':
				c.id = p[1:]
				r.weight += 1 << 16
			default:
				c.attrs = append(c.attrs, strings.ToLower(p[1:]))
				r.weight += 1 << 8
			}
		}
		r.path = append(r.path, c)
	}
	return r, len(r.path) > 0 && len(r.path) <= 16
}

// declarations reads what a style says of each property. Of two the last counts.
func declarations(style string) map[string]string {
	says := map[string]string{}
	for declaration := range strings.SplitSeq(style, ";") {
		property, value, _ := strings.Cut(declaration, ":")
		property, value = strings.ToLower(strings.TrimSpace(property)), strings.ToLower(strings.TrimSpace(value))
		if was := says[property]; property != "" && !(strings.Contains(was, "!important") && !strings.Contains(value, "!important")) {
			says[property] = value
		}
	}
	return says
}

// styleOf returns what is said of an element's properties, the element's own style first.
func (s *sheet) styleOf(n *html.Node) map[string]string {
	own := attr(n, "style")
	if own == "" && s.count == 0 {
		return nil
	}
	keys := []string{"", n.Data}
	if id := attr(n, "id"); id != "" {
		keys = append(keys, "#"+id)
	}
	for i, class := range strings.Fields(attr(n, "class")) {
		if i < 64 {
			keys = append(keys, "."+class)
		}
	}
	weights, says := map[string]int{}, map[string]string{}
	for _, key := range keys {
		for i := range s.rules[key] {
			r := &s.rules[key][i]
			if s.tries -= len(r.path); s.tries < 0 {
				return nil
			}
			if !r.matches(n) {
				continue
			}
			for property, value := range r.says {
				weight := r.weight
				if strings.Contains(value, "!important") {
					weight += 1 << 60
				}
				if weight >= weights[property] {
					weights[property], says[property] = weight, value
				}
			}
		}
	}
	if own != "" {
		for property, value := range declarations(unescaped(comments.ReplaceAllString(own, " "))) {
			if weights[property] < 1<<60 || strings.Contains(value, "!important") {
				says[property] = value
			}
		}
	}
	return says
}

// matches tells whether the rule's selector chooses an element.
func (r *rule) matches(n *html.Node) bool {
	last := len(r.path) - 1
	if !r.path[last].matches(n) {
		return false
	}
	at := n.Parent
	for i := last - 1; i >= 0; i-- {
		for at != nil && !r.path[i].matches(at) {
			at = at.Parent
		}
		if at == nil {
			return false
		}
		at = at.Parent
	}
	return true
}

func (c *compound) matches(n *html.Node) bool {
	if n.Type != html.ElementNode || c.tag != "" && c.tag != n.Data || c.id != "" && c.id != attr(n, "id") {
		return false
	}
	if len(c.classes) > 0 {
		classes := strings.Fields(attr(n, "class"))
		for _, class := range c.classes {
			if !slices.Contains(classes, class) {
				return false
			}
		}
	}
	return !slices.ContainsFunc(c.attrs, func(key string) bool { return !hasAttr(n, key) })
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

var escapes = regexp.MustCompile(`\\([0-9a-fA-F]{1,6})\s?|\\(.)`)

// unescaped resolves the escapes of CSS.
func unescaped(css string) string {
	if !strings.Contains(css, `\`) {
		return css
	}
	return escapes.ReplaceAllStringFunc(css, func(escape string) string {
		code, err := strconv.ParseUint(strings.TrimSpace(escape[1:]), 16, 32)
		if err != nil {
			return escape[1:]
		}
		return string(rune(code))
	})
}
