package accusing

// english are words and phrases of English that accuse whomever they are said of: of deeds and
// crimes, and of what courts find. A star stands for any ending. What may as well be innocent is
// in unsure.
const english = `abduct*, abet*, abus*, accomplice*, ambush*, arson*, assassin*, assault*, atrocit*,
	backhander*, bagman, bandit*, battered, beat up, beats up, beaten up, betray*, blackmail*, bombed, bomber, bombers,
	bootleg*, bought off, bought the vote*, bought vote*, brib*, burgl*, burned down, burnt down, buys off, buys vote*,
	captive, captives, captivity, cheat*, child porn*, coerc*, collud*, collus*, complicit*, con man, con men, conman,
	conmen, connived, connives, conniving, conspir*, contraband, cook the books, cooked the books, cooks the books,
	corrupt*, counterfeit*, cover up, cover-ups, covered up, covering up, covers up, coverup*, crime, crimes, criminal*, crook, crooks, crooked,
	culpable, culprit*, deceiv*, deceit*, deception, defraud*, drug dealer*, drug dealing, drug lord*, drug runner*,
	drug running, duped, dupes, duping, embezzl*, enslav*, ethnic cleansing, evaded tax*, evades tax*, exploit*, extort*,
	fabricated, fabricates, faked, fakes, falsif*, felon, felons, felony, felonies, fleeced, fleeces, forged, forger,
	forgers, forgery, forgeries, forges, fraud*, front for, front man, front men, fronted for, fronting for, fronts for,
	frontman, gangster*, genocid*, graft, greased palms, greased the palm*, greases palms, groomed for sex, grooming girls, grooming children, gunned down,
	hacked, hacks, harass*, hijack*, hitman, hitmen, hoodwink*, hostage*, hush money, illegal*, illicit*, incited,
	incites, inciting, incitement, insider dealing, insider trading, intimidat*, kickback*, kidnap*, kill, kills, killed,
	killing, killings, killer, killers, larceny, launder, launders, laundered, laundering, launderer*, liar, liars, lie to, lied, lies to, lying to, lined his pockets,
	lined her pockets, lined their pockets, loan shark*, loot, loots, looted, looting, looter*, lynched, lynches, lynching*, lynch mob*, mafia*, mafios*, maimed, maims, malfeasance,
	manslaughter, massacr*, misappropriat*, misled, mislead*, mobster*, molest*, murder*, mutilat*, narco, narcos, narcotraff*, narcotic*, on the take,
	orchestrated the, paedophil*, paid off, pay off, pays off, payoff*, payola, pedophil*, perjur*, perpetrat*,
	persecut*, phishing, pilfer*, pillag*, pimp, pimps, pimped, pimping, plagiari*, plunder*, poached, poacher*, poaching, pocketed, pockets
	the, poisoned, poisons, ponzi, price fixing, profiteer*, protection money, prostitut*, pyramid scheme, racket,
	rackets, racketeer*, ransacked, ransom, ransoms, ransomed, rape, raped, rapes, raping, rapist*, rig, rigged, rigs, rigging the, rob,
	robbed, robber*, robbing, robs, sabotag*, scam, scams, scammed, scammer*, scamming, sex slave*, shake down, shakedown*, shakes down, shook down,
	shot dead, silenced, siphon*, skimmed, skims, slander*, slaughtered, slaughters, slave*, slaving, slaver*, slavery,
	slush fund*, smuggl*, spied on, spies on, stabbed, stabs, stalked, stalker, stalks, steal, steals, stealing, stole, stolen, strangl*,
	swindl*, tampered, tampering, tampers, tax dodg*, tax evasion, tax fraud, tax evader*, terroris*, terroriz*, theft, thefts, thief,
	thieves, thieving, threaten*, thug, thugs, torture*, torturing, trafficked, trafficker*, trafficking, traffics,
	treason*, tricked, turned a blind eye, turns a blind eye, turn a blind eye, unlawful*, usury, usurer*, vandalis*,
	victimis*, victimiz*, violated, violates, vote buying, war crime*, whitewash*, wrongdo*, wrongfully`

// judged are words for what a court found or did. A line of an official act says just that.
const judged = `convict*, sentenced, jailed, jails, imprison*, indict*, guilt, guilty, incarcerat*, found liable, pleaded guilty,
	disbarred, debarred, struck off, charged with, arrested for, wanted for, fugitive*, suspected of, behind bars,
	locked up, perp walk*, on death row, did time, served time, ex con, in prison for, in jail for`

// unsure are words that accuse or not, by what else is said: they are to be read, and no error.
const unsure = `abuser*, attack*, battery, beaten, bent, black market, bloody, bully*, bullied, cartel*, clandestine, concealed,
	conceals, crony, cronies, detain*, dirty, dodgy, fled, gang, gangs, ghost worker*, hid, hides, hidden, lies, manipulat*, misconduct, mob,
	negligen*, nepotis*, offshore, pirate*, piracy, puppet*, secret*, shady, shell compan*, sham, shot, spies, spy, straw man, stooge*, syndicate*, tax haven*,
	underworld, unpaid, violent*, violence, wash money, washed money, washes money, dirty money, black money`

