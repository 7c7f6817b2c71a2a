"""The extractors in a spaCy pipeline: blank or a named model, one process or several, always the same readings."""

import pickle

import pytest
import spacy

from extract.annotations import line_from_row, reading_from_rows, rows
from extract.errors import InputError
from extract.lexicon.load import Lexicon, load_lexicon
from extract.pipeline import BATCH, make_nlp, read_all, read_speech
from extract.speeches import speech_from_text

TEXT = """在学习会上的发言
同志们：
习近平总书记指出：“空谈误国，实干兴邦。”
一、旗帜鲜明讲政治，在绝对忠诚上作表率
坚决做到“两个维护”，发扬“钉钉子”精神，当好“老黄牛”。 坚决反对“四风”。
二、加强理论学习，提升本领
要加强理论学习，不断增强本领，把学习成果转化为工作实效。𠮷林同志要学习。
"""


@pytest.fixture(scope="module")
def lexicon():
    return load_lexicon()


@pytest.fixture(scope="module")
def nlp(lexicon):
    return make_nlp(lexicon)


def written(reading):
    return [line_from_row(row) for row in rows(reading)]


def test_every_mention_quotes_its_text(nlp):
    reading = read_speech(nlp, speech_from_text("d", TEXT))
    assert {"FORMULA", "SPIRIT", "SLOGAN", "PRINCIPLE", "QUOTE", "PERSON", "HEADING"} <= {
        m.label for m in reading.speech.mentions
    }
    for mention in reading.speech.mentions:
        assert mention.text == TEXT[mention.start : mention.end]


def test_span_groups_show_the_same_to_components_after_ours(nlp):
    seen = {}

    @spacy.Language.component("tifa_test_looker")
    def look(doc):
        seen.update({label: [(s.start_char, s.kb_id_) for s in group] for label, group in doc.spans.items()})
        return doc

    nlp.add_pipe("tifa_test_looker", last=True)
    try:
        reading = read_speech(nlp, speech_from_text("d", TEXT))
    finally:
        nlp.remove_pipe("tifa_test_looker")
    formulas = [(m.start, m.canonical) for m in reading.speech.mentions if m.label == "FORMULA"]
    assert formulas and seen["FORMULA"] == formulas


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("\n\n  \n", id="white space only"),
        pytest.param("三服务", id="no sentence mark"),
        pytest.param("𠮷" * 50, id="astral characters only"),
        pytest.param("“" * 200 + "三服务", id="many open marks"),
        pytest.param("plain English text, 12 lines.\r\n", id="no Chinese"),
    ],
)
def test_odd_texts_are_read(nlp, text):
    reading = read_speech(nlp, speech_from_text("d", text))
    assert "".join(text[s.start : s.end] for s in reading.speech.sentences) == text


def test_annotations_round_trip(nlp):
    speech = speech_from_text("d", TEXT)
    reading = read_speech(nlp, speech)
    found = list(rows(reading))
    back = reading_from_rows(speech, found)
    assert back == reading
    assert [line_from_row(row) for row in rows(back)] == [line_from_row(row) for row in found]
    assert [row["label"] for row in found][:2] == ["META", "SECTION"]
    assert not any(row["label"] == "THEME" for row in found)


def test_processes_give_equal_readings_in_order(lexicon):
    def speeches():
        for number in range(2 * BATCH + 3):
            yield speech_from_text(f"d{number:02}", f"第{number}篇。{TEXT}")

    counts = []
    alone = [written(reading) for reading in read_all(speeches(), lexicon)]
    together = [written(reading) for reading in read_all(speeches(), lexicon, jobs=2, progress=counts.append)]
    assert together == alone
    assert counts == list(range(1, 2 * BATCH + 4))


def test_reading_is_lazy(lexicon):
    taken = []

    def speeches():
        for number in range(1000):
            taken.append(number)
            yield speech_from_text(f"d{number}", "三服务。")

    readings = read_all(speeches(), lexicon)
    next(readings)
    assert len(taken) == 1


def test_named_model_runs_before_our_component(lexicon, tmp_path):
    blank = spacy.blank("zh")
    blank.add_pipe("sentencizer")
    blank.to_disk(tmp_path / "model")
    with_model = make_nlp(lexicon, str(tmp_path / "model"))
    assert with_model.pipe_names == ["sentencizer", "tifa"]
    speech = speech_from_text("d", TEXT)
    assert written(read_speech(with_model, speech)) == written(read_speech(make_nlp(lexicon), speech))


@pytest.mark.parametrize("jobs", [1, 2])
def test_missing_model_is_one_clear_message(jobs):
    with pytest.raises(InputError, match="zh_core_web_none.*cannot be loaded"):
        list(read_all(iter([speech_from_text("d", "三服务。")]), Lexicon((), ()), "zh_core_web_none", jobs))


def test_jobs_below_one_are_refused(lexicon):
    with pytest.raises(InputError, match="at least 1"):
        list(read_all([], lexicon, jobs=0))


def test_speech_travels_between_processes(nlp):
    reading = read_speech(nlp, speech_from_text("d", TEXT))
    assert pickle.loads(pickle.dumps(reading)) == reading
