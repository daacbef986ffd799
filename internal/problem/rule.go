package problem

// Rule is what a slug stands for: the severity that its problems have unless a case says
// otherwise, and one sentence for tables and reports.
type Rule struct {
	Slug     string
	Severity Severity
	Doc      string
}
