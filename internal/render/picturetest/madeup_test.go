package picturetest

import (
	"fmt"
	"math/rand/v2"

	"example.org/graphgen/internal/entities"
)

// namesOf are made-up names of each type, as long as such names are.
var namesOf = []struct {
	kind  entities.EntityType
	names []string
}{
	{entities.Person, []string{"Marta Lindqvist-Okonjo", "Tomas Vrel", "Ineke van der Straaten", "Bo Achterberg", "Celestine Mbarga-Fontaine", "Ruy Alcoba"}},
	{entities.Ministry, []string{"Ministry of Water Resources and Regional Development", "Ministry of the Interior", "Finance Ministry", "Ministry for Reconstruction, Housing and Public Works"}},
	{entities.Organization, []string{"Vantage Holding", "Northern Basin Cooperative Society", "Greyling & Sons Shipping Company", "Open Ledger Initiative", "Harbour Relief Fund"}},
	{entities.Country, []string{"Ardovia", "United Provinces of Kesh", "Tamrin", "Republic of Upper Salune"}},
	{entities.Media, []string{"The Basin Courier", "Radio Tamrin International", "Salune Weekly"}},
	{entities.Agency, []string{"Anti-Corruption Bureau", "National Agency for the Supervision of Public Procurement", "Customs Service", "Coast Guard"}},
	{entities.Group, []string{"Residents moved from the valley", "Unnamed intermediaries", "Seasonal workers at the dam", "A network of brokers"}},
	{entities.Committee, []string{"Joint Committee on Transboundary Rivers", "Parliamentary Committee of Inquiry", "Audit Committee", "Steering Committee for the Harbour Extension"}},
	{entities.Event, []string{"Signing of the dam contract, March 2021", "Harbour strike", "Regional Summit on Water", "Evacuation of the lower valley"}},
	{entities.Office, []string{"Deputy Prime Minister", "Special Envoy for Water and Energy", "Governor of Salune District", "Harbour Master"}},
	{entities.Law, []string{"Public Procurement Act", "Law on the Protection of Persons Displaced by Public Works", "Penal Code"}},
	{entities.Region, []string{"Lower Basin", "Eastern Highlands and Adjacent Valleys", "The Delta"}},
	{entities.Document, []string{"Audit report 2022/17", "Memorandum of understanding on the harbour extension", "Letter to shareholders"}},
	{entities.Government, []string{"Government of Ardovia", "Provisional Administration of the Northern Districts"}},
	{entities.Locality, []string{"Port Maren", "Warehouse at Canal Street 14", "Kesh Dam"}},
	{entities.Asset, []string{"Cargo ship Salune Star", "House at 4 Weir Lane", "Account at Basin Savings Bank"}},
	{entities.Person, []string{"Yara Sandoval Quint", "Edmund Petrosz", "Lil Hask", "Anneliese Dufrêne"}},
	{entities.Organization, []string{"Salune Gravel and Cement Works", "Blue Heron Consulting", "Union of Dock Workers", "Tern Capital Partners"}},
}

// maker makes up a case. The same seed makes the same one.
type maker struct {
	*entities.Case
	rand *rand.Rand
}

// madeUp is a case of n entities of all types, tied by about 1.2 n relations of which some
// accuse, some are denied and some are only rumoured, with a flow and a figure where there is
// room. Nobody in it is anyone.
func madeUp(n int) *entities.Case {
	m := &maker{rand: rand.New(rand.NewPCG(uint64(n), 4)), Case: &entities.Case{
		Version: 1, Language: "en", AsOf: "2024-02",
		Title: entities.Text{"": "The dam and the harbour"},
		Sources: []entities.Source{{
			ID: "inquiry", Type: entities.Report, Title: entities.Text{"": "Report of the inquiry into the harbour extension"},
			Publisher: "e4", Published: "2023-11-20", URL: "https://courier.example/inquiry",
		}},
	}}
	for i := range n {
		list, round := namesOf[i%len(namesOf)], i/len(namesOf)
		m.entity(list.kind, list.names[round%len(list.names)])
	}
	for i := 1; i < n; i++ {
		m.tie(m.earlier(i), i)
	}
	for range n / 5 {
		if i, j := m.rand.IntN(n), m.rand.IntN(n); i != j {
			m.tie(i, j)
		}
	}
	if n >= 10 {
		m.Flows = []entities.Flow{{
			ID: "gravel", What: entities.Text{"": "gravel and cement"}, From: []string{"e3"}, Via: []string{"e2"}, To: []string{"e0", "e6"},
			Claims: []string{m.say(entities.Stated)},
		}}
	}
	if n >= 15 {
		m.Figures = []entities.Figure{{ID: "moved", Question: entities.Text{"": "How many people were moved?"}, Values: []entities.Value{
			{Value: "12400", Qualifier: entities.Text{"": "at least"}, Measure: entities.Text{"": "people registered by the agency"}, Period: "2022", Claims: []string{m.say(entities.Stated)}},
			{Value: "31000", Measure: entities.Text{"": "people said to have left the valley"}, Period: "2021/2023", Claims: []string{m.say(entities.Alleged)}},
		}}}
	}
	m.Views = []entities.View{m.viewOfAll(fmt.Sprintf("made-up-%d", n))}
	if n == 20 || n == 45 {
		m.Views[0].Cluster = entities.ByPartOf
	}
	return m.Case
}

