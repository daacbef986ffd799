package hedges

// The English words and phrases that weaken what is said. Most of them are among the cues of
// the BioScope corpus and the CoNLL-2010 shared task (Vincze et al. 2008; Farkas et al. 2010)
// and in the lists of Hyland (1996, 2005); the rest is how newsrooms hedge. Phrases that share
// a word with something firm are decided in exceptions.go.

// weakening phrases weaken what is said wherever in its sentence they stand.
var weakening = phrases(modality + "," + probability + "," + appearance + "," + belief + "," + hearsay + "," + doubtful + ", talk of")

// limiting phrases are more such words, which may concern another part of the sentence: they count
// where they stand in a quote or right before it.
var limiting = phrases(extent + "," + frequency + "," + opinion + "," + unfulfilled + "," + conditions)

const modality = `may, might, could, can possibly, must have, would appear, would seem, would suggest, would likely,
	would probably, would presumably, would perhaps, would indicate, should probably,
	would have, would not have, could well, may well, might well, might as well, must surely,
	should have, ought to`

const probability = `probable, probably, improbable, improbably, in all probability, probability, possible, possibly,
	possibility, possibilities, potential, potentially, likely, unlikely, likelihood, in all likelihood, perhaps, maybe,
	presumably, presume, presumes, presumed, conceivable, conceivably, inconceivable, plausible, plausibly, implausible,
	feasibly, arguably, almost certainly, not certain, less than certain, uncertain, chances are, chance that, risk that, danger that,
	odds are, expected, feared, in theory, theoretically, in principle, hypothetically, hypothesis, theory that, theories that,
	not necessarily,
	likeliest, more likely, tentative, tentatively, preliminary, provisional, provisionally, early indications,
	fear, fears, prospective, putative, putatively, presumptive, predict, predicts, predicted, forecast, forecasts, projected,
	expects, expects to, expect to, anticipates, anticipated, at best, if any, if at all, one theory, hypothetical, speculative,
	hypothesise, hypothesises, hypothesised, hypothesize, hypothesizes, hypothesized, theorise, theorises, theorised,
	theorize, theorizes, theorized, postulate, postulates, postulated, presumable, arguable, conjectural`

const appearance = `apparent, apparently, appear, appears, appeared, appearing, seem, seems, seemed, seeming, seemingly,
	ostensible, ostensibly, evidently, outwardly, on paper, on the face of it, at first sight, at first glance,
	looks like, look like, looked like, looks as if, look as if, looked as if, looks as though, looked as though,
	as if, as though, suggest, suggests, suggested, suggesting, suggestive, suggestion that, suggestions that, indicate, indicates,
	indicated, indicating, indication, indications, imply, implies, implied, implying, implication that, points to,
	point to, pointing to, consistent with, hint, hints, hinted, hinting, insinuate, insinuates, insinuated, so called,
	self styled, self described, would be, purport, purports, purported, purportedly, purporting, supposed, supposedly,
	nominally, in name only, in effect, effectively, to all appearances, by all appearances,
	sounds like, sounded like, give the impression, gives the impression, gave the impression, impression that,
	under the impression, impression of, signs of, signs that, sign that, hallmarks of, appearance of, semblance, by the look of it, by the looks of it,
	to all intents and purposes, for all intents and purposes, tantamount to, bordering on, raise questions, raises questions, raised questions, raising questions,
	raise doubts, raises doubts, raised doubts, raise the possibility, raises the possibility, raised the possibility, question marks`

