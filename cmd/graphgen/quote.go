package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/capture"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/project"
	"example.org/graphgen/internal/quotes"
	"example.org/graphgen/internal/terminal"
)

type quoteFlags struct {
	sourceFlags
	wanted  capture.Wanted
	request capture.Request
	add     bool

	standing, basis, as, asked, state string
	hedge, amounts, answers           []string
}

func quoteCommand() *cobra.Command {
	var flags quoteFlags
	cmd := &cobra.Command{
		Use:   "quote SOURCE WORDS...",
		Short: "Make a claim of words in a source, and add it to the case",
		Long: `Finds the words in the source's text and prints the claim that quotes them, as they
are given. More than twelve, and a whole sentence, are refused, and shown with where
they can be cut so that nothing that weakens them is left out. Words before or after
are added where the quote alone does not find the place.

With --add the claim goes into the case file, as its last claim, with nothing else in
the file changed. With --relation it is added to a relation's claims. A relation that
is not there yet is made of --type, --from and --to. An entity is named by its id, or
as ID:TYPE:NAME where it is new; court, register, parliament and international are
organizations that are such public bodies. Nothing is written where the case would get an error
that it did not have.

A new relation may have --label, --start, --end, --amount and, of an official act, --for
and --state. Types, beside the case's own: ` + strings.Join(slices.Sorted(maps.Keys(entities.BuiltinRelationTypes())), ", ") + `.`,
		Example: `  graphgen quote story "paid her for berths"
  graphgen quote story "paid her for berths" --add --standing alleged \
    --speaker traders:group:Traders --type bribed --from traders --to "ada:person:Ada Berg"
  graphgen quote story "never took a coin" --add --standing stated \
    --speaker ada --answers c-paid-her-for-berths --as denies
  graphgen quote ledger "2.4 million euros to Kai Holding" --add --standing stated \
    --speaker auditor --type paid --from port --to kai --start 2021-05 --amount "2.4 million EUR"`,
		Args: cobra.MinimumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error { return flags.quote(cmd, args) },
	}
	flags.register(cmd)
	f := cmd.Flags()
	f.StringVar(&flags.wanted.Prefix, "prefix", "", "of several places, the one with these `words` right before")
	f.StringVar(&flags.wanted.Suffix, "suffix", "", "of several places, the one with these `words` right after")
	f.IntVar(&flags.wanted.Nth, "nth", 0, "of several places, the one with this `number`")
	f.BoolVar(&flags.add, "add", false, "add the claim to the case file")
	f.StringVar(&flags.request.ID, "id", "", "the claim's `id` (default made of its words)")
	f.StringVar(&flags.request.Speaker, "speaker", "", "the `entity` that says it")
	f.StringVar(&flags.request.RelayedBy, "relayed-by", "", "the `entity` that passes it on, where the source has it at second hand")
	f.StringVar(&flags.standing, "standing", "", "how the source puts it, in a `word`: record, stated, alleged or rumoured")
	f.StringVar(&flags.basis, "basis", "", "what the speaker goes by, in a `word`: witnessed, document, inference or hearsay")
	f.StringArrayVar(&flags.hedge, "hedge", nil, "`words` of the quote that weaken it; may be repeated (default those that check asks for)")
	f.StringVar(&flags.request.Date, "date", "", "when it was said, as an EDTF `date`")
	f.StringVar(&flags.request.Page, "page", "", "the `page` of the source that it is on, as pages are numbered there")
	f.StringArrayVar(&flags.answers, "answers", nil, "the `claim` that it answers, with --as; may be repeated")
	f.StringVar(&flags.as, "as", "", "how it answers, in a `word`: confirms, repeats, denies, disputes, denies-other-wording or rejects-premise")
	f.StringVar(&flags.asked, "asked", "", "what came of asking whoever is accused, in a `word`: declined, none or answered")
	f.StringVar(&flags.request.Relation, "relation", "", "the `id` of the relation that rests on the claim")
	f.StringVar(&flags.request.Type, "type", "", "the `type` of a new relation")
	f.StringVar(&flags.request.From, "from", "", "the `entity` that a new relation leads from")
	f.StringVar(&flags.request.To, "to", "", "the `entity` that a new relation leads to")
	d := &flags.request.Details
	f.StringVar(&d.Label, "label", "", "the `words` on a new relation's line, instead of those of its type")
	f.StringVar(&d.Start, "start", "", "when a new relation began, or an act was done, as an EDTF `date`")
	f.StringVar(&d.End, "end", "", "when a new relation ended, as an EDTF `date`")
	f.StringVar(&d.For, "for", "", "of a new official act: the `words` for what it is about, as in “fraud”")
	f.StringVar(&flags.state, "state", "", "of a new official act: what became of it, in a `word`: pending, final, appealed or overturned")
	f.StringArrayVar(&flags.amounts, "amount", nil, "how much a new relation is about, such as `2.4 million EUR` or 12 tonnes; may be repeated")
	flags.completeWords(cmd)
	return cmd
}

