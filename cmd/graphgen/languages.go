package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/build"
	"example.org/graphgen/internal/check"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

// languageFlags are the languages that a case is wanted in (--lang).
type languageFlags struct {
	given []string
}

func (l *languageFlags) register(cmd *cobra.Command, usage string) {
	cmd.Flags().StringSliceVar(&l.given, "lang", nil, usage)
}

// parse reads the tags in their usual spelling. An error is of the command line.
func (l *languageFlags) parse(cmd *cobra.Command) error {
	if cmd.Flags().Changed("lang") && len(l.given) == 0 {
		l.given = []string{""}
	}
	for i, typed := range l.given {
		tag, err := entities.ParseLanguage(typed)
		if err != nil {
			return failure{exitUsage, fmt.Errorf("--lang: %w", err)}
		}
		l.given[i] = tag
	}
	return nil
}

// one is parse for what is told in one language.
func (l *languageFlags) one(cmd *cobra.Command) error {
	if err := l.parse(cmd); err != nil {
		return err
	}
	if len(l.given) > 1 {
		return failure{exitUsage, errors.New("--lang: want one language")}
	}
	return nil
}

// of returns the language to tell a case in: the case's own, which may be empty, where none was
// asked for.
func (l *languageFlags) of(c *entities.Case) string { return build.LanguagesOf(c, l.given)[0] }

// printUntranslated says which texts will be shown in another language than was asked for.
func printUntranslated(w io.Writer, n *network.Network, languages []string) {
	const named = 3
	for _, lang := range languages {
		if lang == n.Index().Case.Language {
			continue
		}
		if !words.Has(lang) {
			fmt.Fprintf(w, "graphgen: %s: graphgen has no words of its own in it, such as “disputed”; they are in %s\n", lang, words.For(lang).Lang)
		}
		missing := check.UntranslatedTexts(n, lang)
		if len(missing) == 0 {
			continue
		}
		var what, in []string
		for _, text := range missing {
			if len(what) < named {
				what = append(what, text.What)
			}
			if !slices.Contains(in, text.In) && text.In != "" {
				in = append(in, text.In)
			}
		}
		list := strings.Join(what, ", ")
		if more := len(missing) - len(what); more > 0 {
			list += fmt.Sprintf(" and %d more", more)
		}
		shown := "the case's language"
		if len(in) > 0 {
			shown = strings.Join(in, " or ")
		}
		fmt.Fprintf(w, "graphgen: %s: %s no %s, and %s stands instead: %s; see graphgen check --lang %s\n",
			lang, have(len(missing)), lang, shown, list, lang)
	}
}

func have(texts int) string {
	if texts == 1 {
		return "1 text has"
	}
	return fmt.Sprintf("%d texts have", texts)
}
