"""Pressing for a fast answer: deadlines, chasing."""

from typing import Final

from reflect_journal.letters.phrases.plain import any_of

WHEN: Final = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|midnight|noon|"
    r"today|"
    r"(?:the )?end of|close of|cob\b|eod\b|weekend|(?:this|next) week|lunch ?time|"
    r"\d+ ?(?:am|pm|o'clock)|\d{1,2}(?:st|nd|rd|th)|\d{1,2}[.:/]\d+|\d{1,2} \w+|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december)\b)"
)
ANSWER: Final = (
    r"(?:answers?|reply|respon[ds]\w*|feedback|let me know|tell me|get back|hear "
    r"(?:from|"
    r"back)|write (?:back|to me)|call me|ring me|send|revert|statement|inform me|"
    r"confirm|"
    r"text me|e-?mail me|want it|need it|have it|evaluation)"
)
NOW: Final = (
    r"(?:today|tonight|tomorrow|at once|right away|straight ?away|immediately|quickly|"
    r"fast|"
    r"promptly|this (?:week|morning|afternoon|evening)|same day|instantly)\b"
)
COUNT: Final = (
    r"(?:twice|(?!some)\w+ times|again and again|repeatedly|every (?:day|hour)|daily)\b"
)
NTH: Final = r"(?:second|third|fourth|fifth|sixth|2nd|3rd|4th|5th|umpteenth)"
MAIL: Final = r"(?:message|mail|e-?mail|letter|reminder|text|call|voicemail)"

