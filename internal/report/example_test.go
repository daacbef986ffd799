package report_test

import (
	"fmt"
	"os"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/report"
)

func ExampleReport_Why() {
	c := &entities.Case{
		Language: "en",
		Sources:  []entities.Source{{ID: "story", Title: entities.Text{"": "Flour"}, Publisher: "sun"}},
		Entities: []entities.Entity{
			{ID: "sun", Type: entities.Media, Name: entities.Text{"": "The Sun"}},
			{ID: "mill", Type: entities.Organization, Name: entities.Text{"": "Mill Co"}},
			{ID: "ada", Type: entities.Person, Name: entities.Text{"": "Ada Berg"}},
		},
		Claims: []entities.Claim{
			{ID: "paid", Source: "story", Speaker: "sun", Quote: "the mill paid her", Standing: entities.Stated,
				Reply: entities.Reply{Asked: true, Outcome: entities.NoReply}},
		},
		Relations: []entities.Relation{{ID: "bribe", Type: "bribed", From: "mill", To: "ada", Claims: []string{"paid"}}},
		Views:     []entities.View{{ID: "all", Title: entities.Text{"": "All of it"}}},
	}
	r := report.New(report.Given{Network: network.New(entities.NewIndex(c))})
	answers, err := r.Why("bribe")
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := report.WriteAnswers(os.Stdout, answers); err != nil {
		fmt.Println(err)
	}
	// Output:
	// relation bribe (bribed)
	//   Mill Co — bribed — Ada Berg
	//   alleged; on the line: alleged by The Sun
	// Why it stands so
	//   rule 1: 1 claim affirms it, by The Sun
	//   rule 2: the strongest of its claims counts: stated
	//   rule 3 decides: it accuses, so it stands no higher than alleged, though a claim by The Sun is typed stated
	// Who says so
	//   Alleged by The Sun: “the mill paid her”
	//     paid; The Sun; NOT CHECKED
	// Reply
	//   Asked for a reply; none came.
	// Not checked
	//   1 quote not checked: the source’s text is not here
	// In the diagrams
	//   all, note 1
}
