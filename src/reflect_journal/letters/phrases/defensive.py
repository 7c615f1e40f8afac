"""Explaining or excusing oneself."""

from typing import Final

from reflect_journal.letters.phrases.plain import any_of

FAMILY: Final = (
    r"(?:mother|mum|mom|mam|father|dad|parents?|wife|husband|partner|girlfriend|"
    r"boyfriend|ex|son|daughter|kids?|child|children|baby|little one|brother|sister|"
    r"gran\w*|uncle|aunt\w*|friend|flatmate|neighbou?r|dog|cat)"
)
DEVICE: Final = (
    r"(?:wi-?fi|internet|connection|laptop|computer|mic|microphone|camera|phone|alarm|"
    r"sound|power|network|screen|headset|battery|zoom|car)"
)
RIDE: Final = (
    r"(?:trains?|bus|buses|tram|metro|tube|subway|flight|plane|taxi|cab|ferry|okada|"
    r"traffic)"
)
UNWELL: Final = (
    r"(?:tired|ill|sick|unwell|distracted|exhausted|jet-?lagged|hung ?over|in pain|"
    r"under pressure|poorly|knackered|shattered|worn out|in a bad place)"
)
UPSET: Final = (
    r"(?:nervous|stressed|confused|anxious|overwhelmed|excited|scared|shy|flustered|"
    r"intimidated)"
)
FAILED: Final = (
    r"(?:messed up|screwed up|forgot|hesitated|froze|blanked|went blank|stumbled|"
    r"stuttered|struggled|rambled|was (?:\w+ )?(?:late|quiet|slow|short|off)|"
    r"mixed \w+ up|(?:came|arrived|was running) late|missed|lost the|made (?:a|the|"
    r"that|some|this) mistakes?|got (?:stuck|lost|confused|muddled)|"
    r"(?:could|did) not (?:answer|finish|concentrate|focus|think|prepare|hear|open|"
    r"perform|do (?:well|better)|remember|have (?:my|the)))"
)

