package ftm

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"

	"example.org/graphgen/internal/entities"
)

// An id in FollowTheMoney is of Latin letters, digits, points and hyphens, 200 at most, and
// begins and ends with a letter or a digit; a property that refers to another id is dropped.
// Ids of a case may have letters of any script. Such an id is written between "g." and ".g",
// with its other characters between points, as UTF-16 in hexadecimal digits.
var idForm = regexp.MustCompile(`^[0-9a-zA-Z]([0-9a-zA-Z.\-]{0,198}[0-9a-zA-Z])?$`)

const (
	encodedStart = "g."
	encodedEnd   = ".g"
)

// foreignID begins an id of FollowTheMoney that a case may not have, or that ftmID would write
// another way: with its other characters as UTF-16, in four hexadecimal digits behind a "_".
// Exports give it back as it was.
const foreignID = "ftm:"

// ftmID returns the id that a part of a case has in FollowTheMoney. One that would be too long
// is a digest, from which nobody has it back.
func ftmID(id string) string {
	if theirs, is := readForeignID(id); is {
		return theirs
	}
	if idForm.MatchString(id) && !strings.HasPrefix(id, encodedStart) {
		return id
	}
	var b strings.Builder
	inHex := false
	for _, r := range id {
		plain := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '-'
		if plain == inHex {
			b.WriteByte('.')
			inHex = !inHex
		}
		if plain {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&b, "%04x", unit)
		}
	}
	if written := encodedStart + b.String() + encodedEnd; idForm.MatchString(written) {
		return written
	}
	return digestID(id)
}

// caseID returns the id that a part of a case gets for an id in FollowTheMoney: the one that
// ftmID wrote, the same where ftmID writes it so again, or else one that keeps it. One that is
// too long for that becomes a digest.
func caseID(id string) string {
	if ours, is := readEncodedID(id); is {
		return ours
	}
	if idForm.MatchString(id) && !strings.HasPrefix(id, encodedStart) {
		return id
	}
	if kept := keptForeignID(id); entities.ValidID(kept) {
		return kept
	}
	return digestID(id)
}

func keptForeignID(id string) string {
	var b strings.Builder
	b.WriteString(foreignID)
	for _, r := range id {
		if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '-' || r == '.' {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&b, "_%04x", unit)
		}
	}
	return b.String()
}

func readForeignID(id string) (theirs string, is bool) {
	rest, is := strings.CutPrefix(id, foreignID)
	if !is {
		return "", false
	}
	var units []uint16
	for i, piece := range strings.Split(rest, "_") {
		if i > 0 {
			if len(piece) < 4 {
				return "", false
			}
			unit, err := strconv.ParseUint(piece[:4], 16, 16)
			if err != nil {
				return "", false
			}
			units, piece = append(units, uint16(unit)), piece[4:]
		}
		units = append(units, utf16.Encode([]rune(piece))...)
	}
	theirs = string(utf16.Decode(units))
	return theirs, caseID(theirs) == id
}

func readEncodedID(id string) (ours string, is bool) {
	rest, began := strings.CutPrefix(id, encodedStart)
	rest, ended := strings.CutSuffix(rest, encodedEnd)
	if !began || !ended {
		return "", false
	}
	var units []uint16
	for i, piece := range strings.Split(rest, ".") {
		if i%2 == 0 {
			units = append(units, utf16.Encode([]rune(piece))...)
			continue
		}
		for len(piece) >= 4 {
			unit, err := strconv.ParseUint(piece[:4], 16, 16)
			if err != nil {
				return "", false
			}
			units, piece = append(units, uint16(unit)), piece[4:]
		}
	}
	ours = string(utf16.Decode(units))
	return ours, entities.ValidID(ours) && ftmID(ours) == id
}

func digestID(id string) string {
	sum := sha256.Sum256([]byte(id))
	return "id-" + hex.EncodeToString(sum[:16])
}