// opposing are words behind which a crime is what someone works, speaks or writes against, or
// suffers from; they stand a few words before it.
const opposing = `against, anti, counter, countering, combat*, fight, fights, fought, fighting, prevent*, stop, stops,
	stopped, stopping, end, ending, ends, tackl*, curb*, curtail*, detect*, expose*, exposing, uncover*, investigat*, prosecut*, suppress*,
	denounc*, condemn*, reject*, disput*, monitor*, eradicat*, eliminat*, report on, reports on, reported on,
	study, studies, studied, defin*, raised, raises, discuss*, awareness, victim*, survivor*, witness to, witnesses to, hotline, concern*, granted that, acknowledged that, agreed that,
	warned, warns, warning, talks on, talked of, spoke of, spoke about, speaks of, speaks about, said little on, ask about, asked about, asks about, silent on, statement on, told of,
	protect*, defend*, freed from, rescued, rescues, law on, laws on, policy on, committee on, treaty on, convention on, work on, works on, expert on,
	experts on, complained of, complains of, complained about, without`

// denying are words behind which it was not done, as somebody says.
const denying = `denied, denies, deny, denying, denial of, cleared of, acquitted of, acquits, acquitted, exonerat*, not, never, no, nor, innocent of`

// institutions are words beside which a crime is what an office, a law or a writing is about.
const institutions = `act, acts, agency, agencies, analyst*, authority, bill, book, books, branch, bureau, case, cases, centre, center, chamber, code,
	campaign*, charity, coalition, column, commission*, committee, conference, convention, correspondent, count, court, courts, department, directorate, division, editor, expert*,
	envoy, ambassador, fiction, figures, film, films, forum, foundation, helpline, hotline, institute, rapporteur*, shelter*, index, inquiry, inquiries, inspector*, investigation*, investigator*, judge, justice, lab, law, laws, lawyer*,
	map, memorial, minister, ministry, museum, novel, novels, observatory, office, police, policy, prevention, procedure, programme, program,
	project, prosecutor*, protocol, rates, register, report, reporter, reports, research*, review, scene, scenes, section, seminar, series, squad,
	statistics, statute, strategy, studies, study, summit, survey, task force, taskforce, team, treaty, trends, tribunal, unit, victim, victims, watch, watchdog, writer*`

// innocent are phrases that hold an accusing word and accuse nobody.
const innocent = `killing floor*, killing field*, killing fields, kill switch, kill fee, robber baron*, crime stoppers, true crime, partners in crime,
	rig workers, oil rig*, drilling rig*, rig crew*, life hack*, forged ties, forged a tie, forged an alliance, forged alliances, forged links,
	forged a link, forged a partnership, forged an agreement, forged a bond, forged bonds, forges ties, forges alliances, forges links, forged steel,
	slave lake, slave river, skin graft*, graft of, tree graft*, stolen generation*, cheat sheet*, poison control, victim support, captive market*, captive breeding, captive audience,
	crime of passion, defused, loot box*, hacked away, violated airspace, threatened species, threatened with extinction, threatened habitat*, exploited for tin,
	exploits the mine, exploitation of natural, exploits natural, exploits a patent, exploited minerals, exploits deposits, exploitation licence, exploitation license, exploration and exploitation,
	paid off the loan, paid off a loan, paid off its debt*, paid off debt*, paid off their loan*, pays off the loan, pays off debt*, tennis racket*, bandit territory, steals the show, steal the show, stole the show,
	international criminal court, criminal court*, criminal defence, criminal defense, criminal justice, criminalistics, criminal law*, criminal bar, skims the news, skims milk, skimmed milk, poached eggs, charged with overseeing, charged with running, charged with the, charged with implementing, charged with managing,
	charged with protecting, not only, no doubt, no longer, never stopped, not stop, stop at nothing, end up, ends up, in the end, no end, killed off the bill, killed the bill, killed the story, kills the story, stolen base*`

// firm are phrases by which somebody other than a claim says how things stand.
const firm = `proven, proved, proves, undisputed*, undeniabl*, indisputabl*, incontrovertibl*, irrefutabl*, unquestionabl*, beyond doubt,
	beyond any doubt, beyond all doubt, beyond reasonable doubt, no doubt, without doubt, without a doubt, undoubted*, established fact*, is a fact, are facts,
	denial is false, denial is a lie, denials are false, denials are lies, false denial*, falsely denied, falsely denies, denied falsely, denial is untrue, denial was false, denials were false,
	is the truth, the truth about, is true, are true, was true, really did, guilty, definitely, certainly, for certain, case closed, in fact, convicted, convicts, caught red handed`

// firmish are words that may say so, by what else is said.
const firmish = `confirmed*, confirms, admitted*, admits, established, documented, verified, surely, indeed, factual*, certain, shows that, evidence that`

// negating are words behind which nothing of that is so.
const negating = `not, never, no, nothing, nobody, none, neither, nor, without, yet to, hardly, cannot, un, or, whether, if, until, before, unless, to be, denied, denies, deny`
