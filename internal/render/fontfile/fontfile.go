// Package fontfile reads how a font file is laid out, before a parser makes room for what its
// tables say they hold. It must never know what is in them.
package fontfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// MaxSize is how much the tables of a font may take in all, unpacked, in bytes. The largest
// fonts that are usual, for Chinese, have 20 MB.
const MaxSize = 64 << 20

// Check tells whether the tables that a file in TrueType, OpenType or WOFF 1.0 lists are within
// it, and no larger in all than MaxSize.
func Check(data []byte) error {
	header, entry, countAt := 12, 16, 4
	switch {
	case bytes.HasPrefix(data, []byte("wOFF")):
		header, entry, countAt = 44, 20, 12
	case bytes.HasPrefix(data, []byte{0, 1, 0, 0}), bytes.HasPrefix(data, []byte("OTTO")),
		bytes.HasPrefix(data, []byte("true")), bytes.HasPrefix(data, []byte("typ1")):
	default:
		return errors.New("it does not begin as such a file does")
	}
	if len(data) < header {
		return errors.New("it is cut off")
	}
	tables := int(binary.BigEndian.Uint16(data[countAt:]))
	if len(data) < header+entry*tables {
		return errors.New("its list of tables is cut off")
	}
	var total uint64
	for i := range tables {
		t := data[header+entry*i:][:entry]
		tag, offset, stored := t[:4], uint64(binary.BigEndian.Uint32(t[8:])), uint64(binary.BigEndian.Uint32(t[12:]))
		unpacked := stored
		if entry == 20 {
			offset, stored, unpacked = uint64(binary.BigEndian.Uint32(t[4:])), uint64(binary.BigEndian.Uint32(t[8:])), uint64(binary.BigEndian.Uint32(t[12:]))
		}
		if offset+stored > uint64(len(data)) {
			return fmt.Errorf("its table %q is said to end at byte %d, and the file has %d", tag, offset+stored, len(data))
		}
		if total += max(stored, unpacked); total > MaxSize {
			return fmt.Errorf("its tables take more than %d MB", MaxSize>>20)
		}
	}
	return nil
}
