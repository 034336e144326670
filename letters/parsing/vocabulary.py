"""The words that announce, divide and end signatory lists, by what they tell.

Stems, not words: "unterzeichn" covers Unterzeichner, Unterzeichnende and unterzeichnet.
Languages follow the same order everywhere: Latin script, Cyrillic, East Asian, Arabic
script, South and South-East Asian. Everything is casefolded.
"""

from __future__ import annotations

import re


def _stems(text: str) -> tuple[str, ...]:
    """Split a block of stems: one or more on a line, separated by two spaces or a new line."""
    return tuple(part.strip().casefold() for part in re.split(r"\s{2,}|\n", text) if part.strip())


SIGNING = _stems("""
signator  signatories  signed  signing  undersign  endorse  endorsing  endorsement
co-sign  cosign  sign-on  supporters  supported by  joined by
signatair  signé  soussign  cosignat
firmant  firman  firmad  firmas  suscrib  suscrit  abajo firm  adhesion  adhieren  adherent
assina  signatári  subscrev  subscrit  apoiam
unterzeichn  erstunterzeichn  mitunterzeichn  unterstütz  mitgezeichnet  gezeichnet
firmatari  sottoscri  ondertek  undertecknad  underskri  sygnatariusz  podpis  imzac  imzala
penandatang  ditandatangan  tandatangan  menandatangan  disokong oleh  didukung oleh
ký tên  đồng ký  lumagda  nilagdaan
подпис  підпис  поддержали  присоединил  гарын үсэг
연명  서명  참여단체  참가단체  참여 단체  참가 단체  연대단체  일동  동참  함께하는
联署  聯署  連署  联名  聯名  連名  簽署  签署  签名  簽名  署名  具名  发起  發起  連帶  赞同  贊同
参与团体  參與團體  参与机构  參與組織  赞成  响应
賛同  呼びかけ  呼び掛け  参加団体  参加者一覧  声明団体
الموقع  الموقّع  موقع  توقيع  وقّع  وقع على  امضا  دستخط  תומים  חתומ  חותמ
ลงนาม  ลงชื่อ  รายชื่อ  ហត្ថលេខា  လက်မှတ်  ລົງນາມ  ລາຍຊື່
স্বাক্ষর  हस्ताक्षर  கையெழுத்  கையொப்ப  අත්සන්
""")

ORGANISATIONS = _stems("""
organisation  organization  ngo  groups  associations  institutions  networks  coalitions
collectives  unions  movements  bodies  entities  campaigns  federations  alliances
associations  collectifs  syndicats
organizacion  organización  organização  organizaç  entidad  coletiv  colectiv  moviment
movimient  institui  institucion  redes  asociacion  associaç  coletivos  sindicatos
organisationen  verbände  vereine  gruppen  initiativen  bündnisse  netzwerke  gewerkschaften
organizzazion  associazion  organisaties  organisasi  lembaga  pertubuhan  kumpulan
tổ chức  samahan  организац  объединени  організац  байгууллага
단체  기관  団体  團體  团体  組織  组织  机构  機構  法人
منظم  جمعي  مؤسس  هيئات  سازمان  نهاد  تنظیم  ארגונ
องค์กร  เครือข่าย  អង្គការ  အဖွဲ့  ອົງການ  সংগঠন  সংস্থা  संगठन  संस्था  அமைப்பு  සංවිධාන
""")

PERSONS = _stems("""
individual  person  people  citizen  expert  academic  scholar  researcher  activist  lawyer
journalist  advocates  defenders  professor  writers  artists  parliamentarian  lawmakers
politicians  members of parliament  officials  diplomats  personalit  figures  students
private  capacity  survivors
individu  personne  citoyen  universitaires  chercheur  avocat  à titre
personas  individuales  ciudadan  académic  intelectual  activistas  periodistas  abogad
pessoas  cidadã  personalidades  acadêmic  pesquisador  professor  jornalistas  advogad
einzelperson  privatperson  persönlichkeit  wissenschaftl  personen  aktivist  journalist
persone  personen  individuen  perorangan  individu  cá nhân  indibidwal
физическ  частн  лица  лиц  граждан  гражданские активисты  эксперт  активист  учен  учён
журналист  правозащитник  персонально  личн  фізичні  особи  хувь
签名人  簽名人  개인  학자  연구자  변호사  교수  個人  个人  学者  學者  律師  律师  公民  弁護士  研究者  有志
أفراد  شخصيات  الأفراد  افراد  اشخاص  شخصیت  יחידים
บุคคล  บุคลากร  នักวิชาการ  นักวิชาการ  បុគ្គល  တစ်ဦးချင်း  ບຸກຄົນ  ব্যক্তি  व्यक्ति  நபர்
""")