DEFENSIVE: Final = any_of(
    # It is announced.
    r"in my (?:own )?defen[cs]e\b",
    r"(?:in (?:all )?fairness|to be fair),? (?:to m|i\b|my\b|nobody\b)",
    r"(?:let|allow|permit) me (?:to )?(?:\w+ )?(?:explain|clarify|correct|justify)",
    r"(?:may|can|could|might) i (?:just |please |quickly )?(?:explain|clarify)",
    r"i (?:(?:would|will|do|just|also|only|really|feel|must|should|have|need|wanted|"
    r"want|wish|like|love|to|that|ought|owe|quickly|briefly|however|still|am|writing) )"
    r"{1,6}(?:explain|clarify|justify|defend|clear up|set the record|put .{1,30} "
    r"(?:right|straight|in(?:to)? (?:context|perspective|(?:its|their) (?:\w+ "
    r")?place)))",
    r"just to (?:\w+ )?(?:explain|clarify)",
    r"(?:would|d|should) like to (?:\w+ )?(?:explain|clarify|justify|give you some)",
    r"put .{1,20} right\b",
    r"set(?:ting)? the record straight",
    r"(?:please|kindly|you (?:should|must|have to)|ask you to|hope you(?: can| will)?) "
    r"(?:also |only )?(?:understand\b|know that i|bear in mind|keep in mind|consider "
    r"that|remember that|note (?:that )?(?:my|i)\b|take into)",
    r"(?:bearing|with|having) (?:all )?(?:this|that) in mind",
    r"you to know (?:that )?(?:i (?:am|was|do|did) (?:not|usually|normally|only)|i "
    r"(?:had|"
    r"was)\b|this|that was|it was|my\b|there was)",
    r"(?:just )?so (?:that )?you (?:know|understand|have the|get the|see) "
    r"(?:why|that|the (?:whole|full))",
    r"(?:the whole|the full|my side of the) (?:story|picture)",
    r"(?:give|giving|offer|add|provide) (?:you )?(?:some|a bit of|a little|the) "
    r"(?:\w+ )?"
    r"(?:background|context)\b",
    r"for (?:the record|context)\b",
    r"(?:not|no|without) (?:\w+ ){0,4}excuses?,? but",
    r"my (?:only )?excuse",
    r"(?:mitigating|difficult|unfortunate|personal|special|family) circumstances",
    # Something else is the cause.
    r"(?:that|this|which|it) (?:is|was) (?:\w+ ){0,3}why (?:i (?:was|had|did not|"
    r"could|may|"
    r"might|gave|sounded|seemed|looked|came|went|spoke|froze|forgot|said|arrived|left|"
    r"stumbled|rambled|hesitated)|(?:my|the) )",
    r"the (?:only|main|real) reason (?:why |that |for )?(?:i|my|it)\b",
    r"the reason (?:why |that )?i (?:was (?:late|so|quiet|slow|short|nervous)|came|"
    r"seemed|"
    r"arrived|could not|hesitated|stumbled|sounded|froze)",
    r"only (?!ask|writ|want|mention)(?:\w+ ){0,6}because\b",
    r"(?:it|that|this|which|my .{1,40}|the (?:gap|delay|silence|mistakes?|errors?|"
    r"noise)"
    r".{0,40}) (?:was|were|came|happened|is due|is down) (?:\w+ )?(?:because|due to|"
    r"down to|owing "
    r"to|on account of|caused by|the (?:fault|result) of)",
    rf"i (?:\w+ )?{FAILED}\b.{{0,60}}\b(?:because|as i|since i|due to|owing to)\b",
    rf"i {FAILED}.{{0,20}} (?:that|it) was (?:the|my|because)",
    r"sorry (?:about|for|bout|that) (?:the|my|i was) .{1,40}\b(?:it was|that was|"
    r"because|had to|my \w+ was)",
    # How it stood with oneself, the family, the way there, the machine.
    rf"(?:i|was|and) (?:was|am|felt|(?:had|would|have) been|was feeling|feeling) "
    rf"(?:\w+ ){{0,2}}{UNWELL}\b",
    rf"i (?:was|felt|got) (?:just|only|so|too|very|really|extremely|simply|terribly|"
    rf"super|that) (?:\w+ )?{UPSET}\b",
    rf"(?:because|as|since) i (?:was|felt|am|get|got) (?:\w+ ){{0,2}}{UPSET}\b",
    r"it was (?:the|my|just|only) nerves",
    r"nerves (?:got|took|played)",
    r"i (?:had|have|was having|would had|would have|suffered from) (?:\w+ "
    r"){0,3}(?:cold|"
    r"flu|fever|headache|migraine|toothache|hangover|food poisoning|covid|panic attack|"
    r"stomach bug|blackout)\b",
    r"(?:a|an|my|such a) (?:very |really )?(?:bad|off|rough|terrible)[ -](?:day|night|"
    r"week|moment)\b",
    r"(?:not|hardly|barely|never) (?:\w+ )?slept|had slept|slept (?:\w+ )?(?:badly|"
    r"poorly|"
    r"little)|(?:hours of|hours|no|little|without|any) sleep\b|up all night|night "
    r"shift "
    r"(?:before|behind)",
    rf"(?:my|our) (?:\w+ ){{0,2}}{FAMILY}\b.{{0,40}}\b(?:ill|sick|hospital|operation|"
    rf"op|"
    r"surgery|accident|died|passed away|stroke|dying|fever|emergency)\b",
    r"(?:from|after|at) (?:my|the|a) (?:\S+ )?funeral|bereavement",
    r"i (?:had|would) (?:just|only just|recently) (?:lost|got|had|split)\b",
    rf"(?:my|the|our) (?:\w+ )?{DEVICE}\b.{{0,40}}\b(?:drop\w*|died|dying|crashed|"
    rf"broke\w*|"
    r"fail\w*|froze|freez\w*|bad|unstable|slow|kept|would not|did not|gave up|stopped|"
    r"lag\w*)\b",
    rf"(?:my|the|by|heavy|bad|of|no) {RIDE}\b.{{0,30}}\b(?:late|delay\w*|broke|stuck|"
    r"cancel\w*|stood|stand|jam|never came|did not come|strike|missed|failed)\b",
    rf"(?:missed|because of|due to|owing to|blame|stuck in|was) (?:the|my|a|heavy|bad|"
    rf"terrible)? ?{RIDE}\b",
    r"(?:power|electricity|load)[ -]?(?:cuts?|outage|failure|shedding)",
    r"(?:packed|brought|printed|(?:was|been) (?:\w+ )?(?:given|told)) the wrong",
    # One is another person at other times.
    r"(?:usually|normally|ordinarily|typically|otherwise),? (?:i\b|my\b|they\b)",
    r"(?:usually|normally),? it ",
    r"i (?:am|was) (?:really |actually |not )?(?:usually|normally|like that|like "
    r"this)\b",
    r"i am (?:really )?not (?:like (?:that|this)|(?:that|this|the) (?:kind|sort|type))",
    r"i am (?:not )?(?:usually|normally|always|generally)\b.{0,30}\b(?:punctual|calm|"
    r"quiet|on time|prepared|better|good|confident|nervous|shy|late)\b",
    r"on (?:a (?:good|normal|better|different)|(?:any )?other) days?\b",
    r"(?:was|am|were|felt) not (?:\w+ )?(?:at my best|my ?(?:self|usual|best)|on form|"
    r"in (?:good|top) form)",
    r"(?:was|is) (?:really )?not (?:really )?(?:like )?me\b|not (?:the )?real me\b|my "
    r"(?:true|real|usual|normal) self",
    r"(?:quite|completely|totally) (?:a )?different (?:person|man|woman|candidate)\b",
    r"never (?:\w+ )?happen(?:s|ed)|out of character|not like me\b",
    r"you caught me\b|caught me (?:on|at) a",
    # It was meant another way.
    r"what i (?:really |actually |had )?(?:meant|was trying|was saying|wanted to say)",
    r"(?:was|were|is|had been) (?:\w+ )?meant (?:as|in|ironic\w*|well|nicely|kindly)",
    r"i (?:did not|never|had not) (?:\w+ )?mean(?:t)?\b",
    r"i was (?:only|just|merely) (?:trying|being|joking|kidding|following|doing)",
    r"(?:my|i) .{0,40}(?:was|as) (?:just |only )?a joke\b",
    r"my intention (?:was|had)|was not my intention|no offen[cs]e",
    r"(?:you|they|he|she|was|been|were) (?:have |has |simply |clearly |perhaps )?"
    r"misunderst(?:oo|a)|(?:a|some) misunderstanding",
    r"(?:was|were|been|be|you|took|taken|understood) (?:\w+ ){0,2}(?:misinterpreted|"
    r"the wrong "
    r"way)\b|out of context|came (?:out|across|over) (?:all |a bit |"
    r"totally |completely )?wrong|lost in translation",
    r"(?:give|gave|gotten|got|given) (?:\w+ )?(?:a|the) (?:wrong|false) impression",
    r"(?:^|[,;] )actually,? i\b(?! (?:laughed|liked|enjoyed|loved|think|agree))",
    # Nobody could have done better.
    r"not (?:\w+ ){0,2}my (?:own )?(?:fault|doing|choice|mistake)|no fault of (?:mine|"
    r"my)",
    r"(?:beyond|outside|out of) my (?:control|hands|power)",
    r"there was (?:\w+ )?nothing (?:that |more )?(?:i could|to be done|anybody)",
    r"could not help it\b",
    r"(?:any|every|no)(?:body| person| human being)\b.{0,20} would(?: not)?(?: "
    r"have(?! (?:"
    r"enjoyed|liked|loved|chosen|picked|been (?:glad|happy)))|$|[.,])",
    r"(?:it is|it was|is|was) (?:only |just |quite )?(?:natural|human|normal|"
    r"understandable) (?:that i|to (?:be|feel|forget|get)|if i)\b",
    r"(?:so |and )?naturally,? i\b|no wonder (?:that )?i\b",
    r"nobody (?:had |has |would |ever )*(?:told me (?:that|there|about|to\b|it|which|"
    r"what to)|warned me|informed me|asked me to|mentioned)",
    r"i (?:was|had|have) (?:not|never) (?:been )?(?:told|informed|warned|given|"
    r"allowed)\b"
    r"(?! why| the reason| what| how)",
    r"(?:at|on|with) (?:such )?short notice",
    r"(?:had|have|having|with) (?:only |just |so |too |very )?(?:no|little|not enough|"
    r"hardly any|one|two|three|a|a few|\d+) (?:\w+ )?(?:days?|weeks?|time|hours?|"
    r"chance|"
    r"preparation|notice|evening|night|minutes?) (?:\w+ )?(?:to (?:prepare|practi[sc]e|"
    r"read|learn|revise|think|show|rehearse)|(?:of )?(?:notice|preparation))",
    r"i (?:only |simply |just )?had (?:only |just |no |little |not enough |hardly any )"
    r"(?:\w+ )?(?:days?|time|hours?|chance|preparation|notice|sleep)",
    r"(?:did not|never) (?:have|get|got|had) (?:\w+ ){0,2}(?:time|chance|opportunity) "
    r"to "
    r"(?:prepare|show|read|present|practi[sc]e|finish|explain)",
    r"i (?:could not|was not able to|was unable to) (?:\w+ )?show\b",
    r"my (?:\w+ )?(?:answers?|presentation|talk) would have been\b",
    r"i would (?:\w+ )?have (?:been (?:able|better|on)|done|answered|known|passed|"
    r"performed|managed)\b",
    # A slip and its cause in one sentence, whatever the slip.
    r"(?:my|i|it)\b.{0,40}\b(?:was|were|came|sounded|seemed|looked|got) (?!happy|glad|"
    r"pleased|grateful|"
    r"interest|disappoint|sad|chosen|rejected|curious|surpris|delighted|refused|"
    r"impressed|turned|not )[^?]{1,40}\b"
    r"(?:because|since|as) (?:the\b|my\b|of\b|i (?:had|was|could|did|thought)|there|"
    r"nobody|it was)",
    r"if i (?:seemed|sounded|looked|appeared|came (?:across|over))\b.{0,50}\b(?:it|"
    r"that) (?:was|is|had)",
    r"(?:that|it) (?:is|was) (?:just|only|simply) (?:my|how i|the way i)|i am "
    r"(?:simply|just|by nature) an? "
    r"(?:\w+ )?person|i was (?:actually|in fact) (?:\w+ )?(?:happy|interested|"
    r"listening|keen|prepared|ready)",
    r"i (?:had|would|have) (?:\w+ )?(?:prepared|practi[sc]ed|rehearsed|planned|"
    r"learn(?:ed|t))\b.{0,60}\bbut\b",
    r"my (?:\w+ ){1,3}(?:did not|would not) (?:work(?! out)|load|open|start|connect|"
    r"play)",
    r"my (?:mind|head|thoughts) (?:was|were) (?:\w+ )?(?:elsewhere|somewhere|still|"
    r"not|all over|full|empty|"
    r"at home)|on my (?:mind|plate)\b|single (?:mother|father|mum|mom|dad|parent)",
    r"without (?:my|any) (?:notes|glasses|breakfast|coffee|sleep|warning|preparation|"
    r"hearing)",
    r"(?:had|would) been (?:\w+ )?(?:travell?ing|driving|awake|up (?:since|all|half)|"
    r"on the road|on my feet)|"
    r"(?:after|from|off) (?:a|my|the) (?:\w+ )?(?:night shift|double shift|long "
    r"(?:flight|journey|drive|shift))",
    r"(?:going|went|gone) through (?:a|some|my) (?:\w+ )?(?:divorce|hard|difficult|"
    r"rough|tough|lot|break)",
    r"my (?:anxiety|adhd|dyslexia|stammer|asthma|allerg\w+|back|tooth|knee|medication|"
    r"pills|tablets)\b.{0,30}\b"
    r"(?:was|were|made|kick\w*|got|played|acting|killing)\b",
    r"(?:heat|noise|radiator|builders|drilling|air ?con\w*)\b.{0,30}\b(?:distract\w*|"
    r"put me off|did not help)",
    r"^(?:about|regarding|concerning|as to|as for) (?:my|the) (?:\w+ ){0,2}?(?:gap|"
    r"delay|late\w*|silence|low|poor|missing|"
    r"mistake|error|mix-?up|wrong|phone|score|outburst)\b[^?]{0,30}[:,]",
    r"(?:hate for|(?:do|would) not want|(?:would|do) not like) you to (?:\w+ )?think|"
    r"i (?:just )?could not (?!tell|judge|decide|"
    r"say|know|see)\w+(?: \w+){0,3} because|,? so there you go|i am just (?:\w+ "
    r")?(?:bad at|shy|quiet|not good|somebody|not "
    r"(?:used|somebody))|so i (?:clicked|missed|panicked|had to (?:rush|guess|"
    r"improvise))",
    r"not (?:\w+ )?(?:judge me|hold (?:it|that|this) against me)|i had to "
    r"(?:improvise|guess|rush)\b|(?:projector|"
    r"beamer|slides?|link|microphone|screen|call|line) (?:was not working|did not "
    r"work|kept)",
    r"i did not know (?:that )?(?:you (?:want|need|expect|would)\w*|there (?:was|"
    r"would)|i (?:had to|was supposed|"
    r"should|needed))|was not mentioned\b|i was not (?:\w+ )?(?:feeling|well)\b|not "
    r"get me wrong",
)
UNLESS: Final = any_of(
    r"(?:did not|does it|did it|did that|whether it|if it) show\b",
    r"thank\w* (?:you )?(?:\w+ )?for (?:waiting|asking|your patience|understanding|"
    r"being|"
    r"bearing|putting)",
    r"(?:thank|appreciat|seeing me).{0,50}short notice|my (?:rejection|refusal)|at "
    r"(?:my )?ease|made me feel",
    r"(?:was|is) (?:it|that|this) (?:\w+ )?(?:because|due|down to)",
    r"(?:if|whether) (?:it|that|this) (?:is|was)",
    r"(?:did|have|had|may have|might have) i (?:\w+ )?(?:give|gave|misunderst|"
    r"misinterpret)",
    r"i am not (?:usually )?(?:one|the type|somebody) (?:to|who) (?:write|ask)",
)
"""An answer to thanks, or a question, excuses nothing."""
