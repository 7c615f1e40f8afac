"""Putting it on them, their process, the interviewer."""

from typing import Final

from reflect_journal.letters.phrases.plain import any_of

PERSON: Final = (
    r"(?:interviewers?|colleagues?|recruiters?|panel|people|team|staff|boss|manager|"
    r"assistant|"
    r"lady|man|gentleman|woman|guy|person|hr|secretary|receptionist|director|chef|"
    r"professor|"
    r"members?|officer|ladies|gentlemen)"
)
WHO: Final = (
    rf"(?:(?:your|the|their|one of the|this|that) (?:\w+ ){{0,2}}?{PERSON}|he|she|"
    rf"they|you|"
    r"(?:mr|ms|mrs|dr)\.? \w+)\b"
)
THING: Final = (
    r"(?:process|procedure|tests?|tasks?|questions?|interviews?|room|exercise|sheet|"
    r"company|"
    r"agency|firm|organi[sz]ation|system|instructions?|material|case|software|form|"
    r"assessment|"
    r"office|selection|day)"
)
# Anything but "i": what they did and what one did oneself often share a sentence.
THEN: Final = r"(?:(?!\bi\b)[^?]){0,50}?"
KIN: Final = r"(?:nephew|cousin|friend|son|niece|daughter|mate|buddy|brother)"

