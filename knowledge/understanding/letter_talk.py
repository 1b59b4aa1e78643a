"""What is said beside a letter that changes none of its words: how it reads, a yes, a no, a wait, a question."""

from __future__ import annotations

from knowledge.understanding.letter_words import FILLER, LINE, THE_LETTER, shape

_BAD = (
    r"(?:gibberish|rubbish|nonsense|garbage|crap|shit\w*|bollocks|wrong|off|weird|odd|funny|silly|stupid|daft|rude|cold"
    r"|stiff|posh|formal|long(?! (?:to|wait))|short|much(?! for)|boring|clumsy|confusing|confused|a mess|messy"
    r"|muddled?|a"
    r" joke|terrible|awful"
    r"|bad|horrible|embarrassing|desperate|needy|childish|robotic|like (?:a|some) \w+(?: \w+)?|like (?:an? )?\w+"
    r" wrote it|backwards|broken|garbled|mixed up|jumbled|not (?:right|good|me|true|english|nice|how i\b.*|what i\b.*))"
)
_LINE_OR_IT = (
    rf"(?:{THE_LETTER}|{LINE}|thats|that's|its|it's|the first (?:line|bit)|the (?:top|end|last) (?:line"
    rf"|bit)|that sentence|the wording|the english|the grammar|the spelling)"
)
REMARK = (
    shape(r"\bstill (?:all )?(?:wrong|not right|bad|off|rubbish)\b|\b(?:this|that|it) (?:is not|isn'?t|isnt|ain'?t"
          r"|aint) (?:really |even )?(?:me|right|it|what i)\b"),
    shape(rf"^{FILLER}(?:but |well |i think )?(?P<line>{_LINE_OR_IT})\s*(?:is|'s|are|was|looks?|sounds?|reads?|feels?"
        rf"|comes (?:across|over|out)|seems?|just|don'?t|dont|doesn'?t)?\s*"
        rf"(?:a bit|bit|a little|too|very|so|all|just|really|like|as|way|total|pure|complete|absolute|kind of|kinda"
        rf"|sort of|still|now)*\s*(?:too|all|just|very|so|bit)?\s*{_BAD}\b"),
    shape(rf"\b(?:(?P<line>{_LINE_OR_IT})\s+)?(?:does not|doesn'?t|doesnt|do not|don'?t|dont|not|aint|ain'?t|is not"
        rf"|isn'?t|isnt)\s+(?:really |even |quite |very |seem to )*(?:sound|sounding|read|reading|look|feel|make"
        rf"|making|come)\s+(?:(?:very|too|much|all that|any|a lot of|so)\s+)*(?:like (?:me|i|how|something)|right"
        rf"|good|sense|well|english|nice|great|proper\w*|natural)\b"),
    shape(r"\b(?:nobody|no ?one|who) (?:talks?|speaks?|writes?|says) (?:it )?(?:like )?(?:that|this)\b|\bi(?:'d|"
        r" would|d)? ?(?:never|not|n'?t|wouldn'?t|wouldnt|dont|don'?t) (?:ever )?(?:say|talk|speak|write|put) (?:it"
        r" )?(?:like )?(?:that|this)\b"),
    shape(r"\b(?:that'?s|thats|this is|it'?s|its|is|that is)\s?(?:not|n'?t)\s+(?:at all |really |quite |even"
        r" )*(?:what i (?:said|meant|wrote|told|typed|want)|how i (?:talk|speak|say|said|would|meant)|me|my words"
        r"|right|english|good|it)\b(?! (?:in|on|to)\b)"),
    shape(r"\bmakes? (?:me|her|him) (?:sound|look|out|seem|feel)\b|\bi (?:sound|look|come across|seem)\s+(?:like|so"
        r"|too|really|very|a bit|stupid|daft|sad|desperate)\b|\b(?:makes?|making|made) no sense\b|\b(?:sounds?"
        r"|reads?) (?:all )?wrong\b"),
    shape(r"^\W*(?:(?:can|could|will) (?:you|u) )?(?:please |just )?(?:fix|sort|mend|correct|redo|rewrite|re-?do"
        r"|improve|shorten|tidy)\s+(?:(?P<line>it|that|this|the letter|the wording|the grammar|the spelling)"
        r"|(?P<line2>[^.!?]{2,40}?))(?: (?:up|out|please|pls|then|for me))*\W*$"),
    shape(r"\b(?:you'?ve|you|u|it'?s|it has|youve)\s+(?:got|put|made|mixed|messed|muddled|twisted|changed"
        r"|misunderstood)\s+(?:it|that|this|me|my words|everything|things|stuff)?\s*(?:all |up |the )*(?:wrong|up"
        r"|mixed|words|round|backwards)\b"),
    shape(r"^\W*(?:(?:can|could) (?:you|u) )?(?:please |just )?(?:make|keep|write|put|say) (?P<line>it|that|this"
          r"|the letter)\s+(?:a"
        r" bit |a lot |much |more |less |sound |read )*(?:shorter|simpler|simple|plain\w*|nicer|better|warmer"
        r"|friendl\w+|short|brief\w*|clear\w*|right|like me|more like me|less \w+|more \w+|formal|posh)\b"),
    shape(r"^\W*(?:(?:way |far |bit |a bit |much )?too (?:long|short|formal|posh|much|wordy|personal|stiff|vague)|wtf"
        r"|gibberish|rubbish|nonsense)\b(?! to\b)"),
    shape(r"\bi (?:really )?(?:don'?t|dont|do not|hate|dislike) (?:really )?(?:like )?(?:how|the way) (?:it|that|this"
        r"|you)\b|\bi (?:don'?t|dont|do not|hate) like (?:it|this|that|the (?:letter|wording))\W*$|\bi hate (?:it"
        r"|this|that)\W*$"),
)  # fmt: skip
"""Said of how the letter reads; nothing of it goes into the letter."""
LATER = shape(
    r"\b(?:think (?:about|on|over|of) (?:it|this|that)|think it (?:over|through)|have a think|(?:let me|lemme) think"
    r"|need to think|mull (?:it )?over"
    r"|(?:sleep on|pray (?:about|on|over)) (?:it|this|that)"
    r"|(?:not|aint|isn'?t) (?:quite |really )?(?:ready|sure yet|decided)|(?:need|want"
    r"|give me) (?:a bit (?:of|more) |some |more |a little )?time\b(?! to (?:eat|get))"
    r"|give me (?:a )?(?:day|night|minute|min|moment|sec\w*|bit|while)|(?:decide|do (?:it|this|that)|send it|look"
    r" at (?:it|this)) (?:later|tomorrow|another (?:day|time)|after)"
    r"|(?:ask|speak to|talk to|show (?:it|this) to|check with|talk it over with|run it past|tell) (?:my|our|the)"
    r" [\w' ]{2,25}?(?: about it)? first"
    r"|(?:come|get) back to (?:it|this|you)|(?:not|too) (?:tired|much) (?:right )?(?:now|today) to decide)"
)
YES = shape(
    rf"^{FILLER}(?:(?:\w+ ){{0,2}}\w+ says\s+)?(?:(?:i'?m )?(?:ready|all done)|no(?:thing)? (?:more changes"
    rf"|else)(?:,? that'?s (?:it|all))?|(?:leave|keep) (?:it|that|this)(?: all)? (?:at that|there|like (?:that|this)|as"
    rf" it is|as is|how it is)|(?:i )?(?:agree|happy|'?m happy|am happy)(?: with (?:it|that|this))?"
    rf"|(?:that|it|this|thats|that's|its|it's)(?: is| looks| reads| sounds|'s)? ?(?:all |just |really |very |much "
    rf"|now |so )*(?:fine|good|ok|okay|perfect|better|lovely|great|spot on|brilliant|nice|right|correct|well|grand"
    rf"|it|me)"
    rf"|(?:ok |yes )?(?:send|post) (?:it|that|this)(?: off| now| then)?|go (?:on|ahead)|yes|yeah|yep|perfect|lovely"
    rf"|brilliant)(?: (?:now|then|thanks|thank you|please|love|mate|like that|for me|with me|and))*\W*(?:(?:and |so"
    rf" )?(?:i agree|send it|send it now|go ahead|you can send it|yes|i agree send it)\W*)*$"
)
NO = shape(
    rf"^{FILLER}(?:please )?(?:do not|don'?t|dont|dnt|never|not)\s+(?:send|post|you dare send)\b(?:\s+(?:it|that"
    rf"|this|the letter|them))?(?: (?:yet|now|like that|please|then|off|out))*\W*$|^\W*(?:no+|nah|nope)\W*$"
    rf"|^{FILLER}(?:i )?(?:don'?t|dont|do not) want (?:to send )?(?:it|that|this) (?:sent|to go)?\W*$"
)
KEEP = shape(
    rf"^{FILLER}(?:leave|keep)\s+(?P<old>(?!(?:it|that|this|me)\b)(?!.*\b(?:out|off)\b)[^.!?]+?)(?:\s+(?:in|there"
    rf"|as (?:it )?is|is fine))*\W*$"
    r"|^\W*(?:the )?[\w' ]{2,30} (?:is|are) (?:fine|ok|okay|good|right|correct)\W*$"
)
FACT = shape(
    r"^\W*(?:(?:and|also|but|so|plus|well|yes|no)\b[\s,]*)*(?:i|i'?m|im|i'?ve|ive|i'?d|id|my|we|our|she|he|her|his"
    r"|mrs|mr|ms)\b[\w']*\s+\S"
)
ASKS = shape(
    r"^\W*(?:(?:and|but|so|also|ok|oh|wait|um+|hey)\b[\s,]*)*(?:why|what|how|when|where|who|which|does|do|did|is"
    r"|are|will|would|can (?:they|i|she|he|we|it)|could (?:they|i|she|he|we|it)|should|shall|am|has|have (?:you"
    r"|they)|was|were)\b"
)
PLEASANTRY = shape(
    r"^\W*(?:(?:no|oh|ok|okay|yes|yeah|hi|hello|hang on|wait|sorry|please|pls|thanks|thank you|ta|cheers|actually"
    r"|hm+|well|and|but|so|also|then|that'?s (?:all|it)|that is (?:all|it)|for now|if you can|it looks? good|looks good"
    r"|change (?:it|that|this|the letter|my letter)|lol|haha"
    r"|nice|great|good|fine|love|mate|just (?:a|one|two|some) (?:changes?|things?))\b\W*)+$"
)
