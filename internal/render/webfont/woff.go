package webfont

import (
	"bytes"
	"cmp"
	"compress/zlib"
	"encoding/binary"
	"slices"
)

// Signatures of font files.
const (
	trueType   = 0x00010000
	postScript = 0x4F54544F // "OTTO"
)

// woff writes tables as one WOFF 1.0 file, each compressed where that makes it smaller.
func woff(parts []table, isPostScript bool) []byte {
	parts = slices.Clone(parts)
	slices.SortFunc(parts, func(a, b table) int { return cmp.Compare(a.tag, b.tag) })
	const header, entry = 44, 20
	flavour := uint32(trueType)
	if isPostScript {
		flavour = postScript
	}
	whole := uint32(12 + 16*len(parts)) // of the font without compression
	offset := uint32(header + entry*len(parts))
	var directory, body []byte
	for _, t := range parts {
		stored := compressed(t.data)
		directory = append(directory, t.tag...)
		for _, n := range []uint32{offset, uint32(len(stored)), uint32(len(t.data)), checksum(t)} {
			directory = binary.BigEndian.AppendUint32(directory, n)
		}
		body = append(body, stored...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
		offset = uint32(header + entry*len(parts) + len(body))
		whole += uint32(len(t.data)+3) &^ 3
	}
	file := binary.BigEndian.AppendUint32([]byte("wOFF"), flavour)
	file = binary.BigEndian.AppendUint32(file, offset)
	file = binary.BigEndian.AppendUint16(file, uint16(len(parts)))
	file = binary.BigEndian.AppendUint16(file, 0)
	file = binary.BigEndian.AppendUint32(file, whole)
	file = append(file, make([]byte, header-len(file))...) // no version, metadata or private data
	return append(append(file, directory...), body...)
}

func compressed(data []byte) []byte {
	var small bytes.Buffer
	w, _ := zlib.NewWriterLevel(&small, zlib.BestCompression) // the level is a valid one
	w.Write(data)                                             // a buffer takes all
	w.Close()
	if small.Len() >= len(data) {
		return data
	}
	return small.Bytes()
}

// checksum is a table's, as the OpenType specification has it; that of head is taken without
// the adjustment which it holds.
func checksum(t table) uint32 {
	var sum uint32
	for i := 0; i < len(t.data); i += 4 {
		var word [4]byte
		copy(word[:], t.data[i:])
		if t.tag != "head" || i != 8 {
			sum += binary.BigEndian.Uint32(word[:])
		}
	}
	return sum
}