const belief = `believe, believes, believed, believing, belief that, think, thinks, thought to, is thought, are thought,
	was thought, were thought, be thought, been thought, it's thought, thought that, I thought, we thought, reason to think,
	assume, assumes, assumed, assuming,
	assumption, assumptions, suppose, supposes, guess, guesses, guessed, guessing, surmise, surmises, surmised, conjecture,
	conjectures, conjectured, speculate, speculates, speculated, speculating, speculation, infer, infers, inferred,
	suspect, suspects, suspected, suspecting, suspicion, suspicions, considered, deemed, regarded as, seen as,
	viewed as, perceived as, understood to, understood that, is understood, are understood, was understood,
	as I understand it, I wonder, I'm wondering, I suppose, I imagine, I feel, feel that, feels that, felt that, not sure,
	not convinced, my guess, our guess, reckon, reckons, reckoned, as it seems,
	thought he, thought she, thought they, thought it, thought there, thought likely, thought possible, thought unlikely,
	convinced, persuaded that, of the opinion, opinion that, of the view, view that, consider, considers, reputed, reputedly, perception that,
	I gather, we gather, I would say, I'd say, I dare say, I should think, for all we know, in the eyes of,
	opine, opines, opined, unsure`

const hearsay = `allege, alleges, alleged, allegedly, alleging, reportedly, reported, reports that, reports of, is reported, was reported,
	are reported, were reported, rumor, rumors, rumored, rumour, rumours, rumoured, said to, is said, are said, were said,
	claim, claims, claimed, claiming, contend, contends, contended, assert, asserts, asserted,
	asserting, assertion, assertions, insist, insists, insisted, maintains that, maintained that, maintain that, argues that, argue that,
	argued that, accused, accuses, accusation, accusations, according to some, according to unnamed, according to unconfirmed,
	according to reports, by some accounts, by all accounts, by one account, on some accounts, unnamed officials,
	unnamed sources, unnamed source, unnamed official, anonymous, word has it, legend has it, gossip, hearsay, 
	described as, what * called, what * calls, what * call, what * described as, what * describes as, what * describe as, what * * call,
	what * * calls, what * * called, what * * described as, so he says, so she says, so they say, so it is said, so the * says, so the * say,
	word is, the story goes, story goes, I heard, we heard, I hear, we hear, have heard that, had heard that, heard that, has heard that,
	according to unverified, accused of, told that, was told, were told, second hand, secondhand, by hearsay, whispers, whispered`

const doubtful = `unsubstantiated, unconfirmed, unverified, unproven, unproved, not proven, not proved, not been proven,
	not been proved, do not prove, does not prove, did not prove, doesn't prove, don't prove, unclear, not clear, isn't clear,
	not entirely clear, not known, isn't known, unknown, remains to be seen, questionable, dubious, doubtful, doubt, doubts, doubted,
	in doubt, open to question, in question, could not be verified, could not be independently verified, could not be confirmed,
	could not independently verify, could not verify, could not confirm, couldn't confirm, cannot confirm, can't confirm, could not rule out,
	cannot rule out, can't rule out, couldn't rule out, cannot be ruled out, could not be ruled out, not ruled out, not rule out,
	cannot exclude, could not exclude, cannot be excluded, could not be excluded, cannot say, could not say whether, as far as is known,
	as far as I know, as far as we know, as far as he knows, as far as she knows, as far as they know, so far as, to my knowledge,
	to our knowledge, to his knowledge, to her knowledge, to their knowledge, to the best of, has yet to, have yet to, had yet to,
	not yet confirmed, not confirmed, not been confirmed, not verified, not been verified, may or may not,
	believed to, cannot be verified, purely circumstantial, circumstantial,
	no evidence, no * evidence, little evidence, no proof, no * proof, little proof, scant evidence, insufficient evidence,
	not dispute, not deny, neither confirmed nor denied, neither confirm nor deny, cannot be authenticated, could not be authenticated,
	cannot be established, could not be established, not been established, not established, could not be determined, cannot be determined,
	could not determine, could not establish, unable to confirm, unable to verify, unable to establish, unable to determine, unable to rule out, do not know,
	don't know, does not know, doesn't know, did not know whether, nobody knows, no one knows, mystery, ambiguous, ambiguity,
	inconclusive, untested, unsupported, uncorroborated, unauthenticated, unattributed, unsourced, undetermined, unresolved,
	remains open, remained open, yet to be, remains to be, subject to confirmation, disputed whether, suspected of, hard to say,
	hard to tell, hard to know, impossible to say, impossible to know, impossible to verify, difficult to say, difficult to verify,
	debatable, debatably, equivocal, doubtfully, vague, vaguely`

