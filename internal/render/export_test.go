package render

// CardScene lets tests read a card before it is pixels.
var CardScene = (*Renderer).card
