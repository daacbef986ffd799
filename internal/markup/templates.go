package markup

import "strings"

// braces open something in Hugo, in Liquid (Jekyll, Eleventy) or in Jinja and its like.
var braces = strings.NewReplacer("{{", "&#123;&#123;", "{%", "&#123;%", "{#", "&#123;#")

// WithoutTemplates returns HTML in which a system that fills in templates before it shows a
// page finds none, so that no text of a case is taken for one and lost. Readers see the same.
// Styles and scripts in the HTML must have no braces that stand so.
func WithoutTemplates(html []byte) []byte { return []byte(braces.Replace(string(html))) }
