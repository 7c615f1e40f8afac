"""Disputing the decision or a judgement."""

from typing import Final

from reflect_journal.letters.phrases.plain import any_of

JUDGEMENT: Final = (
    r"(?:decision|judge?ment|verdict|conclusion|assessment|ranking|grading|grade|"
    r"marks?|"
    r"marking|scor(?:e|es|ing)|results?|outcome|feedback|view|impression|reasons?|"
    r"reasoning|comments?|remarks?|statement|evaluation|opinion|rejection|refusal|"
    r"claim|"
    r"criticism|point|description|rating|choice|accusation|appraisal)"
)
WRONG: Final = (
    r"(?:wrong|mistaken|incorrect|untrue|false|unfounded|unjustified|unwarranted|"
    r"inaccurate|baseless|groundless|nonsense|rubbish|absurd|ridiculous|far too harsh|"
    r"too harsh|an? (?:\w+ )?(?:mistake|error|lie)|beyond me|"
    r"not (?:\w+ )?(?:true|right|correct|accurate|so|fair|the case|justified|just)\b)"
)
VERDICT: Final = (
    r"(?:decision|judge?ment|verdict|conclusion|assessment|ranking|grading|evaluation|"
    r"outcome|"
    r"rejection|refusal|marking|result|claim|criticism|accusation)"
)
UNTRUE: Final = (
    r"(?:untrue|false|unfounded|unjustified|inaccurate|incorrect|not (?:\w+ )?(?:true|"
    r"correct|"
    r"accurate|fair|the case|justified)\b)"
)
BE: Final = r"(?:is|was|are|were|be|seems?|looks?|feels?)"
HARDLY: Final = r"(?:(?:\w+ly|just|so|plain|all|quite|very|not|really|still) ){0,2}"

