"""Asking to reconsider, begging, offering to work for less."""

from typing import Final

from reflect_journal.letters.phrases.plain import any_of

ASK: Final = (
    r"(?:please|(?:would|could|can|will|might) you|(?:ask|asking|beg|want|pray) you|"
    r"kindly|"
    r"maybe|perhaps)"
)
MAY: Final = r"(?:let me|allow me to|may i|can i|could i|might i)"
CHANCE: Final = (
    r"(?:chance|try|trial|shot|go|opportunity|look|interview|talk|conversation|meeting|"
    r"attempt|crack|night|shift|round|day|hearing)"
)
AGAIN: Final = r"(?:again|once more|one more time|a second time|another time|anew)\b"
DECISION: Final = (
    r"(?:decision|application|case|file|rejection|verdict|outcome|refusal)"
)
LESS: Final = r"(?:less|lower|smaller|reduced)"
PAY: Final = r"(?:pay|wages?|salary|money|payment)"

PLEADING: Final = any_of(
    # The decision is to be opened again.
    r"reconsider|re-?think\b|think (?:it |this |that |things )?over\b|think again\b",
    rf"{ASK}\b.{{0,40}}\b(?:look|read|consider(?! me)|talk|speak|think|check|invite|"
    rf"interview|"
    rf"see me|sit|go over|go through|weigh|have me|let me|put me)\b.{{0,40}}\b{AGAIN}",
    rf"{MAY} (?:\w+ )?(?:try|come|show|do|sit|present|play|take|start|explain "
    rf"myself)\b.{{0,30}}"
    rf"\b{AGAIN}",
    rf"(?:{ASK}|{MAY})\b.{{0,30}}\b(?:redo|re-?take|re-?sit|repeat|do .{{1,25}} "
    rf"over)\b",
    r"change (?:your|their|her|his) minds?\b|make an exception|appeal (?:against|the|"
    r"to you)",
    rf"(?:revise|reverse|overturn|reopen|re-open|revisit|review|change|undo|withdraw) "
    rf"(?:your|"
    rf"the|this|my|that) (?:\w+ )?{DECISION}|(?:reverse|overturn|undo|revise|reopen) "
    rf"it\b",
    r"(?:can|could|might|may) (?:\w+ ){0,2}still (?:\w+ )?(?:change|be changed|be "
    r"reversed)|"
    r"decision (?:really |already |absolutely )?(?:final|set in stone)",
    r"(?:another|second|fresh|last|new) look at (?:my|me)|bring (?:my|the) .{1,20} "
    r"(?:out|back|"
    r"up)\b",
    r"not (?:\w+ )?(?:close|shut) (?:the|my|that) (?:\w+ )?(?:door|file|case|book)|"
    r"close the door|"
    r"not (?:\w+ )?(?:say no\b|give up on me|write me off|turn me (?:down|away)|send "
    r"me away|"
    r"refuse me)",
    r"is there (?:\w+ )?(?:nothing (?:to be done|that can|you can|i can)|no (?:way|"
    r"chance|hope|"
    r"room|place)|any ?way (?:\w+ ){1,2}(?:change|still|take|hire|reconsider|have))",
    r"is (?:not )?there (?:\w+ )?(?:not )?(?:some|any|a) (?:\w+ )?(?:corner|place|"
    r"spot|hope|room|"
    r"chance (?:left|for me))",
    # A chance, please.
    r"(?:second|last|final) (?:chance|opportunity|shot)\b",
    rf"(?:give|grant|allow|offer|deserve|let|ask for|asking for|want|just) (?:\w+ "
    rf"){{0,3}}(?:"
    rf"another|one more|a last|a further|one last|just one|a second|one single|only "
    rf"one) "
    rf"(?:\w+ )?{CHANCE}\b",
    rf"(?:one more|one last) (?:\w+ )?{CHANCE}\b|(?:another|just one) (?:chance|try|"
    rf"shot|go|crack|"
    r"opportunity|attempt)\b",
    r"give me (?:a|the|one|this|that|just|any) (?:\w+ ){0,2}(?:chance|job|post|place|"
    r"position|"
    r"shot|role|trial|work|opportunity)\b",
    r"(?:take|let|have|hire|employ|choose|pick) me (?:on |in |for |start |work )?(?:a "
    r"|one |on )?"
    r"(?:trial|probation|after all|anyway|instead|regardless)",
    r"(?:(?:give|offer) (?:me|us)|let me (?:do|work|have)|come for|even|take me (?:on|"
    r"for)).{0,15} "
    r"(?:trial|test|unpaid) (?:week|day|shift|month|period)",
    r"(?:chance|opportunity|allow me|let me) (?:just )?(?:to )?(?:prove|show) (?:to "
    r")?(?:you |"
    r"myself|my worth|what i can|that i can|i can)",
    r"(?:can|could|will) convince you|i am the right (?:one|person|candidate)\b|"
    r"(?:will|would) not "
    r"(?:disappoint|regret|let you down|be sorry)",
    # Begging.
    r"(?:beg|begging|implore|imploring|beseech|plead|pleading|urge) (?:you|of|with|"
    r"for)\b|on my "
    r"knees|my whole heart|bottom of my heart|in your heart|have (?:mercy|pity)|"
    r"god'?s sake|for "
    r"the love of|please,? please",
    r"(?:need|depend on) (?:this|the|that|a) (?:\w+ )?(?:job|work|money|income|"
    r"post)\b|need this so|"
    r"i am (?:\w+ )?desperate(?! to (?:learn|improve|know))|means (?:everything|the "
    r"world) to|"
    r"feed my|pay (?:my|the) rent|my (?:last|only) hope",
    # For less, for anything.
    r"i (?:would|will|could|can|am (?:\w+ )?(?:ready|willing|prepared) to) (?:\w+ "
    r")?(?:do|take|"
    r"accept) (?:just |absolutely |nearly )?any(?:thing\b(?! (?:better|wrong|else|"
    r"different))| "
    r"(?:job|shift|role|work|position|post|hours?|salary))|whatever (?:it takes|you "
    r"(?:pay|give|"
    r"need|want)\b(?! (?:to|me)))|drop everything",
    rf"(?:for|take|accept|with|at) (?:a |an |much |far |half |even )*{LESS}(?: {PAY}|"
    rf"$|[,.!?;]| "
    rf"than)|(?:cut in|reduce|halve|lower|less|drop in) (?:my |the )?{PAY}|pay cut",
    r"for (?:half (?:of )?(?:the|what|that)|(?:even )?(?:the )?minimum|nothing at "
    r"all)\b",
    rf"(?:work|start|come|begin|help|stay|do (?:it|this|nights)|months?|weeks?|"
    rf"days?)\b.{{0,30}}"
    rf"\b(?:for (?:free|nothing)|without (?:\w+ )?{PAY}|unpaid|no {PAY})\b",
    r"even (?:\w+ )?(?:unpaid|for free|without pay|part[- ]time|as an? (?:intern|"
    r"trainee|helper|"
    r"volunteer|cleaner))|as an unpaid|even (?:on|with|for) (?:\w+ ){0,2}(?:pay|"
    r"salary|wage|"
    r"probation|trial)",
    r"not (?:have|need) to pay me|pay me (?:whatever|half|less|nothing|what)|keep the "
    r"tips",
    # As people say it across a table.
    r"is (?:it|this) (?:\w+ )?too late\b|(?:final|last) word\b|hear me out|(?:just|"
    r"only) meet me|meet me "
    r"(?:\w+ )?once",
    r"(?:only|just|please|so) (?:take|hire|keep|employ) me\b(?! (?:in mind|posted|on "
    r"(?:your|the|file)|"
    r"informed|updated|through))|still (?:take|hire|choose|want|have) me\b|room for "
    r"(?:me|one more)|(?:squeeze|"
    r"fit) me in\b|a place for me",
    rf"(?:smaller|lower|reduced|half the) (?:\w+ )?{PAY}|any (?:small |little "
    rf")+(?:position|job|post)|even (?:as )"
    r"?(?:an? )?(?:cleaner|intern|trainee|temp|part[- ]time|volunteer|helper|"
    r"apprentice)\b",
    r"appealing to|(?:kindly|please) help me\b(?! (?:to )?(?:understand|learn|improve|"
    r"see|with))",
    r"my (?:children|kids|family|wife|husband|mother) .{0,30}\b(?:out of school|"
    r"hungry|depend\w*|rel(?:y|ies))\b|"
    r"(?:pay|cover|meet|lose) (?:my|the|our) (?:rent|bills|flat|house|visa|loan|"
    r"home)\b",
    r"middle way|a compromise|(?:an|some) arrangement|work something out|prove you "
    r"wrong|i swear\b|i promise "
    r"(?:you|i will (?:not (?:let|disappoint)|work|be the|give))|i can start (?:\w+ "
    r")?(?:tomorrow|today|now|"
    r"monday|immediately|right away)",
    r"what would it take|what if i (?:worked|came|did|took|started|paid|begin|work)|"
    r"there must be (?:some|a\b|any)|(?:could|can|"
    r"would|will) (?:you not|not you) (?:\w+ )?(?:put|take|give|find|let|make|talk|"
    r"use|keep|try|wait|hire|have)|have a heart|(?:put|"
    r"say) in a (?:good )?word|drop my (?:rate|price)|for you to say yes",
    r"i would (?:even |also )?(?:move anywhere|relocate|be the (?:first|hardest|best|"
    r"most)|work (?:harder|twice|double|day and))|i "
    r"will be the (?:first|hardest|best)|work day and night|(?:crying|cry) since|you "
    r"would not have to",
    r"really,? (?:really )?(?:want|need) (?:this|the|that) (?:job|position|role|post|"
    r"place)\b",
)
UNLESS: Final = any_of(
    r"(?:not|no|nor|never|without|neither) (?:\w+ ){0,6}(?:reconsider|re-?think|beg|"
    r"begging|plead|"
    r"change (?:your|their|the|anything)|reopen|reverse|another chance|second chance|"
    r"think (?:it|"
    r"this) over|overturn|review|appeal)(?!.{0,30}\bbut\b)",
    # Another time and another place are not asking for this one.
    r"(?:next|another|coming|following) (?:year|season|intake|vacancy|role|post|"
    r"opening)|next "
    r"time|in (?:the )?(?:spring|summer|autumn|fall|winter|future|a year)\b|some "
    r"?day\b|later on|"
    r"when(?:ever)? (?:a|another|something|you)\b|elsewhere|(?:next|other) (?:employer|"
    r"interview|company|place)",
    r"thank\w* (?:\w+ ){0,6}(?:again|once more|one more time|chance|opportunity|"
    r"review\w*|look)\b",
    r"(?:say|explain|talk me|walk me|tell me) .{0,20}\bagain|apply(?:ing)? again",
)
"""Who says that they do not ask for it, or speaks of another year, does not plead."""
