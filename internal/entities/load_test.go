package entities

// brokenFiles are case files with one thing wrong each.
var brokenFiles = []struct{ name, data, want string }{
}
