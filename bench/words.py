"""What the invented people write: parts of sentences about interviews."""

from typing import Final

BEGINNINGS: Final = (
    "The first question was about",
    "I had an example ready for",
    "They wanted to hear more about",
    "We talked for a long while about",
    "Nobody asked me about",
    "I lost the thread when it came to",
    "The recruiter came back twice to",
    "It went quiet after I spoke of",
    "My answer was far too long about",
    "I was honest that I know little of",
    "What landed well was the story of",
    "The second interviewer kept digging into",
    "I should have begun with",
    "Later on the train I thought of",
)
MIDDLES: Final = (
    "the pipeline that failed on a Friday",
    "how we shared the work in a small team",
    "why I left after only two years",
    "the numbers behind the last release",
    "a conflict with somebody I liked",
    "the migration nobody wanted to own",
    "what I would do in the first ninety days",
    "my salary and the notice period",
    "the schema I drew before any code",
    "a customer who was about to leave",
    "testing under a tight deadline",
    "the gap between the two contracts",
    "working from another time zone",
    "the design that we threw away in the end",
    "on-call weeks and what they cost",
    "the stack that they use and I do not",
)
ENDS: Final = (
    "and I could see that she was writing it down.",
    "but I never said what came of it.",
    "and then the time was over.",
    "which I had practised with a friend the evening before.",
    "although the advert had said something else.",
    "and my voice became faster and faster.",
    "so I asked for a minute and drew it on paper.",
    "and he nodded, without another question.",
    "but the result should have come first.",
    "and it felt like a talk between colleagues.",
    "which is the point to prepare for the next one.",
    "and I am still not sure what they were looking for.",
)
ACCENTED: Final = (
    "We met in a café near the station and it began well.",
    "Zoë from the team sat in and helped me out.",
    "They had my old résumé in front of them.",
    "It was naïve to go there without a single question.",
    "I said \u201cit depends\u201d and didn\u2019t say on what.",
    "The offer was below 60 000 \u20ac, so they would have said no to me anyway.",
    "Herr Müller fragte nach Gehältern, und ich wurde plötzlich sehr leise.",
    "José asked what I would have done with mañana as an answer.",
)
RARE: Final = "I have never liked standing at a whiteboard with four people behind me."
RARE_WORD: Final = "whiteboard"

COMPANY_NAMES: Final = (
    "Harbour",
    "Northwind",
    "Lumen",
    "Crédit Ouest",
    "Kestrel",
    "Grünwerk",
    "Osprey",
    "Tallow",
    "Brightside",
    "Fjord",
    "Meridian",
    "Quarry",
)
COMPANY_KINDS: Final = (
    "Analytics",
    "Health",
    "Logistics",
    "Labs",
    "Insurance",
    "Games",
    "Energy",
    "Systems",
    "Foods",
    "Robotics",
)
ROLES: Final = (
    "Data engineer",
    "Backend developer",
    "Product manager",
    "Nurse, night shift",
    "Accountant",
    "UX researcher",
    "Site reliability engineer",
    "Teacher for mathematics",
)
TAGS: Final = ("data", "remote", "referral", "startup", "public", "part-time", "dream")
