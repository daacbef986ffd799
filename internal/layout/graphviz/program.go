package graphviz

// program is what the engine knows of one of Graphviz's layout programs.
type program struct {
	// needsFreshProcess marks those whose result depends on what the process drew before.
	needsFreshProcess bool
}

// programs are the names that a Job may give. Others of Graphviz's are not offered:
// asking for one that is not there ruins the worker.
var programs = map[string]program{
	"dot":   {},
	"neato": {},
	"circo": {},
	"twopi": {},
	"nop":   {},
	"fdp":   {needsFreshProcess: true},
	"sfdp":  {needsFreshProcess: true},
}