# What else may stand in the heading of a section: nothing of it is ever a whole name.
MODIFIERS = _stems("""
list  full  complete  the  of  by  and  or  in  on  behalf  from  as  to  their
other  all  additional  further  initial  first  original  new  members  member  allies
international  regional  national  local  global  domestic  foreign  overseas  based
civil  society  human  rights  non-governmental  nongovernmental  political  parties  faith
current  total  alphabetical  order  following  below  above  name  names  respectfully
community  communities  grassroots  religious  labour  labor  professional
liste  des  les  la  le  de  du  et  internationales  nationales  société  civile
lista  de  las  los  y  internacionales  nacionales  sociedad  civil  por  organismos
lista  das  dos  e  internacionais  nacionais  sociedade  título  físicas  jurídicas  pessoal  individual  da  do
alphabetisch  reihenfolge  alfabétic  orden  ordem  ordre  alphabétique  алфавит
liste  der  die  und  von  weitere  internationale  nationale  zivilgesellschaft  in
daftar  senarai  nama  yang  dan  masyarakat  sipil  sivil  antarabangsa  danh sách  các
список  и  международные  национальные  общественные  некоммерческие  в  качестве  их
자  들  의  인  분  곳  개  명  국내  해외  성명  성명서  공개서한  서한  선언  국제  지역  시민사회  인권  전체  명단  목록  및  이상  가나다순  총  참여  참가  단체명  공동
國內  国内  國際  国际  国際  海外  地區  地区  民間  民间  人權  人权  公民社會  公民社会  名單  名单  共同
以下  其他  全体  全體  全部  及  和  與  与  之  的  一覧  一覧表  リスト  の  および  等  順不同  五十音順  按
首批  第一批  参与  參與  参加  个  個  家  名  人  位  笔画  字母  排序  排序如下  如下
قائمة  المدني  المجتمع  حقوق  الإنسان  الدولية  الوطنية  غير  الحكومية  و  على  البيان  هذا  الرسالة
فهرست  لیست  کنندگان  مدنی  و  از  ภาคประชาสังคม  ที่  ร่วม  และ  ชื่อ
""")

# Words of headings that divide a list by parts of the world.
REGIONS = _stems("""
international  internationally  regional  national  global  worldwide  other  countries  the
africa  asia  europe  america  americas  oceania  pacific  caribbean  middle  east  mena  eu
north  south  central  eastern  western  northern  southern  southeast  latin  and  &
internationale  internationaux  afrique  asie  amérique  internacional  internacionales
internacionais  américa  áfrica  europa  europäische  afrika  asien  amerika  lateinamerika
международные  европа  азия  африка  америка
국제  해외  아시아  유럽  국내  国际  國際  海外  亞洲  亚洲  歐洲  欧洲  国内  國內  アジア  欧州  国外
""")

# "We, the undersigned, demand:" introduces demands, not names.
DEMANDS = _stems("""
urge  call on  call upon  call for  calls on  demand  request  appeal to  ask the  recommend
demandons  exigeons  appelons  exigimos  exigen  pedimos  instamos  solicitamos  exigem
reivindicamos  fordern  verlangen  appellieren  требуем  призываем  вимагаємо  обращаемся
요구  촉구  要求  呼籲  呼吁  敦促  求めます  求める  نطالب  ندعو  menuntut  mendesak  เรียกร้อง
""")

CLOSINGS = _stems("""
sincerely  yours  respectfully  best regards  kind regards  in solidarity  faithfully
cordialement  respectueusement  salutations  atentamente  cordialmente  en solidaridad
atenciosamente  respeitosamente  hochachtungsvoll  mit freundlichen grüßen  solidarische grüße
mit solidarischen grüßen  с уважением  з повагою  此致  敬具  謹啓  敬上  hormat kami  salam
""")

# Where the letter's names end or where something else begins.
ENDINGS = _stems("""
note:  notes  footnote  endnote  references  background  contact  media contact  press contact
for media  media enquiries  how to  license  for more information  for further  annex  appendix  about  share  related  tags
categories  download  read more  next  previous  photo  image  cc  copy to  copies  to:
comments  share this  share on  tweet  posted in  leave a  subscribe  source  sources  published  posted  filed under  follow us
topics  see also  recommended  links  attachments  copyright  ©
remarques  contacto  contactos  notas  contexto  más información  nota de
kontakt  pressekontakt  hintergrund  anmerkungen  quellen  fußnoten  rückfragen
contato  contatos  para mais informações  referências
контакт  примечани  справка  источник  контакти
문의  참고  첨부  배경  담당  수신  참조  관련기사  联系  聯絡  聯絡人  联系人  附件  註  注释  新聞聯絡  媒體
問い合わせ  連絡先  注記  背景  関連  للتواصل  ملاحظ  تماس
""")

