"""What each part of a message says to the letter that is shown: change it, a remark on it, a fact, a yes, a wait."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["out", "instead", "in", "undo", "fact", "remark", "asks", "keep", "yes", "no", "later", "ours", "other"]
"""``keep``: that something stays as it is. ``undo``: the last change is not wanted. ``ours``: said to us alone.
``other`` never goes into a letter by itself.
"""

_NAMES = (
    r"(?:work(?: so far)?|jobs?|trades?|times?(?: that suit(?: me)?)?|days?|hop(?:e|es|ing)(?: for)?|likings?|likes?"
    r"|interests?|hobb(?:y|ies)|i enjoy|enjoys?|what i (?:enjoy|like|hope(?: for)?)|what (?:would )?helps?(?: me)?"
    r"|helps?"
    r"|needs?|languages?|health|name|(?:own )?words|i would like|would like)"
)
"""What people call the lines of a letter."""
LINE = (
    rf"(?:the |my |that )?(?:bit|line|part|one)?\s*(?:about |on |for |with |where it says )?(?:the |my"
    rf" )?{_NAMES}(?: (?:line|bit|part|one))?"
)


def shape(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE | re.DOTALL)


FILLER = (
    r"\W*(?:(?:no+|nah|nope|oh|ok|okay|right|well|actually|sorry|please|pls|plz|yes|yeah|hmm+|and|but|so|also"
    r"|then|now|an(?=\W+(?:ask|put|add|say|also|then|can|could|tell|take)\b)"
    r"|just|wait|hang on|hold on|lol|haha|mate|love|thanks|thank you|ta|cheers|hi|look|listen)\b[\s,.!:;-]*)*"
)
ASK_US = (
    r"(?:(?:can|could|will|would|cd|wd) (?:you|u|ya)(?: please| pls)?\s+(?:just |also |maybe )?"
    r"|(?:i )?(?:want|need|would like|'?d like|like) (?:you|u) to\s+|i(?:'d| would) rather (?:you|u)\s+"
    r"|(?:i )?(?:want|need|wanna|would like) to\s+|(?:do not|don'?t|dont) forget to\s+|you (?:need to|should|can"
    r"|must|have to|gotta)\s+|let'?s\s+)?"
)
THE_LETTER = (
    r"(?:it|that|this|the letter|my letter|the line|that line|that bit|this bit|(?:the )?whole thing|all of"
    r" (?:it|that))"
)
_SAY = r"(?:say|read|be|state|have|go)"
_SHOULD = (
    r"(?:should|shd|shud|needs? to|has to|have to|ought to|must|is meant to|was meant to|is supposed to"
    r"|wants? to)"
)
_PUTS = r"(?:put|say|write|use|have|make it(?: say)?|it should (?:say|be|read)|change it to|it'?s|its)"
_WHERE = r"(?:where|the bit (?:where|that)|the part (?:where|that)|the line (?:where|that)|which|when)"

INSTEAD = (
    shape(rf"^{FILLER}(?:change\W+)?(?P<old>my (?:work|job|trade|times?)(?: so far)?)\s+"
        r"(?:is|was|are|were|should be)\s+(?:only|just)\s+(?P<new>[^.;!?]+)\W*$"),
    shape(rf"^{FILLER}(?:it'?s |its |put |say )?(?P<new>\d+(?: \w{{1,12}})?),? not (?P<old>\d+(?: \w{{1,12}})?)\W*$"),
    shape(rf"^{FILLER}(?:it|the letter|you|u)(?:'?ve)?\s+(?:says?|said|put|wrote|got"
        rf"|has)\s+(?P<old>[^,.;!?]{{2,60}}?)[\s,;]+"
        rf"(?:but|and)?\s*(?:it'?s|its|it is|it was|i'?m|im|i am|i was)\s+(?:(?:really|actually)\s+(?:an? )?"
        rf"|an?\s+)(?P<new>[^,.;!?]+)$"),
    shape(rf"^{FILLER}(?:it'?s|its|it is|it was|i'?m|im|i am"
        rf"|i was)\s+not\s+(?P<old>[^,.;!?]{{1,40}}?)[\s,;]+(?:but\s+)?"
        rf"(?:it'?s|its|it is|it was|i'?m|im|i am|i was)\s+(?P<new>[^.;!?]+)$"),
    shape(rf"^{FILLER}(?:it"
        rf"|that)\s+{_SHOULD}\s+{_SAY}\s+(?P<new>[^,.;!?]{{1,60}}?),?\s+(?:and )?not\s+(?P<old>[^,.;!?]{{1,40}})$"),
    shape(rf"\b(?:instead of|rather than|in place of)\s+(?P<old>.+?)[\s,]+(?:can|could|will) (?:it"
        rf"|that) (?:please )?(?:just"
        rf" )?{_SAY}\s*:?\s+(?P<new>.+)$"),
    shape(rf"^{FILLER}(?:for|where)\s+(?P<old>(?!(?:me|us|you|them|now|the letter"
        rf"|it)\b)[^,.;!?]{{2,40}}?),?\s+(?:put|write"
        rf"|say)\s*:?\s+(?!in\b)(?P<new>.+)$"),
    shape(r"\b(?:change|swap|replace|turn|make)\s+(?P<old>(?:the )?(?:bit|part|line|sentence|one)\s+(?:about|on"
        r"|with|where"
        r" (?:it|you) says?)\s+[^,.;!?]{2,60}?)\s+(?:to|so it|and make it)\s+(?:say|says|read|be)\s*:?\s+(?P<new>.+)$"),
    shape(rf"^{FILLER}(?P<old>{LINE})\s*[:=]\s*(?P<new>\S.*)$"),
    shape(r"^(?P<old>[\w' ]{2,40}?)\s*(?:->|=>|=|→)\s*(?P<new>\S.*)$"),
    shape(rf"{_WHERE} (?:it|you|u|they)(?:'ve)? (?:says?|said|put|wrote|got|have|has"
        rf"|goes)\s+(?P<old>.+?)[\s,;:]+(?:it|that|this)?\s*{_SHOULD}\s+(?:just |only |really"
        rf" )?{_SAY}\s*:?\s+(?P<new>.+)$"),
    shape(rf"{_WHERE} (?:it|you|u|they)(?:'ve)? (?:says?|said|put|wrote|got|have|has"
        rf"|goes)\s+(?P<old>.+?)[\s,;:]+(?:then |please |just |can you |could you )*"
        rf"(?:change|make|turn|swap|put|say|write|have|replace)\b(?:\s+(?:it|that|this|them))?(?:\s+(?:to|into|with"
        rf"|say|as|read))*\s*:?\s+(?P<new>.+)$"),
    shape(rf"^{FILLER}not\s+(?:the |just |a )?(?P<old>[^,.!?]{{2,40}}?),?\s+but\s+(?P<new>.+)$"),
    shape(rf"\b(?:instead of|rather than|in place of)\s+(?P<old>.+?)[\s,]+(?:can you |please |just"
        rf" )*{_PUTS}\s*:?\s+(?P<new>.+)$"),
    shape(r"\b(?:put|say|write|use|have)\s+(?P<new>.+?),?\s+(?:instead of|rather than|in place of)\s+(?P<old>.+)$"),
    shape(r"\b(?:change|chang|swap|replace|turn|switch)\s+(?:the |my )?(?P<old>(?!(?:it|that"
        r"|this)\b)[^.!?]{2,200}?)(?<!\bused)\s+(?:to|into|with|for(?! to\b))\s*:?\s+(?P<new>.+)$"),
    shape(r"\bmake\s+(?P<old>(?:the |my )?(?!(?:it|that|this)\b)[^.!?,]{2,80}?)\s+(?:to |say |be |into"
        r" )*:?\s*(?P<new>(?:(?<=to )|(?<=say )|(?<=be )|(?<=into )).+)$"),
    shape(rf"\bmake\s+(?P<old>{LINE})\s+(?:just |say |be |to )*(?P<new>.+)$"),
    shape(rf"^{FILLER}(?:and )?(?:for|under|in|on|next to|behind)\s+(?P<old>{LINE})[\s,:]+(?:can you |please |just"
        rf" |you can )*{_PUTS}\s*:?\s+(?:just )?(?P<new>.+)$"),
    shape(rf"^{FILLER}(?:put|write|say|have|use)\s+(?P<new>.+?)\s+(?:for|under|in|as)\s+(?P<old>(?:the |my"
        rf" ){_NAMES}(?: (?:line|bit|part))?)\W*$"),
    shape(rf"^{FILLER}(?P<old>{LINE})\s*(?:,\s*)?(?:it )?{_SHOULD}\s+(?:just |only |really |actually"
        rf" )*{_SAY}\s*(?:just |only )?:?\s+(?P<new>(?!not\b).+)$"),
    shape(rf"^{FILLER}(?:the |my )?(?P<old>[\w' -]{{2,40}}?)\s+{_SHOULD}\s+(?:just |only |really |actually )*(?:say"
        rf"|be|read)\s*:?\s+(?P<new>(?!(?:in|on|out|off|gone|not|there)\b).+)$"),
    shape(rf"^{FILLER}(?P<old>{LINE})\s*(?:is|are|'s)?\s*(?:all )?(?:wrong|not right|a mistake)[\s,.;-]+(?:it'?s"
        rf"|its|it is|they'?re|it should be|should be|put)\s+(?P<new>.+)$"),
)  # fmt: skip
"""``old`` goes, by its words or by what its line is called, and ``new`` stands there."""
ANEW = shape(
    rf"(?:^|[.,;!]\s*|\b(?:nah|no|wrong|and|so|but|please|just)\s+){ASK_US}(?:{THE_LETTER}\s+{_SHOULD}\s+(?:just "
    rf"|only |really |actually )*(?:say|read|be)"
    rf"|(?:make|have|let|get)\s+{THE_LETTER}\s+(?:just )?(?:say|read)|change {THE_LETTER} to(?: say)?|i want"
    rf" {THE_LETTER} to"
    rf" (?:just )?(?:say|read))\s*:\s*(?P<new>.+)$"
)
"""The words are named, and not what they stand for: "it should say: I have Crohn's"."""
_ADDS = (
    r"(?:add(?: in)?|put in|put down|put|pop in|stick in|write in|include|mention|say|write|state"
    r"|tell (?:them|her|him|joan|\w+)|let (?:them|her|him) know|inform them|explain)"
)
IN = shape(
    rf"^{FILLER}{ASK_US}(?:also |please |pls |just |then |maybe )*"
    rf"(?:(?P<colon>{_ADDS}(?: (?:in|that|this|to it|them|it|something like|a line|a bit|a question|the"
    rf" question))*\s*[:\-–]+\s*)"
    rf"|(?P<verb>(?:add(?: in)?|put in|include|mention|tell (?:them|her|him)|let (?:them|her|him) know|also (?:say"
    rf"|put|add|write|mention)|say|write)\b(?: also| too| in)*(?: that| about| how)*\s+))"
    r"(?P<new>.+)$"
)
_OUT = r"(?:take|tak|tek|leave|cut|get)"
OUT = (
    shape(rf"^{FILLER}{ASK_US}(?:please |pls |just |also |better )*{_OUT}\s+(?:out|off|away)\s+(?P<old>.+)$"),
    shape(rf"^{FILLER}{ASK_US}(?:please |pls |just |also |better )*(?:remove|delete|scrap|get rid of|rub out|scratch"
        rf"|erase)\s+(?P<old>.+)$"),
    shape(r"\b(?:it|that|this|the letter|you|u)\s+(?:must|should|can|need|ought|shd|do|does|did)(?:\s?n['’]?t| not"
        r"|nt)(?: to)?\s+(?:say|mention|have|put|read|tell them)\s+(?:that |about )*(?P<old>.+)$"),
    shape(rf"^{FILLER}(?:(?:they|she|he) (?:do not|don'?t|dont|does not|doesn'?t|doesnt)|nobody) (?:needs?"
        rf"|ha(?:ve|s)|wants?)"
        r" to (?:know|see|hear)(?: about| of| that)? (?P<old>.+)$"),
    shape(rf"^{FILLER}(?:the )?(?P<old>(?!(?:what|that|which|this|it|i)\b)[^.!?,;]{{2,60}}?),? (?:i|mi) (?:did ?n'?t"
        r"|did not|never|neva|nuh|didnt)(?: ever)? (?:say|said|sey|write|wrote|ask for|tell you)"
        r"(?: (?:that|it|dat|this|so))?\W*$"),
    shape(r"\b(?:there'?s |it'?s |is |it |you'?ve |you |u |got |has |have )*\bstill\s+(?:says? |got |has |have "
        r"|saying |there'?s |in there )*(?P<old>.+?)(?:\s+in (?:it|there|(?P<at>(?:the |my )?[\w ]{2,20})))?\W*$"),
)  # fmt: skip
RATHER_NOT = shape(
    r"\b(?:rather|prefer|want|wish|like|hope)\b.*?\b(?:it|you|u|they)\s+(?:did ?n'?t|didnt|does ?n'?t|doesnt|don'?t"
    r"|dont|not|never|to not|not to)"
    r"\s+(?:say|said|mention\w*|put|have|know|tell (?:them|her|him)|include\w*)\s+(?:that |about )*(?P<old>.+)$"
)
"""As in "i'd rather it didnt say cleaner"."""
_THING = (
    r"(?P<old>(?!(?:sa(?:id|y)|told|tell|put|ask(?:ed)?|wrote|want(?:ed)?|need(?:ed)?|mention\w*|mind|know"
    r"|think|feel)\b)[^\W\d_][^.!?;]*?)"
)
_STOP = (
    r"(?=\W*$|[.!?;]|,|\s+(?:i|im|i'm|ive|i've|thats|that's|that was|its|it's|it was|cos|coz|because|since|so|but|and i"
    r"|you|u|where|anymore|any more|at all|no more|actually|really|or|lol|mate|tho|though)\b)"
)
_HE = r"(?:i|we|he|she|they)"
_REST = r"(?:everything|every thing|anything|all(?: of)?(?: it| that)?|the (?:rest|lot|whole lot)|whole thing)"
_BUT = r"(?:else\s+)?(?:but|except|excluding|apart from|bar|other than|besides)(?:\s+for)?"
_IN_IT = r"(?:\s+(?:in|in (?:it|there)|in the letter|there|alone|please|pls|thanks|thats all|that's all))*"
ONLY = (
    shape(rf"^{FILLER}{ASK_US}(?:take|leave|cut|get rid of|remove|delete|scrap|lose|bin|get)\s+(?:out\s+)?{_REST}\s+"
        rf"(?:out\s+|off\s+)?{_BUT}\s+(?P<only>.+?)(?:\s+(?:out|off))?\W*$"),
    shape(rf"^{FILLER}{ASK_US}(?:only|just)\s+(?:keep|leave|have)(?:\s+in)?\s+(?P<only>.+?){_IN_IT}\W*$"),
    shape(rf"^{FILLER}{ASK_US}(?:keep|leave)\s+(?:in\s+)?(?:only|just|nothing but)\s+(?P<only>.+?){_IN_IT}\W*$"),
    shape(rf"^{FILLER}{ASK_US}(?:only\s+(?:put|say|mention|tell (?:them|her|him)(?: about)?)|(?:put|say|mention|tell"
        rf" (?:them|her|him)(?: about)?)\s+(?:only|nothing but))\s+(?P<only>.+?){_IN_IT}\W*$"),
    shape(rf"^{FILLER}(?:keep|leave)\s+(?P<only>.+?)\s+(?:only|and (?:nothing else|(?:take|leave|get rid of|bin|lose)"
        rf" (?:out )?(?:the rest|everything else|all the rest)(?: out)?))\W*$"),
    shape(r"^\W*(?:(?:no|ok|okay|please|pls|i)\b\W*)*(?:only|just)\s+(?:want\s+"
        r"|need\s+)?(?P<only>.+?)\s+(?:in (?:it|there|the"
        r" letter)|and (?:that'?s (?:it|all)|nothing else))\W*$"),
    shape(r"^\W*(?:(?:no|ok|okay|please|pls)\b\W*)*(?:only|just)\s+(?P<only>(?:my|the) [\w' ]+? and (?:my"
        r"|the) [\w' ]+?)"
        r"(?:\s+(?:please|pls))?\W*$"),
)  # fmt: skip
"""All that is to stay of what the letter says: "leave out everything but sewing", "just my name and the sewing"."""
UNDO = shape(
    rf"^{FILLER}{ASK_US}(?:undo(?: (?:it|that|this))?|(?:put|change|turn|make) (?:it|that|this|the letter)(?: back)?"
    r" (?:to )?(?:how|as|what|like|the way) (?:it was|before)(?: before)?|(?:put|change|turn) (?:it|that"
    r"|this) back(?: again)?"
    r"|take (?:it|that|this) back out"
    r"|(?:go|get) back to (?:how|what) it was(?: before)?|(?:i )?(?:did ?n'?t|didnt|did not) mean (?:that|it)"
    r"|(?:take|get|leave) (?:that|it|this)(?: (?:bit|line|part|one|last bit))? (?:back )?(?:out|off)(?: again)?"
    r"|(?:remove|delete|scrap|lose|bin|don'?t (?:put|say)|do not (?:put|say)) (?:that|this)(?: (?:bit|line|part|one))?"
    r"(?: in)?|i (?:don'?t|do not|dont) want (?:that|it) in(?: (?:it|there))?)(?: (?:please|pls|now|then|after all"
    r"|actually))*\W*$"
)
"""What was changed last is to be as it was."""
ASKED_OF_THEM = shape(
    rf"^{FILLER}{ASK_US}(?:please |also |just )*(?:ask|find out|check(?: with)?)(?: (?:them|her|him|the place))?\s+"
    r"(?P<new>(?:if|whether|what|when|where|how|who|why|which)\b.+)$"
)
"""A question to the place, that its person would have the letter ask."""
DENIED = (
    shape(rf"^{FILLER}(?:but )?{_HE}\s+(?:really |actually |honestly )*(?:do not|don'?t|dont|dnt|did not|didn'?t"
        rf"|didnt|does not|doesn'?t|doesnt|never|hate|can'?t stand)\s+(?:really |actually |even |ever )*"
        rf"(?P<verb>enjoy(?:ed)?|lik(?:e|ed)|love|loved|do|did|play|fancy|go to|care for|hate)?\s*(?:doing |going "
        rf"|any |the |to do |to )*(?<=\s){_THING}{_STOP}"),
    shape(rf"^{FILLER}(?:but )?{_HE}(?:'?ve| have| has|'s)?\s+never\s+(?:even |ever |once )*(?P<verb>done|tried|did"
        rf"|liked|enjoyed|worked (?:as|in)|been (?:in)?to|played|was)?\s*(?:any |a |an |the |doing"
        rf" )*(?<=\s){_THING}(?:\s+in my life)?{_STOP}"),
    shape(rf"^{FILLER}(?:but )?(?:i'?m|i am|im|he'?s|she'?s|\w+ \w+ is|\w+ is)\s+(?:not|no|no longer|never"
          rf" been)\s+(?:really "
        rf"|actually )*(?:an?|the|into|in to|a fan of|looking for|after|interested in|keen on)\s+{_THING}{_STOP}"),
    shape(rf"^{FILLER}(?:but )?(?:the |my |that )?(?:i (?:enjoy|like|love|do|want) )?(?P<old>(?!(?:that|this|it|these"
        rf"|those|i|you|which|there|he"
        rf"|she)\b)[^\W\d_][\w']*(?:\s+[\w']+){{0,2}}?)\s+(?:is|was|are|were)(?:\s?n'?t| not| never)\s+(?:really"
        rf" )?(?:mine|me|my thing|for me|my (?:work|job|hobby|idea)|true|what i (?:do|did|like|said|want))\b"),
    shape(rf"^{FILLER}(?:but )?(?:the |my )?(?P<old>(?!(?:that|this|it|these|those|i|you|which|there|he"
        rf"|she)\b)[^\W\d_][\w']*(?:\s+[\w']+){{0,2}}?)\s+(?:is|was|are|were)\s+(?:my |her |his )?(?:\w+'?s|his"
        rf"|hers|not mine)(?:,? not mine)?(?: (?:job|thing|not mine|hobby))?\W*$"),
    shape(rf"^{FILLER}(?:no\s+)?(?:that'?s|thats|this is|it'?s|its)\s+not\s+(?:even )?true\b.*?\b(?:about|that i"
        rf" (?:like|do|enjoy))\s+{_THING}{_STOP}"),
    shape(rf"^{FILLER}(?:but )?i\s+(?:ain'?t|wasn'?t|wasnt|was never|am no longer)\s+(?:an?|the"
          rf"|into)\s+{_THING}{_STOP}"),
    shape(
        rf"^{FILLER}(?:but )?(?P<old>(?P<verb>(?:early |late )?(?:mornings?|afternoons?|evenings?|nights?|weekends?"
        rf"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)))"
        r"\s+(?:is|are)\s+(?:no (?:good|use)|bad|hard|out|not good|too hard|difficult)\b"
    ),
)  # fmt: skip
"""What does not hold of them, and where the letter says it, it goes."""
SAYS_BARE = r"(?:it|the letter|you|u)(?:'?ve)? (?:still )?(?:says?|said|put|wrote)"
SAYS = shape(
    rf"^{FILLER}(?:(?:but|why|how come|where) )?(?:it|the letter|this|that|you|u|one line|the"
    rf" line)(?:'?ve)?\s+(?:now |still |just |also )*(?:says?|said|reads?|put|wrote|has|got)\s+(?:that )?(?P<old>.+)$"
)
FALSE = shape(
    r"(?:\s*[,;.-]\s*|\s+)(?:(?:and|but|which|that|it|thats|that's|its|it's|i|is|was)\s+)*(?:"
    r"(?:is|was|'s)?\s*(?:not true|untrue|a lie|wrong|not right|a mistake|not me|not mine)|(?:ive |i've |i have"
    r" )?never\b.*|(?:i )?(?:dont|don't|do not|didnt|didn't|am not|'?m not)\b.*|not me\b.*)\W*$"
)
