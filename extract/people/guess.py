"""Names that no lexicon has, from strong contexts: a surname beside a title, a foreign name with its office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.naming import MASKS, Candidate
from extract.people.titles import title_after, title_before

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁沈任姚卢姜崔钟谭陆汪范金"
    "石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳"
    "翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤"
    "阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
_COMPOUND = "欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|端木"
_RARE = frozenset(
    "时农司和成明解应关全党边师商阳安华文向于任方连包左管路史金武席高白万易单石尚成符项查沙古景费季盛宁卫康麻池房游庄章余施甘"
)
"""Surnames that are more often words: a name with one of them needs three characters or a title after it."""
_NOT_GIVEN = frozenset(
    "舰馆陪弹的了在是和与及为不等各级副总第有这那其我你他她它们个位名二四五六七八九十两几多些某本该每全部党委员会长书记主任席政府省市县区乡镇村街"
    "局厅处科室司院校所站队组办厂店场者人司企同们对向从到把被让给由以于而且或但并将就都也还又很最更已曾要能该须必会说"
    "指出调表示认为称提问答介绍报告讯电：，。、；！？“”《》（）()\n \t　,.:;!?\"'…—-0123456789日分"
)
_GIVEN = "[一-龥]"
_NAME = re.compile(f"(?:(?:{_COMPOUND}){_GIVEN}{{1,2}}|[{SURNAMES}]{_GIVEN}{{1,2}})")
_CALLED = re.compile(
    r"(?:记者|作者|通讯员|评论员|主持人|书记|主席|总理|部长|副部长|省长|市长|县长|区长|局长|厅长|处长|科长|主任|秘书长|院长|校长|会长|理事长|董事长|总经理|总裁"
    r"|行长|大使|发言人|检察长|司令员|政委|军长|师长|团长|连长|队长|所长|站长|教授|院士|研究员|医生|老师|航天员|村支书|村民|农民|烈士|作家|诗人|学者|演员|导演|画家|专家|民警|副市长|副省长"
    r"|副局长|副主任|副书记|副主席|副院长|副校长)"
)
_GOES_ON = re.compile(
    r"[，。、；：！？\s（(）)“”《/|]|说|表示|指出|强调|介绍|认为|告诉|在|的|和|与|同|对|向|就|是|任|为|今天|主持|出席|会见|参加|作了?|宣布|率|率领|带领|等|代表|陪同"
    r"|报道|摄|发自|分别|到|一行|也|从|将|曾|已|被|并|以|及|讲|来到|看着|正|及其|当选|担任|兼|致辞|致|发表|代|因|有|还|调研|考察|走访|赴"
)
_SURELY_GOES_ON = re.compile(
    "作了|作的|作报告|调研|强调|陪同|表示|指出|强调|介绍|认为|告诉|主持|出席|会见|参加|宣布|率领|带领|报道|摄影|分别|同志|等人|[，。、；：）)]"
)
_FOREIGN_CHARS = (
    "阿埃艾爱安昂奥巴白班邦包保堡鲍贝本比彼别宾波伯博勃卜布采查察楚茨茨达戴丹当道德登邓迪蒂丁东杜多顿厄恩尔法凡范菲费芬丰冯佛夫弗福富盖甘刚高戈哥格葛根贡古瓜圭哈海汉汗豪赫黑亨洪侯胡霍基吉季加贾简杰金"
    "津卡坎考柯科可克肯库夸奎拉腊莱兰朗劳勒雷蕾黎里理利莉力历立丽连廉良列林隆卢鲁路露伦罗洛吕马玛迈麦曼芒毛梅门蒙米密敏明缪摩莫默姆穆拿纳娜乃奈南内能尼妮涅宁纽农努诺欧帕派潘庞佩彭皮平泼普奇齐恰钱强乔切钦琴"
    "琼丘曲让热仁日荣茹儒瑞若萨塞赛桑瑟森沙山珊绍舍申圣施什史舒斯丝思松苏素索塔台泰坦汤唐陶特滕提田铁廷通图托脱瓦万旺威韦维伟魏温文翁沃乌吴武西希锡夏香肖谢欣辛兴雄休逊雅亚延扬耶叶伊依易因英永尤雨约赞泽扎詹"
    "张珍治朱兹卓佐丝娅琳莎翰廖厦莲萝芙蒲迦尧翟"
)
_FOREIGN = f"[{_FOREIGN_CHARS}]"
_IN_DOTTED = f"[{_FOREIGN_CHARS}地各乎赖罕默鲍尚娃蓬]"
_DOT = "[·•‧・]"
_DOTTED = re.compile(
    rf"{_IN_DOTTED}{{1,8}}(?:[·•‧・－]{_IN_DOTTED}{{1,8}})*[·•‧・]{_IN_DOTTED}{{1,8}}(?:[－-]{_IN_DOTTED}{{1,6}})?"
)
_LEADER = r"(?:总统|首相|总理|国王|女王|外长|外交部长|议长|国务卿|主席|总干事|秘书长|副总统|防长|大公|埃米尔|王储)"
_OFFICE_THEN_NAME = re.compile(rf"{_LEADER}({_FOREIGN}{{2,8}})")
_NAME_THEN_OFFICE = re.compile(
    rf"({_FOREIGN}{{2,8}})(?:总统|首相|总理|国王|女王|外长|主席|议长|国务卿|副总统|秘书长|总干事)(?![府团的])"
)
_TITLE_RUNS_ON = ("总理", "经理", "代理", "助理", "外相", "议员", "元首", "司令", "大亨")
_COMMON = re.compile(
    "当天|当选|当日|当地|通电|通话|应约|地区|地位|特别|特使|达成|马上|高级|平等|内部|西方|东方|南方|通过|历史|安全|内阁|兼|乔石|可能|高度|强调|能力|德高|日前|提出|当选|通报|高兴|利用|南部"
    "|因为|今天|同意|当日|当天|连任|提名|南非|理事|利益|保持|保证|欢迎"
)


def new_names(text: str, known: list[Candidate], offices: dict[int, int]) -> Iterator[Candidate]:
    """Yield names that strong contexts give away, and every further place of them in the text."""
    taken = {i for name in known for i in range(name.start, name.end)}
    placed = {i for end, start in offices.items() for i in range(start, end)}
    strong = [
        c
        for c in _strong(text, offices)
        if not placed & set(range(c.start, c.end)) and ("·" in c.canonical or not taken & set(range(c.start, c.end)))
    ]
    found = {c.start: c for c in sorted(strong, key=lambda c: (c.end, c.score))}
    yield from found.values()
    for name in sorted({c.canonical for c in found.values() if len(c.canonical) > 2}):
        for match in re.finditer(re.escape(name), text):
            if match.start() not in taken:
                yield Candidate(*match.span(), name, "rule", 0.7)


def _strong(text: str, offices: dict[int, int]) -> Iterator[Candidate]:
    for match in _DOTTED.finditer(text):
        start = match.start() + (text[match.start() - 1 : match.start() + 1] in _TITLE_RUNS_ON)
        dot = max(match[0].rfind(d) for d in "·•‧・") + match.start()
        name = text[start : _cut(text, dot + 1, match.end())]
        yield Candidate(start, start + len(name), re.sub(_DOT, "·", name), "rule", 0.85)
    for match in _OFFICE_THEN_NAME.finditer(text):
        end = _cut(text, match.start(1), match.end(1))
        title = title_before(text, match.start(1), offices)
        if end - match.start(1) >= 2 and title < match.start() and _foreign_office(text, title, offices):
            yield Candidate(match.start(1), end, text[match.start(1) : end], "rule", 0.8)
    for match in _NAME_THEN_OFFICE.finditer(text):
        start = _uncut(text, match.start(1), match.end(1), offices)
        if match.end(1) - start >= 3:
            yield Candidate(start, match.end(1), text[start : match.end(1)], "rule", 0.75)
    yield from _chinese_before_title(text)
    yield from _chinese_after_title(text)


def _foreign_office(text: str, title: int, offices: dict[int, int]) -> bool:
    """Say whether the title starts with an office or a country that is known."""
    return any(start == title for start in offices.values())


def _cut(text: str, start: int, end: int) -> int:
    """Shorten a run of transcription characters where an ordinary word begins."""
    for at in range(start + 1, end):
        if _COMMON.match(text, at):
            return at
    return end


def _uncut(text: str, start: int, end: int, offices: dict[int, int]) -> int:
    """Leave out a country or an ordinary word that runs into a name from the left."""
    for at in range(end - 2, start, -1):
        if at in offices or _COMMON.match(text, at - 2) and at - 2 >= start:
            return at
    return start


def _is_given(name: str, surname_length: int) -> bool:
    return not any(c in _NOT_GIVEN or c in MASKS for c in name[surname_length:])


def _surname_length(name: str) -> int:
    return 2 if re.match(_COMPOUND, name) and len(name) > 2 else 1


def _chinese_before_title(text: str) -> Iterator[Candidate]:
    """Yield a name right before a title: 王宁书记. Only where a mark or a title's office stands before it."""
    for match in _NAME.finditer(text):
        for end in (match.end(), match.end() - 1):
            name = text[match.start() : end]
            if len(name) < 2 or title_after(text, end) == end or not _is_given(name, _surname_length(name)):
                continue
            if _good_left(text, match.start()) and not (len(name) == 2 and name[0] in _RARE) and not _BAD.search(name):
                yield Candidate(match.start(), end, name, "rule", 0.7)
                break


