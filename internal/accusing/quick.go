package accusing

import "example.org/graphgen/internal/confusable"

// keyLength is how many letters of a phrase a quick look takes; shorter phrases are keys as they are.
const keyLength = 5

type key [keyLength]byte

// keys are how phrases begin, as skeletons without spaces. Most texts of a case hold no word that
// begins so, and are not read any closer.
type keys map[key]bool

func (k keys) add(all phrases) {
	for _, list := range all {
		for _, p := range list {
			var letters string
			for i, s := range p {
				letters += s.skeleton
				if s.open && i < len(p)-1 {
					break // whatever ending comes between
				}
			}
			var begins key
			copy(begins[:], letters)
			k[begins] = true
		}
	}
}

// mayHold tells whether a text may hold one of the phrases. Text that is not ASCII may.
func (k keys) mayHold(text string) bool {
	inWord := false
	for i := range len(text) {
		c := text[i]
		if c >= 0x80 {
			return true
		}
		part := asciiLetters[c] != 0
		if part && !inWord && k.beginsAt(text, i) {
			return true
		}
		inWord = part && !isSign(c)
	}
	return false
}

// beginsAt takes letters together whatever stands between them: signs as the letters that they
// are written for, and as what stands between.
func (k keys) beginsAt(text string, at int) bool {
	for _, signs := range []bool{true, false} {
		var letters [2 * keyLength]byte
		n, apart := 0, false
		for i := at; i < len(text) && n < len(letters); i++ {
			if text[i] >= 0x80 || i-at > farthest {
				return true
			}
			if c := asciiLetters[text[i]]; c != 0 && (signs || !isSign(text[i])) {
				letters[n] = c
				n++
			} else {
				apart = true
			}
		}
		if k.has(letters[:n], true) || apart && k.has(letters[:n], false) {
			return true
		}
	}
	return false
}

// farthest is how far apart letters are looked for; a text with wider gaps is read.
const farthest = 100

// isSign tells whether a character is written for a letter, and stands beside words as well.
func isSign(c byte) bool { return c == '!' || c == '|' || c == '@' || c == '$' }

// has looks for what begins so, with rn and vv read as one letter or, where they may stand in
// two words, as two.
func (k keys) has(letters []byte, merged bool) bool {
	var begins key
	for i, n := 0, 0; i < len(letters) && n < keyLength; i, n = i+1, n+1 {
		begins[n] = letters[i]
		if merged && i+1 < len(letters) {
			switch string(letters[i : i+2]) {
			case "rn":
				begins[n] = 'm'
				i++
			case "vv":
				begins[n] = 'w'
				i++
			}
		}
		if n >= 1 && k[begins] {
			return true
		}
	}
	return false
}

// asciiLetters has each character of ASCII as a skeleton has it; 0 where it is no part of a word.
var asciiLetters = func() (table [256]byte) {
	for c := range byte(0x80) {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', isSign(c):
			skeleton, _ := confusable.Skeleton("aaaa" + string(rune(c))) // among letters, signs stand for letters
			table[c] = skeleton[len(skeleton)-1]
		}
	}
	return table
}()