const extent = `some, some of, some people, mostly, largely, partly, partially, in part, mainly, primarily, to some extent, to a
	certain extent, to an extent, to some degree, in some ways, in some respects, in some cases, more or less, sort of, kind of,
	about, around, roughly, approximately, nearly, almost, virtually, practically, essentially, basically, in essence, close to,
	up to, an estimated, estimate, estimates, estimated, estimating, at most, quasi, somewhat, relatively, fairly, rather more, or so,
	give or take,
	in the region of, in the order of, somewhere between, anywhere from, as many as, as much as, something like, upwards of, in some instances,
	to a degree, a kind of, in a sense, in a way, much of, many of, most of,
	by and large, for the most part, in most cases, in many cases, not entirely, not fully, not quite, not exactly, not wholly,
	not altogether, not always`

const frequency = `often, more often than not, sometimes, occasionally, usually, generally, normally, typically, frequently,
	tend to, tends to, tended to, in general, as a rule, most of the time, at times`

const opinion = `allegation, allegations, they think, think that, wonder if, wonder whether, wonders, wondered, hope that, hope to,
	hopes, hoped, hoping, in my view, in his view, in her view, in our view, in their view, in my opinion, in his opinion, in her opinion,
	in our opinion, in their opinion, in the opinion of, in the view of, from my perspective, by my estimate, in my judgment, in my judgement,
	to my mind, so to speak, as it were, if you like, propose, proposes, proposed, starting to see,
	in * view, in * opinion, in * judgment, in * judgement, in * estimation, in * eyes, in * mind, by * account, by * reckoning, by * estimate`

// unfulfilled are words for what was not done, or not yet.
const unfulfilled = `tried to, tries to, try to, trying to, attempt to, attempts to, attempted to, attempting to, sought to, seeks to,
	seek to, planned to, plans to, planning to, intended to, intends to, wanted to`

const conditions = `if, whether, would, unless, were it not, provided that, supposing`

// unproven are the hedges by which something is not known to be so.
var unproven = phrases(doubtful)

// rumours are the hedges by which a quote calls itself one.
var rumours = phrases(`rumor, rumors, rumored, rumour, rumours, rumoured, unsubstantiated, unconfirmed, unverified, gossip,
	hearsay, talk of`)

// negations turn what stands behind them.
var negations = phrases(`not, never, no, nobody, none, nothing, nowhere, cannot, nor, neither, without, hardly, barely,
	scarcely, rarely, seldom`)

// turns are words that say of what stands behind them that it is not so, or was not done.
var turns = phrases(`deny, denies, denied, denying, denial, denials, reject, rejects, rejected, rejecting, refute, refutes, refuted,
	refuting, dispute, disputes, disputed, disputing, contradict, contradicts, contradicted, contradicting, dismiss, dismisses, dismissed,
	dismissing, disproved, disproves, debunked, debunks, refuse to, refuses to, refused to, refusing to, refusal to, fail to,
	fails to, failed to, failing to, failure to, decline to, declines to, declined to, declining to, unable to,
	inability to, untrue, false, falsely, falsehood, wrongly, mistakenly, a lie that, the lie that, lied that, myth, hoax, instead of, rather than,
	far from, prevented from, stopped from, kept from, barred from, banned from, prohibited from, cleared of, acquitted of, exonerated,
	innocent of, not guilty of, stop short of, stops short of, stopped short of, rule out, rules out, ruled out, excluded that,
	refrain from, refrained from, refrains from, forgot to, neglected to, pretend to, pretended to, pretends to, pretended that,
	lack of, lacks, lacked, absence of, fabricated, invented the, used to, threatened to, threatens to`)