ARGUING: Final = any_of(
    # Saying so.
    r"(?:i|we|to) (?:(?:must|have to|would|want to|do|strongly|respectfully|really|beg|"
    r"to|totally|completely|however|hereby|formally|also|can only|kindly) ){0,4}"
    r"(?:disagree\b(?! with (?:nothing|none))|object\b|dispute|contest|contradict|"
    r"protest|refute|beg to differ|take "
    r"(?:issue|exception)|challenge (?:the|your|that|this))",
    r"disagree\b(?! with (?:nothing|none))|beg to differ",
    r"i (?:\w+ )?see (?:it|this|that|things) (?:\w+ )?differently",
    r"(?:do|can|could|will) not (?:\w+ ){0,2}(?:agree|accept (?:that|the|your|this)|"
    r"share "
    r"(?:your|that|this|the)|buy (?:that|it|this)|see it\b|believe (?:that )?you\b|"
    r"follow "
    r"your)",
    r"(?:do|can) not (?:\w+ )?(?:think|believe|see how) (?:that |this |it )(?:is |was "
    r"|can "
    r"be )?(?:right|true|correct|fair|just)\b",
    r"let (?:that|this|your|the|\") ?.{0,40}\bstand\b",
    r"(?:fail to|can not|could not|unable to|impossible to|do not|struggle to|hard to) "
    r"(?:\w+ )?(?:see|understand|comprehend|imagine|fathom|grasp|believe) (?:why|how|"
    r"that|"
    r"on what (?:basis|grounds)) (?:you (?!meant)|i (?:was|am|have been) (?:not|"
    r"rejected|"
    r"refused|turned)|anybody|somebody|the (?:other|job|post|decision)|they\b)",
    r"(?:fail to|can not) (?:\w+ )?(?:understand|see|comprehend) (?:on what|your|the "
    r"(?:reason|logic|decision))",
    r"i am (?:\w+ )?not (?:\w+ )?(?:convinced|persuaded)|not convince me\b",
    r"hard to (?:agree|believe)\b",
    r"with (?:all |the )?(?:due|greatest|utmost) respect",
    r"with (?:all )?respect,? (?:i|but|your|the|that|this|it)\b",
    # A judgement is called wrong.
    rf"(?<!if )(?<!whether )(?<!why )(?<!where )(?<!what )(?:that|this|it|which) "
    rf"(?:is|seems|looks) "
    rf"{HARDLY}{WRONG}",
    rf"(?:that|this|it|which) was {HARDLY}{UNTRUE}",
    rf"(?:your|this|that) (?:\S+ )?{JUDGEMENT}\b[^?]{{0,80}}? {BE} {HARDLY}{WRONG}",
    rf"the (?:\S+ )?{VERDICT}\b[^?]{{0,80}}? {BE} {HARDLY}{WRONG}",
    rf"(?:believe|think|find|say) (?:that )?it {BE} {HARDLY}{WRONG}",
    rf"(?:your|the|this|that) (?:\S+ )?{JUDGEMENT}\b.{{0,40}}? (?:can not|does not|do "
    rf"not) "
    r"(?:\w+ )?(?:be (?:right|true|correct)|make|hold|stand|add up|convince|match|fit)",
    rf"(?:your|the) (?:\w+ )?{JUDGEMENT} (?:is |was )(?:\w+ )?unfair",
    r"wrong (?:decision|candidate|person|man|woman|choice)\b(?! to)",
    r"\" (?:is|was|are) (?:\w+ )?(?:wrong|false|untrue|not (?:\w+ )?(?:true|correct|"
    r"right|fair|me))",
    r"(?:so|calling me) \S+ is (?:just |simply )?(?:wrong|not true)",
    rf"(?:error|mistake) in (?:your|the|my) {JUDGEMENT}|misjudge",
    r"you (?:are|were|have) (?:\w+ )?(?:mistaken|wrong|erred|underestimated|overlooked|"
    r"ignored)\b",
    r"(?:make|makes|making) no sense|not (?:make (?:any )?sense|add up|hold water)",
    r"lol no\b|you (?:will|would|may) (?:\w+ )?regret",
    # The facts are called as witnesses.
    r"(?:describes?|sounds? like|means?) (?:somebody|another|a different) (?:else|"
    r"person)",
    r"(?:do|does|can|could) not (?:\w+ )?(?:recogni[sz]e (?:myself|me)|describe me|"
    r"reflect "
    r"(?:who|my|what|me)|match (?:my|the facts))",
    r"(?:says?|said|quite|exactly|is|was) the opposite\b|on the contrary|contrary to "
    r"(?:what|your|the)",
    r"the (?:facts|figures|numbers|evidence|records?|recording|truth) (?:say\w*|"
    r"speak\w*|show\w*|will|prove\w*)\b",
    r"i (?:can|could|will) (?:\w+ )?prove (?:it|that|this|you|otherwise)",
    r"not (?:what|how) (?:i (?:said|wrote|remember)|it (?:went|was|happened)|happened)",
    r"i (?:\w+ ){0,2}(?:meet|met|meeting|fulfil\w*|match|matched|have|had|hold|tick|"
    r"ticked|"
    r"cover|satisf\w+) (?:\w+ )?(?:all|every|each)\b.{0,30}(?:requirement|point|"
    r"criteri|"
    r"qualification|skill|box|condition|three|four|five|of (?:them|those|these))",
    r"(?:meet|meets|exceed|exceeds|match) (?:\w+ )?(?:every|all|"
    r"each)\b.{0,30}(?:require|"
    r"point|criteri)",
    r"i (?:had )?(?:answered|solved|got|completed) (?:\w+ )?(?:all|every|each|"
    r"everything)\b"
    r".{0,30}(?:correct|right\b|question|task)",
    r"(?:more than|fully|perfectly) qualified",
    r"i (?:am|was|would be|have been) (?:\w+ ){0,3}(?:better|more) (?:qualified|"
    r"experienced|suited|suitable|competent)",
    r"(?:better|more) (?:qualified|experienced|suited) (?:than (?:most|the (?:one|"
    r"person|"
    r"others?|candidate)|whoever|any)|candidate was)",
    r"i (?:have|had|bring|brought) (?:\w+ ){0,2}more (?:\w+ )?(?:experience|years|"
    r"knowledge|skill)",
    r"more experience than",
    r"i (?:am|was|would have been) (?:\w+ )?the (?:best|strongest|ideal|perfect|"
    r"obvious|"
    r"most (?:qualified|experienced|suitable)|better (?:candidate|choice|one))\b",
    r"i (?:\w+ )?deserved?\b(?! (?:that|it|the no))|entitled to|(?:points?|marks?|job|"
    r"post|place) (?:\w+ ){0,2}"
    r"(?:belongs? to me|is mine|are mine)",
    r"(?:i|it|job|post|points?) should have (?:\w+ )?(?:got|gone|gotten|been (?:me|"
    r"chosen|"
    r"given|taken|hired|mine|selected|picked)|won|passed|received)",
    r"(?:mark|grade|score|result|it|that|record)s? (?:to be )?(?:corrected|re-?marked)",
    r"(?:but|however|although|though|yet),? (?:as |since )?i (?:have|had|hold|did|do|"
    r"already "
    r"have)(?! no\b| little| only| less) (?:\w+ ){1,3}(?:years|degree|diploma|"
    r"licen[cs]e|"
    r"certificates?|experience|requirement)",
    r"(?:but|however),? i (?:already|know how)\b",
    r"never (?:been|had(?! to)|left|missed) .{0,30}(?:once|complaint|late|before|"
    r"single)\b",
    # Questions that are none.
    r"how (?:is|was) (?:that|this) (?!going|\w+ed\b|for|different|answer|part|done|"
    r"seen)\w+\?",
    r"how can (?:that|this|it|somebody|anybody|a \w+|(?:one|my) \w+)\b.{0,60} (?:be|"
    r"lack|say|not)\b",
    r"how (?:can|could|dare) (?:you|they|he|she) (?:\w+ )?(?:say|call|claim|write|"
    r"judge|"
    r"reject|know|think|tell|decide|prefer|choose)",
    r"how can i be (?:too|not|\"|over|un)",
    r"since when (?:is|was|does|do|are)\b|what more (?:do|did) (?:you|they)\b",
    r"if that is (?:weak|bad|poor|slow)\b",
    r"(?:^|(?<=\. ))no (?!chance|luck|hurry|rush|problem|worries|idea)\w+(?: \w+)?\?",
    r"on (?:what|which) (?:basis|grounds)",
    # Others are called as witnesses, and comparisons made.
    r"(?:as )?(?:\w+ ){0,4}my (?:cv|references?|certificates?|record|reviews?|papers|"
    r"results) "
    r"(?:\w+ )?(?:show|prove|say|speak|tell|confirm)s?\b|(?:check|see) my (?:cv|"
    r"record)",
    r"(?:every|all|each|any) (?:\w+ )?(?:reviews?|reference|boss|employer|manager|"
    r"customer|client|"
    r"teacher)\b.{0,40}\b(?:says?|said|told|praised|confirm\w*|would)\b|ask "
    r"(?:anybody|my (?:old|"
    r"last|former|boss|colleagues|customers))",
    r"says? (?:\w+ )?the (?:\w+ )?opposite|any objective|apply to me\b|injustice|push "
    r"back|not a "
    r"fair (?:\w+ )?(?:reading|picture|reflection|judge?ment|assessment|description)",
    r"i find (?:it|that|this) (?:\w+ )?(?:strange|odd|hard to|puzzling|incredible|"
    r"laughable|absurd|"
    r"incomprehensible|unbelievable)",
    r"i was (?:\w+ )?the (?:quickest|fastest|strongest|only (?:one|person|candidate))|"
    r"half my (?:"
    r"years|experience)|with (?:less|fewer|no) (?:experience|years|"
    r"qualifications?)\b.{0,20}\bme\b",
    r"(?:took|chose|hired|appointed|picked|preferred?|got the \w+)\b.{0,40}\b(?:over "
    r"me|instead of "
    r"me|less experience|no (?:experience|licen[cs]e|degree))",
    r"nobody (?:\w+ )?(?:ever )?(?:called me|accused|complained|described me|said "
    r"(?:that )?(?:i|about)"
    r")|i am (?:far from|anything but|by no means)|i was never (?:un\w+|late|rude|"
    r"lazy)",
    r"(?:^|(?<=\. ))(?:un\w{4,}|in\w{6,}|dis\w{4,}|slow|weak|lazy|passive|"
    r"overqualified|lack of \w+|not "
    r"(?:\w+ )?\w+(?:ed|ive|able|ent))\?|then (?:who|what) is\b|stand by (?:my|what)|"
    r"why (?:then|else) "
    r"(?:did|would|was|do)",
    r"says? nothing about (?:me|my)|(?:little|nothing) to do with (?:what|how|me|"
    r"reality)|you are making an? (?:\w+ )?"
    r"mistake|is quite something|(?:considering|given|seeing) that i (?:have|had|was|"
    r"am|ran|led|moved)|(?:to |by )call(?:ing)?"
    r" me \w+",
    r"i do not (?:\w+ )?(?:think|believe|feel|find) (?:that )?(?:your|you (?:are|were|"
    r"have|judge)|the (?:test|process|decision|"
    r"panel|jury|result|comparison)|it (?:is|was) (?:right|fair|correct|true|just))",
    r"i (?:clearly|certainly|definitely|obviously|demonstrably|in fact) (?:had|have|"
    r"did|was|am|said|gave|answered|meet|met|"
    r"showed|can|know)\b|after all,? i (?:have|am|had|was|ran|led|did|know)\b",
    r"you must (?:have|be) (?:\w+ )?(?:confus\w+|mix\w+|mistak\w+|thinking of)|hard "
    r"to (?:square|reconcile)|as (?:you|anybody) "
    r"(?:could|can) (?:\w+ )?(?:see|read|check)",
    r"with (?:\w+ ){1,3}years\b.{0,40}\bi (?:hardly|do not need|should|know)\b|i "
    r"(?:hardly|do not) need "
    r"(?:an? |any )?(?:lecture|lesson)",
    r"i (?:\w+ )?(?:believe|think|feel|know) (?:that )?i (?:am|was|would be|would "
    r"have been) (?:\w+ )?"
    r"(?:right for|suitable|qualified|perfect|an? (?:great|good|perfect|strong) "
    r"(?:fit|candidate|match))",
)
UNLESS: Final = any_of(
    r"(?:not|no|never|without|nothing|hardly) (?:\w+ ){0,4}(?:disagree|object|dispute|"
    r"contest|challenge|protest|contradict)\b(?!.{0,30}\bbut\b)",
    r"(?:if|whether|why|where|what|which|tell me|ask|asked|wonder) (?:\w+ )?(?:that|"
    r"this|"
    r"it|the \w+|my \w+|of \w+|i \w+) (?:is|was|are|were) (?:\w+ )?(?:wrong|mistaken|"
    r"incorrect|not|too harsh|a mistake)",
    r"what (?:is|was|went|i did|did i do) (?:\w+ )?wrong",
    r"(?:wrong|mistake|error|right) (?:of me|from me|on my)|i (?:made|took) the wrong",
    r"(?:you are|were|i think you are) (?:\w+ )?right (?:that|to|about)",
)
"""Who says that they do not dispute it, or asks what was wrong, does not argue."""
