"""How often the analysis agrees with the labels in `sample.jsonl`: `python -m tests.analysis.scores` prints it."""

import json
from pathlib import Path

from textblob import TextBlob

from consult.analysis.analyse import VERSION, analyse
from consult.analysis.finding import Finding, Utterance

MOODS = ("positive", "negative", "neutral", "mixed")
SAMPLE = Path(__file__).parent / "sample.jsonl"


def labelled_sample():
    return [json.loads(line) for line in SAMPLE.read_text(encoding="utf-8").splitlines()]


def findings(rows):
    return [analyse(Utterance(row["text"], row["question_context"], row["language"], row["age_band"])) for row in rows]


def textblob_alone(rows):
    def mood(polarity):
        return "positive" if polarity > 0 else "negative" if polarity < 0 else "neutral"

    return [Finding(mood(TextBlob(row["text"]).sentiment.polarity)) for row in rows]


def f1(right, extra, missed):
    return 2 * right / (2 * right + extra + missed) if right else 0.0


def mood_macro_f1(rows, found):
    pairs = [(row["sentiment"], each.sentiment) for row, each in zip(rows, found, strict=True)]
    per_mood = [
        f1(
            sum(gold == guess == mood for gold, guess in pairs),
            sum(gold != guess == mood for gold, guess in pairs),
            sum(guess != gold == mood for gold, guess in pairs),
        )
        for mood in MOODS
    ]
    return sum(per_mood) / len(per_mood)


def wrong_way_round(rows, found):
    """Share of the positive and negative answers that were given the opposite mood."""
    pairs = [(row["sentiment"], each.sentiment) for row, each in zip(rows, found, strict=True)]
    clear = [pair for pair in pairs if pair[0] in ("positive", "negative")]
    return sum(set(pair) == {"positive", "negative"} for pair in clear) / len(clear)


def themes_micro_f1(rows, found):
    pairs = [(set(row["themes"]), set(each.themes)) for row, each in zip(rows, found, strict=True)]
    return f1(
        sum(len(gold & guess) for gold, guess in pairs),
        sum(len(guess - gold) for gold, guess in pairs),
        sum(len(gold - guess) for gold, guess in pairs),
    )


def concern_recall(rows, found):
    flagged = [each.disclosure for row, each in zip(rows, found, strict=True) if row["disclosure"]]
    return sum(flagged) / len(flagged)


def share_flagged(found):
    return sum(each.disclosure for each in found) / len(found)


if __name__ == "__main__":
    sample = labelled_sample()
    ours = findings(sample)
    print(f"{len(sample)} answers, method {VERSION}")
    print(f"mood macro-F1        {mood_macro_f1(sample, ours):.2f}")
    print(f"  TextBlob alone     {mood_macro_f1(sample, textblob_alone(sample)):.2f}")
    print(f"wrong way round      {wrong_way_round(sample, ours):.2f}")
    print(f"themes micro-F1      {themes_micro_f1(sample, ours):.2f}")
    print(f"concern recall       {concern_recall(sample, ours):.2f}")
    print(f"share flagged        {share_flagged(ours):.2f}")
