package numerals

import (
	"math/big"
	"strings"
)

var one = big.NewRat(1, 1)

// units are the English words for the numbers below a hundred that are one word.
var units = map[string]int64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// parts are English words for parts of a whole. Their percentage is read too.
var parts = map[string]*big.Rat{
	"half": big.NewRat(1, 2), "halves": big.NewRat(1, 2), "third": big.NewRat(1, 3), "thirds": big.NewRat(1, 3),
	"quarter": big.NewRat(1, 4), "quarters": big.NewRat(1, 4), "fifth": big.NewRat(1, 5), "fifths": big.NewRat(1, 5),
	"tenth": big.NewRat(1, 10), "tenths": big.NewRat(1, 10),
}

// magnitudes are words that multiply what stands before them.
var magnitudes = map[string]*big.Rat{
	"hundred": power(2), "hundreds": power(2), "dozen": big.NewRat(12, 1), "dozens": big.NewRat(12, 1), "score": big.NewRat(20, 1),
	"thousand": power(3), "thousands": power(3), "k": power(3), "million": power(6), "millions": power(6), "m": power(6), "mn": power(6), "mln": power(6),
	"billion": power(9), "billions": power(9), "bn": power(9), "b": power(9), "trillion": power(12), "trillions": power(12), "tn": power(12), "trn": power(12),
	"lakh": power(5), "lakhs": power(5), "crore": power(7), "crores": power(7), "milliard": power(9), "milliards": power(9),
	"mille": power(3), "mil": power(3), "tausend": power(3), "mio": power(6), "millionen": power(6), "mrd": power(9), "milliarden": power(9), "milliarde": power(9),
	"millones": power(6), "millón": power(6), "milhões": power(6), "milioni": power(6), "miljoen": power(6), "miljard": power(9), "miliardi": power(9),
	"тысяч": power(3), "тысячи": power(3), "млн": power(6), "миллион": power(6), "миллиона": power(6), "миллионов": power(6), "млрд": power(9), "миллиардов": power(9), "миллиарда": power(9),
	"พัน": power(3), "หมื่น": power(4), "แสน": power(5), "ล้าน": power(6),
	"រយ": power(2), "ពាន់": power(3), "ម៉ឺន": power(4), "សែន": power(5), "លាន": power(6), "កោដិ": power(7),
	"ຮ້ອຍ": power(2), "ພັນ": power(3), "ໝື່ນ": power(4), "ແສນ": power(5), "ລ້ານ": power(6), "ຕື້": power(9),
	"ရာ": power(2), "ထောင်": power(3), "သောင်း": power(4), "သိန်း": power(5), "သန်း": power(6), "ကုဋေ": power(7),
	"مئة": power(2), "ألف": power(3), "آلاف": power(3), "مليون": power(6), "ملايين": power(6), "مليار": power(9), "مليارات": power(9), "تريليون": power(12),
	"千": power(3), "万": power(4), "萬": power(4), "亿": power(8), "億": power(8),
}

// magnitudesBefore are those that Burmese sets before the digits of a round number.
var magnitudesBefore = map[string]*big.Rat{"သောင်း": power(4), "သိန်း": power(5), "သန်း": power(6), "ကုဋေ": power(7)}

// unspaced are scripts that write a magnitude, and what is counted, without spaces between.
var unspaced = func() (list []string) {
	for name := range magnitudes {
		if name[0] >= 0xe0 { // three bytes a letter: none of Latin, Greek, Cyrillic or Arabic
			list = append(list, name)
		}
	}
	return list
}()

func power(n int64) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(n), nil))
}

// magnitudeOf reads a word as a magnitude: whole, or where a script sets no spaces, by what it begins with.
func magnitudeOf(text string) (*big.Rat, bool) {
	if by, is := magnitudes[text]; is {
		return by, true
	}
	var by *big.Rat
	longest := 0
	for _, name := range unspaced {
		if len(name) > longest && strings.HasPrefix(text, name) {
			by, longest = magnitudes[name], len(name)
		}
	}
	if by == nil {
		return nil, false
	}
	if more, is := magnitudeOf(text[longest:]); is { // "แสนล้าน"
		return new(big.Rat).Mul(by, more), true
	}
	return by, true
}

// inWords reads a number in English words that begins at a word: "two hundred and fifty thousand",
// "half a million", "a dozen", "three and a half".
func (w words) inWords(i int) (read []*big.Rat, next int) {
	total, group := new(big.Rat), new(big.Rat)
	started := false
	start := i
	for ; i < min(len(w), start+mostWords) && !w[i].digits && (i == start || !w[i].apart); i++ {
		text := w[i].text
		unit, isUnit := units[text]
		part, isPart := parts[text]
		by, isMagnitude := magnitudes[text]
		switch {
		case isUnit:
			if started && !joins(group, unit) { // "one two": not one number
				return append(read, new(big.Rat).Add(total, group)), i
			}
			group = new(big.Rat).Add(group, new(big.Rat).SetInt64(unit))
		case isPart && started && w.at(i-1) == "a" && w.at(i-2) == "and": // "three and a half"
			group = new(big.Rat).Add(group, part)
		case isPart && (started || i == start || w.at(i-1) == "a"):
			if !started {
				group = one
			}
			group = new(big.Rat).Mul(group, part)
			read = append(read, new(big.Rat).Mul(group, power(2)))
		case isMagnitude && len(text) > 3 && (started || w.at(i-1) == "a"):
			if !started {
				group = one
			}
			if by.Cmp(power(3)) < 0 {
				group = new(big.Rat).Mul(group, by)
			} else {
				total = new(big.Rat).Add(total, new(big.Rat).Mul(group, by))
				read = append(read, total)
				group = new(big.Rat)
			}
		case text == "a" || text == "an" || text == "and" && started || text == "of" && started && isMagnitudeWord(w.at(i+1)):
			continue
		default:
			if !started {
				return read, i
			}
			return append(read, new(big.Rat).Add(total, group)), i
		}
		started = true
	}
	if started {
		read = append(read, new(big.Rat).Add(total, group))
	}
	return read, i
}

func isMagnitudeWord(text string) bool {
	_, is := magnitudes[text]
	return is && len(text) > 3
}

// joins tells whether a word for a unit goes on with a group: "twenty" with "three", "two hundred"
// with "fifty".
func joins(group *big.Rat, unit int64) bool {
	if !group.IsInt() {
		return false
	}
	last := new(big.Int).Mod(group.Num(), big.NewInt(100)).Int64()
	switch {
	case group.Sign() == 0:
		return true
	case last == 0:
		return unit > 0
	}
	return last >= 20 && last%10 == 0 && 0 < unit && unit < 10
}
