// Package original keeps in a published file what the file was when it was published, so that
// what a hand changed in it can be told from what changed elsewhere meanwhile, wherever the file
// went and however long that took. It is packed: who replaces a word in the whole file would
// otherwise change it along. The package must never know what the text says.
package original

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"github.com/klauspost/compress/zlib"
	"io"
	"regexp"
)

// Attribute is the name of the graph's attribute that holds the original.
const Attribute = "original"

// maxText bounds an original, in bytes.
const maxText = 16 << 20

// held finds the attribute as it is written here, and as programs write it that break long
// strings. Within a string its quotation marks would be escaped. Behind the original there may
// be the sum of the file at which it was settled.
var held = regexp.MustCompile(Attribute + `[ \t]*=[ \t]*"([A-Za-z0-9+/=.\\\r\n]*)"`)

// Pack returns what the attribute is to be in a text that has it empty. It depends on the text
// alone: this zlib is a module's, of a fixed version, so that no release of Go packs otherwise.
func Pack(text []byte) string {
	var b bytes.Buffer
	w, err := zlib.NewWriterLevel(&b, zlib.BestCompression)
	if err != nil {
		panic(err) // there is such a level
	}
	_, err = w.Write(text)
	if err = errors.Join(err, w.Close()); err != nil {
		panic(err) // memory takes all that is written
	}
	return base64.StdEncoding.EncodeToString(b.Bytes())
}

// Unpack returns the original that a file holds, with the attribute empty as it was packed; nil
// where it holds none. An error says that what it holds was damaged.
func Unpack(file []byte) ([]byte, error) {
	at := last(file)
	if at == nil || at[2] == at[3] {
		return nil, nil
	}
	packed := bytes.Map(func(r rune) rune {
		if r == '\\' || r == '\r' || r == '\n' {
			return -1
		}
		return r
	}, file[at[2]:at[3]])
	packed, _, _ = bytes.Cut(packed, []byte("."))
	text, err := unpack(string(packed))
	if err != nil {
		return nil, fmt.Errorf("the attribute %q was changed: %w", Attribute, err)
	}
	return text, nil
}

func unpack(packed string) ([]byte, error) {
	raw, err := base64.StdEncoding.DecodeString(packed)
	if err != nil {
		return nil, err
	}
	r, err := zlib.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(r, maxText+1))
	if err == nil && len(text) > maxText {
		err = fmt.Errorf("it holds more than %d MB", maxText>>20)
	}
	return text, err
}

// last is where the attribute stands, and its value.
func last(file []byte) []int {
	all := held.FindAllSubmatchIndex(file, -1)
	if len(all) == 0 {
		return nil
	}
	return all[len(all)-1]
}

// bare is the file with the attribute empty; nil where it has none.
func bare(file []byte) []byte {
	at := last(file)
	if at == nil {
		return nil
	}
	return bytes.Join([][]byte{file[:at[2]], file[at[3]:]}, nil)
}

// Settle marks a file as one whose edits are kept elsewhere by now: until it is changed again,
// nothing is lost with it. A file that holds no original stays as it is.
func Settle(file []byte) []byte {
	at := last(file)
	if at == nil || at[2] == at[3] || IsSettled(file) {
		return file
	}
	packed, _, _ := bytes.Cut(file[at[2]:at[3]], []byte("."))
	return bytes.Join([][]byte{file[:at[2]], packed, []byte("." + sumOf(bare(file))), file[at[3]:]}, nil)
}

// sumOf is the sum by which a file is known that was settled.
func sumOf(bare []byte) string {
	sum := sha256.Sum256(bare)
	return hex.EncodeToString(sum[:8])
}

// IsSettled tells whether a file is as it was published, or as it was when it was settled.
func IsSettled(file []byte) bool {
	at := last(file)
	if at == nil {
		return false
	}
	plain := bare(file)
	if _, settled, _ := bytes.Cut(file[at[2]:at[3]], []byte(".")); len(settled) > 0 && string(settled) == sumOf(plain) {
		return true
	}
	text, err := Unpack(file)
	return err == nil && text != nil && bytes.Equal(plain, text)
}
