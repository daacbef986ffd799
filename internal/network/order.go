package network

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// compareIDs orders ids of nodes, edges and clusters part by part, numbers by their size
// and before words: FIGURE/2 comes before FIGURE/10. It is a total order.
func compareIDs(a, b string) int {
	if !strings.Contains(a, "/") && !strings.Contains(b, "/") {
		return compareParts(a, b)
	}
	return slices.CompareFunc(strings.Split(a, "/"), strings.Split(b, "/"), compareParts)
}

func compareParts(a, b string) int {
	numberA, isNumberA := number(a)
	numberB, isNumberB := number(b)
	switch {
	case isNumberA && isNumberB:
		return cmp.Or(cmp.Compare(numberA, numberB), cmp.Compare(a, b))
	case isNumberA:
		return -1
	case isNumberB:
		return 1
	}
	return cmp.Compare(a, b)
}

func number(part string) (uint64, bool) {
	if part == "" || part[0] < '0' || part[0] > '9' {
		return 0, false // most parts: spares them the making of an error
	}
	n, err := strconv.ParseUint(part, 10, 64)
	return n, err == nil
}