_BAD = re.compile(
    "先生|女士|同志|大爷|大妈|阿姨|师傅|人民|公司|公安|调研|许多|安全|国务|金融|财政|水利|农业|文化|商务|公安|司法|教育|交通|卫生|外交|国防|广大|全体|所有|高级|常务|应急|时任|于是|向来|成为"
    "|党内|党组|支部|党支|车间|管委|关工"
    "|文明|路线|安排|方面|金牌|任何|安监|计划|环保|统战|政法|宣传|组织|高等|解放|和平|明确|武装|武警|足联|顾虑|纪念|纪委|文艺|应国|边防|全国|全省|关心|关于|连续|阳光|古代|石油|石化|马克思"
    "|万名|史学|文学|金属|易地|成立|成员|单位|项目"
)
_LEFT = re.compile(
    r"(?:[\n，。、；：！？“”（）()《》\s]|^|和|与|对|向|同|在|由|为|给|请|像|如|委|府|部|局|院|厅|会|处|办|社|校|以|学习|授予|追授|会见|了|是|及|任命)$"
)


def _good_left(text: str, start: int) -> bool:
    return bool(_LEFT.search(text, max(start - 2, 0), start))


def _chinese_after_title(text: str) -> Iterator[Candidate]:
    """Yield a name right after a title, if the text goes on as after a name: 记者吕绍刚报道."""
    for called in _CALLED.finditer(text):
        match = _NAME.match(text, called.end())
        if not match:
            continue
        ends = (match.end(), match.end() - 1)
        for end in reversed(ends) if _SURELY_GOES_ON.match(text, ends[1]) else ends:
            name = text[match.start() : end]
            short = _surname_length(name)
            if (
                len(name) <= short
                or not _is_given(name, short)
                or _BAD.search(name)
                or not _GOES_ON.match(text + "\n", end)
            ):
                continue
            if len(name) == 2 and name[0] in _RARE:
                continue
            yield Candidate(match.start(), end, name, "rule", 0.75)
            break
