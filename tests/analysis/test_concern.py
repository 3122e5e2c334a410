"""Concerns in other words than the obvious ones, and innocent answers that sound alike."""

import pytest

from consult.analysis.analyse import analyse
from consult.analysis.finding import Utterance

TO_BE_READ_TODAY = [
    "he put his hands round my throat",
    "my cousin makes me play games where we take our clothes off",
    "someone in year 11 keeps asking me to meet him at the park at night",
    "i think about what it would be like to not be here",
    "i dont eat so i can get thin",
    "there is never any food in when im at mums",
    "they leave us with the baby all night and go out",
    "im going to get on the coach to london and not tell anyone",
    "the boys at the shop give me weed and i have to sell some",
    "a girl in my class keeps calling me a tramp and throwing my bag",
    "i hide under the bed when he comes in",
    "my carer drags me up the stairs by my arm",
    "i scratch my legs till they bleed",
    "i get shouted at and hit with a spoon",
    "ive run out of my epilepsy meds and nobodys sorted it",
    "im frightened of the man next door",
    "he sends me rude videos",
    "they all gang up and spit on me",
    "my stepbrother gets in the shower with me and wont leave",
    "mum slept all day and i had to make bottles for the baby",
    "he choked me when i wouldnt give him my phone",
    "i want to go to sleep and never wake up",
    "these men pick me up after school and buy me maccies",
    "i keep getting messages from a 30 year old",
    "every break they kick me and say nobody loves me",
    "i swallowed some batteries",
    "im leaving on friday and you wont find me",
    "he put me in the cold shower because i wet the bed",
    "i took a blade from school",
    "they are making me hold stuff in my room",
    "my dad said if i tell he will kill the dog",
    "i feel sick with fear when he comes home",
    "i havent had my epilepsy tablets for days",
    "she locks the kitchen so we cant get food",
]

INNOCENT = [
    "i am scared of spiders",
    "i hit the ball out of the park",
    "i want to be a police officer",
    "my brother is annoying and takes my games",
    "we got beaten 3 nil but it was fun",
    "i was hungry so we got mcdonalds",
    "i fell off my bike and hurt my knee but im ok",
    "i would like to run a cafe",
    "my old school had bullies but this one doesnt",
    "dont hug me in front of my mates",
    "i have to share a room with my brother",
    "i leave my bag at the door",
    "my carer bought me a new phone and trainers",
    "i want to go on the bus to school on my own",
    "she gave me a drink and a biscuit",
    "we went out all day and got chips",
    "people leave me alone when i need space",
    "my mum and dad used to fight",
    "can i have more pocket money to pay for dance",
    "i like it when the staff take me to the park",
    "the cat scratched my arm",
    "i work for my uncle at weekends on his farm",
    "i get sad when i think about my nan who died",
    "my social worker looks for me when she visits",
    "my head hurts a bit today",
    "i would like to move nearer to my school",
    "they shout but it is ok after",
    "i want a dog and a bigger room",
    "she feeds us really nice food",
    "i dont like being told what to do",
]


@pytest.mark.parametrize("text", TO_BE_READ_TODAY)
def test_shown_with_a_reason(text):
    finding = analyse(Utterance(text))
    assert finding.disclosure
    assert finding.sentiment in ("negative", "mixed")
    assert any(because.rule.startswith("concern:") for because in finding.because)


@pytest.mark.parametrize("text", INNOCENT)
def test_not_shown(text):
    finding = analyse(Utterance(text))
    assert not finding.disclosure
    assert not any(because.rule.startswith("concern:") for because in finding.because)
