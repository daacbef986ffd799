// Package distinct keeps lists in which everything stands once, in the order in which it was
// met. They are short; a list of thousands wants a map.
package distinct

import "slices"

// Append appends each item that the list does not have yet.
func Append[T comparable](list []T, items ...T) []T {
	for _, item := range items {
		if !slices.Contains(list, item) {
			list = append(list, item)
		}
	}
	return list
}