PRESSING: Final = any_of(
    # A time is set.
    rf"{ANSWER}\b.{{0,50}}\b(?:by|until|till|before|not? later than|within) (?:\w+ "
    rf"){{0,2}}"
    rf"{WHEN}",
    rf"(?:want|need|expect|must|require|hear|get) (?:\S+ ){{0,6}}(?:by|before|until|"
    rf"till) "
    rf"(?:\w+ )?{WHEN}",
    rf"{ANSWER}\b.{{0,40}}\b(?:within|in the next) (?:the (?:next )?)?(?:\d+|an?|one|"
    rf"two|three"
    r"|a few|twenty-four|forty-eight|few) (?:\w+ )?(?:hours?|days?|weeks?|minutes?)",
    rf"{ANSWER}\b[^,;:]{{0,40}}\b{NOW}",
    r"(?:want|need|expect|require) (?:\w+ ){1,5}(?:now|today|tonight|tomorrow|fast|"
    r"quickly)\b",
    r"(?:answer|reply|respond|feedback|call me) (?:\w+ ){0,2}now\b|right now\b|today "
    r"if",
    r"as (?:soon|quickly|fast|promptly|early) as (?:possible|you can|(?:it is |"
    r"humanly )"
    r"possible|can be)|(?:the|your) (?:very )?(?:earliest|soonest)|at the latest",
    r"a\.?s\.?a\.?p\b|urgent|(?:immediate|speedy|swift|prompt|quick|fast) (?:\w+ "
    r")?(?:answer|"
    r"reply|response|feedback|attention)|without (?:any )?(?:further )?delay|today "
    r"itself|"
    r"hurry up|please hurry|(?:my|the) deadline (?:is|for (?:your|an?|the) (?:answer|"
    r"reply))|"
    r"time is (?:running|short)|not next week|no (?:further|more) (?:waiting|delay)",
    # It is demanded.
    r"i (?:\w+ )?(?:insist|demand)\b|insist(?:ing)? on|i (?:\w+ )?(?:expect|require) "
    r"(?:an? "
    r"(?:\w+ )?(?:answer|reply|response|explanation|statement)|your|to hear|detailed|"
    r"that you"
    r" (?:will|answer|reply|send)|feedback|(?:the|my) feedback|you to)\b|i am "
    r"(?:still )?"
    r"expecting (?:an?|your|to hear|feedback)\b",
    r"i (?:must|have to) (?:have|know|hear|get) (?:\w+ ){0,3}(?:answer|feedback|reply|"
    r"now|"
    r"soon|today|this week|quickly)|you owe me|i am owed|the least you (?:can|could)|"
    r"can not "
    r"take (?:more|longer|that long)|only takes (?:\w+ ){0,3}minutes?",
    # It is chased.
    r"still (?:\w+ )?waiting|still (?:have )?(?:no|without an?) (?:\w+ )?(?:answer|"
    r"reply|word|"
    r"news|feedback|response)|still (?:have )?(?:not (?:heard|received|got|had an)|"
    r"heard "
    r"nothing)",
    r"waiting (?:\w+ )?(?:since|for (?:\w+ )?(?:days|weeks|over|\w+ (?:days|weeks)|"
    r"an? (?:answer"
    r"|reply)|your (?:answer|reply|feedback|response)|feedback))|been (?:\w+ "
    r")?(?:days|weeks) "
    r"(?:now|already)|been waiting\b",
    rf"(?:my|the|now) {NTH} (?:and (?:last|final) )?{MAIL}\b|{NTH} time (?:that )?i "
    rf"(?:have |am "
    r"|must |had to |would )?(?:ask|writ|wrote|call|contact|chas|remind|request|"
    r"e-?mail|mail)|"
    r"for the umpteenth",
    rf"(?:written|wrote|called|rang|rung|phoned|mailed|e-?mailed|texted|messaged|"
    rf"reminded|chased|"
    rf"asked|rang up) (?:you |in |to |your |the |office |already |now |back |for "
    rf"feedback |about "
    rf"(?:it|this) )*{COUNT}",
    r"(?:written|wrote|called|asked) (?:to you |you )?again\b",
    rf"(?:previous|earlier|other|last|two|three|four|five) (?:\w+ "
    rf")?{MAIL}s\b.{{0,40}}\b(?:"
    r"unanswered|ignored|no (?:answer|reply|response)|without (?:an? )?(?:answer|"
    r"reply))|"
    r"(?:mails?|messages?|calls?|letters?) (?:\w+ ){0,2}(?:unanswered|ignored)",
    r"follow\w* (?:\w+ )?up (?:\w+ )?(?:again|once (?:more|again))|chasing (?:you|"
    r"this|up|my)|"
    r"(?:bumping|nudging) (?:this|you)|gentle reminder|(?:this is|another) (?:\w+ "
    r")?reminder",
    r"you (?:have|had|did|would|still have|still did) (?:still |yet )?not (?:\w+ "
    r")?(?:answered|"
    r"answer|repl\w+|respon\w+|come back|got(?:ten)? back|called|rung|written back)\b",
    r"(?:nobody|no reply|no one) (?:has |ever |even )*(?:rings|calls|answers|replies|"
    r"answered|"
    r"replied|rung|rang|called|picks up|gets back|got back|responded)\b(?! (?:correct|"
    r"right|"
    r"the question))|why (?:has|have|is|does|do) (?:not )?(?:nobody|anybody|you|"
    r"it)\b.{0,30}"
    r"(?:answer|repl|taking|respond|silent)",
    r"when (?:will|can|may|do) i (?:\w+ )?(?:hear|get (?:my|the|an?|your)|expect|"
    r"receive)|how "
    r"(?:much longer|long (?:must|do|am|will) i|many (?:more )?times (?:must|do|will))",
    r"heard (?:nothing|not a word)|no (?:answer|reply|response|word|news) (?:so far|"
    r"yet|till|"
    r"until|from you)|not (?:yet )?(?:heard|received) (?:anything|a word|back|from "
    r"you)",
    r"i (?:will|am going to|would|shall) (?:\w+ )?(?:(?:call|ring|phone|come (?:by|"
    r"round|in|over)"
    r"|stop by|drop by|turn up)\b.{0,30}(?:tomorrow|day\b|every|each|in person|until|"
    r"again)|keep "
    r"(?:calling|writing|asking|ringing|mailing|e-?mailing|texting))",
    r"if i (?:do not hear|hear nothing|have not heard)\b.{0,30}\b(?:by|until|before|"
    r"within|soon|"
    r"today|tomorrow)\b|(?:checking|check|refresh\w*) my (?:inbox|phone|mail|"
    r"e-?mails?)|i "
    r"(?:eagerly |impatiently )?await\b|can not wait (?:any|much|long)|until (?:i "
    r"(?:get|hear|"
    r"receive)|you (?:answer|reply))",
    # Impatience, without a date.
    r"i (?:really )?(?:need|want|require) (?:to hear|to know|an? (?:\w+ )?(?:answer|"
    r"reply)|your (?:answer|reply|feedback|"
    r"response)|(?:the|my|this) feedback)\b.{0,30}\b(?:soon|before|quick\w*|now|today|"
    r"this week)\b",
    r"(?:do|please) not (?:let|make|keep|leave) me (?:\w+ )?(?:wait|waiting|hanging|"
    r"dangling)|(?:answer|reply|respond|"
    r"write) (?:me |back )*soon\b",
    r"any (?:update|news|progress)\b.{0,20}\?|where is (?:my|the) (?:feedback|answer|"
    r"reply|response)|(?:offer|contract|"
    r"visa) (?:\w+ )?(?:expires|runs out|lapses)",
    r"i (?:\w+ )?(?:wrote|called|rang|phoned|mailed|e-?mailed|messaged|"
    r"texted)\b.{0,60}\b(?:i (?:\w+ )?(?:wrote|write|call|"
    r"called|ring|rang|phoned|mailed|e-?mailed|messaged|texted)|(?:but|and) (?:nobody|"
    r"nothing|no )|whatsapp|linkedin)\b",
    r"(?:since then|but|only|then) (?:nothing|silence)\b|radio silence|not a "
    r"(?:single )?(?:word|line|peep) (?:from|since|"
    r"so)|(?:days|weeks) (?:have|has) (?:\w+ )?(?:passed|gone)|(?:days|weeks) without "
    r"(?:an? )?(?:answer|word|reply|news)|it (?:is|has been) (?:now |already "
    r"|over |more than )+(?:\w+ ){1,3}(?:days|weeks)\b",
    r"do the needful|today only|early (?:reply|response|answer)|high time|how (?:hard|"
    r"difficult) can it|can not be (?:that|"
    r"so) (?:hard|difficult)|(?:final|last|friendly) reminder",
    r"(?:as|a) (?:\w+ )?priority|by return\b|(?:did|have) you (?:\w+ )?(?:see|get|got|"
    r"receive|received|read|seen) my (?:other|last|"
    r"previous|first|e-?mails?|mails?|messages?)|me again\b|it (?:is|has) been (?:\w+ "
    r"){1,3}(?:days|weeks)\b|checking in\b|have you "
    r"forgotten|forg[oe]t\w* (?:about )?me\b|(?:losing|lose|out of|end of) (?:my "
    r")?patience|what is taking",
    r"i am (?:still |now )?waiting\b|(?:otherwise|or|or else) i (?:will|shall|have to|"
    r"must)\b|hello\?|is (?:there )?anybody "
    r"(?:there|alive|home)",
)
UNLESS: Final = any_of(
    r"no (?:need|hurry|rush|pressure|urgency|deadline)|not (?:\w+ )?(?:urgent|have to|"
    r"need to|"
    r"expect\w*|in a hurry)|nothing urgent|urgent (?:care|case)|need not|as (?:soon|"
    r"fast) as "
    r"you like|whenever|take (?:all )?(?:your|the) time|rather you|at your leisure|if "
    r"it "
    r"(?:comes|takes)|should (?:it|your)",
    # Thanks for speed, and for an answer that is there.
    r"thank\w* (?:you )?(?:\w+ ){0,3}for (?:\w+ ){0,3}(?:quick\w*|prompt\w*|fast|"
    r"swift|speedy|"
    r"answer\w*|reply\w*|respon\w+|call\w*|writ\w+|getting|letting|telling|sending|"
    r"feedback)"
    r"(?!.{0,60}\b(?:but|i (?:want|need|expect|must))\b)",
    r"(?:you|they) (?:\w+ )?(?:answered|replied|wrote|called|came back|got back|let "
    r"me know|told "
    r"me|sent)|(?:answer|reply|letter|call|mail|news|feedback) (?:came|arrived|"
    r"reached)",
    r"i (?:will|shall|can|could) (?:\w+ )?(?:send|return|bring|hand|give|tell|answer)",
)
"""A sentence that takes pressure away does not press."""
