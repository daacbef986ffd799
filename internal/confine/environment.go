package confine

import "os"

// Environment is what a worker needs to find its cache folder, and nothing that Graphviz or Go
// would listen to but the race detector's options.
func Environment() []string {
	environment := []string{"GOTRACEBACK=single"}
	for _, name := range []string{"HOME", "XDG_CACHE_HOME", "LocalAppData", "SystemRoot", "GORACE"} {
		if value, ok := os.LookupEnv(name); ok {
			environment = append(environment, name+"="+value)
		}
	}
	return environment
}
