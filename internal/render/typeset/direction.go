package typeset

import (
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	bcp47 "golang.org/x/text/language"
	bidiclass "golang.org/x/text/unicode/bidi"
)

// RightToLeft tells whether a text reads from right to left: as the script of its language
// (BCP 47, with the script that the language is usually in) does, or, where it has no letter
// that does so, as the letters that it has. What is set apart in it counts for nothing, but a
// text of no letters at all is a number, and reads from left to right.
func RightToLeft(text, lang string) bool {
	wanted := isRightToLeft(scriptOfLanguage(lang))
	other, lettered, depth := false, false, 0
	for _, r := range text {
		switch {
		case startsIsolate(string(r)):
			depth++
		case r == endIsolate:
			depth--
		}
		isStrong, rightToLeft := strength(r)
		lettered = lettered || isStrong
		switch {
		case !isStrong || depth > 0:
		case rightToLeft == wanted:
			return wanted
		default:
			other = true
		}
	}
	if !lettered && text != "" {
		return false
	}
	return wanted != other
}

// scriptOfLanguage is the script that a language is written in, so far as that is known.
func scriptOfLanguage(lang string) language.Script {
	tag, err := bcp47.Parse(lang)
	if err != nil {
		return language.Unknown
	}
	usual, _ := tag.Script()
	script, err := language.ParseScript(usual.String())
	if err != nil {
		return language.Unknown
	}
	return script
}

// isRightToLeft tells the scripts that are written from right to left.
func isRightToLeft(script language.Script) bool {
	buffer := harfbuzz.Buffer{Props: harfbuzz.SegmentProperties{Script: script, Language: "en"}}
	buffer.GuessSegmentProperties()
	return buffer.Props.Direction == harfbuzz.RightToLeft
}

// strength tells whether a character has a direction of its own, and which.
func strength(r rune) (strong, rightToLeft bool) {
	properties, _ := bidiclass.LookupRune(r)
	switch properties.Class() {
	case bidiclass.R, bidiclass.AL:
		return true, true
	}
	return properties.Class() == bidiclass.L, false
}

// isNumber tells digits, which read from left to right in every script.
func isNumber(cluster string) bool {
	r, _ := utf8.DecodeRuneInString(cluster)
	properties, _ := bidiclass.LookupRune(r)
	return properties.Class() == bidiclass.EN || properties.Class() == bidiclass.AN
}

// The characters that set a part of a text apart, so that it and what is around it do not
// change each other's order (Unicode Standard Annex #9, isolates).
const (
	isolateLeftToRight = '\u2066'
	isolateRightToLeft = '\u2067'
	isolateByContent   = '\u2068'
	endIsolate         = '\u2069'

	// deepest is how many isolates may be nested; those beyond are ignored (rule BD2).
	deepest = 125
)

func startsIsolate(cluster string) bool {
	return cluster == string(isolateLeftToRight) || cluster == string(isolateRightToLeft) || cluster == string(isolateByContent)
}

// isolateEnds finds, for each cluster that starts an isolate, the one that ends it, or the end
// of the text. For any other it has 0.
func isolateEnds(clusters []string) []int {
	ends := make([]int, len(clusters))
	var open []int
	for i, cluster := range clusters {
		switch {
		case startsIsolate(cluster):
			ends[i] = len(clusters)
			open = append(open, i)
		case cluster == string(endIsolate) && len(open) > 0:
			ends[open[len(open)-1]] = i
			open = open[:len(open)-1]
		}
	}
	return ends
}

// isolateDirection tells whether the isolate that a cluster starts reads from right to left.
func isolateDirection(start string, content []string) bool {
	switch start {
	case string(isolateLeftToRight):
		return false
	case string(isolateRightToLeft):
		return true
	}
	depth := 0
	for _, cluster := range content {
		switch {
		case startsIsolate(cluster):
			depth++
		case cluster == string(endIsolate):
			depth--
		case depth == 0:
			for _, r := range cluster {
				if strong, rightToLeft := strength(r); strong {
					return rightToLeft
				}
			}
		}
	}
	return false
}

// closed makes of the lines of one text lines that stand by themselves: an isolate that goes
// on in the next line ends and starts anew.
func closed(lines []string) []string {
	var open []rune
	ignored := 0
	for i, line := range lines {
		before := string(open)
		for _, r := range line {
			switch {
			case startsIsolate(string(r)) && len(open) < deepest:
				open = append(open, r)
			case startsIsolate(string(r)):
				ignored++
			case r == endIsolate && ignored > 0:
				ignored--
			case r == endIsolate && len(open) > 0:
				open = open[:len(open)-1]
			}
		}
		lines[i] = before + line + strings.Repeat(string(endIsolate), len(open))
	}
	return lines
}

// levelsOf returns the embedding level of each character of a line that reads in a direction.
func levelsOf(text []rune, rightToLeft bool) []bidi.Level {
	direction := bidi.LeftToRight
	if rightToLeft {
		direction = bidi.RightToLeft
	}
	var paragraph bidi.Paragraph
	found := paragraph.Segment(text, direction)
	levels := make([]bidi.Level, len(text))
	for i := range found.NumRuns() {
		run := found.Run(i)
		level := run.Level
		number := len(text)
		if level == 2 && !rightToLeft {
			number = run.Start + numberLength(text[run.Start:run.End])
		}
		for j := run.Start; j < run.End; j++ {
			if j == number {
				level = 0
			}
			levels[j] = level
		}
	}
	return levels
}

// numberLength tells how far the number reaches that stands after right-to-left words in a
// left-to-right line. It is on level 2, and what follows on level 0; the segmenter makes one
// run of the two, since both read to the right.
func numberLength(text []rune) int {
	end := 0
	for i, r := range text {
		properties, _ := bidiclass.LookupRune(r)
		switch properties.Class() {
		case bidiclass.EN, bidiclass.AN, bidiclass.ET:
			end = i + 1
		case bidiclass.ES, bidiclass.CS, bidiclass.NSM, bidiclass.BN:
		default:
			return end
		}
	}
	return end
}
