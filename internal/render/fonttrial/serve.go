package fonttrial

import (
	"encoding/binary"
	"fmt"
	"io"
	"runtime/debug"
	"time"

	"example.org/graphgen/internal/confine"
	"example.org/graphgen/internal/render/fontfile"
	"example.org/graphgen/internal/render/typeset"
	"example.org/graphgen/internal/render/webfont"
)

// good is what a worker says of a font that can be used.
const good = "good"

// Serve is a worker: it reads one font from r, tries it, and says on w how that went.
func Serve(r io.Reader, w io.Writer) error {
	confine.Limit(uint64(Time/time.Second), Memory)
	debug.SetMemoryLimit(Memory * 3 / 4) // so that what can be freed is, before the kernel refuses
	var length uint32
	if err := binary.Read(r, binary.BigEndian, &length); err != nil {
		return err
	}
	if length > fontfile.MaxSize {
		return fmt.Errorf("%d bytes of font, and %d are allowed", length, fontfile.MaxSize)
	}
	font := make([]byte, length)
	if _, err := io.ReadFull(r, font); err != nil {
		return err
	}
	said := good
	if err := Try(font); err != nil {
		said = err.Error()
	}
	_, err := fmt.Fprintln(w, said)
	return err
}

// mostTried is how many of a font's characters are tried.
const mostTried = 20_000

// Try reads a font, and measures, draws and embeds the characters that it has, each by itself
// and the commonest in pairs. An error says in a few words why it cannot be used.
func Try(font []byte) error { return try(font, pairs(), mostTried) }

func try(font []byte, pairs []string, most int) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("it is damaged: %v", cause)
		}
	}()
	embedded, err := webfont.Parse(font)
	if err != nil {
		return err
	}
	measure, err := typeset.NewWith(typeset.Options{Font: font})
	if err != nil {
		return err
	}
	texts := append(pairs, embedded.Characters(most)...)
	for _, text := range texts {
		measure.Width(text, typeset.Style{Size: 12})
		measure.Outline(text, typeset.Style{Size: 12})
	}
	if err := measure.Damage(); err != nil {
		return err
	}
	_, err = embedded.For(texts)
	return err
}

// pairs are two letters each, for what a font does to neighbours.
func pairs() []string {
	const common = " -.,:'()[]0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	var texts []string
	for _, a := range common {
		for _, b := range common {
			texts = append(texts, string([]rune{a, b}))
		}
	}
	return texts
}
