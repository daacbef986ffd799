package main

import (
	"maps"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/entities"
)

// completeWords lets the shell complete relation types and ids of the case.
func (flags *quoteFlags) completeWords(cmd *cobra.Command) {
	complete := func(words func(c *entities.Case) []string, names ...string) {
		for _, name := range names {
			// It fails for a flag that there is not.
			if err := cmd.RegisterFlagCompletionFunc(name, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
				return words(flags.caseAsItIs()), cobra.ShellCompDirectiveNoFileComp
			}); err != nil {
				panic(err)
			}
		}
	}
	complete(func(c *entities.Case) []string {
		return slices.Concat(slices.Sorted(maps.Keys(entities.BuiltinRelationTypes())), slices.Sorted(maps.Keys(c.RelationTypes)))
	}, "type")
	complete(func(c *entities.Case) []string { return idsOfKind(c, entities.AnEntity) }, "from", "to", "speaker", "relayed-by")
	complete(func(c *entities.Case) []string { return idsOfKind(c, entities.AClaim) }, "answers")
	complete(func(c *entities.Case) []string { return idsOfKind(c, entities.ARelation) }, "relation")
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return idsOfKind(flags.caseAsItIs(), entities.ASource), cobra.ShellCompDirectiveNoFileComp
	}
}

// caseAsItIs is the case for a shell to complete by, or an empty one where it cannot be read.
func (flags *quoteFlags) caseAsItIs() *entities.Case {
	const most = 64 << 20 // a shell waits for the answer
	if info, err := os.Stat(flags.path); err != nil || !info.Mode().IsRegular() || info.Size() > most {
		return &entities.Case{}
	}
	data, err := os.ReadFile(flags.path)
	if err != nil {
		return &entities.Case{}
	}
	file, problems := entities.Load(flags.path, data)
	if problems.HasErrors() {
		return &entities.Case{}
	}
	return file.Case
}

// idsOfKind are the ids of the parts of a kind, in order.
func idsOfKind(c *entities.Case, kind entities.Kind) []string {
	var ids []string
	for part := range c.Parts() {
		if part.Kind == kind {
			ids = append(ids, part.ID)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