func (flags *quoteFlags) quote(cmd *cobra.Command, args []string) error {
	if err := flags.complete(cmd); err != nil {
		return failure{exitUsage, err}
	}
	if flags.add {
		done, err := project.Turn(flags.path)
		if err != nil {
			return failure{exitDrawing, err}
		}
		defer done()
	}
	p, text, err := flags.openSource(cmd, args[0])
	if err != nil {
		return err
	}
	flags.wanted.Words = strings.Join(args[1:], " ")
	place, err := capture.Locate(text, flags.wanted)
	if err != nil {
		return failure{exitData, located(cmd.ErrOrStderr(), text, err)}
	}
	flags.request.Source = args[0]
	if flags.request.Selector, err = capture.Select(text, place); err != nil {
		return failure{exitData, shownCuts(cmd.ErrOrStderr(), err)}
	}
	if !flags.add {
		if _, err := terminal.Document(cmd.OutOrStdout()).Write(capture.JSON(capture.Draft(p.File.Case, flags.request))); err != nil {
			return failure{exitDrawing, err}
		}
		return nil
	}
	return flags.addTo(cmd, p, place)
}

// complete finishes the request and tells whether the flags go together.
func (flags *quoteFlags) complete(cmd *cobra.Command) error {
	r := &flags.request
	r.Standing, r.Basis = entities.Standing(flags.standing), entities.Basis(flags.basis)
	r.Answers.As, r.Asked = entities.AnswerKind(flags.as), entities.Outcome(flags.asked)
	if cmd.Flags().Changed("hedge") {
		r.Hedge = entities.Words(flags.hedge)
	}
	if len(flags.answers) > 0 {
		r.Answers.Claim, r.Answers.Also = flags.answers[0], slices.Clip(flags.answers[1:])
	}
	if len(r.Answers.Also) == 0 {
		r.Answers.Also = nil
	}
	r.Details.State = entities.ActState(flags.state)
	for _, typed := range flags.amounts {
		a, err := capture.ParseAmount(typed)
		if err != nil {
			return fmt.Errorf("--amount: %w", err)
		}
		r.Details.Amounts = append(r.Details.Amounts, a)
	}
	switch {
	case cmd.Flags().Changed("nth") && flags.wanted.Nth < 1:
		return errors.New("--nth counts from 1")
	case (r.Answers.Claim == "") != (flags.as == ""):
		return errors.New("--answers and --as belong together")
	case flags.add && (r.Speaker == "" || flags.standing == ""):
		return errors.New("--add wants --speaker and --standing: who says it, and how the source puts it")
	case flags.add && flags.path == "-":
		return errors.New("--add wants a case file that can be written to")
	case !flags.add && (r.Relation+r.Type+r.From+r.To != "" || !reflect.DeepEqual(r.Details, capture.Details{})):
		return errors.New("--relation, --type, --from, --to and what else is of a relation are for --add")
	}
	return nil
}

// located says more about words that were not found: what is near them, or where they all are.
func located(w io.Writer, text *quotes.Text, err error) error {
	var ambiguous *capture.AmbiguousError
	if errors.As(err, &ambiguous) {
		listPlaces(w, text, ambiguous)
		return fmt.Errorf("%w; choose one with --nth, or with --prefix or --suffix: words right before or after it", err)
	}
	return err
}

// shownCuts shows where words that are too many can be cut.
func shownCuts(w io.Writer, err error) error {
	var long *capture.LongError
	if !errors.As(err, &long) {
		return err
	}
	if long.Rest != "" {
		fmt.Fprintf(w, "twelve words end at the bar:\n     %s | %s\n", problem.Printable(long.Fits), problem.Printable(long.Rest))
	}
	if len(long.Cuts) > 0 {
		fmt.Fprintln(w, "these cuts keep the words that weaken it:")
	}
	for _, cut := range long.Cuts {
		fmt.Fprintf(w, "     %s\n", problem.Printable(cut))
	}
	return err
}

// listPlaces writes a place a line, with its number and what stands around the words.
func listPlaces(w io.Writer, text *quotes.Text, ambiguous *capture.AmbiguousError) {
	const around = 40 // characters
	for i, place := range ambiguous.Places {
		sentence := text.Sentence(place)
		before, after := []rune(sentence.Before), []rune(sentence.After)
		before, after = before[max(0, len(before)-around):], after[:min(len(after), around)]
		shown := strings.TrimSpace(fmt.Sprintf("%s [%s] %s", string(before), sentence.Quote, string(after)))
		fmt.Fprintf(w, "%3d  %-7s %s\n", i+1, fmt.Sprintf("%d:%d", place.Line, place.Column), problem.Printable(shown))
	}
	if more := ambiguous.Count - len(ambiguous.Places); more > 0 {
		fmt.Fprintf(w, "     and %d more\n", more)
	}
}