ANONYMOUS = _stems("""
anonym  withheld  not be named  remain unnamed  not to be named  undisclosed  unnamed
anónim  anônim  аноним  анонім  익명  비공개  匿名  不具名  مجهول  عدم ذكر  ناشناس  tanpa nama
ẩn danh  ไม่ประสงค์ออกนาม  গোপন  गुमनाम
""")
# In a role or after a comma these show that a person signs.
ROLES = _stems("""
director  president  chair  secretary  general  coordinator  co-ordinator  convenor  convener
founder  co-founder  executive  member  fellow  professor  prof  lecturer  lawyer  advocate
attorney  barrister  solicitor  writer  author  journalist  editor  reporter  researcher
scholar  academic  activist  artist  filmmaker  film maker  photographer  economist
historian  sociologist  scientist  physician  doctor  nurse  teacher  student  phd  ph.d
candidate  engineer  consultant  expert  rapporteur  commissioner  senator  mp  minister
ambassador  judge  retired  former  ex  independent  concerned  citizen  human rights defender
analyst  adviser  advisor  officer  manager  spokesperson  representative  head  leader
technologist  designer  musician  poet  social  pastor  bishop  priest  imam  rabbi  reverend
freelance  individual  survivor  emeritus  associate  assistant  senior  deputy  vice  dean
directeur  directrice  président  présidente  secrétaire  avocat  avocate  chercheur  militant
professeur  journaliste  écrivain
director  directora  presidente  presidenta  secretari  abogad  periodista  investigador
profesor  activista  coordinador  defensor  escritor
diretor  diretora  professor  professora  jornalista  advogad  pesquisador  escritor  ativista
estudante  coordenador  deputad  doutor  mestre  vereador  médic  artista
geschäftsführ  vorsitz  professorin  rechtsanw  journalist  autor  schriftsteller  dozent
wissenschaftl  sprecher  vorstand  leiter  mitglied  aktivist  künstler  pfarrer  ehemalig
директор  председател  профессор  журналист  адвокат  юрист  правозащитн  писател  активист
доктор  кандидат  историк  эксперт  координатор  депутат  член  доцент  социолог  политолог
преподавател  художник  режиссёр  режиссер  учител  врач  филолог  экономист  поэт  редактор
정치학  교수  변호사  대표  활동가  연구원  연구자  기자  작가  위원장  목사  신부  국회의원  학생
教授  律師  律师  學者  学者  作家  記者  记者  導演  导演  藝術家  艺术家  醫生  医生  議員  议员
工程師  工程师  學生  学生  主席  秘書  秘书  董事  理事  弁護士  代表  研究員  研究员  牧師  牧师
人士  诗人  詩人  編輯  编辑  活動家  活动家  維權  维权  公民  异见  異見  教師  教师  助理
محام  أستاذ  كاتب  صحفي  ناشط  رئيس  مدير  باحث  وکیل  نویسنده  استاد  روزنامه
""")


def any_of(stems: tuple[str, ...]) -> re.Pattern[str]:
    """Compile stems to one pattern; the longest that fits matches.

    Latin and Cyrillic stems match only where a word begins; other scripts join words freely.
    Alternatives are grouped by first letter behind a set of these, because trying hundreds of
    them at every character would take most of the parser's time.
    """
    spaced = [stem for stem in stems if stem[0] < _FIRST_UNSPACED]
    joined = [stem for stem in stems if stem[0] >= _FIRST_UNSPACED]
    parts = [rf"(?<!\w){_grouped(spaced)}"] if spaced else []
    return re.compile("|".join(parts + ([_grouped(joined)] if joined else [])))


# Hebrew and all that follows it in Unicode.
_FIRST_UNSPACED = "\u0590"


def _grouped(stems: list[str]) -> str:
    groups: dict[str, list[str]] = {}
    for stem in sorted(set(stems), key=len, reverse=True):
        groups.setdefault(stem[0], []).append(re.escape(stem[1:]))
    letters = "".join(map(re.escape, groups))
    branches = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())
    return f"(?=[{letters}])(?:{'|'.join(branches)})"