BLAMING: Final = any_of(
    # Words of reproach.
    r"(?:unfair|unprofessional|discriminat|disgrac|humiliat|insult|shoddy|sloppy|"
    r"amateurish|"
    r"shambl|appalling|farc(?:e|ical)|charade|ghosted|rigged|biased|prejudiced|"
    r"incompeten|nepotis|"
    r"clueless|dishonest|condescending|patroni[sz]|sexis|racis|ageis)",
    r"(?:rude|disrespectful|arrogant|ill-mannered|impolite)\b|lack of (?:respect|"
    r"manners|courtesy)|"
    r"no (?:respect|manners|courtesy|decency)\b|common (?:courtesy|decency)",
    r"(?:poor|bad) (?:show|form|manners|style)\b|had the (?:cheek|nerve)|(?:you|firm|"
    r"company|they|"
    r"people) (?:\w+ ){0,3}be (?:\w+ ){0,2}ashamed|shame on|shameful|no way to "
    r"(?:treat|run)|not "
    r"(?:how|the way) (?:you|one|to|people) (?:\w+ )?(?:treat|run|speak)",
    r"(?:is|was|were|been|such|what) (?:just |simply |one |such |an? |absolutely |"
    r"absolute |"
    r"complete |total |long |big |real )+(?:mess|muddle|joke|disaster|sham|circus|"
    r"waste)\b",
    r"wast(?:ed|ing|e of) (?:\w+ )?(?:my|our|everybody's) (?:\w+ )?time|waste of time",
    r"treat(?:ed|ing)? (?:people|me|us|candidates|applicants|anybody) (?:like|so|this|"
    r"that|as if|in "
    r"(?:this|such)|with (?:so )?(?:little|no))",
    r"should (?:\w+ )?know better|(?:you|company|firm|office|he|she|they|"
    r"interviewers?|people) (?:\w+ "
    r")?(?:needs? to|ought to|should|could do with) (?:\w+ )?(?:take|learn|be trained|"
    r"train|sort|"
    r"apologi[sz]e|have) (?:a course|some training|manners|your|their|out|how to|"
    r"lessons?|to)\b",
    r"you people\b|you lot (?:need|should|are|have no|do not|never|can not)|no wonder "
    r"(?:you|your|"
    r"that you|people|nobody)|(?:is|are) mental\b|speaks volumes|left (?:\w+ )?a bad "
    r"(?:taste|"
    r"impression)|says (?:a lot|everything|it all) about",
    # Fault.
    r"(?:is|was|all) on you\b|(?<!not )your (?:own )?(?:fault|mistake|doing)\b|"
    r"because of (?:you|your "
    r"(?:delay|mistake|process|system|staff|team|people|colleague|test|recruiter|\w+ "
    r"(?:error|"
    r"mistake)))\b",
    r"(?:fault|muddle|error|mistake|failure|delay|problem|mix-?up|chaos|mess) (?:\w+ "
    r"){0,2}(?:on|with)"
    r" (?:your|their) (?:side|end|part)",
    r"if (?:you|they|he|she|your \w+|somebody) had (?:\w+ )?(?:sent|told|given|read|"
    r"listened|asked|"
    r"been|informed|explained|prepared|let|warned|bothered|done|said)\b",
    r"you (?:should|could|might) (?:\w+ )?have (?:at least|told|warned|informed|let|"
    r"sent|prepared|"
    r"explained|had the)",
    rf"{WHO} (?:\w+ )?(?:forgot|neglected|refused|failed) to\b|you (?:never|did not) "
    rf"(?:even )?(?:told"
    r"|tell|send|sent|inform\w*|warn\w*|bother|introduce|read|look|listen|care|let "
    r"me)\b",
    r"(?:you|they|he|she|recruiter) (?:had |have |has )?(?:lied|misled)\b|promised me "
    r".{0,50}\b(?:but|"
    r"never|then|instead)|false promises",
    # What they did, and did not.
    rf"{WHO} (?:\w+ ){{0,3}}?(?:had|have|has|would|did|was|were|could) (?:clearly |"
    rf"obviously |even )?"
    r"(?:not|never|hardly|barely) (?:\w+ ){0,2}?(?:read|open(?:ed)?|look(?:ed)?(?! "
    r"for)|bother(?:ed)?|"
    r"listen(?:ed|ing)?|greet(?:ed)?|introduced?|offer(?:ed)?|know (?:which|who|what|"
    r"my|where|"
    r"anything)|prepared?|care[d]?|interested|answer|smiled?|apologi[sz]ed?|glanced?|"
    r"paying|looking|"
    r"seen my|let me)\b",
    rf"{WHO}{THEN}\b(?:interrupt(?:ed|ing)|(?:on|at|with|into|to) (?:his|her|their|"
    rf"your) (?:\w+ )?(?:"
    r"phones?|watch|mobile|screen|lunch|e-?mails?|laptop)|yawn\w*|laugh(?:ed|ing|s)? "
    r"(?:at|about) (?:me|"
    r"my)|cut(?:ting)? me (?:off|short)|talk(?:ed|ing)? over me|roll\w* (?:his|her|"
    r"their|your) eyes|"
    r"sneer\w*|smirk\w*|shout\w*|made fun|unprepared|bored|kept (?:looking|checking|"
    r"interrupting|"
    r"mixing|typing)|half an hour late|(?:hour|minutes) late|(?:came|arrived|turned "
    r"up|showed up|was|"
    r"were) (?:\w+ )?late|told me off|walked out|left the room|fell asleep|from "
    r"(?:your|his|her) car)\b",
    r"(?:you|they|he|she|recruiter) (?:\w+ )?cancel+ed|(?:got|spelled|spelt|had) my "
    r"name wrong|the wrong "
    r"name|mispronounc",
    r"nobody (?:there |here |in the \w+ |at your \w+ |from your \w+ |seemed |even |"
    r"ever |had |was |to "
    r"){0,4}(?:cared|prepared|ready|read|listened|knew|know|greeted|apologi[sz]ed|"
    r"bothered|introduced|in "
    r"charge|offered|could answer)\b(?! how)",
    r"(?<!not )(?:(?:kept|keep|keeping|left|leaving) (?:me|us|\w+ of us|everybody|"
    r"people) (?:\w+ )?(?:"
    r"waiting|sitting|standing|hanging|alone)|(?:let|made|had) (?:me|us|\w+ of us|"
    r"everybody|people) (?:"
    r"wait\b|stew\b|hang\b|(?:stand|sit) (?:in|around|for|outside)))",
    r"was (?:just |simply )?(?:left|kept) (?:\w+ )?(?:sitting|standing|waiting|alone)|"
    r"waited (?:\w+ ){0,"
    r"5}(?:corridor|hallway|lobby|rain|cold)\b",
    r"(?:gave|sent|handed|told) (?:me|us) (?:to )?(?:the |an? )?(?:wrong|outdated|"
    r"faulty|misleading|"
    r"incomplete) ",
    # What is the matter with their process.
    rf"(?:your|the|this|that|whole) (?:\w+ ){{0,2}}?{THING}\b{THEN}\b(?:(?:was|were|"
    rf"is|are|had|seemed|"
    r"felt) (?:\w+ ){0,2}?(?:confus\w+|unclear|faulty|broken|flawed|nonsense|a joke|"
    r"pointless|ridiculous|"
    r"absurd|badly|poorly|vague|misleading|too (?:long|loud|hot|noisy|small|vague|"
    r"hard|difficult)(?! for"
    r" me)|loud|noisy|impossible|irrelevant|terrible|awful|outdated|disorgani[sz]ed|"
    r"chaotic|meaningless|a "
    r"(?:mess|farce|chaos))|not (?:even )?serious|misprint|nonsense|(?:did|does) not "
    r"work|full of (?:"
    r"errors|mistakes))",
    r"(?:badly|poorly|terribly)[- ](?:designed|organi[sz]ed|prepared|run|written|"
    r"worded|managed|planned|"
    r"conducted)\b|disorgani[sz]ed|faulty|misprint|trick questions?|box-?ticking",
    r"nothing to do with the (?:job|role|post|work)|irrelevant questions",
    r"(?:you|they|job|post|place|it|candidate|winner|decision) (?:\w+ )?(?:had|was|"
    r"were|would) (?:\w+ )?"
    r"(?:already|long|clearly|been) (?:\w+ ){0,2}(?:chosen|decided|picked|promised|"
    r"filled|gone|taken|"
    r"settled)|all along\b",
    r"(?:chosen|decided|picked|promised|fixed|settled|gone|filled|had (?:a|your|the) "
    r"(?:winner|person|man|"
    r"candidate|name))\b.{0,50}\b(?:before (?:you|i|we|the interview|anybody)\b|from "
    r"the (?:start|"
    r"beginning|outset)|beforehand)",
    rf"foregone|inside (?:candidate|job)|make up the numbers|(?:take|took|hire\w*|"
    rf"ch[oe]+s\w*|pick\w*|"
    rf"gave|went|job|post)\b.{{0,40}}\b(?:{KIN} of (?:the|your|a)|(?:boss|manager|"
    rf"foreman|director|"
    rf"owner|chief)(?:'s)? (?:\w+ )?{KIN})|(?:never (?:had|stood|gave me|given)|not "
    rf"(?:given|give me|get)) "
    r"(?:me )?a (?:fair |real |proper |single )?chance\b",
    r"because of my (?:age|gender|sex|name|religion|colou?r|origin|accent|race|skin|"
    r"passport|headscarf)\b"
    r"|laughed (?:at|about) my|because i am (?:a |an |too )?(?:old|woman|foreign\w*|"
    r"black|muslim|"
    r"disabled|immigrant)",
    # How one was received.
    r"(?:did|does) not (?:exactly |really )?help that\b|(?:is|was) a nightmare|"
    r"misleading|(?:froze|crashed|hung) "
    r"on me",
    r"(?:spoke|talked|spoken|talking|speaks|talks) (?:down )?to me (?:like|as if|as "
    r"though|in (?:a|that|such))|"
    r"look(?:ed|ing) (?:at me (?:like|as if)|down on)|star(?:ed|ing) (?:out|at (?:the|"
    r"his|her|their|your) (?:screen|"
    r"phone|window|clock|ceiling|laptop))",
    r"(?:you|he|she|they|who|interviewers?|person|people|panel|boss|manager|team) "
    r"(?:\w+ ){0,3}?(?:has|have|had) "
    r"(?:\w+ )?no (?:idea|clue|interest|time for|patience|plan)\b(?! how)",
    r"(?<!\bi )was never (?:reachable|available|there)|(?:gave|left|allowed) me (?:no|"
    r"hardly any|barely any|little|"
    r"not enough|five|two|only) (?:\w+ )?(?:chance|time|opportunity|minutes|"
    r"instructions|information)",
    r"not (?:give|let|allow) me (?:the |a |any |enough |to |even )*(?:chance|time|"
    r"finish|speak|opportunity|explain|talk)"
    r"\b",
    r"already (?:knew|had) (?:who|somebody|your|their|the (?:winner|candidate|man))|"
    r"(?:only|mere|just a|purely) "
    r"(?:for )?(?:show|a? ?formality)\b|window dressing",
    r"at the last minute|(?:you|they|recruiter|office) (?:\w+ )?(?:changed|moved|"
    r"postponed|rescheduled|swapped) .{0,40}"
    r"\b(?:twice|three times|times|without)\b",
    r"(?:ad|advert|advertisement|posting|description|you|recruiter) (?:\w+ )?(?:said|"
    r"promised|stated|told me) .{0,40}\b"
    r"(?:and then|but then|yet)\b|nothing (?:in common with|like) the (?:job|ad\w*|"
    r"role|post|description)",
    r"(?:you|office|hr|team|they|somebody) (?:\w+ )?(?:lost|mislaid|misplaced|mixed "
    r"up) (?:my|me)\b|(?:no|without an?y?|"
    r"not even an?|so much as an?) (?:\w+ )?(?:apology|greeting|hello|introduction|"
    r"handshake|glass of water|word of "
    r"(?:apology|welcome))\b",
    r"expect(?:ed)? (?:more|better) (?:from|of)\b|disappoint\w* (?:in|with|by|at) "
    r"(?:you\b|how|the way|your (?:process|"
    r"team|company|firm|manner)|the (?:process|manner|treatment))|(?:the way|how) "
    r"(?:you (?:treat|handle|deal|run)|i was "
    r"(?:treated|handled|spoken|received))|to be desired",
    r"(?:not|hardly|less than|anything but) (?:very |exactly |particularly "
    r")?(?:professional|respectful|polite)\b|how "
    r"(?:am|was|were) (?:i|we) supposed|how (?:on earth|should anybody)",
    r"copy[ -]and[ -]paste|copy-?paste|form letter|standard (?:mail|e-?mail|letter|"
    r"rejection)|somebody else's name|^do better\b|"
    r"(?:weeks|days|months) of silence|it took (?:you|them) (?:\w+ )?(?:weeks|months|"
    r"days)|(?:hard|impossible|difficult) (?:for "
    r"(?:me|anybody|us) )?to (?:concentrate|focus|think)\b",
    r"(?:you|he|she|they|who|interviewers?|lady|man|colleague|"
    r"boss)\b.{0,30}\b(?:whispering|whispered|gossip\w*|texting|texted|"
    r"(?:took|taking) (?:a |the |his |her )?calls?|(?:answered|on) (?:his|her|the|"
    r"their) phone)\b|marked (?:me|us) down|"
    r"(?:things?|that|what|which) nobody (?:had )?(?:explained|mentioned)",
    r"your (?:\w+ )?\w+'s (?:fault|mistake)\b|communication (?:was|is|has been) "
    r"(?:\w+ )?(?:terrible|poor|bad|awful|"
    r"non-?existent|a)\b",
)
UNLESS: Final = any_of(
    r"(?:the|my) (?:last|previous|other|old|former) (?:place|company|firm|employer|"
    r"job|boss)",
    r"thank\w* (?:you )?(?:\w+ )?for (?:not|explaining|telling|waiting)|not (?:\w+ "
    r")?(?:keep|kept|"
    r"leave|leaving|blame|your fault|waste)",
    # Asking whether one was it oneself.
    r"(?:was|did|were|am|had|have) i\b|if i (?:was|seemed|sounded|came)|i (?:was|am|"
    r"sound|sounded|came "
    r"across|came over) (?:as )?(?:a bit |too |very |so |rather )?(?:rude|arrogant|"
    r"vague|late|biased|"
    r"disorgani[sz]ed|clueless|condescending|sloppy)|i (?:came|arrived) late|my "
    r"(?:\w+ )?answers? (?:was|"
    r"were)|i wasted|your time\b",
)
"""Who speaks of themselves, or of others, does not blame the reader."""
