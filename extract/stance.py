"""Whether a speech stands for or against what it mentions, as far as words in the same clause say so.

Said only where it is sure: not far from its cue, not across a relative clause, not where the sentence tells what others do
(敌人, 当局, 他们), not where two negatives meet (决不能忽视). Everything else is unclear.
"""

from __future__ import annotations

import re

from extract.records import FORMULATION_LABELS, Mention, Speech

_AGAINST = (
    "坚决反对|旗帜鲜明反对|反对(?![派党])|防止|防范|杜绝|力戒|严禁|禁止|克服|纠治|纠正|整治|狠刹|抵制|警惕|摒弃|破除|根除|铲除|清除|遏制|"
    "避免|远离|谨防|严防|批判|消除|不踩|不越|不碰|不触|不搞|不当|不做|绝不|决不|切忌|戒除|拒绝|斥责"
)
_FOR = (
    "坚持|坚守|坚定|坚决做到|做到|做好|当好|践行|弘扬|发扬|传承|贯彻|落实|牢记|树牢|树立|增强|拥护|领悟|学习|深化|推动|推进|"
    "实现|紧扣|锚定|聚焦|助力|服务|促进|维护|秉持|秉承|保持|恪守|遵循|遵守|筑牢|强化|提升|提高|发挥|争当|甘当|甘做|勇当|"
    "全面建设|(?<![\u3400-\u9fff”’])建设|(?<=[要全快力进动入极同手新续步])建设|构建|打造|争创|加快|加强|支持|奉行|种好|打好|守好|走好|练就|追求|涵养|养成|倡导|提倡|体现|彰显"
)
_CUE = re.compile(f"(?P<no>{_AGAINST})|(?P<yes>{_FOR})")
_AFTER = re.compile("(?:问题|现象|倾向|思想|作风|做法|陋习|歪风|的[^，。；]{1,4})?(?:无处(?:生长|遁形|藏身)|要不得|绝迹)")
_NEGATED = re.compile("(?:不|没有|没|未|未能|不能|不能真正|难以|缺乏|淡化|弱化|如果不|若不)$")
_OTHERS = re.compile(
    "他们|这些人|那些人|有人|有的人|敌人|右派|反动派|帝国主义|霸权主义|分裂主义|当局|集团|势力|分子|西方|列强|台独"
)
_DOUBLE = re.compile("无视|忽视|轻视|放松|动摇|削弱|否定|放弃|偏离|背离|丢掉|低估|忘记|违背|歪曲|破坏|损害|诋毁|抹黑|污蔑|淡忘")
_NOT_BETWEEN = re.compile(f"^(?:斗争|工作|活动|力度)|[把使让从要应须]|{_FOR}|[】\\]/]|[^、任种类式切]的[^“”、]{{3}}")
_NAMES_WITH_CUES = re.compile("全面深化改革|深化改革开放|改革开放和社会主义现代化建设")
_QUOTED = re.compile("“[^“”]*”")
_REACH = 60
_NEAR = {"opposed": 14, "affirmed": 30}
"""Characters between the cue and what it concerns, quoted words not counted."""
_CLAUSE = "，。；：！？\n,;:!?"


def stance_of(speech: Speech, mention: Mention) -> tuple[str, str | None]:
    """Return affirmed, opposed or unclear, and the words that say so.

    The nearest cue before the mention in its clause decides; a negated one says nothing sure.
    """
    if mention.label not in FORMULATION_LABELS:
        return "unclear", None
    text = speech.text
    low = max(0, mention.start - _REACH)
    start = max(low, 1 + max(text.rfind(mark, low, mention.start) for mark in _CLAUSE))
    before = text[start : mention.start]
    after = _AFTER.match(text[mention.end : mention.end + 16].lstrip("”’\""))
    if after:
        return "opposed", after.group()
    masked = _NAMES_WITH_CUES.sub(lambda name: "　" * len(name.group()), before)
    cues = list(_CUE.finditer(masked))
    if not cues:
        return "unclear", None
    cue = cues[-1]
    against = [c for c in cues if c["no"]]
    if against and not _closed(before[against[-1].end() :]):
        cue = against[-1]
    stance = "opposed" if cue["no"] else "affirmed"
    sentence = text[max(low, 1 + max(text.rfind(mark, low, mention.start) for mark in "。！？\n")) : start + cue.start()]
    sure = _reaches(stance, before[cue.end() :]) and not _OTHERS.search(sentence)
    if not sure or _NEGATED.search(before[: cue.start()]):
        return "unclear", None
    return stance, cue.group()


def _reaches(stance: str, between: str) -> bool:
    """Say whether a cue's object can be what stands behind these words."""
    bare = _QUOTED.sub("", between)
    if stance == "affirmed":
        return len(bare) <= _NEAR[stance] and not re.search("从|[】\\]]", bare)
    return len(bare) <= _NEAR[stance] and not _NOT_BETWEEN.search(bare) and not _DOUBLE.search(bare)


def _closed(between: str) -> bool:
    """Say whether a negative cue's reach ended: another verb took over after a list mark."""
    return bool(re.search(f"、(?:{_FOR})|(?:而是|以|来)", between))
