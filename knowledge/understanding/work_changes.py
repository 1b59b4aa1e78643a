"""What people ask of the work they have, as shapes of words by their names; ``asked_of_work`` reads them.

Anybody may wish for what is PLAIN: hours, where the work is done, help with talking about it. HINTING is what is asked
for the body, or a slow way back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

EMPLOYER = (
    r"(?:(?:my|the|our)\s+)?(?:line\s+|area\s+|shift\s+|store\s+)?(?:work|job|boss(?:es)?|gaffer|manage(?:r|rs|ment)"
    r"|employers?|supervisor|team leader|head ?teacher|head|hr|human resources|foreman|agency|firm|company|school"
    r"|office|depot|union)\b"
)
SOMEBODY = r"(?:some ?one|somebody|a person|a rep)"
A = r"(?:an?|some|the|my own|more|better|different|proper|new|another|second|bigger|smaller)"
_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|half|a few|some|most|more|fewer)"
_SPAN = r"(?:days?|hours?|hrs|shifts?|mornings?|afternoons?)"
_WEEKLY = rf"(?: {_NUMBER} {_SPAN}(?: (?:a|per|of the|each|in the) week)?)?"
_TO = r"(?:to |who can |that can )?"

PLAIN: Mapping[str, str] = {
    "hours": (
        r"(?:fewer|less|shorter|reduced|flexible|flexi|regular|set|different|other|earlier|later|daytime|day|fixed)"
        r" (?:(?:working|day|school|term time) )?(?:hours|hrs|shifts?|days|rotas?|starts?|finish(?:es)?|time|working)\b"
    ),
    "restored": (
        r"(?:(?:my|the) )?(?:(?:old|full|usual|normal|same|\d+) )*(?:hours|hrs|shifts|days|rota) "
        r"(?:back(?! (?:then|in|when)\b)|(?:like|as|the way)(?: (?:it|they))?(?: (?:was|were|had|did))? before"
        r"|(?:like|as|the way) they (?:was|were))\b"
    ),
    "cut": (
        r"(?:cut|drop|go|come|reduce|get)(?:ting)?(?: (?:back|down))?(?: (?:on )?(?:my |the )?(?:hours|shifts|days))?"
        rf"(?: down)?(?: to)? (?:{_NUMBER} {_SPAN}(?: (?:a|per) week)?|part[- ]?time)\b"
    ),
    "less": (r"(?:cut|drop|reduce)(?:ting)?(?: (?:down|back))?(?: on)?(?: (?:my|some|the))? (?:hours|shifts|days)\b"),
    "share": (
        r"(?:job[- ]?shar\w+|flexi[- ]?time|compressed hours|part[- ]?time hours|term[- ]?time only"
        rf"|{_NUMBER} {_SPAN} (?:a|per|each) week(?: off)?)\b"
    ),
    "when": (
        r"(?:start|finish|begin|come in|go home|leave)(?:ing)? (?:(?:work|an|half|hour|a bit|at) )*"
        r"(?:later|earlier|late|early)\b"
    ),
    "home": rf"(?:work|working|do it|do my job|be) (?:from|at) home{_WEEKLY}\b",
    "off": (
        r"(?:off|out of) (?:the )?"
        r"(?:nights?|lates|earlies|weekends?|night shifts?|front desk|phones|tills?|floor)\b"
    ),
    "move": r"(?:move|change|swap) (?:my|the) (?:work )?(?:days?|hours|shifts?|rota)\b",
    "to": (
        r"(?:swap|switch|change|mov)\w*(?: me| over| back)* (?:on ?to|to) (?:the )?(?:\w+ ){0,2}(?:shifts?|days|nights"
        r"|earlies|lates|team|branch|site|store|role|job|post|department|ward|office|class|desk)\b"
    ),
    "other": (
        r"(?:an?other|a different|an easier|a new) (?:role|job there|team|branch|site|store|manager|department|ward)\b"
    ),
    "talk": (
        rf"(?:(?:help|support|{SOMEBODY}|advice|a hand|confidence)(?: with| in| on| to| who can| how to)*\s+"
        r"|how (?:to |do i |can i |would i |i )+)?"
        r"(?:talk|speak|explain|writ|tell|deal)(?:e|ing)?(?: it| this)?(?: to| with| for me to)* "
        rf"{EMPLOYER}(?: for me| with me)?"
    ),
    "speak": (
        rf"(?:help|{SOMEBODY})(?: with| to| who can)*\s+(?:talk|speak|explain|writ|deal)(?:e|ing)?(?: it| this)?"
        r"(?: to| with)+ (?:her|him|them)\b(?: for me| with me)?"
    ),
    "beside": (
        rf"{SOMEBODY} {_TO}(?:come|go|sit in|be there|be)(?: along)?(?: with me)?"
        r" (?:to|in|at|on) (?:the |a |my |that )?meetings?\b"
    ),
}
HINTING: Mapping[str, str] = {
    "thing": (
        rf"{A} (?:[\w-]+ ){{0,2}}?(?:chairs?|desk|stool|seat|screen(?: ?reader)?|monitor|keyboard|mouse|headset"
        r"|headphones|software|lamp|lights?|lighting|equipment|kit|trolley|parking(?: space)?|workstation|footrest"
        r"|gloves|tools?|laptop|room|corner|hoist|magnifier|interpreter)\b"
    ),
    "duty": (
        r"(?:light|easi|different|other|few|less|amend|chang)\w* (?:[\w-]+ )?(?:duties|tasks|work|workload|lifting"
        r"|standing|walking|bending|pressure|targets|stairs|driving|customers|noise|travel)\b"
        r"|(?:fewer|less) [\w-]+s\b"
    ),
    "stop": (
        r"(?:stop|avoid|skip|no|not do|without)(?:ping)? (?:the |all the |any )?"
        r"(?:heavy |late |long )?(?:lifting|carrying|standing|stairs|driving|bending|overtime)\b"
    ),
    "back": (
        r"(?:a )?(?:phased|gradual|slow|staged|part[- ]time) return(?: to work)?\b"
        r"|(?:go|come|get|ease|start)(?:ing)?(?: myself)? back(?: in| to work)?"
        r" (?:slow\w*|gradual\w*|bit by bit|in stages|gently)\b"
    ),
    "rest": (
        r"(?:(?:more|extra|longer|regular|a few|short|toilet|proper|enough)(?: \w+)? breaks?"
        r"|(?:sit|lie) down(?: at (?:the|my) \w+)?|time off|time to rest"
        r"|(?:some ?where|a|some) (?:quiet|calm|cool|warm)\w*(?: (?:place|room|spot|corner|desk))?"
        r"|away from (?:the )?(?:noise|crowds?|customers|phones|public|fumes|heat|cold))\b"
    ),
}
LESS = re.compile(r"^less(?= (?:[\w-]+ )?[\w-]+(?<!s)s\b)", re.IGNORECASE)
_NO_THING = r"(?!(?:and|or|but|is|are|was|has|to|for|because|cos|so)\b)"
ALONGSIDE = re.compile(
    r"\s*(?:,\s*(?:and|or|n)?|\b(?:and|or|n)\b)\s*(?:maybe |also )?"
    rf"(?P<more>(?:an?|some|fewer|less|more|no|different|better)(?: {_NO_THING}[\w'-]+){{1,5}})"
    r"(?=\s*[.,;!?]|\s+(?:and|or|but|for|because|cos|so|to)\b|\s*$)",
    re.IGNORECASE,
)
"""One more thing of a list in which something was asked of work."""
