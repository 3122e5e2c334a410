"""What made-up children write. Every line is invented; spelling and all are as children of that age write.

Question -> (when things go well, when they are so-so, when they are hard).
"""

Lines = tuple[str, ...]
Words = dict[str, tuple[Lines, Lines, Lines]]

PEOPLE = ("Nan", "Auntie Bev", "Dee from youth club", "my big sister", "Mr Okafor", "Uncle Ray")
"""Whom made-up children name for their review."""

UNDER_11: Words = {
    "happy_home_more": (
        ("its good but the bed squeeks", "i like it i just want a dog"),
        ("its ok. theres only one telly and we fite over it", "i like jo but the baby crys all nite", "dont no really"),
        ("i want to go back to my old house", "they shout a lot and i go in my room", "i miss my cat Biscuit so much"),
    ),
    "family_time_more": (
        ("i want to see nan more she makes pancakes",),
        ("it is only 1 hour and then we have to go", "i want to see my sister on her birthday"),
        ("mum dint come 2 times. i waited and waited by the window", "i never see my brother now", "i cry after"),
    ),
    "school_more": (
        ("maths is a bit hard thats all",),
        ("sum times i have no one to play with at lunch", "its boring but art is good"),
        ("they call me names becos i dont live with my mum", "i got sent out agen and it wasnt me", "i hate it"),
    ),
    "sw_more": (
        ("that i want to do swiming",),
        ("come wen you say you will come", "i told her about the dog and she forgot"),
        ("she never asks me she asks the grown ups", "i get a new one all the time. this one is number 4"),
    ),
    "worries_more": (
        ("moving to big school but only a bit",),
        ("if i have to move agen", "my guinea pig is poorly", "the dark and spiders"),
        ("is my mum ok", "that i will get moved and nobody will tell me till the day", "my dad coming to school"),
    ),
    "feel_safe_more": (
        ("just when its dark",),
        ("not on the bus. the big boys push", "at school no. at home yes"),
        ("a boy in my class punches me evry day at break", "i dont like it when they are drunk"),
    ),
    "want_change_more": (
        ("i want a bigger bike", "more football please!!"),
        ("see my brother on saterdays", "can i have my own room"),
        ("i want to go home", "i want my mum to get better", "a new social worker who stays"),
    ),
    "week_drawing": (
        ("me scoring a goal", "pancake day", "the big slide!!"),
        ("my street", "it raind at football"),
        ("me on my own at playtime", "my old house"),
    ),
    "home_likes": (
        ("the trampoline", "pizza fridays"),
        ("my hamster Bob", "the big tv"),
        ("my teddy", "the garden because its quiet"),
    ),
    "review_wishes": (("cake",), ("can it be short",), ("not at school",)),
}

FROM_11: Words = {
    "going_now_more": (
        ("it's alright tbh",),
        ("just tired. exams and everything", "some days are ok some days aren't"),
        (
            "everything changed at once and nobody asked me. New school, new house, and I don't even know "
            "how long for. I just want someone to sit down and tell me what the plan is.",
            "cant sleep. miss my brothers",
            "I feel like a parcel",
        ),
    ),
    "gone_well_more": (
        (
            "Got picked for the county team!!",
            "my mocks went better than i thought",
            "I've been here a year and its my home now",
        ),
        ("me and my carer made up", "started drum lessons", "passed my food hygiene thing at college"),
        ("I got to see my nan", "the dog", "i made one friend"),
    ),
    "happy_home_more": (
        ("nothing really maybe a later bedtime at weekends",),
        (
            "more privacy, people just walk in",
            "the wifi goes off at 9 which is a joke",
            "food. can we cook our own sometimes",
        ),
        (
            "They treat their own kids different to me. They get to go on holiday and I go to respite.",
            "staff change every week. you tell one person and then theyre gone",
            "I want to move nearer to my school, its two buses",
        ),
    ),
    "family_time_more": (
        ("Could I stay over at my aunties some time",),
        ("let me ring my brother when I want not just sundays", "no supervisor listening to every word"),
        (
            "I haven't seen my little sister since march and nobody can tell me why. I'm not angry at anyone, "
            "I just want to know if she is ok and if she remembers me.",
            "dad says he'll come and then he doesnt",
            "I dont want to go any more and I get made to",
        ),
    ),
    "sw_more": (
        ("she's sound, actually texts back",),
        ("Answer the phone", "don't talk about me like im not in the room"),
        (
            "had 3 this year. every time i have to start my whole life story again",
            "he promised to sort my passport in the summer. Still no passport",
        ),
    ),
    "school_more": (
        ("Just the amount of homework",),
        ("Im behind in maths from when i moved", "getting pulled out of lessons for meetings. everyone stares"),
        (
            "Teachers know my business and it gets round",
            "excluded again. they never hear my side",
            "I sit on my own most days",
        ),
    ),
    "health_more": (
        ("waiting for my glasses",),
        ("my asthma when its cold", "not sleeping great"),
        (
            "CAMHS waiting list is 9 months, whats the point",
            "my anxiety is bad again and i stopped eating lunch at school",
        ),
    ),
    "feel_safe_more": (
        ("only when I walk home late",),
        ("Town on a friday night. Not at home", "there's a group chat and its about me"),
        (
            "people at the bus stop threatened me and know where I live",
            "some of the others in this house kick off at night and I lock my door",
        ),
    ),
    "leaving_more": (
        ("How to do a tenancy and bills", "driving lessons??"),
        ("what happens the day i turn 18. nobody has said", "cooking, and how much money do you get"),
        ("im scared ill be on my own. who do i ring if it goes wrong", "I don't want to be moved to a hostel"),
    ),
    "want_change_more": (
        ("A later curfew, I am nearly 16", "to go on the school trip to Spain"),
        ("more say in where I live next", "See my mates without everyone doing checks on their mums"),
        (
            "I want to live with my nan. I've said it at every meeting and its never written down",
            "stop moving me",
            "contact with my brothers",
        ),
    ),
    "review_wishes": (
        ("can we have it at the football club",),
        ("do it online so I dont miss training",),
        ("I'll write it down, you read it",),
    ),
}

AFTERWARDS: Words = {
    "anything_else": (
        ("it was ok thanks", "good that Amira asked me first", "I liked that it was short"),
        ("too long", "didn't get all the words but Amira told me after"),
        ("you said you would find out about my brother. please do", "everyone talked over me"),
    ),
}

READ_TODAY = {
    "under-11": ("feel_safe_more", "Danny hits me with a belt when nobody is looking. dont tell him i said"),
    "11-plus": ("feel_safe_more", "i keep cutting myself and nobody here has noticed. i dont want to be here any more"),
}
"""Band -> question and words that somebody should read on the day they come in."""