func (m *maker) entity(kind entities.EntityType, name string) {
	m.Entities = append(m.Entities, entities.Entity{ID: fmt.Sprintf("e%d", len(m.Entities)), Type: kind, Name: entities.Text{"": name}})
}

// viewOfAll shows the whole case.
func (m *maker) viewOfAll(id string) entities.View {
	types := []string{"flow", "figure"}
	for i := range m.Entities {
		types = append(types, string(m.Entities[i].Type))
	}
	return entities.View{ID: id, Title: m.Title, Caption: entities.Text{"": "Who is tied to whom, who says so, and who denies it."}, Include: entities.Selection{Types: types}}
}

// earlier picks an entity before the i-th, a few of them far more often: networks have hubs.
func (m *maker) earlier(i int) int {
	if m.rand.IntN(3) == 0 {
		return m.rand.IntN(min(i, 4))
	}
	return max(0, i-1-m.rand.IntN(min(i, 6)))
}

// tie draws one line from the i-th entity to the j-th, of a type that suits them.
func (m *maker) tie(i, j int) {
	from, to := &m.Entities[i], &m.Entities[j]
	r := entities.Relation{ID: fmt.Sprintf("r%d", len(m.Relations)+1), From: from.ID, To: to.ID}
	standing := entities.Stated
	switch kinds := [2]entities.EntityType{from.Type, to.Type}; {
	case m.rand.IntN(6) == 0:
		r.Type, standing = pick(m, "bribed", "profits-from", "colludes-with", "fronts-for", "complicit-in"), pick(m, entities.Alleged, entities.Alleged, entities.Rumoured)
	case kinds[0] == entities.Person && kinds[1] == entities.Office:
		r.Type = "holds-office"
	case kinds[0] == entities.Ministry && kinds[1] == entities.Agency, kinds[0] == entities.Committee && kinds[1] == entities.Government:
		r.Type = "part-of"
	case kinds[1] == entities.Event:
		r.Type = "took-part-in"
	case kinds[1] == entities.Document, kinds[1] == entities.Law:
		r.Type = pick(m, "published", "wrote", "disputed")
	default:
		r.Type = pick(m, "met-with", "cooperates-with", "part-of", "raised-with", "funds", "responsible-for", "advises", "supports")
	}
	if m.rand.IntN(5) == 0 {
		r.Label = entities.Text{"": pick(m, "signed a framework agreement with", "was asked about the contract by", "paid the fees of", "leases land to")}
	}
	r.Claims = []string{m.say(standing)}
	if m.rand.IntN(8) == 0 {
		m.deny(r.Claims[0])
	}
	m.Relations = append(m.Relations, r)
}

// say adds a claim that someone of the case makes.
func (m *maker) say(standing entities.Standing) string {
	id := fmt.Sprintf("c%d", len(m.Claims)+1)
	cl := entities.Claim{ID: id, Source: "inquiry", Speaker: m.Entities[m.rand.IntN(min(len(m.Entities), 8))].ID, Quote: "words of the " + id + " claim", Standing: standing}
	if m.rand.IntN(6) == 0 {
		cl.Hedge = entities.Words{pick(m, "may", "probably", "as far as is known")}
	}
	m.Claims = append(m.Claims, cl)
	return id
}

func (m *maker) deny(claim string) {
	m.say(entities.Stated)
	m.Claims[len(m.Claims)-1].Answers = entities.Answer{Claim: claim, As: entities.Denies}
}

func pick[T any](m *maker, of ...T) T { return of[m.rand.IntN(len(of))] }
