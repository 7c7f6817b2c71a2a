"""The spaCy component that runs all extractors over a speech and shows what they found as SpanGroups.

Our records hold the offsets and are the truth: the Speech travels in `doc.user_data`. The groups in `doc.spans`, one a
label, are for users' own components; with a model whose tokens are words, a span there may be a little wider.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.vocab import Vocab

from extract.lexicon.load import Lexicon
from extract.records import Mention, Speech
from extract.registry import Extractor, in_order, plugins
from extract.resolve import resolve

SPEECH = "tifa.speech"
DROPPED = "tifa.dropped"
CHARACTERS = "tifa.characters"
"""Set in a Doc's user data where each of its tokens is a character."""
NAME = "tifa"


class SpeechReader:
    """Runs the extractors on the Speech that a Doc carries; without a lexicon it finds by rules alone."""

    def __init__(self, extractors: list[Extractor]) -> None:
        self.extractors = extractors
        self.lexicon = Lexicon((), ())

    def __call__(self, doc: Doc) -> Doc:
        speech: Speech | None = doc.user_data.get(SPEECH)
        if speech is None:
            return doc
        speech, dropped = resolve(self.read(speech))
        doc.user_data[SPEECH], doc.user_data[DROPPED] = speech, dropped
        _show(doc, speech.mentions)
        return doc

    def read(self, speech: Speech) -> Speech:
        """Return the speech with everything that the extractors find, before it is resolved."""
        speech = replace(speech, matches=self.lexicon.matches(speech.view), mentions=())
        for extractor in self.extractors:
            speech = replace(speech, mentions=(*speech.mentions, *extractor.find(speech)))
        return speech


def _show(doc: Doc, mentions: tuple[Mention, ...]) -> None:
    """Write a SpanGroup for each label; a mention of which spaCy has no token is left out there."""
    by_label: dict[str, list[Span]] = {}
    # A user's component may have merged tokens since.
    by_characters = bool(doc.user_data.get(CHARACTERS)) and len(doc) == len(doc.user_data[SPEECH].text)
    for mention in mentions:
        start, end, label, name = mention.start, mention.end, mention.label, mention.canonical
        if by_characters:
            span = Span(doc, start, end, label, kb_id=name)
        else:
            span = doc.char_span(start, end, label, kb_id=name, alignment_mode="expand")
        if span is not None:
            by_label.setdefault(label, []).append(span)
    for label, spans in by_label.items():
        doc.spans[label] = SpanGroup(doc, name=label, spans=spans)


class CharacterTokenizer:
    """Makes each character a token, white space too: so a Doc's text is the source and every span has its tokens.

    spaCy's own segmentation by characters does nearly the same, in time that grows with the square of the length.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        return Doc(self.vocab, words=list(text), spaces=[False] * len(text), user_data={CHARACTERS: True})


@Language.factory(NAME)
def make_reader(nlp: Language, name: str) -> SpeechReader:
    """Make the component with all extractors of the package."""
    return SpeechReader(in_order([p for p in plugins("extract.extractors") if isinstance(p, Extractor)]))
